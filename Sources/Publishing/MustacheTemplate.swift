/// A text with holes for values, in the language of Mustache: `{{value}}`, `{{{as it is}}}`, `{{#section}}`,
/// `{{^inverted}}`, `{{> partial}}` and `{{! remark}}`.
package struct MustacheTemplate: Sendable {
  enum Part: Sendable {
    case text([UInt8])
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

  /// The text filled in, in UTF-8; a value that is not there leaves nothing.
  ///
  /// - Parameter templates: the partials by name.
  package func filled(with values: [String: Any], among templates: [String: MustacheTemplate]) -> [UInt8] {
    var filling = MustacheFilling(of: self, with: values, among: templates)
    filling.add(parts)
    return filling.output
  }
}

/// A template being filled in.
private struct MustacheFilling {
  /// A value that a section opened, with the names that it knows.
  private struct Frame {
    let value: Any
    let names: [String: Any]

    init(_ value: Any) { self.init(value, value as? [String: Any] ?? [:]) }

    /// For a value whose names are known.
    init(_ value: Any, _ names: [String: Any]) { (self.value, self.names) = (value, names) }
  }

  let templates: [String: MustacheTemplate]
  var escaping: MustacheTemplate.Escaping
  var output: [UInt8] = []
  private var indent: [UInt8] = []
  /// The partials that stand around this place: one that stood in itself would never end.
  private var open: [String] = []
  /// The innermost last.
  private var stack: [Frame]

  init(of template: MustacheTemplate, with values: [String: Any], among templates: [String: MustacheTemplate]) {
    self.templates = templates
    escaping = template.escaping
    stack = [Frame(values, values)]
    // Most of a page is its longest values: room for them is made once.
    output.reserveCapacity(values.values.reduce(8192) { $0 + (($1 as? String)?.utf8.count ?? 0) })
  }

  mutating func add(_ parts: [MustacheTemplate.Part]) {
    for part in parts {
      switch part {
      case .text(let text): add(text)
      case .value(let path, let isEscaped):
        guard let value = value(path) else { continue }
        add(value, isEscaped: isEscaped)
      case .section(let path, isInverted: true, let parts): if frames(path).isEmpty { add(parts) }
      case .section(let path, isInverted: false, let parts):
        for frame in frames(path) {
          stack.append(frame)
          add(parts)
          stack.removeLast()
        }
      case .partial(let name, let indent, _):
        guard let template = templates[name], !open.contains(name) else { continue }
        let outer = (self.indent, escaping)
        (self.indent, escaping) = (self.indent + indent.utf8, template.escaping)
        open.append(name)
        add(template.parts)
        open.removeLast()
        (self.indent, escaping) = outer
      }
    }
  }

  /// - Parameter value: words, text that is ready in UTF-8, or what is known by its words.
  private mutating func add(_ value: Any, isEscaped: Bool) {
    let words: String
    switch value {
    case let text as String: words = text
    case let text as [UInt8] where !isEscaped:
      startLine()
      output += text
      return
    case let text as [UInt8]: words = String(decoding: text, as: UTF8.self)
    default: words = "\(value)"
    }
    if !words.isEmpty { startLine() }
    output += (isEscaped ? escaping.escaped(words) : words).utf8
  }

  private mutating func add(_ text: [UInt8]) {
    guard !indent.isEmpty else {
      output += text
      return
    }
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: newline).map { $0 + 1 } ?? rest.endIndex
      startLine()
      output += rest[..<end]
      rest = rest[end...]
    }
  }

  /// What stands before a partial stands before each of its lines.
  private mutating func startLine() {
    if !indent.isEmpty, output.last == newline { output += indent }
  }

  /// What a section is repeated for.
  private func frames(_ path: MustacheTemplate.Path) -> [Frame] {
    switch value(path) {
    case nil: []
    case let isThere as Bool: isThere ? [stack[stack.count - 1]] : []
    case let text as String: [Frame(text, [:])]
    case let rows as [[String: Any]]: rows.map { Frame($0, $0) }
    case let items as [Any]: items.map { Frame($0) }
    case let value?: [Frame(value)]
    }
  }

  /// The value that the innermost section knows under the first name, and what it knows under the others.
  private func value(_ path: MustacheTemplate.Path) -> Any? {
    guard let first = path.first else { return stack[stack.count - 1].value }
    for place in stack.indices.reversed() {
      guard let found = stack[place].names[first] else { continue }
      return path.dropFirst().reduce(found) { value, name in (value as? [String: Any])?[name] }
    }
    return nil
  }
}

private let newline = UInt8(ascii: "\n")
