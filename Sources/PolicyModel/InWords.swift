extension [String] {
  /// “a, b and c”.
  package var inWords: String {
    count > 1 ? dropLast().joined(separator: ", ") + " and " + self[count - 1] : joined()
  }
}

extension String {
  /// The same words beginning with a capital.
  package var capitalisedFirst: String {
    // Most names start with a capital, and need no look at what their first character is made of.
    if let first = utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) { return self }
    return prefix(1).uppercased() + dropFirst()
  }
}
