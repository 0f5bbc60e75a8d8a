import PolicyModel

/// A line of prose taken apart into signs with their styles, so that words in it can be found and changed.
struct Line {
  struct Unit: Hashable {
    let sign: Alphabet.Sign
    let style: Alphabet.Style

    var isSpace: Bool { sign == 0x20 }
    /// Whether it ends a sentence.
    var isStop: Bool { sign == 0x2E || sign == 0x3F || sign == 0x21 || sign == 0x3B }
    var isOpening: Bool { Alphabet.openings.contains(sign) }
    var isClosing: Bool { Alphabet.closings.contains(sign) }
    /// A space in no style.
    static let space = Unit(sign: 0x20, style: 0)
  }

  private(set) var units: [Unit] = []
  /// What the numbers stand for; the same in lines of which one was made with the alphabet of the other.
  private(set) var alphabet: Alphabet

  init(_ text: Text, alphabet: Alphabet = Alphabet()) {
    self.alphabet = alphabet
    units.reserveCapacity(text.runs.reduce(0) { $0 + $1.likelyLength })
    for run in text.runs {
      let style = self.alphabet.style(of: run.style)
      if case .words(let words) = run.content {
        append(words, style)
      } else {
        units.append(Unit(sign: self.alphabet.sign(of: .whole(run.content)), style: style))
      }
    }
  }

  init(_ units: some Sequence<Unit>, alphabet: Alphabet) {
    self.units = Array(units)
    self.alphabet = alphabet
  }

  private mutating func append(_ words: String, _ style: Alphabet.Style) {
    let start = units.count
    guard words.holds({ $0 & 0x80 }) else {
      words.withBytes { bytes in
        units.append(contentsOf: bytes.lazy.map { Unit(sign: Alphabet.Sign($0), style: style) })
      }
      return
    }
    for scalar in words.unicodeScalars {
      guard Alphabet.standsAlone(scalar) else {
        units.removeSubrange(start...)
        for character in words { units.append(Unit(sign: alphabet.sign(of: .character(character)), style: style)) }
        return
      }
      let sign = scalar.isASCII ? scalar.value : alphabet.sign(of: .character(Character(scalar)))
      units.append(Unit(sign: sign, style: style))
    }
  }

  var text: Text { text(of: units.indices) }

  /// The words of a part.
  func text(of part: Range<Int>) -> Text {
    var runs: [Text.Run] = []
    var words: [UInt8] = []
    words.reserveCapacity(part.count)
    func endWords(_ style: Alphabet.Style) {
      guard !words.isEmpty else { return }
      runs.append(Text.Run(.words(String(decoding: words, as: UTF8.self)), style: alphabet[style: style]))
      words.removeAll(keepingCapacity: true)
    }
    for index in part {
      let (sign, style) = (units[index].sign, units[index].style)
      if Alphabet.isASCII(sign) {
        words.append(UInt8(sign))
      } else {
        switch alphabet[thing: sign] {
        case .character(let character): words.append(contentsOf: character.utf8)
        case .whole(let content):
          endWords(style)
          runs.append(Text.Run(content, style: alphabet[style: style]))
        }
      }
      if index + 1 == part.upperBound || units[index + 1].style != style { endWords(style) }
    }
    return Text(runs)
  }

  /// Whether a part cuts neither a word nor a link.
  func isWhole(_ part: Range<Int>) -> Bool { !cuts(at: part.lowerBound) && !cuts(at: part.upperBound) }

  private func cuts(at index: Int) -> Bool {
    guard index > 0, index < units.count else { return false }
    let (left, right) = (units[index - 1], units[index])
    if alphabet.isLink(left.style), alphabet[style: left.style].link == alphabet[style: right.style].link {
      return true
    }
    return alphabet.isLetter(left.sign) && alphabet.isLetter(right.sign)
  }

  // MARK: Changing

  /// Carries out a change where the quoted words stand.
  mutating func change(_ place: Range<Int>, _ change: Rewording.Change) {
    switch change {
    case .substitute(let new): replace(place, with: new)
    case .omit: replace(place, with: Text(""))
    case .insertBefore(let new): insert(new, at: place.lowerBound)
    case .insertAfter(let new): insert(new, at: place.upperBound)
    }
  }

  /// Puts other words in the place of some; they take the emphasis that all of those have.
  private mutating func replace(_ place: Range<Int>, with text: Text) {
    var shared = alphabet[style: units[place.lowerBound].style]
    for index in place.dropFirst() where units[index].style != units[index - 1].style {
      shared = shared.shared(with: alphabet[style: units[index].style])
    }
    let new = Line(text.emphasised(like: shared), alphabet: alphabet)
    alphabet = new.alphabet
    units.replaceSubrange(place, with: new.units)
    if new.units.isEmpty { closeGap(at: place.lowerBound) }
  }

  /// Puts words before or behind a place, with a space where words would run together.
  private mutating func insert(_ text: Text, at index: Int) {
    let line = Line(text, alphabet: alphabet)
    alphabet = line.alphabet
    var new = line.units
    if index > 0, !units[index - 1].isSpace, !units[index - 1].isOpening, new.first?.isClosing != true {
      new.insert(.space, at: 0)
    }
    if index < units.count, !units[index].isSpace, !units[index].isClosing { new.append(.space) }
    units.insert(contentsOf: new, at: index)
  }

  /// Takes away the second of two spaces, and a space before a full stop, where words were omitted.
  private mutating func closeGap(at index: Int) {
    guard index > 0, units[index - 1].isSpace, index == units.count || units[index].isSpace || units[index].isClosing
    else { return }
    units.remove(at: index - 1)
  }
}

extension Text {
  /// The line with some emphasis all over.
  func emphasised(like style: Style) -> Text {
    guard style.isEmphasised || style.isStrong else { return self }
    return mapRuns { run in
      run.style.isEmphasised = run.style.isEmphasised || style.isEmphasised
      run.style.isStrong = run.style.isStrong || style.isStrong
    }
  }
}
