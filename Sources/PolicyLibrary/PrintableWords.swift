extension String {
  /// The words with single spaces between them; nil where there are none, or where they could not be printed.
  var printable: String? {
    let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPrintable = !words.unicodeScalars.contains { $0.properties.generalCategory == .control }
    return words.isEmpty || !isPrintable ? nil : words
  }
}
