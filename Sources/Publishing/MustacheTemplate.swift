/// A text with holes for values, in the language of Mustache: `{{value}}`, `{{{as it is}}}`, `{{#section}}`,
/// `{{^inverted}}`, `{{> partial}}` and `{{! remark}}`.
package struct MustacheTemplate: Sendable {
  enum Part: Sendable {
    /// At most one line, with its end.
    case text(String)
    case value(Path, isEscaped: Bool)
    case section(Path, isInverted: Bool, [Part])
    /// What stands before a partial that has a line to itself stands before each of its lines.
    case partial(String, indent: String, offset: Int)
  }

  /// The names between the dots; none for `{{.}}`, the value at hand.
  typealias Path = [String]

  let parts: [Part]
  let escaping: Escaping

  /// How values are made safe, by the ending of a template's name.
  package enum Escaping: String, CaseIterable, Sendable {
    case html, md

    func escaped(_ text: String) -> String {
      switch self {
      case .html: text.htmlEscaped
      case .md: text.markdownEscaped
      }
    }
  }

  /// The partials that it names, with the byte at which each tag starts.
  var partials: [(name: String, offset: Int)] {
    func named(in parts: [Part]) -> [(String, Int)] {
      parts.flatMap { part -> [(String, Int)] in
        switch part {
        case .text, .value: []
        case .section(_, isInverted: _, let parts): named(in: parts)
        case .partial(let name, indent: _, let offset): [(name, offset)]
        }
      }
    }
    return named(in: parts)
  }

  /// The text filled in; a value that is not there leaves nothing.
  ///
  /// - Parameter templates: the partials by name.
  package func filled(with values: [String: Any], among templates: [String: MustacheTemplate]) -> String {
    var filling = MustacheFilling(templates: templates, escaping: escaping)
    filling.enter(values)
    filling.add(parts)
    return filling.output
  }
}

/// A template being filled in.
private struct MustacheFilling {
  let templates: [String: MustacheTemplate]
  var escaping: MustacheTemplate.Escaping
  var output = ""
  private var indent = ""
  /// The partials that stand around this place: one that stood in itself would never end.
  private var open: [String] = []
  /// The values that sections opened, the innermost last.
  private var stack: [(value: Any, names: [String: Any])] = []

  init(templates: [String: MustacheTemplate], escaping: MustacheTemplate.Escaping) {
    self.templates = templates
    self.escaping = escaping
  }

  mutating func enter(_ value: Any) { stack.append((value, value as? [String: Any] ?? [:])) }

  mutating func add(_ parts: [MustacheTemplate.Part]) {
    for part in parts {
      switch part {
      case .text(let text): add(text)
      case .value(let path, let isEscaped):
        guard let value = value(path) else { continue }
        let text = value as? String ?? "\(value)"
        add(isEscaped ? escaping.escaped(text) : text)
      case .section(let path, isInverted: true, let parts): if items(path).isEmpty { add(parts) }
      case .section(let path, isInverted: false, let parts):
        for item in items(path) {
          enter(item)
          add(parts)
          stack.removeLast()
        }
      case .partial(let name, let indent, _):
        guard let template = templates[name], !open.contains(name) else { continue }
        let outer = (self.indent, escaping)
        (self.indent, escaping) = (self.indent + indent, template.escaping)
        open.append(name)
        add(template.parts)
        open.removeLast()
        (self.indent, escaping) = outer
      }
    }
  }

  private mutating func add(_ text: String) {
    if !indent.isEmpty, !text.isEmpty, output.utf8.last == UInt8(ascii: "\n") { output += indent }
    output += text
  }

  /// What a section is repeated for.
  private func items(_ path: MustacheTemplate.Path) -> [Any] {
    switch value(path) {
    case nil: []
    case let isThere as Bool: isThere ? [stack.last!.value] : []
    case let items as [Any]: items
    case let value?: [value]
    }
  }

  /// The value that the innermost section knows under the first name, and what it knows under the others.
  private func value(_ path: MustacheTemplate.Path) -> Any? {
    guard let first = path.first else { return stack.last!.value }
    guard let found = stack.last(where: { $0.names[first] != nil })?.names[first] else { return nil }
    return path.dropFirst().reduce(found) { value, name in (value as? [String: Any])?[name] }
  }
}
