import PolicyModel

/// What stands between braces at a clause: `{#id .fixed topic=images}`, taken apart but not yet understood.
struct Mark: Equatable {
  var identity: String?
  var flags: [String] = []
  var values: [(key: String, value: String)] = []

  static func == (left: Mark, right: Mark) -> Bool {
    left.identity == right.identity && left.flags == right.flags
      && left.values.elementsEqual(right.values, by: ==)
  }

  var isEmpty: Bool { identity == nil && flags.isEmpty && values.isEmpty }

  init() {}

  /// Nil when the words between the braces are not identities, flags and settings, or one of them is said twice.
  init?(_ written: String) {
    // Most marks are an identity and nothing else.
    if written.utf8.first == UInt8(ascii: "#"), case let name = String(Substring(written.utf8.dropFirst())),
      Identity.isWellFormed(name)
    {
      identity = name
      return
    }
    // Word processors curl quotation marks.
    let isCurled = written.holds { same($0, 0xE2) }
    for word in Mark.split(isCurled ? written.replacing("“", with: "\"").replacing("”", with: "\"") : written) {
      if word.utf8.first == UInt8(ascii: "#") {
        guard identity == nil else { return nil }
        identity = String(word.dropFirst())
      } else if word.utf8.first == UInt8(ascii: ".") {
        let flag = String(word.dropFirst())
        guard Identity.isWellFormed(flag), !flags.contains(flag) else { return nil }
        flags.append(flag)
      } else {
        guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return nil }
        let key = String(word[..<equals])
        var value = word[word.index(after: equals)...]
        if value.hasPrefix("\"") {
          guard value.count >= 2, value.hasSuffix("\"") else { return nil }
          value = value.dropFirst().dropLast()
        }
        while value.first == " " { value = value.dropFirst() }
        while value.last == " " { value = value.dropLast() }
        guard !value.isEmpty, !value.contains("\""), !values.contains(where: { $0.key == key }) else { return nil }
        values.append((key, String(value)))
      }
    }
  }

  /// As written in the source: identity, flags, settings; nil when there is nothing to say.
  var written: String? {
    var written = identity.map { "#" + $0 } ?? ""
    func add(_ word: String) { written += written.isEmpty ? word : " " + word }
    for flag in flags { add("." + flag) }
    for (key, value) in values { add(key + "=" + (Mark.isPlain(value) ? value : "\"\(value)\"")) }
    return written.isEmpty ? nil : written
  }

  mutating func takeFlag(_ flag: String) -> Bool {
    guard let index = flags.firstIndex(of: flag) else { return false }
    flags.remove(at: index)
    return true
  }

  mutating func takeValue(_ key: String) -> String? {
    guard let index = values.firstIndex(where: { $0.key == key }) else { return nil }
    return values.remove(at: index).value
  }

  private static func isPlain(_ value: String) -> Bool {
    value.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\"") }
  }

  /// Words are parted by spaces outside quotation marks.
  private static func split(_ written: String) -> [Substring] {
    var isQuoted = false
    return written.utf8.split { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: " ") && !isQuoted
    }.map { Substring($0) }
  }
}
