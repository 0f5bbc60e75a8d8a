extension String {
  /// The words with single spaces between them; nil where there are none, or where they could not be printed.
  package var printable: String? {
    let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPrintable = !words.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.isNoCharacter
    }
    return words.isEmpty || !isPrintable ? nil : words
  }
}

extension Unicode.Scalar {
  /// Whether it stands for no character at all, so that no page can hold it.
  package var isNoCharacter: Bool { value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) }
}
