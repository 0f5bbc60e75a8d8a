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

  /// What a thing is to the words around it.
  private enum Role {
    case letter, mark, whole
  }

  private static let ascii: Sign = 0x80
  private static let quotes: [Character] = ["’", "‘", "“", "”"]

  private var things = quotes.map(Thing.character)
  private var roles = quotes.map { _ in Role.mark }
  private var styles = [Text.Style()]
  private var areLinks = [false]

  static func isASCII(_ sign: Sign) -> Bool { sign < ascii }

  /// Of a sign that is no ASCII character.
  subscript(thing sign: Sign) -> Thing { things[Int(sign - Alphabet.ascii)] }

  subscript(style style: Style) -> Text.Style { styles[Int(style)] }

  mutating func sign(of thing: Thing) -> Sign {
    if case .character(let character) = thing, let ascii = character.asciiValue { return Sign(ascii) }
    if let index = things.firstIndex(of: thing) { return Alphabet.ascii + Sign(index) }
    things.append(thing)
    switch thing {
    case .character(let character): roles.append(character.isLetter || character.isNumber ? .letter : .mark)
    case .whole: roles.append(.whole)
    }
    return Alphabet.ascii + Sign(things.count - 1)
  }

  mutating func style(of style: Text.Style) -> Style {
    if let index = styles.firstIndex(of: style) { return Style(index) }
    styles.append(style)
    areLinks.append(style.link != nil)
    return Style(styles.count - 1)
  }

  /// The same for the two ways of typing a quotation mark or an apostrophe.
  static func typed(_ sign: Sign) -> Sign {
    switch sign {
    case ascii, ascii + 1: Sign(UInt8(ascii: "'"))
    case ascii + 2, ascii + 3: Sign(UInt8(ascii: "\""))
    default: sign
    }
  }

  /// Nil for a whole thing.
  func character(_ sign: Sign) -> Character? {
    if Alphabet.isASCII(sign) { return Character(Unicode.Scalar(UInt8(sign))) }
    guard case .character(let character) = self[thing: sign] else { return nil }
    return character
  }

  /// Whether it is a letter or a digit.
  func isLetter(_ sign: Sign) -> Bool {
    switch sign {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<Alphabet.ascii: false
    default: roles[Int(sign - Alphabet.ascii)] == .letter
    }
  }

  /// Whether it is a term, reference, blank or break.
  func isWhole(_ sign: Sign) -> Bool { sign >= Alphabet.ascii && roles[Int(sign - Alphabet.ascii)] == .whole }

  func isLink(_ style: Style) -> Bool { areLinks[Int(style)] }
}
