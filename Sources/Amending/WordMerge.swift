import PolicyModel
import Reading

/// Puts two changes of one sequence together.
///
/// - Returns: nil where both changed the same stretch, or stretches that touch; the same change made twice is made once.
func mergedInOrder<Element: Hashable>(_ base: [Element], ours: [Element], theirs: [Element]) -> [Element]? {
  var result: [Element] = []
  var next = 0
  func take(_ hunk: Hunk, of side: [Element]) {
    result += base[next..<hunk.old.lowerBound] + side[hunk.new]
    next = hunk.old.upperBound
  }
  var (mine, other) = (stretches(from: base, to: ours)[...], stretches(from: base, to: theirs)[...])
  while let one = mine.first, let two = other.first {
    if one.old == two.old, ours[one.new] == theirs[two.new] {
      take(one, of: ours)
      mine.removeFirst()
      other.removeFirst()
    } else if one.old.upperBound < two.old.lowerBound {
      take(one, of: ours)
      mine.removeFirst()
    } else if two.old.upperBound < one.old.lowerBound {
      take(two, of: theirs)
      other.removeFirst()
    } else {
      return nil
    }
  }
  for one in mine { take(one, of: ours) }
  for two in other { take(two, of: theirs) }
  return result + base[next...]
}

/// Where a sequence was changed; what was for the most part written anew is one stretch, for what stayed stayed by chance.
private func stretches<Element: Hashable>(from old: [Element], to new: [Element]) -> [Hunk] {
  let hunks = leastEdits(from: old, to: new)
  let changed = hunks.reduce(0) { $0 + $1.old.count + $1.new.count }
  return changed * 2 > old.count + new.count ? [Hunk(old: old.indices, new: new.indices)] : hunks
}

/// Puts two changes of one line of prose together, word by word; nil where they are not apart.
package func merged(_ base: Text, ours: Text, theirs: Text) -> Text? {
  if ours == base || ours == theirs { return theirs }
  if theirs == base { return ours }
  let lines = [base, ours, theirs].map { line in
    // At the start of the line a word is what it is in the middle.
    let words = tokens(of: line)
    return words.prefix(1).map { Token(text: $0.text, followsSpace: true) } + words.dropFirst()
  }
  // A line break is no word: where there is one, words alone do not tell the line.
  guard zip(lines, [base, ours, theirs]).allSatisfy({ Text(joining: $0) == $1 }) else { return nil }
  return mergedInOrder(lines[0], ours: lines[1], theirs: lines[2]).map { Text(joining: $0) }
}

/// Puts two changes of a clause's blocks together: line by line where there are as many as before, else block by block.
func merged(_ base: [Block], ours: [Block], theirs: [Block]) -> [Block]? {
  guard base.count == ours.count, base.count == theirs.count else {
    return mergedInOrder(base, ours: ours, theirs: theirs)
  }
  var result: [Block] = []
  for (index, block) in base.enumerated() {
    guard let block = merged(block, ours: ours[index], theirs: theirs[index]) else { return nil }
    result.append(block)
  }
  return result
}

private func merged(_ base: Block, ours: Block, theirs: Block) -> Block? {
  if ours == base || ours == theirs { return theirs }
  if theirs == base { return ours }
  guard Set([base.withoutWords, ours.withoutWords, theirs.withoutWords]).count == 1 else { return nil }
  var lines: [Text] = []
  for (index, line) in base.texts.enumerated() {
    guard let line = merged(line, ours: ours.texts[index], theirs: theirs.texts[index]) else { return nil }
    lines.append(line)
  }
  return base.mapTexts { _ in lines.removeFirst() }
}

extension Block {
  /// Its shape alone: how many lines, rows and columns.
  fileprivate var withoutWords: Block { mapTexts { _ in Text("") } }
}
