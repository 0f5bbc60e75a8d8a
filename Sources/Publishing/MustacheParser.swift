extension MustacheTemplate {
  /// Reads a template.
  package init(_ text: String, escaping: Escaping) throws(MustacheFailure) {
    var parser = MustacheParser(bytes: Array(text.utf8), template: MustacheTemplate(escaping: escaping))
    try parser.read(nil)
    self = parser.template
  }
}

/// Why a text is no template.
package struct MustacheFailure: Error {
  package let message: String
  /// The byte at which the tag starts.
  package let offset: Int
}

/// Reads a template tag by tag.
private struct MustacheParser {
  let bytes: [UInt8]
  /// What is read so far.
  private(set) var template: MustacheTemplate
  /// Where reading goes on.
  private var place = 0

  init(bytes: [UInt8], template: MustacheTemplate) { (self.bytes, self.template) = (bytes, template) }

  fileprivate struct Tag {
    /// The character that tells its kind; nil for a value.
    let kind: UInt8?
    let name: String
    let offset: Int
    /// What stands before it, where it has a line to itself.
    let indent: String?
  }

  /// Reads what stands in a section up to its end; for none, what stands up to the end of the text.
  fileprivate mutating func read(_ section: Tag?) throws(MustacheFailure) {
    while let tag = try nextTag() {
      switch tag.kind {
      case UInt8(ascii: "#"), UInt8(ascii: "^"):
        let (path, start) = (try path(tag), template.steps.count)
        let isInverted = tag.kind == UInt8(ascii: "^")
        template.steps.append(.section(path, isInverted: isInverted, end: start))
        try read(tag)
        template.steps[start] = .section(path, isInverted: isInverted, end: template.steps.count)
      case UInt8(ascii: "/"):
        guard let section, section.name == tag.name else {
          let open = section.map { "{{/\($0.name)}} was due" } ?? "no section is open"
          throw MustacheFailure(message: "{{/\(tag.name)}} closes nothing: \(open)", offset: tag.offset)
        }
        return
      case UInt8(ascii: ">"):
        template.steps.append(.partial(template.partials.count))
        template.partials.append(
          MustacheTemplate.Partial(name: tag.name, indent: Array((tag.indent ?? "").utf8), offset: tag.offset))
      case UInt8(ascii: "!"): continue
      case UInt8(ascii: "{"), UInt8(ascii: "&"): template.steps.append(.value(try path(tag), isEscaped: false))
      default: template.steps.append(.value(try path(tag), isEscaped: true))
      }
    }
    if let section {
      throw MustacheFailure(message: "the section \(section.name) is never closed", offset: section.offset)
    }
  }

  /// The path that a tag names; its names are added to those of the template.
  private mutating func path(_ tag: Tag) throws(MustacheFailure) -> MustacheTemplate.Path {
    let start = template.names.count
    if tag.name == "." { return start..<start }
    let names = tag.name.split(separator: ".", omittingEmptySubsequences: false)
    let isName = names.allSatisfy { name in
      !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
    guard isName else { throw MustacheFailure(message: "“\(tag.name)” cannot name a value", offset: tag.offset) }
    template.names += names.map { TemplateName(String($0)) }
    return start..<template.names.count
  }

  /// The next tag; what stands before it is text. Nil at the end.
  private mutating func nextTag() throws(MustacheFailure) -> Tag? {
    guard let start = index(of: "{{", from: place) else {
      add(bytes[place...])
      place = bytes.count
      return nil
    }
    var inside = start + 2
    var kind: UInt8?
    if inside < bytes.count, "#^/>!{&".utf8.contains(bytes[inside]) {
      kind = bytes[inside]
      inside += 1
    }
    let closing = kind == UInt8(ascii: "{") ? "}}}" : "}}"
    guard let end = index(of: closing, from: inside) else {
      throw MustacheFailure(message: "a tag is never closed with \(closing)", offset: start)
    }
    let name = String(decoding: bytes[inside..<end], as: UTF8.self)
    let line = line(around: start..<end + closing.utf8.count)
    // A value is part of its line, however alone it stands.
    let ownLine = kind.flatMap { "{&".utf8.contains($0) ? nil : line }
    add(bytes[place..<(ownLine?.lowerBound ?? start)])
    place = ownLine?.upperBound ?? end + closing.utf8.count
    return Tag(
      kind: kind, name: name.split(whereSeparator: \.isWhitespace).joined(separator: " "), offset: start,
      indent: ownLine.map { String(decoding: bytes[$0.lowerBound..<start], as: UTF8.self) })
  }

  /// The line of a tag with its end, where nothing else stands on it.
  private func line(around tag: Range<Int>) -> Range<Int>? {
    let blanks = " \t\r".utf8
    var start = tag.lowerBound
    while start > place, blanks.contains(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
    var end = tag.upperBound
    while end < bytes.count, blanks.contains(bytes[end]) { end += 1 }
    if end == bytes.count { return start..<end }
    return bytes[end] == UInt8(ascii: "\n") ? start..<end + 1 : nil
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty else { return }
    let start = template.text.count
    template.text += text
    template.steps.append(.text(start..<template.text.count))
  }

  private func index(of words: String, from start: Int) -> Int? {
    let words = Array(words.utf8)
    var rest = bytes[start...]
    while let place = rest.firstIndex(of: words[0]) {
      if bytes[place...].starts(with: words) { return place }
      rest = bytes[(place + 1)...]
    }
    return nil
  }
}
