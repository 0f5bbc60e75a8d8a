/// What a template may say under one name.
package enum TemplateValue: Sendable {
  case words(String)
  /// Marked up already, in UTF-8.
  case text([UInt8])
  case truth(Bool)
  /// What a section is repeated for.
  case list([TemplateValue])
  case values(TemplateValues)

  /// Words where there are some.
  init?(_ words: String?) {
    if let words { self = .words(words) } else { return nil }
  }

  /// A list with a value for each of some elements.
  static func list<Element>(_ elements: some Sequence<Element>, _ value: (Element) -> TemplateValue) -> TemplateValue {
    .list(elements.map(value))
  }

  /// Whether a section is left out for it.
  var isNothing: Bool {
    switch self {
    case .truth(let isTrue): !isTrue
    case .list(let items): items.isEmpty
    case .words, .text, .values: false
    }
  }

  /// The value that it has under a name.
  subscript(name: String) -> TemplateValue? {
    if case .values(let values) = self { values[name] } else { nil }
  }
}

/// Values by their names.
///
/// There are few, so that a name is found sooner by comparing than by its hash. Of two values under one name the last counts.
package struct TemplateValues: Sendable {
  fileprivate var members: [(String, TemplateValue?)]

  package subscript(name: String) -> TemplateValue? {
    get { members.last { $0.0 == name }?.1 }
    set { members.append((name, newValue)) }
  }

  /// These values, but for those whose names others have too.
  func joined(with others: TemplateValues) -> TemplateValues { TemplateValues(members: members + others.members) }

  /// How many bytes the words and texts have.
  var byteCount: Int {
    members.reduce(0) { count, member in
      switch member.1 {
      case .words(let words): count + words.utf8.count
      case .text(let text): count + text.count
      case nil, .truth, .list, .values: count
      }
    }
  }
}

extension TemplateValues: ExpressibleByDictionaryLiteral {
  /// - Parameter elements: what is nil is left out.
  package init(dictionaryLiteral elements: (String, TemplateValue?)...) { self.init(members: elements) }
}

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral words: String) { self = .words(words) }
  package init(booleanLiteral isTrue: Bool) { self = .truth(isTrue) }
  package init(arrayLiteral items: TemplateValue...) { self = .list(items) }
  package init(dictionaryLiteral elements: (String, TemplateValue?)...) { self = .values(.init(members: elements)) }
}
