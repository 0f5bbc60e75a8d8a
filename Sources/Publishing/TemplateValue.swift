import PolicyModel

/// What a template may say under one name.
package enum TemplateValue: Sendable, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case words(String)
  /// Marked up already, and added to the end of a page in UTF-8 where its place is come to.
  case print(@Sendable (inout Sheet) -> Void)
  case truth(Bool)
  /// What a section is repeated for.
  case list([TemplateValue])
  case values(TemplateValues)

  package init(stringLiteral words: String) { self = .words(words) }
  package init(booleanLiteral isTrue: Bool) { self = .truth(isTrue) }
  package init(arrayLiteral items: TemplateValue...) { self = .list(items) }
  package init(dictionaryLiteral members: (TemplateName, TemplateValue?)...) { self = .values(.init(parts: [members])) }

  /// Words where there are some.
  init?(_ words: String?) {
    if let words { self = .words(words) } else { return nil }
  }

  /// A list with a value for each of some elements.
  static func list<Element>(_ elements: some Sequence<Element>, _ value: (Element) -> TemplateValue) -> TemplateValue {
    .list(elements.map(value))
  }

  /// The value that it has under a name.
  subscript(name: TemplateName) -> TemplateValue? {
    if case .values(let values) = self { values[name] } else { nil }
  }
}

/// What a value is called in templates; told from other names by its fingerprint, at one look.
package struct TemplateName: Sendable, Equatable, ExpressibleByStringLiteral {
  private let number: Int

  init(_ name: String) { number = name.withBytes(TemplateName.number) }

  package init(stringLiteral name: StaticString) { number = name.withUTF8Buffer(TemplateName.number) }

  private static func number(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var fingerprint = Fingerprint()
    for byte in name { fingerprint.add(UInt64(byte)) }
    return fingerprint.number
  }
}

/// Values by their names; there are few, so that a name is found sooner by comparing than by its hash.
package struct TemplateValues: Sendable, ExpressibleByDictionaryLiteral {
  /// As they were joined: of two values under one name the later counts.
  private let parts: [[(TemplateName, TemplateValue?)]]

  fileprivate init(parts: [[(TemplateName, TemplateValue?)]]) { self.parts = parts }

  /// - Parameter members: what is nil is not there.
  package init(dictionaryLiteral members: (TemplateName, TemplateValue?)...) { self.init(parts: [members]) }

  subscript(name: TemplateName) -> TemplateValue? {
    for part in parts.reversed() {
      for place in part.indices where part[place].0 == name {
        if let value = part[place].1 { return value }
      }
    }
    return nil
  }

  /// These values, but for those whose names others have too.
  func joined(with others: TemplateValues) -> TemplateValues { TemplateValues(parts: parts + others.parts) }

  /// How many bytes the words have.
  var byteCount: Int {
    parts.joined().reduce(0) { count, member in
      switch member.1 {
      case .words(let words): count + words.utf8.count
      case nil, .print, .truth, .list, .values: count
      }
    }
  }
}
