import PolicyModel

/// Makes list items of lines before which somebody typed a bullet, or one letter after the other.
struct DocumentBullets {
  /// The text, with the bullets of Markdown, or numbers before the letters.
  var source: String {
    lines.indices.map { index in
      guard items.contains(index), let bullet = lines[index].typedBullet else { return lines[index] }
      let words = lines[index][(bullet.isCounted ? bullet.startIndex : bullet.endIndex)...]
      return lines[index][..<bullet.startIndex] + (bullet.isCounted ? "1) " : "- ") + words.drop { $0.isWhitespace }
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
      let next = row.first.flatMap { lines[$0].typedBullet?.later(row.count) }
      if let bullet = lines[index].typedBullet, case let isNext = bullet == next, isNext || bullet.later(0) == bullet {
        let startsLine = startsParagraph || row.last == index - 1 || ".:;,".contains(lines[index - 1].last!)
        if startsLine || isNext && bullet.isCounted {
          if !isNext { row = [] }
          row.append(index)
        }
        // A dash or a letter that stands there once is a word of the sentence.
        if row.count > 1 { items.formUnion([row[0], row[row.count - 1]]) }
        if bullet.isSign { items.insert(index) }
      } else if startsParagraph {
        row = []
      }
    }
  }
}

extension Substring {
  private static let words: Set<Substring> = ["–", "—", "o", "\\-", "\\*"]

  /// Signs that stand for nothing but a bullet. A cross is none: it says that something is not done.
  private static let signs: Set<Character> = ["•", "·", "‣", "⁃", "→", "➢", "➤", "✓", "✔", "❖", "❑"]

  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// Whether it is a bullet wherever it stands; those of word processors are in the private part of Unicode.
  var isSign: Bool {
    guard count == 1, let sign = first, let scalar = sign.unicodeScalars.first else { return false }
    return Self.signs.contains(sign) || "■"..."◿" ~= scalar && sign != "□" || "\u{E000}"..."\u{F8FF}" ~= scalar
  }

  /// Whether it is a letter or number as it stands before items: “a)”, “(ii)”, “B.”; those with a digit first are Markdown's own.
  fileprivate var isCounted: Bool {
    count <= 7 && first?.isNumber == false && ").".contains(last!) && !isSign && !Self.words.contains(self)
  }

  /// What stands before a later item of a row that begins with it; nil where none begins with it.
  fileprivate func later(_ places: Int) -> Substring? {
    guard isCounted else { return self }
    guard case .example(let example)? = NumberPattern(String(self)) else { return nil }
    return example.printed([1 + places])[...]
  }

  /// What stands for a bullet before its words, or may.
  var typedBullet: Substring? {
    let start = drop { $0 == " " }
    let word = start.prefix { !$0.isWhitespace }
    return word.endIndex < endIndex && (word.isSign || Self.words.contains(word) || word.isCounted) ? word : nil
  }
}
