/// Makes list items of lines before which somebody typed a bullet.
struct DocumentBullets {
  /// The text, with the bullets of Markdown.
  var source: String {
    lines.indices.map { index in
      guard items.contains(index), let bullet = lines[index].typedBullet else { return lines[index] }
      return lines[index][..<bullet.startIndex] + "- " + lines[index][bullet.endIndex...].drop { $0.isWhitespace }
    }.joined(separator: "\n")
  }

  private let lines: [Substring]
  /// The lines that are the first of an item.
  private var items: Set<Int> = []

  init(_ source: String) {
    lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    var row: [Int] = []
    for index in lines.indices where !lines[index].isBlank {
      let startsParagraph = index == 0 || lines[index - 1].isBlank
      if let bullet = lines[index].typedBullet,
        startsParagraph || row.last == index - 1 || ".:;,".contains(lines[index - 1].last!)
      {
        if row.last.map({ lines[$0].typedBullet != bullet }) ?? false { row = [] }
        row.append(index)
        // A dash or a letter that stands there once is a word of the sentence.
        if row.count > 1 { items.formUnion([row[0], index]) }
      } else if startsParagraph {
        row = []
      }
      if let bullet = lines[index].typedBullet, Substring.bullets.contains(bullet) { items.insert(index) }
    }
  }
}

extension Substring {
  static let bullets: Set<Substring> = ["•", "·", "‣", "▪", "◦"]
  private static let words: Set<Substring> = ["–", "o", "\\-"]

  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// What stands for a bullet before its words, or may.
  var typedBullet: Substring? {
    let start = drop { $0 == " " }
    let word = start.prefix { !$0.isWhitespace }
    return word.endIndex < endIndex && (Self.bullets.contains(word) || Self.words.contains(word)) ? word : nil
  }
}
