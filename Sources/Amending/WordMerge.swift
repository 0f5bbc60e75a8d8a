import PolicyModel
import Reading

/// A stretch of a merged sequence, by the one that has it.
private enum Piece {
  case base(Range<Int>)
  case ours(Range<Int>)
  case theirs(Range<Int>)
}

/// Puts two changes of one sequence together.
///
/// - Returns: nil where both changed the same stretch, or stretches that touch; the same change made twice is made once.
private func mergedInOrder<Element: Equatable>(
  _ base: [Element], ours: (elements: [Element], hunks: [Hunk]), theirs: (elements: [Element], hunks: [Hunk])
) -> [Piece]? {
  var result: [Piece] = []
  var next = 0
  func take(_ hunk: Hunk, as piece: Piece) {
    result += [.base(next..<hunk.old.lowerBound), piece]
    next = hunk.old.upperBound
  }
  var (mine, other) = (ours.hunks[...], theirs.hunks[...])
  while let one = mine.first, let two = other.first {
    if one.old == two.old, ours.elements[one.new] == theirs.elements[two.new] {
      take(one, as: .ours(one.new))
      mine.removeFirst()
      other.removeFirst()
    } else if one.old.upperBound < two.old.lowerBound {
      take(one, as: .ours(one.new))
      mine.removeFirst()
    } else if two.old.upperBound < one.old.lowerBound {
      take(two, as: .theirs(two.new))
      other.removeFirst()
    } else {
      return nil
    }
  }
  for one in mine { take(one, as: .ours(one.new)) }
  for two in other { take(two, as: .theirs(two.new)) }
  return result + [.base(next..<base.count)]
}

/// Where a sequence was changed; what was for the most part written anew is one stretch, for what stayed stayed by chance.
private func stretches<Element>(_ hunks: [Hunk], from old: [Element], to new: [Element]) -> [Hunk] {
  let changed = hunks.reduce(0) { $0 + $1.old.count + $1.new.count }
  return changed * 2 > old.count + new.count ? [Hunk(old: old.indices, new: new.indices)] : hunks
}

/// Puts two changes of one line of prose together, word by word; nil where they are not apart.
///
/// - Parameter known: lines that were cut before.
package func merged(_ base: Text, ours: Text, theirs: Text, known: CutLines = CutLines()) -> Text? {
  if ours == base || ours == theirs { return theirs }
  if theirs == base { return ours }
  var alphabet = known.alphabet
  let old = known.cut(base, &alphabet)
  let mine = CutLine(ours, &alphabet)
  let other = known.cut(theirs, &alphabet)
  guard old.tellsAll, mine.tellsAll, other.tellsAll else { return nil }
  func side(_ line: CutLine) -> (elements: [Int], hunks: [Hunk]) {
    (line.numbers, stretches(leastEdits(from: old.numbers, to: line.numbers), from: old.numbers, to: line.numbers))
  }
  guard let pieces = mergedInOrder(old.numbers, ours: side(mine), theirs: side(other)) else { return nil }
  var units: [Line.Unit] = []
  for piece in pieces {
    switch piece {
    case .base(let part): units.add(part, of: old, &alphabet)
    case .ours(let part): units.add(part, of: mine, &alphabet)
    case .theirs(let part): units.add(part, of: other, &alphabet)
    }
  }
  return Line(units, alphabet: alphabet).text
}

/// Puts two changes of a clause's blocks together: line by line where each block has its place as before, else block by block.
func merged(_ base: [Block], ours: [Block], theirs: [Block], known: CutLines) -> [Block]? {
  if ours == base || ours == theirs { return theirs }
  if theirs == base { return ours }
  let both =
    stayInPlace(base, ours) && stayInPlace(base, theirs)
    ? mergedInPlace(base, ours: ours, theirs: theirs, known: known)
    : mergedWhole(base, ours: ours, theirs: theirs)
  return both.flatMap { addsUp($0, base: base, ours: ours, theirs: theirs) ? $0 : nil }
}

private func mergedInPlace(_ base: [Block], ours: [Block], theirs: [Block], known: CutLines) -> [Block]? {
  var result: [Block] = []
  for (index, block) in base.enumerated() {
    guard let block = merged(block, ours: ours[index], theirs: theirs[index], known: known) else { return nil }
    result.append(block)
  }
  return result
}

/// Puts two changes of a sequence together whose elements are taken whole.
private func mergedWhole<Element: Hashable>(_ base: [Element], ours: [Element], theirs: [Element]) -> [Element]? {
  func side(_ elements: [Element]) -> (elements: [Element], hunks: [Hunk]) {
    (elements, stretches(leastEdits(from: base, to: elements), from: base, to: elements))
  }
  return mergedInOrder(base, ours: side(ours), theirs: side(theirs))?.flatMap { piece in
    switch piece {
    case .base(let part): base[part]
    case .ours(let part): ours[part]
    case .theirs(let part): theirs[part]
    }
  }
}

/// Whether each sentence and each row of the base that one side left alone stands in the result as often as the other side has
/// it; else a change of one went into another that is much like it and stands in its place now.
private func addsUp(_ both: [Block], base: [Block], ours: [Block], theirs: [Block]) -> Bool {
  let old = base.passages
  guard old.count > 1 else { return true }
  let (mine, other, result) = (ours.passages, theirs.passages, both.passages)
  return old.allSatisfy { passage, count in
    (mine[passage] != count || result[passage] == other[passage])
      && (other[passage] != count || result[passage] == mine[passage])
  }
}

/// Whether none was put in or taken out, though some may say something else.
private func stayInPlace(_ old: [Block], _ new: [Block]) -> Bool {
  old.count == new.count
    && (old.count == 1 || leastEdits(from: old, to: new).allSatisfy { $0.old.count == $0.new.count })
}

private func merged(_ base: Block, ours: Block, theirs: Block, known: CutLines) -> Block? {
  if ours == base || ours == theirs { return theirs }
  if theirs == base { return ours }
  guard case let shape = base.withoutWords, ours.withoutWords == shape, theirs.withoutWords == shape else {
    return mergedRows(base, ours: ours, theirs: theirs)
  }
  let (mine, other) = (ours.texts, theirs.texts)
  var lines: [Text] = []
  for (index, line) in base.texts.enumerated() {
    guard let line = merged(line, ours: mine[index], theirs: other[index], known: known) else { return nil }
    lines.append(line)
  }
  return base.mapTexts { _ in lines.removeFirst() }
}

/// Puts two changes of a table together of which one at least brought rows or took some out; nil for other blocks.
private func mergedRows(_ base: Block, ours: Block, theirs: Block) -> Block? {
  guard case .table(let base) = base, case .table(let ours) = ours, case .table(let theirs) = theirs,
    let header = mergedWhole(base.header, ours: ours.header, theirs: theirs.header),
    let rows = mergedWhole(base.rows, ours: ours.rows, theirs: theirs.rows),
    rows.allSatisfy({ $0.count == header.count })
  else { return nil }
  return .table(Table(header: header, rows: rows))
}

extension [Block] {
  /// How often each of their sentences and rows stands in them.
  fileprivate var passages: [String: Int] {
    var passages: [String] = []
    for block in self {
      if case .table(let table) = block {
        passages += ([table.header] + table.rows).map { $0.map(\.plain).joined(separator: " | ") }
      } else {
        // Only how often each stands is asked, for which a full stop is end enough.
        for text in block.texts {
          let parts = [UInt8](text.plain.utf8).split(separator: UInt8(ascii: "."))
          passages += parts.map { String(decoding: $0.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self) }
        }
      }
    }
    return passages.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

extension Block {
  /// Its shape alone: how many lines, rows and columns.
  var withoutWords: Block { mapTexts { _ in Text("") } }
}
