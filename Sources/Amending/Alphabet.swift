import PolicyModel

/// Numbers for what lines of prose are made of, so that looking for words is comparing numbers.
struct Alphabet {
  /// An ASCII character by its code, anything else by its place behind them.
  typealias Sign = UInt32
  /// How a sign is printed, by its place.
  typealias Style = UInt32

  /// What is no ASCII character: another one, or a term, reference, blank or break as a whole.
  enum Thing: Equatable {
    case character(Character)
    case whole(Text.Content)
  }

  private struct Entry {
    let thing: Thing
    let isLetter: Bool

    init(thing: Thing) {
      self.thing = thing
      if case .character(let character) = thing {
        isLetter = character.isLetter || character.isNumber
      } else {
        isLetter = false
      }
    }
  }

  private static let ascii: Sign = 0x80
  private static let quotes = (["’", "‘", "“", "”"] as [Character]).map { Entry(thing: .character($0)) }
  private static let plain = [Text.Style()]
  /// Marks that words follow, or that follow words, without a space.
  static let openings = signs(of: "([“‘")
  static let closings = signs(of: ",.;:)]!?”’")

  private static func signs(of marks: String) -> [Sign] {
    var alphabet = Alphabet()
    return marks.map { alphabet.sign(of: .character($0)) }
  }

  private var entries = quotes
  private var styles = plain

  static func isASCII(_ sign: Sign) -> Bool { sign < ascii }

  /// Of a sign that is no ASCII character.
  subscript(thing sign: Sign) -> Thing { entries[Int(sign - Alphabet.ascii)].thing }

  subscript(style style: Style) -> Text.Style { styles[Int(style)] }

  mutating func sign(of thing: Thing) -> Sign {
    if case .character(let character) = thing, let ascii = character.asciiValue { return Sign(ascii) }
    if let index = entries.firstIndex(where: { $0.thing == thing }) { return Alphabet.ascii + Sign(index) }
    entries.append(Entry(thing: thing))
    return Alphabet.ascii + Sign(entries.count - 1)
  }

  /// Whether a scalar never makes one character with others: what is written in Western Europe, with dashes and quotation marks.
  static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || (0x2010...0x2027).contains(scalar.value)
  }

  mutating func style(of style: Text.Style) -> Style {
    if let index = styles.firstIndex(of: style) { return Style(index) }
    styles.append(style)
    return Style(styles.count - 1)
  }

  /// The same for the two ways of typing a quotation mark or an apostrophe.
  static func typed(_ sign: Sign) -> Sign {
    switch sign {
    case 0..<ascii: sign
    case ascii, ascii + 1: Sign(UInt8(ascii: "'"))
    case ascii + 2, ascii + 3: Sign(UInt8(ascii: "\""))
    default: sign
    }
  }

  /// Whether it is a letter or a digit.
  func isLetter(_ sign: Sign) -> Bool {
    switch sign {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<Alphabet.ascii: false
    default: entries[Int(sign - Alphabet.ascii)].isLetter
    }
  }

  /// Whether it is a term, reference, blank or break.
  func isWhole(_ sign: Sign) -> Bool {
    guard sign >= Alphabet.ascii, case .whole = entries[Int(sign - Alphabet.ascii)].thing else { return false }
    return true
  }

  func isBreak(_ sign: Sign) -> Bool {
    sign >= Alphabet.ascii && entries[Int(sign - Alphabet.ascii)].thing == .whole(.lineBreak)
  }

  /// The first style is none.
  func isLink(_ style: Style) -> Bool { style > 0 && styles[Int(style)].link != nil }
}
