import PolicyModel

extension String {
  /// A literal for a style sheet, such as the running title of printed pages.
  var cssLiteral: String {
    let isPlain = !holds {
      same($0, UInt8(ascii: "\"")) | same($0, UInt8(ascii: "\\")) | same($0, UInt8(ascii: "<"))
        | same($0, UInt8(ascii: ">")) | same($0, UInt8(ascii: "&"))
    }
    guard !isPlain else { return "\"" + self + "\"" }
    var literal = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&": literal += "\\\(String(scalar.value, radix: 16)) "
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  var capitalisedFirst: String {
    // Most names start with a capital, and need no look at what their first character is made of.
    if let first = utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) { return self }
    return prefix(1).uppercased() + dropFirst()
  }
}

extension [String] {
  /// “a, b and c”.
  var inWords: String {
    count > 1 ? dropLast().joined(separator: ", ") + " and " + self[count - 1] : joined()
  }
}
