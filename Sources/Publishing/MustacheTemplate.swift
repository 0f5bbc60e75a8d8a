/// A text with holes for values, in the language of Mustache: `{{value}}`, `{{{as it is}}}`, `{{#section}}`,
/// `{{^inverted}}`, `{{> partial}}` and `{{! remark}}`.
package struct MustacheTemplate: Sendable {
  /// What is done when the template is filled in. It holds numbers alone, so that nothing is counted in going through the
  /// steps for every page.
  enum Step: Sendable {
    /// A stretch of the text.
    case text(Range<Int>)
    case value(Path, isEscaped: Bool)
    /// What stands in it are the steps that follow, up to the end.
    case section(Path, isInverted: Bool, end: Int)
    case partial(Int)
  }

  /// The names between the dots, by their places; none for `{{.}}`, the value at hand.
  typealias Path = Range<Int>

  struct Partial: Sendable {
    let name: String
    /// What stands before a partial that has a line to itself stands before each of its lines.
    let indent: [UInt8]
    /// The byte at which the tag starts.
    let offset: Int
  }

  let escaping: Escaping
  var steps: [Step] = []
  /// All that stands between the tags.
  var text: [UInt8] = []
  /// The names of the values.
  var names: [TemplateName] = []
  /// The templates that it puts in place.
  var partials: [Partial] = []

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

  /// The text filled in, in UTF-8; a value that is not there leaves nothing.
  ///
  /// - Parameter templates: the partials by name.
  package func filled(with values: TemplateValues, among templates: [String: MustacheTemplate]) -> Sheet {
    var filling = MustacheFilling(of: self, with: values, among: templates)
    filling.add(self)
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

  mutating func add(_ template: MustacheTemplate) { add(template.steps.indices, of: template) }

  private mutating func add(_ steps: Range<Int>, of template: MustacheTemplate) {
    var next = steps.lowerBound
    while next < steps.upperBound {
      let step = template.steps[next]
      next += 1
      switch step {
      case .text(let stretch): template.text.withUnsafeBufferPointer { add(UnsafeBufferPointer(rebasing: $0[stretch])) }
      case .value(let path, let isEscaped):
        if let value = value(path, of: template) { add(value, isEscaped: isEscaped) }
      case .section(let path, let isInverted, let end):
        let value = value(path, of: template)
        if isInverted {
          if value?.isNothing ?? true { add(next..<end, of: template) }
        } else if let value {
          add(next..<end, of: template, for: value)
        }
        next = end
      case .partial(let place): add(template.partials[place])
      }
    }
  }

  /// Adds what stands in a section, as often as its value asks for.
  private mutating func add(_ steps: Range<Int>, of template: MustacheTemplate, for value: TemplateValue) {
    switch value {
    case .truth(let isTrue): if isTrue { add(steps, of: template) }
    case .list(let items): for item in items { add(steps, of: template, within: item) }
    case .words, .print, .values: add(steps, of: template, within: value)
    }
  }

  private mutating func add(_ steps: Range<Int>, of template: MustacheTemplate, within value: TemplateValue) {
    stack.append(value)
    add(steps, of: template)
    stack.removeLast()
  }

  private mutating func add(_ partial: MustacheTemplate.Partial) {
    guard let template = templates[partial.name], !open.contains(partial.name) else { return }
    let outer = (indent, escaping)
    (indent, escaping) = (indent + partial.indent, template.escaping)
    open.append(partial.name)
    add(template)
    open.removeLast()
    (indent, escaping) = outer
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

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard !indent.isEmpty else {
      sheet.add(text)
      return
    }
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: newline).map { $0 + 1 } ?? rest.endIndex
      startLine()
      sheet.add(UnsafeBufferPointer(rebasing: rest[..<end]))
      rest = rest[end...]
    }
  }

  /// What stands before a partial stands before each of its lines.
  private mutating func startLine() {
    if !indent.isEmpty, sheet.last == newline { sheet.add(indent) }
  }

  /// The value that the innermost section knows under the first name, and what it knows under the others.
  private func value(_ path: MustacheTemplate.Path, of template: MustacheTemplate) -> TemplateValue? {
    guard let first = path.first else { return stack.last }
    for place in stack.indices.reversed() {
      guard let found = stack[place][template.names[first]] else { continue }
      return path.dropFirst().reduce(found) { value, name in value?[template.names[name]] }
    }
    return nil
  }
}

extension TemplateValue {
  /// Whether a section is left out for it.
  fileprivate var isNothing: Bool {
    switch self {
    case .truth(let isTrue): !isTrue
    case .list(let items): items.isEmpty
    case .words, .print, .values: false
    }
  }
}

private let newline = UInt8(ascii: "\n")
