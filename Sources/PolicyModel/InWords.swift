extension [String] {
  /// “a, b and c”.
  package var inWords: String { listed(with: "and") }

  /// “a, b or c”.
  package var asChoice: String { listed(with: "or") }

  private func listed(with word: String) -> String {
    count > 1 ? dropLast().joined(separator: ", ") + " \(word) " + self[count - 1] : joined()
  }
}

extension String {
  /// A number as a sentence calls it: “3.1” for “3.1.”.
  package var withoutFinalStop: String { hasSuffix(".") ? String(dropLast()) : self }

  /// The same words beginning with a capital.
  package var capitalisedFirst: String {
    // Most names start with a letter whose capital is told at once.
    switch utf8.first ?? 0 {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self
    case let first where (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first):
      String(Unicode.Scalar(first & ~0x20)) + Substring(utf8.dropFirst())
    default: prefix(1).uppercased() + dropFirst()
    }
  }
}
