import PolicyModel

/// Tells at a glance that a line of prose names nothing that is looked for, as most lines do.
///
/// Goes through the bytes once and knows each title by a number made of its first three words, or as many as it has; no line
/// that names something is ever left out.
struct TitleSieve: Sendable {
  /// The numbers of the titles, each in the slot it asks for or the next free one; 0 where a slot is free.
  private var slots: [UInt32]

  /// - Parameter titles: the words of each, in small letters.
  init(_ titles: [[String]]) {
    var size = 64
    while size < titles.count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for title in titles where !title.isEmpty {
      insert(TitleSieve.number(title.prefix(3).map { $0.utf8.reduce(TitleSieve.start, TitleSieve.number) }))
    }
  }

  /// Whether a title may stand in a line as it reads, or a link that leads out of the policy.
  func mayPass(_ text: Text, of manuscript: Manuscript, in clause: Identity) -> Bool {
    var line = Line()
    for run in text.runs {
      if let link = run.style.link, link.utf8.first != UInt8(ascii: "#") { return true }
      switch run.content {
      case .words(let words): if mayPass(words, in: &line) { return true }
      case .term(let use):
        let words = manuscript.words.map { $0.words(of: use) } ?? nil
        if let words, mayPass(words, in: &line) { return true }
        if words == nil, ends(&line) { return true }
      case .reference(let reference):
        for run in manuscript.words?.runs(of: reference, in: clause, style: Text.Style()) ?? [] {
          if case .words(let words) = run.content, mayPass(words, in: &line) { return true }
        }
      case .code, .blank, .lineBreak: if ends(&line) { return true }
      }
    }
    return ends(&line)
  }

  /// What was read of a line.
  private struct Line {
    /// The word that is being read, and the two before it.
    var word = TitleSieve.start
    var second: UInt32 = 0
    var first: UInt32 = 0
    /// How many bytes of a dash or quotation mark are still to come.
    var pending = 0
  }

  private func mayPass(_ words: String, in line: inout Line) -> Bool {
    var words = words
    return words.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case 48...57, 97...122, 43:
          line.word = TitleSieve.number(line.word, byte)
          continue
        case 65...90:
          line.word = TitleSieve.number(line.word, byte + 32)
          continue
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
        guard line.word != TitleSieve.start else { continue }
        if holds(line.first, line.second, line.word) { return true }
        (line.first, line.second, line.word) = (line.second, line.word, TitleSieve.start)
      }
      return false
    }
  }

  /// Whether a title may end with the line, or where something stands in it that is no words.
  private func ends(_ line: inout Line) -> Bool {
    defer { line = Line() }
    return line.word != TitleSieve.start && holds(line.first, line.second, line.word)
  }

  /// Whether a title starts with the last word of some, the last two or all three.
  private func holds(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Bool {
    let pair = TitleSieve.joined(second, third)
    return holds(third) || holds(pair) || holds(TitleSieve.joined(TitleSieve.joined(first, second), third))
  }

  private static let start: UInt32 = 2_166_136_261

  private static func number(_ word: UInt32, _ byte: UInt8) -> UInt32 { (word ^ UInt32(byte)) &* 16_777_619 }

  private static func joined(_ first: UInt32, _ second: UInt32) -> UInt32 { first &* 31 &+ second }

  private static func number(_ words: [UInt32]) -> UInt32 { words.dropFirst().reduce(words[0], joined) }

  private mutating func insert(_ title: UInt32) {
    var slot = Int(title) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != title { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = title
  }

  private func holds(_ title: UInt32) -> Bool {
    var slot = Int(title) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == title { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return title == 0
  }
}
