extension String {
  /// A literal for a style sheet, such as the running title of printed pages.
  var cssLiteral: String {
    var literal = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&": literal += "\\\(String(scalar.value, radix: 16)) "
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension [String] {
  /// “a, b and c”.
  var inWords: String {
    count > 1 ? dropLast().joined(separator: ", ") + " and " + self[count - 1] : joined()
  }
}
