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
  package func filled(with values: TemplateValues, among templates: [String: MustacheTemplate]) -> Sheet {
    var filling = MustacheFilling(of: self, with: values, among: templates)
    filling.add(parts)
    return filling.finished()
  }
}

/// A template being filled in.
private struct MustacheFilling: ~Copyable {
  let templates: [String: MustacheTemplate]
  var escaping: MustacheTemplate.Escaping
  private var sheet: Sheet
  private var indent: [UInt8] = []
  /// The partials that stand around this place: one that stood in itself would never end.
  private var open: [String] = []
  /// What the sections around this place are repeated for, the innermost last.
  private var stack: [TemplateValue]

  init(of template: MustacheTemplate, with values: TemplateValues, among templates: [String: MustacheTemplate]) {
    self.templates = templates
    escaping = template.escaping
    stack = [.values(values)]
    // Room for all but what is printed in place is made once.
    sheet = Sheet(capacity: 8192 + values.byteCount)
  }

  consuming func finished() -> Sheet { sheet }

  mutating func add(_ parts: [MustacheTemplate.Part]) {
    for part in parts {
      switch part {
      case .text(let text): add(text)
      case .value(let path, let isEscaped): if let value = value(path) { add(value, isEscaped: isEscaped) }
      case .section(let path, isInverted: true, let parts): if repetitions(path).isEmpty { add(parts) }
      case .section(let path, isInverted: false, let parts):
        for value in repetitions(path) {
          stack.append(value)
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

  /// A list and names with values have no words of their own.
  private mutating func add(_ value: TemplateValue, isEscaped: Bool) {
    switch value {
    case .words(let words): add(words, isEscaped: isEscaped)
    case .print(let print) where !isEscaped:
      startLine()
      print(&sheet)
    case .print(let print):
      var text = Sheet()
      print(&text)
      add(text.text, isEscaped: true)
    case .truth(let isTrue): add("\(isTrue)", isEscaped: isEscaped)
    case .list, .values: break
    }
  }

  private mutating func add(_ words: String, isEscaped: Bool) {
    if !words.isEmpty { startLine() }
    sheet.add(words: isEscaped ? escaping.escaped(words) : words)
  }

  private mutating func add(_ text: [UInt8]) {
    guard !indent.isEmpty else {
      sheet.add(text)
      return
    }
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: newline).map { $0 + 1 } ?? rest.endIndex
      startLine()
      rest[..<end].withUnsafeBufferPointer { sheet.add($0) }
      rest = rest[end...]
    }
  }

  /// What stands before a partial stands before each of its lines.
  private mutating func startLine() {
    if !indent.isEmpty, sheet.last == newline { sheet.add(indent) }
  }

  /// What a section is repeated for.
  private func repetitions(_ path: MustacheTemplate.Path) -> [TemplateValue] {
    switch value(path) {
    case nil: []
    case .truth(let isTrue): isTrue ? [stack[stack.count - 1]] : []
    case .list(let items): items
    case let value?: [value]
    }
  }

  /// The value that the innermost section knows under the first name, and what it knows under the others.
  private func value(_ path: MustacheTemplate.Path) -> TemplateValue? {
    guard let first = path.first else { return stack.last }
    for place in stack.indices.reversed() {
      guard let found = stack[place][first] else { continue }
      return path.dropFirst().reduce(found) { value, name in value?[name] }
    }
    return nil
  }
}

private let newline = UInt8(ascii: "\n")
