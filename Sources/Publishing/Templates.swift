import PolicyModel

/// The shells around published text, by their names in the folder of templates.
///
/// `document.html` serves every organisation; `escc/document.html` goes before it on the pages of one. Partials such as
/// `letterhead.html` are replaced in the same way.
package struct Templates: Sendable {
  private let common: [String: MustacheTemplate]
  /// For each organisation that has some of its own: those, and all others that are common.
  private let own: [String: [String: MustacheTemplate]]
  /// Files that are published as they are: `style.css`, `escc/style.css`.
  private let assets: [RenderedFile]

  /// - Parameters:
  ///   - files: the path below the folder of templates and the bytes of each file.
  ///   - folder: where the folder stands in the workspace, for diagnostics.
  /// - Returns: the templates, and what is wrong with those that cannot be read.
  package static func read(_ files: [(path: String, bytes: [UInt8])], folder: String) -> (Templates, [Diagnostic]) {
    guard !files.isEmpty else {
      let missing = Diagnostic(
        .missingTemplate, "there is no template in \(folder)",
        remedy: "copy \(folder) from the clausebook repository beside Policies")
      return (Templates(common: [:], own: [:], assets: []), [missing])
    }
    var reading = TemplateReading(folder: folder)
    for (path, bytes) in files { reading.read(path, bytes) }
    reading.requireNames()
    reading.requireFiles()
    let own = reading.own.mapValues { reading.common.merging($0) { $1 } }
    return (Templates(common: reading.common, own: own, assets: reading.assets), reading.diagnostics)
  }

  /// What is published as it is: what all share, and what organisations of the site add.
  func assets(for organisations: Set<String>) -> [RenderedFile] {
    assets.filter { asset in
      let parts = asset.path.split(separator: "/", maxSplits: 1)
      return parts.count == 1 || organisations.contains(String(parts[0]))
    }
  }

  /// A file that is published as it is, as text; empty where there is none.
  private func asset(_ path: String) -> String {
    assets.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// The style sheets of an organisation's pages as one, for a page that needs no other file.
  func style(of organisation: String) -> String { asset("style.css") + asset("\(organisation)/style.css") }

  /// A page that needs no other file: the pictures that its templates name are in it.
  func selfContained(_ page: String, of organisation: String) -> String {
    assets(for: [organisation]).reduce(page) { page, asset in
      guard let address = asset.pictureAddress else { return page }
      return page.replacing("src=\"\(asset.path)\"", with: "src=\"\(address)\"")
    }
  }

  /// A redline as one page that needs no other file.
  package func standalone(_ redline: Redline) -> String {
    let own = redline.new.address.organisation
    let context = RedlineContext(redline).html.joined(with: [
      "standalone": true, "style": .words(style(of: own)), "script": .words(asset("redline.js")),
    ])
    return selfContained(words("redline.html", for: own, context), of: own)
  }

  /// A redline as Markdown.
  package func markdown(_ redline: Redline) -> String {
    words("redline.md", for: redline.new.address.organisation, RedlineContext(redline).markdown)
  }

  /// A page of the site: a template filled in, and told where the page stands.
  func page(_ path: String, _ name: String, for organisation: String?, _ values: TemplateValues) -> RenderedFile {
    let style = organisation.map { "\($0)/style.css" }
    let place: TemplateValues = [
      "root": .words(String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })),
      "hasOwnStyle": .truth(assets.contains { $0.path == style }),
    ]
    return RenderedFile(path: path, bytes: render(name, for: organisation, values.joined(with: place)).bytes)
  }

  /// A template filled in, as text that goes into another.
  func words(_ name: String, for organisation: String, _ context: TemplateValues) -> String {
    render(name, for: organisation, context).text
  }

  /// A template filled in, with an organisation's own templates before the common ones.
  func render(_ name: String, for organisation: String?, _ context: TemplateValues) -> Sheet {
    let templates = organisation.flatMap { own[$0] } ?? common
    // Every name that is asked for was required when the templates were read.
    return templates[name]!.filled(with: context, among: templates)
  }
}

/// The templates read so far, and what is wrong with them.
private struct TemplateReading {
  let folder: String
  var common: [String: MustacheTemplate] = [:]
  var own: [String: [String: MustacheTemplate]] = [:]
  var assets: [RenderedFile] = []
  var diagnostics: [Diagnostic] = []
  /// The partials that templates name.
  private var partials: [Mention] = []
  /// The pictures and scripts that pages take in.
  private var sources: [Mention] = []

  /// A name in a template, which is located only where something is wrong with it.
  private struct Mention {
    let name: String
    let organisation: String?
    let path: String
    let text: String
    let offset: Int
  }

  private static let required = [
    "document.html", "document.md", "duties.html", "redline.html", "redline.md", "policy.html", "organisation.html",
    "index.html", "reviews.html", "concordance.html", "cited.html", "variations.html", "variations.md",
    "variations-parts.html", "variations-parts.md", "adoption.html", "review.html", "review.md",
  ]

  init(folder: String) { self.folder = folder }

  mutating func read(_ path: String, _ bytes: [UInt8]) {
    guard let escaping = MustacheTemplate.Escaping.allCases.first(where: { path.hasSuffix("." + $0.rawValue) }) else {
      assets.append(RenderedFile(path: path, bytes: bytes))
      return
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if !text.utf8.elementsEqual(bytes), let foreign = text.unicodeScalars.firstIndex(of: "\u{FFFD}") {
      diagnostics.append(
        Diagnostic(
          .invalidUTF8, "this is not UTF-8 text", remedy: "save the file with the encoding UTF-8",
          at: position(ofByte: text.utf8.distance(from: text.startIndex, to: foreign), in: text, path)))
    }
    // Some programs put this mark at the beginning of a file; on a page it would stand in the midst.
    if text.first == "\u{FEFF}" { text.removeFirst() }
    let parts = path.split(separator: "/", maxSplits: 1).map { String($0) }
    let organisation = parts.count == 2 ? parts[0] : nil
    do {
      let template = try MustacheTemplate(text, escaping: escaping)
      if let organisation { own[organisation, default: [:]][parts[1]] = template } else { common[path] = template }
      func mention(_ name: String, at offset: Int) -> Mention {
        Mention(name: name, organisation: organisation, path: path, text: text, offset: offset)
      }
      partials += template.partials.map { mention($0.name, at: $0.offset) }
      sources += text.places(of: "src=\"").map(\.upperBound).map { start in
        mention(
          String(text[start...].prefix { $0 != "\"" }), at: text.utf8.distance(from: text.startIndex, to: start))
      }
    } catch {
      diagnostics.append(
        Diagnostic(
          .brokenTemplate, "this is not a Mustache template: \(error.message)",
          remedy: "close every section, and name partials as {{> name}}",
          at: position(ofByte: error.offset, in: text, path)))
    }
  }

  private func position(of mention: Mention) -> SourcePosition {
    position(ofByte: mention.offset, in: mention.text, mention.path)
  }

  private func position(ofByte offset: Int, in text: String, _ path: String) -> SourcePosition {
    let before = text.utf8.prefix(offset).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = text.utf8.dropFirst(offset - before.last!.count).prefix { $0 != UInt8(ascii: "\n") }
    return SourcePosition(
      path: "\(folder)/\(path)", line: before.count, column: before.last!.count + 1, excerpt: String(Substring(line)))
  }

  /// Complains of templates and partials that are not there.
  mutating func requireNames() {
    for name in Self.required where common[name] == nil {
      diagnostics.append(
        Diagnostic(
          .missingTemplate, "the template \(name) is not found", remedy: "put it back into the folder \(folder)",
          at: SourcePosition(path: "\(folder)/\(name)", line: 1, column: 1)))
    }
    for partial in partials {
      let name = partial.name
      guard common[name] == nil, partial.organisation.flatMap({ own[$0]?[name] }) == nil else { continue }
      let suggestion = nearest(to: name, among: common.keys.sorted())
      diagnostics.append(
        Diagnostic(
          .missingTemplate, "the partial \(name) is not found",
          remedy: suggestion.map { "did you mean \($0)?" } ?? "write it into the folder \(folder)",
          at: position(of: partial)))
    }
    let used = Set(Self.required + partials.map(\.name))
    for (organisation, templates) in own.sorted(by: { $0.key < $1.key }) {
      for name in templates.keys.sorted() where !used.contains(name) {
        diagnostics.append(
          Diagnostic(
            .missingTemplate, "no page is made with this template",
            remedy: nearest(to: name, among: used.sorted()).map { "did you mean \($0)?" } ?? "delete it",
            at: SourcePosition(path: "\(folder)/\(organisation)/\(name)", line: 1, column: 1), severity: .warning))
      }
    }
  }

  /// Tells of files of the folder that pages would not find: these stand in many folders and name them from the root.
  mutating func requireFiles() {
    let paths = Set(assets.map(\.path))
    let root = "{{root}}"
    for source in sources {
      let isRooted = source.name.hasPrefix(root)
      let path = isRooted ? String(source.name.dropFirst(root.count)) : source.name
      let meant = [source.organisation.map { "\($0)/\(path)" }, path].compactMap { $0 }.first(where: paths.contains)
      // What else is named without the root is made beside the page.
      guard !path.contains("{{"), isRooted ? !paths.contains(path) : meant != nil else { continue }
      diagnostics.append(
        Diagnostic(
          .missingFile, "no page finds “\(source.name)”",
          remedy: meant.map { "write \(root)\($0)" } ?? "put it into the folder \(folder)", at: position(of: source),
          severity: .warning))
    }
  }
}
