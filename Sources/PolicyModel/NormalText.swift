extension Text {
  /// Whether nothing is to be done: looked at first, because most lines are made of what was normal already.
  static func isNormal(_ runs: [Run]) -> Bool {
    var followsSpace = true
    for index in runs.indices {
      guard case .words(let words) = runs[index].content else {
        if runs[index].content == .lineBreak { return false }
        followsSpace = false
        continue
      }
      let style = runs[index].style
      if words.isEmpty || index > 0 && runs[index - 1].style == style && runs[index - 1].isWords { return false }
      if words.utf8.first == space, index == 0 || !style.isWithin(runs[index - 1].style) { return false }
      guard words.isSingleSpaced(after: &followsSpace) else { return false }
      if followsSpace, index + 1 < runs.count, !style.isWithin(runs[index + 1].style) { return false }
    }
    return !followsSpace || runs.isEmpty
  }

  /// Single spaces, none at the ends or at the edge of a style, and neighbours of one style joined.
  static func normalised(_ runs: [Run]) -> [Run] {
    var line = NormalLine()
    for (index, run) in runs.enumerated() {
      guard case .words(let words) = run.content else {
        line.add(run)
        continue
      }
      let style = run.style
      // Spaces at the edge of a style stand in what the two neighbours share, which for plain words is plain.
      let before = index > 0 ? style.shared(with: runs[index - 1].style) : Style()
      let after = index + 1 < runs.count ? style.shared(with: runs[index + 1].style) : Style()
      guard before != style || after != style else {
        line.add(words[...], style)
        continue
      }
      let leading = words.utf8.prefix(while: isSpace)
      guard leading.endIndex != words.endIndex else {
        line.add(words[...], before.shared(with: after))
        continue
      }
      let end = words.utf8[words.utf8.index(after: words.utf8.lastIndex { !isSpace($0) }!)...].startIndex
      line.add(words[..<leading.endIndex], before)
      line.add(words[leading.endIndex..<end], style)
      line.add(words[end...], after)
    }
    return line.finished()
  }

  fileprivate static let space = UInt8(ascii: " ")

  fileprivate static func isSpace(_ byte: UInt8) -> Bool { byte == space || byte == 9 || byte == 10 || byte == 13 }
}

extension Text.Style {
  /// Whether all of it is part of another.
  fileprivate func isWithin(_ other: Text.Style) -> Bool {
    (!isEmphasised || other.isEmphasised) && (!isStrong || other.isStrong) && (link == nil || link == other.link)
  }
}

/// A line of prose that is put together from stretches of words, with its spaces made single on the way.
private struct NormalLine {
  private var runs: [Text.Run] = []
  /// The words not yet among the runs, and their style.
  private var words = ""
  private var style = Text.Style()
  private var followsSpace = true

  mutating func add(_ run: Text.Run) {
    let isBreak = run.content == .lineBreak
    if isBreak { dropTrailingSpace() }
    flush()
    if !isBreak || !runs.isEmpty { runs.append(run) }
    followsSpace = isBreak
  }

  mutating func add(_ more: Substring, _ style: Text.Style) {
    let more = followsSpace ? Substring(more.utf8.drop(while: Text.isSpace)) : more
    guard !more.isEmpty else { return }
    let kept = more.isSingleSpaced(after: &followsSpace) ? more : singleSpaced(more)
    guard !kept.isEmpty else { return }
    if style != self.style {
      flush()
      self.style = style
    }
    words += kept
  }

  private mutating func singleSpaced(_ words: Substring) -> Substring {
    var kept: [UInt8] = []
    kept.reserveCapacity(words.utf8.count)
    for byte in words.utf8 {
      guard Text.isSpace(byte) else {
        kept.append(byte)
        followsSpace = false
        continue
      }
      if !followsSpace { kept.append(Text.space) }
      followsSpace = true
    }
    return Substring(decoding: kept, as: UTF8.self)
  }

  mutating func finished() -> [Text.Run] {
    dropTrailingSpace()
    flush()
    while runs.last?.content == .lineBreak { runs.removeLast() }
    return runs
  }

  private mutating func dropTrailingSpace() {
    if words.utf8.last == Text.space { words.unicodeScalars.removeLast() }
  }

  private mutating func flush() {
    if !words.isEmpty { runs.append(Text.Run(.words(words), style: style)) }
    words = ""
  }
}

extension StringProtocol {
  /// Whether no white space but single spaces stands in it, none of them at the start where it follows a space.
  ///
  /// - Parameter followsSpace: whether a space stands before it; where it is single-spaced, then whether one stands at its end.
  fileprivate func isSingleSpaced(after followsSpace: inout Bool) -> Bool {
    let isSingleSpaced = utf8.withContiguousStorageIfAvailable { bytes in
      guard let first = bytes.first, let last = bytes.last else { return true }
      var wrong = followsSpace ? same(first, Text.space) : 0
      // All other white space of ASCII stands side by side.
      for byte in bytes { wrong |= byte &- 9 < 5 ? 1 : 0 }
      for index in 1..<bytes.count { wrong |= same(bytes[index &- 1], Text.space) & same(bytes[index], Text.space) }
      guard wrong == 0 else { return false }
      followsSpace = last == Text.space
      return true
    }
    // What is not stored in one piece is made so.
    return isSingleSpaced ?? false
  }
}
