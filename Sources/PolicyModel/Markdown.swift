extension String {
  /// A code span that holds the text, with a fence longer than any in it.
  package var markdownCodeSpan: String {
    var longest = 0
    var current = 0
    for scalar in unicodeScalars {
      current = scalar == "`" ? current + 1 : 0
      longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let padding = hasPrefix("`") || hasSuffix("`") ? " " : ""
    return fence + padding + self + padding + fence
  }

  /// Each line with a backslash before what would start a list, heading or quotation there.
  package var markdownLineStartsEscaped: String {
    guard startsLikeBlock || holds({ same($0, UInt8(ascii: "\n")) }) else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard let first = line.unicodeScalars.first else { return "" }
      if "#>=~+-".unicodeScalars.contains(first) { return "\\" + line }
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      let mark = line.dropFirst(digits.count).first
      guard (1...9).contains(digits.count), mark == "." || mark == ")" else { return String(line) }
      return digits + "\\" + line.dropFirst(digits.count)
    }.joined(separator: "\n")
  }

  private var startsLikeBlock: Bool {
    guard let first = utf8.first else { return false }
    return switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// An address with those characters percent-encoded that would end it in Markdown.
  package var markdownDestination: String {
    var encoded = ""
    for scalar in unicodeScalars {
      switch scalar {
      case " ", "<", ">", "(", ")", "\\", "\"", "`", "[", "]", "|":
        encoded += "%" + String(scalar.value, radix: 16, uppercase: true)
      default: encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }
}
