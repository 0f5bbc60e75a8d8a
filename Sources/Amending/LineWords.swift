import PolicyModel

extension Line {
  /// The words: what stands between spaces, with links whole; a mark at either end of a word is a word of its own.
  var words: [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(units.count / 4)
    var start = 0
    while start < units.count {
      guard !isGap(start) else {
        start += 1
        continue
      }
      var end = start
      var core: Range<Int>?
      while end < units.count, !isGap(end) {
        if isPart(end) { core = (core?.lowerBound ?? end)..<end + 1 }
        end += 1
      }
      let (first, last) = (core?.lowerBound ?? end, core?.upperBound ?? end)
      for mark in start..<first { words.append(mark..<mark + 1) }
      if let core { words.append(core) }
      for mark in last..<end { words.append(mark..<mark + 1) }
      start = end
    }
    return words
  }

  /// The words as `Reading` cuts a text into tokens: between spaces, with links whole, and only the marks of prose at their
  /// ends apart.
  var tokens: [Range<Int>] {
    var tokens: [Range<Int>] = []
    tokens.reserveCapacity(units.count / 4)
    var start = 0
    /// What stands up to here without a gap is a word with the marks around it.
    func end(at end: Int) {
      var (first, last) = (start, end)
      while first < last, isMark(first, \.isOpening) { first += 1 }
      while first < last, isMark(last - 1, \.isClosing) { last -= 1 }
      for mark in start..<first { tokens.append(mark..<mark + 1) }
      if first < last { tokens.append(first..<last) }
      for mark in last..<end { tokens.append(mark..<mark + 1) }
    }
    for index in units.indices {
      if isGap(index) || alphabet.isBreak(units[index].sign) {
        end(at: index)
        start = index + 1
      } else if index > start, units[index].style != units[index - 1].style,
        isLink(index) || alphabet.isWhole(units[index].sign), link(index) != link(index - 1)
      {
        end(at: index)
        start = index
      }
    }
    end(at: units.count)
    return tokens
  }

  /// Whether a mark stands there that is parted from the word beside it; within a link none is.
  private func isMark(_ index: Int, _ isOfKind: (Unit) -> Bool) -> Bool {
    (isOfKind(units[index]) || units[index].sign == UInt32(UInt8(ascii: "\""))) && !isLink(index)
  }

  private func link(_ index: Int) -> String? { alphabet[style: units[index].style].link }

  /// A number for a word that stands for the same word, with or without space before it, in lines that share an alphabet.
  func number(of word: Range<Int>) -> Int {
    var number = Fingerprint()
    number.add(word.lowerBound == 0 || isGap(word.lowerBound - 1) ? 1 : 0)
    for index in word { number.add(UInt64(units[index].sign) << 32 | UInt64(units[index].style)) }
    return number.number
  }

  /// Whether it is more than a punctuation mark.
  func isWord(_ range: Range<Int>) -> Bool { range.contains(where: isPart) }

  /// What may be quoted to say where a place between two words is: the next words on either side, one to three.
  func anchors(of place: Int, _ words: [Range<Int>]) -> [Range<Int>] {
    let left = Array((0..<place).reversed().lazy.filter { isWord(words[$0]) }.prefix(3).map { $0..<place })
    let right = Array((place..<words.count).lazy.filter { isWord(words[$0]) }.prefix(3).map { place..<$0 + 1 })
    return (0..<3).flatMap { left.dropFirst($0).prefix(1) + right.dropFirst($0).prefix(1) }
  }

  /// Some words, then with more and more of those on either side, in turn.
  func widened(_ part: Range<Int>, _ words: [Range<Int>]) -> some Sequence<Range<Int>> {
    var goesLeft = false
    return sequence(first: part) { part in
      goesLeft.toggle()
      let (hasLeft, hasRight) = (part.lowerBound > 0, part.upperBound < words.count)
      guard hasLeft || hasRight else { return nil }
      if hasLeft && (goesLeft || !hasRight) {
        return ((0..<part.lowerBound).last { isWord(words[$0]) } ?? 0)..<part.upperBound
      }
      return part.lowerBound..<((part.upperBound..<words.count).first { isWord(words[$0]) } ?? words.count - 1) + 1
    }
  }

  private func isGap(_ index: Int) -> Bool { units[index].isSpace && !isLink(index) }

  private func isLink(_ index: Int) -> Bool { alphabet.isLink(units[index].style) }

  /// Whether it belongs to a word wherever it stands: a letter, a digit, a whole thing, all of a link.
  private func isPart(_ index: Int) -> Bool {
    let sign = units[index].sign
    return alphabet.isLetter(sign) || alphabet.isWhole(sign) || isLink(index)
  }
}
