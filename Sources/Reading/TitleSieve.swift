import PolicyModel

/// Tells at a glance that a line of prose names nothing that is looked for, as most lines do.
///
/// Goes through the bytes once and knows each title by numbers made of its first word, its first two and its first three; no
/// line that names something is ever left out.
struct TitleSieve: Sendable {
  /// What some words in a row are, as the last bits of their number.
  private enum Part {
    /// More words make a title of them.
    static let beginning: UInt32 = 1
    /// A whole title, or its first three words.
    static let title: UInt32 = 2
    static let any: UInt32 = 3
  }

  /// The numbers of the titles and their beginnings, each in the slot it asks for or the next free one; 0 where a slot is
  /// free.
  private var slots: [UInt32]
  /// What each byte is as a letter: looked up sooner than told.
  private let letters = (UInt8.min...UInt8.max).map(TitleSieve.letter)

  /// - Parameter titles: the words of each, in small letters.
  init(_ titles: [[String]]) {
    var size = 64
    while size < titles.count * 12 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for title in titles {
      var number: UInt32?
      let words = title.prefix(3).map { TitleSieve.number(of: $0.utf8) }
      for (index, word) in words.enumerated() {
        number = number.map { TitleSieve.joined($0, word) } ?? word
        insert(number!, as: index + 1 < words.count ? Part.beginning : Part.title)
      }
    }
  }

  /// Whether a title may stand in a line as it reads, or a link that leads out of the policy.
  ///
  /// - Parameters:
  ///   - printed: what terms and references print.
  ///   - clause: where the line stands.
  func mayPass(_ text: Text, printing printed: (any PrintedWords)?, in clause: Identity) -> Bool {
    var line = Line()
    for index in text.runs.indices {
      if text.runs[index].leadsOut { return true }
      switch text.runs[index].content {
      case .words(let words): if mayPass(words, in: &line) { return true }
      case .term(let use):
        guard let words = printed?.words(of: use) else {
          if ends(&line) { return true }
          continue
        }
        if mayPass(words, in: &line) { return true }
      case .reference(let reference):
        for part in printed?.parts(of: reference, in: clause) ?? [] where mayPass(part.words, in: &line) { return true }
      case .code, .blank, .lineBreak: if ends(&line) { return true }
      }
    }
    return ends(&line)
  }

  /// What was read of a line.
  struct Line {
    /// The word that is being read.
    fileprivate(set) var word = TitleSieve.start
    /// The word before it and the two before it, where titles begin with them; else 0.
    fileprivate(set) var one: UInt32 = 0
    fileprivate(set) var two: UInt32 = 0
    /// How many bytes of a dash or quotation mark are still to come.
    fileprivate var pending = 0

    /// Whether the last byte read is one of a word, so that what follows may be of the same.
    var isInWord: Bool { word != TitleSieve.start }
    /// Whether a title may have begun that is not yet told from others.
    var isBegun: Bool { one != 0 || two != 0 }
  }

  /// Whether a title may stand in some words.
  func mayPass(_ words: String, in line: inout Line) -> Bool {
    words.withBytes { mayPass($0, in: &line) }
  }

  private func mayPass(_ bytes: UnsafeBufferPointer<UInt8>, in line: inout Line) -> Bool {
    letters.withUnsafeBufferPointer { mayPass(bytes, letters: $0, in: &line) }
  }

  private func mayPass(
    _ bytes: UnsafeBufferPointer<UInt8>, letters: UnsafeBufferPointer<UInt8>, in line: inout Line
  ) -> Bool {
    var word = line.word
    for byte in bytes {
      if case let letter = letters[Int(byte)], letter != 0 {
        word = TitleSieve.number(word, letter)
        continue
      }
      switch byte {
      case 0..<128: break
      // The marks of typography are E2 80 and one byte more; other foreign letters may be small or capital.
      case 0xE2 where line.pending == 0:
        line.pending = 2
        continue
      case 0x80 where line.pending == 2:
        line.pending = 1
        continue
      case _ where line.pending == 1: line.pending = 0
      default: return true
      }
      guard word != TitleSieve.start else { continue }
      if ends(word, in: &line) { return true }
      word = TitleSieve.start
    }
    line.word = word
    return false
  }

  /// The number of a word.
  static func number(of word: some Sequence<UInt8>) -> UInt32 {
    key(word.reduce(start) { number($0, letter($1)) })
  }

  /// Whether a title that has begun at the end of a line goes on with a word.
  func goesOn(_ line: Line, with word: UInt32) -> Bool {
    line.one != 0 && part(TitleSieve.joined(line.one, word)) != 0
      || line.two != 0 && part(TitleSieve.joined(line.two, word)) != 0
  }

  /// A letter, made small, or a digit of a word; 0 for any other byte.
  static func letter(_ byte: UInt8) -> UInt8 {
    // No byte but a capital becomes a letter by this.
    let small = byte | 0x20
    if small &- UInt8(ascii: "a") < 26 { return small }
    return byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "+") ? byte : 0
  }

  /// Whether a title may end with the line, or where something stands in it that is no words.
  func ends(_ line: inout Line) -> Bool {
    defer { line = Line() }
    return endsWord(&line)
  }

  /// Whether a title may end with the word that is being read.
  func endsWord(_ line: inout Line) -> Bool {
    defer { line.word = TitleSieve.start }
    return line.isInWord && ends(line.word, in: &line)
  }

  /// Whether a word ends a title, or the first three words of one.
  private func ends(_ number: UInt32, in line: inout Line) -> Bool {
    let word = TitleSieve.key(number)
    var parts = part(word)
    // So it is with most words.
    if parts == 0, line.one == 0, line.two == 0 { return false }
    let one = parts & Part.beginning == 0 ? 0 : word
    var two: UInt32 = 0
    if line.one != 0, case let pair = TitleSieve.joined(line.one, word), case let part = part(pair), part != 0 {
      parts |= part
      if part & Part.beginning != 0 { two = pair }
    }
    if line.two != 0 { parts |= part(TitleSieve.joined(line.two, word)) }
    (line.one, line.two) = (one, two)
    return parts & Part.title != 0
  }

  private static let start: UInt32 = 2_166_136_261

  private static func number(_ word: UInt32, _ byte: UInt8) -> UInt32 { (word ^ UInt32(byte)) &* 16_777_619 }

  private static func joined(_ first: UInt32, _ second: UInt32) -> UInt32 { key(first &* 31 &+ second) }

  /// A number that leaves room for what the words are, and is not 0.
  private static func key(_ number: UInt32) -> UInt32 { max(number & ~Part.any, Part.any + 1) }

  private func slot(of number: UInt32) -> Int {
    // The last bits are no part of the number.
    var slot = Int(number >> 2) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] & ~Part.any != number { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func insert(_ number: UInt32, as part: UInt32) { slots[slot(of: number)] |= number | part }

  /// What words of a number are; 0 for words that are of no interest.
  private func part(_ number: UInt32) -> UInt32 { slots[slot(of: number)] & Part.any }
}

extension Text.Run {
  /// Whether it is a link that leads out of the policy.
  var leadsOut: Bool { style.link.map { $0.utf8.first != UInt8(ascii: "#") } ?? false }
}
