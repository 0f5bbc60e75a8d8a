import Mustache
import PolicyModel

/// The shells around published text, by their names in the folder of templates.
///
/// `document.html` serves every organisation; `escc/document.html` goes before it for one. Partials such as
/// `letterhead.html` are replaced in the same way.
public struct Templates: Sendable {
  private let common: [String: MustacheTemplate]
  private let own: [String: [String: MustacheTemplate]]
  /// Files that are published as they are: `style.css`, `escc/style.css`.
  private let assets: [RenderedFile]

  /// - Parameters:
  ///   - files: the path below the folder of templates and the text of each file.
  /// - Returns: the templates, and what is wrong with those that cannot be read.
  public static func read(_ files: [(path: String, text: String)], folder: String) -> (Templates, [Diagnostic]) {
    var common: [String: MustacheTemplate] = [:]
    var own: [String: [String: MustacheTemplate]] = [:]
    var assets: [RenderedFile] = []
    var diagnostics: [Diagnostic] = []
    for (path, text) in files {
      guard path.hasSuffix(".html") || path.hasSuffix(".md") else {
        assets.append(RenderedFile(path, text))
        continue
      }
      do {
        let template = try MustacheTemplate(string: text)
        let parts = path.split(separator: "/", maxSplits: 1)
        if parts.count == 2 {
          own[String(parts[0]), default: [:]][String(parts[1])] = template
        } else {
          common[path] = template
        }
      } catch {
        let context = (error as? MustacheTemplate.ParserError)?.context
        diagnostics.append(
          Diagnostic(
            .brokenTemplate,
            "this is not a Mustache template: \((error as? MustacheTemplate.ParserError)?.error ?? error)",
            remedy: "close every section, and name partials as {{> name}}",
            at: SourcePosition(
              path: "\(folder)/\(path)", line: context?.lineNumber ?? 1, column: context?.columnNumber ?? 1,
              excerpt: context?.line ?? "")))
      }
    }
    let missing = required.filter { common[$0] == nil }
    diagnostics += missing.map { name in
      Diagnostic(
        .missingTemplate, "the template \(name) is not there", remedy: "put it back into the folder \(folder)",
        at: SourcePosition(path: "\(folder)/\(name)", line: 1, column: 1))
    }
    return (Templates(common: common, own: own, assets: assets), diagnostics)
  }

  private static let required = ["document.html", "document.md", "policy.html", "organisation.html", "index.html"]

  /// What is published as it is: what all share, and what organisations of the site add.
  func assets(for organisations: Set<String>) -> [RenderedFile] {
    assets.filter { asset in
      let parts = asset.path.split(separator: "/", maxSplits: 1)
      return parts.count == 1 || organisations.contains(String(parts[0]))
    }
  }

  /// Whether an organisation has a style sheet of its own.
  func hasStyle(_ organisation: String) -> Bool { assets.contains { $0.path == "\(organisation)/style.css" } }

  /// The text of a template filled in, with an organisation's own templates before the common ones.
  func render(_ name: String, for organisation: String?, _ context: [String: Any]) -> String {
    let templates = common.merging(organisation.flatMap { own[$0] } ?? [:]) { $1 }
    return MustacheLibrary(templates: templates).render(context, withTemplate: name) ?? ""
  }
}
