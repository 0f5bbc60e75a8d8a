import PolicyModel

/// Keeps the marks of the format from being read as Markdown.
///
/// Before cmark sees the text, each `{{term}}`, `{#mark}` and `____` is written with control characters, byte for byte of
/// the same length, so that positions stay right; afterwards the control characters tell what stood there. Source text
/// holds no control characters of its own, nor entities that stand for one: both are refused.
enum Shield {
  static let termOpen: UInt8 = 0x01
  static let termClose: UInt8 = 0x02
  static let markOpen: UInt8 = 0x03
  static let markClose: UInt8 = 0x04
  static let blank: UInt8 = 0x05
  /// A bar behind a blank and a backslash: it parts neither a row of fields nor the cells of a table.
  static let escapedBar: UInt8 = 0x06

  /// Characters inside a term or mark that Markdown would read, and the control characters that stand for them.
  private static let special = Array("*_[]<>&\\`!~|\"'()#".utf8)
  private static let firstStandIn: UInt8 = 0x0E

  static func protected(_ bytes: [UInt8], from start: Int = 0) -> [UInt8] {
    var result = bytes
    var index = start
    while let next = bytes.firstOffset(
      from: index, where: { same($0, backslash) | same($0, brace) | same($0, underscore) })
    {
      index = next
      switch bytes[index] {
      case backslash:
        index += 2
      case brace:
        if let end = termEnd(bytes, index) {
          result[index] = termOpen
          result[index + 1] = termOpen
          result[end - 2] = termClose
          result[end - 1] = termClose
          standIn(for: (index + 2)..<(end - 2), of: &result)
          index = end
        } else if let end = markEnd(bytes, index) {
          result[index] = markOpen
          result[end - 1] = markClose
          standIn(for: (index + 1)..<(end - 1), of: &result)
          index = end
        } else {
          index += 1
        }
      default:
        let end = bytes[index...].firstIndex { $0 != underscore } ?? bytes.count
        if end - index >= 4 {
          result.replaceSubrange(index..<end, with: repeatElement(blank, count: end - index))
          let next = bytes[end...].firstIndex { $0 != 0x20 } ?? bytes.count
          if bytes[next...].starts(with: "\\|".utf8) { result[next + 1] = escapedBar }
        }
        index = end
      }
    }
    return result
  }

  private static func standIn(for inside: Range<Int>, of bytes: inout [UInt8]) {
    // Small letters, which most of it is, are none of them.
    for index in inside where !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index]) {
      if let place = special.firstIndex(of: bytes[index]) { bytes[index] = firstStandIn + UInt8(place) }
    }
  }

  /// The text as it was written.
  static func revealed(_ text: String) -> String {
    text.holds { $0 < 0x20 ? 1 : 0 } ? revealed(Array(text.utf8)[...]) : text
  }

  /// The text that the bytes of a shielded one were written as.
  static func revealed(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.holds({ $0 < 0x20 ? 1 : 0 }) else { return String(decoding: bytes, as: UTF8.self) }
    return String(
      decoding: bytes.map { byte in
        switch byte {
        case termOpen, markOpen: UInt8(ascii: "{")
        case termClose, markClose: UInt8(ascii: "}")
        case blank: UInt8(ascii: "_")
        case escapedBar: UInt8(ascii: "|")
        case firstStandIn..<(firstStandIn + UInt8(special.count)): special[Int(byte - firstStandIn)]
        default: byte
        }
      }, as: UTF8.self)
  }

  /// Where `{{` stands without a name and `}}` behind it, or `{#` without a `}`.
  static func unclosed(_ protected: [UInt8], from start: Int) -> [(offset: Int, isTerm: Bool)] {
    guard protected[start...].holds({ same($0, brace) }) else { return [] }
    var found: [(offset: Int, isTerm: Bool)] = []
    var index = start
    while index + 1 < protected.count {
      if protected[index] == backslash {
        index += 2
      } else if protected[index] == brace, case let next = protected[index + 1],
        next == brace || next == numberSign && index + 2 < protected.count && protected[index + 2].isLetterOrDigit
      {
        found.append((index, next == brace))
        index = protected[(index + 1)...].firstIndex { $0 != brace } ?? protected.count
      } else {
        index += 1
      }
    }
    return found
  }

  /// The end of `{{name}}` that starts at an offset.
  private static func termEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] == brace else { return nil }
    var index = start + 2
    while index + 1 < bytes.count, index - start < 120 {
      switch bytes[index] {
      case newline, brace: return nil
      case UInt8(ascii: "}"): return bytes[index + 1] == UInt8(ascii: "}") && index > start + 2 ? index + 2 : nil
      default: index += 1
      }
    }
    return nil
  }

  /// The end of `{#id .class key="value"}` that starts at an offset.
  private static func markEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count, startsMark(bytes[(start + 1)...]) else { return nil }
    var isQuoted = false
    var index = start + 1
    while index < bytes.count, index - start < 1_000 {
      switch bytes[index] {
      case newline: return nil
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "}") where !isQuoted: return index + 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Whether what follows a brace is `#`, `.` or `key=`.
  private static func startsMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: ".") { return true }
    let key = bytes.prefix { (97...122).contains($0) || $0 == UInt8(ascii: "-") }
    return !key.isEmpty && key.count <= 20 && key.endIndex < bytes.endIndex && bytes[key.endIndex] == UInt8(ascii: "=")
  }
}

private let backslash = UInt8(ascii: "\\")
private let brace = UInt8(ascii: "{")
private let numberSign = UInt8(ascii: "#")
private let underscore = UInt8(ascii: "_")
