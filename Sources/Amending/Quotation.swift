import PolicyModel

/// Finds quoted words in a line of prose and changes them.
///
/// Emphasis does not matter to a match; a term, link or reference is met whole or not at all, a word likewise.
struct Quotation {
  private let words: [Unit]

  /// What a line is made of when it is searched.
  enum Unit: Equatable {
    case character(Character)
    case whole(Text.Content)

    /// Equal, but for the two ways of typing quotation marks and apostrophes.
    func reads(like other: Unit) -> Bool {
      guard case .character(let one) = self, case .character(let two) = other else { return self == other }
      return one == two || Unit.plain(one) == Unit.plain(two)
    }

    private static func plain(_ character: Character) -> Character {
      switch character {
      case "’", "‘": "'"
      case "“", "”": "\""
      default: character
      }
    }

    var isCharacter: Bool { if case .character = self { true } else { false } }
  }

  /// Why a quotation is not found.
  enum Miss: Equatable {
    case absent
    /// The words stand there, but only across the edge of a term, link or word.
    case cut
  }

  init(_ quoted: Text) {
    words = StyledUnits(quoted).units
  }

  var isEmpty: Bool { words.isEmpty }

  /// The places where the words stand, as ranges of units; or why there is none.
  func matches(in line: StyledUnits) -> (places: [Range<Int>], miss: Miss) {
    guard !words.isEmpty, line.units.count >= words.count else { return ([], .absent) }
    var places: [Range<Int>] = []
    var miss = Miss.absent
    var start = 0
    while start + words.count <= line.units.count {
      let range = start..<(start + words.count)
      if line.units[range].elementsEqual(words, by: { $0.reads(like: $1) }) {
        if line.isWhole(range) {
          places.append(range)
          start = range.upperBound
          continue
        }
        miss = .cut
      }
      start += 1
    }
    return (places, miss)
  }
}

/// A line of prose taken apart into characters and whole things, each with its style.
struct StyledUnits {
  private(set) var units: [Quotation.Unit] = []
  private var styles: [Text.Style] = []

  init(_ text: Text) {
    for run in text.runs {
      if case .words(let words) = run.content {
        for character in words { append(.character(character), run.style) }
      } else {
        append(.whole(run.content), run.style)
      }
    }
  }

  private mutating func append(_ unit: Quotation.Unit, _ style: Text.Style) {
    units.append(unit)
    styles.append(style)
  }

  var text: Text {
    var runs: [Text.Run] = []
    var words = ""
    for (index, unit) in units.enumerated() {
      switch unit {
      case .character(let character):
        words.append(character)
        let goesOn = index + 1 < units.count && styles[index + 1] == styles[index] && units[index + 1].isCharacter
        guard !goesOn else { continue }
        runs.append(Text.Run(.words(words), style: styles[index]))
        words = ""
      case .whole(let content):
        runs.append(Text.Run(content, style: styles[index]))
      }
    }
    return Text(runs)
  }

  /// Whether a range cuts neither a word nor a link.
  func isWhole(_ range: Range<Int>) -> Bool {
    !cuts(at: range.lowerBound) && !cuts(at: range.upperBound)
  }

  private func cuts(at index: Int) -> Bool {
    guard index > 0, index < units.count else { return false }
    if let link = styles[index].link, styles[index - 1].link == link { return true }
    return isWordPart(index - 1) && isWordPart(index)
  }

  private func isWordPart(_ index: Int) -> Bool {
    guard case .character(let character) = units[index] else { return false }
    return character.isLetter || character.isNumber
  }

  /// Puts other words in the place of a range; they take the emphasis that all of the range has.
  mutating func replace(_ range: Range<Int>, with text: Text) {
    var shared = styles[range].reduce(styles[range.lowerBound]) { $0.shared(with: $1) }
    shared.link = nil
    let new = StyledUnits(text)
    let newStyles = new.styles.map { style in
      Text.Style(
        isEmphasised: style.isEmphasised || shared.isEmphasised, isStrong: style.isStrong || shared.isStrong,
        link: style.link)
    }
    units.replaceSubrange(range, with: new.units)
    styles.replaceSubrange(range, with: newStyles)
    if new.units.isEmpty { closeGap(at: range.lowerBound) }
  }

  /// Puts words before or behind a place, with a space where words would run together.
  mutating func insert(_ text: Text, at index: Int) {
    var new = StyledUnits(text)
    if index > 0, !isSpace(index - 1), !isOpening(index - 1), !new.startsWithPunctuation {
      new.units.insert(.character(" "), at: 0); new.styles.insert(Text.Style(), at: 0)
    }
    if index < units.count, !isSpace(index), !isClosing(index) { new.append(.character(" "), Text.Style()) }
    units.insert(contentsOf: new.units, at: index)
    styles.insert(contentsOf: new.styles, at: index)
  }

  /// Takes away the second of two spaces, and a space before a full stop, where words were omitted.
  private mutating func closeGap(at index: Int) {
    guard index > 0, isSpace(index - 1), index == units.count || isSpace(index) || isClosing(index) else { return }
    units.remove(at: index - 1)
    styles.remove(at: index - 1)
  }

  private var startsWithPunctuation: Bool {
    guard case .character(let first)? = units.first else { return false }
    return ",.;:)!?’”".contains(first)
  }

  private func isSpace(_ index: Int) -> Bool { units[index] == .character(" ") }

  private func isClosing(_ index: Int) -> Bool {
    guard case .character(let character) = units[index] else { return false }
    return ",.;:)]!?”’".contains(character)
  }

  private func isOpening(_ index: Int) -> Bool {
    guard case .character(let character) = units[index] else { return false }
    return "([“‘".contains(character)
  }
}
