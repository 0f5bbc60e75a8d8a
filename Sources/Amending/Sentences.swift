import PolicyModel
import Reading

/// A sentence of a clause, or a row of its table: where it stands and what it is made of.
struct Sentence {
  /// A clause and how many sentences stand before this one in it.
  struct Place: Hashable {
    let clause: Identity
    let index: Int
  }

  let clause: ResolvedClause
  let index: Int
  let tokens: [Token]
  /// Whether it is a row of a table, which runs on with nothing beside it.
  let isRow: Bool
  let plain: String
  /// The words alone, in lower case.
  let words: [String]
  /// What likeness goes by.
  let bag: WordBag

  init(clause: ResolvedClause, index: Int, tokens: [Token], isRow: Bool) {
    self.clause = clause
    self.index = index
    self.tokens = tokens
    self.isRow = isRow
    plain = tokens.plain
    words = tokens.filter(\.isWord).map { $0.plain.lowercased() }
    bag = WordBag(words)
  }

  var place: Place { Place(clause: clause.identity, index: index) }
}

extension ResolvedClause {
  /// The sentences of the clause's own words, its heading first; a row of a table is one.
  var sentences: [Sentence] {
    let heading = content.heading.isEmpty ? [] : cut(content.heading)
    let body = content.blocks.flatMap { block -> [(tokens: [Token], isRow: Bool)] in
      switch block {
      case .paragraph(let text): cut(text)
      case .quotation(let texts): texts.flatMap(cut)
      case .table(let table): ([table.header] + table.rows).map { (tokens(ofRow: $0), true) }
      }
    }
    return (heading + body).enumerated().map { index, part in
      Sentence(clause: self, index: index, tokens: part.tokens, isRow: part.isRow)
    }
  }
}

/// The tokens of a line of prose, sentence by sentence: one in which a sentence ends belongs to that.
private func cut(_ text: Text) -> [(tokens: [Token], isRow: Bool)] {
  var rest = tokens(of: text)[...]
  /// How many bytes of the line were taken, and where the sentence ends.
  var (length, end) = (0, 0)
  return Reading.sentences(of: text.plain).compactMap { words in
    end += words.utf8.count + (end > 0 ? 1 : 0)
    let part = rest.prefix { token in
      guard length < end else { return false }
      length += token.plain.utf8.count + (token.followsSpace && length > 0 ? 1 : 0)
      return true
    }
    rest = rest.dropFirst(part.count)
    return part.isEmpty ? nil : (Array(part), false)
  }
}

/// The cells of a row one after the other, with a bar between them.
private func tokens(ofRow cells: [Text]) -> [Token] {
  let bar = Token(text: Text("|"), followsSpace: true)
  return Array(
    cells.map { cell in
      tokens(of: cell).enumerated().map { $0 == 0 ? Token(text: $1.text, followsSpace: true) : $1 }
    }.joined(separator: [bar]))
}

/// Which sentences of two clauses belong together: those that are the same first, then the likest in the same order.
///
/// - Returns: pairs of places; nil on one side for a sentence that stands in one of the two only. In the order of the new text,
///   what was taken out where it stood.
func pairs(_ old: [Sentence], _ new: [Sentence]) -> [(old: Int?, new: Int?)] {
  var partner = [Int?](repeating: nil, count: new.count)
  var taken: Set<Int> = []
  var places = Dictionary(grouping: old.indices.reversed()) { old[$0].plain }
  for (index, sentence) in new.enumerated() {
    if let same = places[sentence.plain]?.popLast() {
      partner[index] = same
      taken.insert(same)
    }
  }
  for (oldGap, newGap) in gaps(partner, oldCount: old.count) {
    let (before, after) = (oldGap.filter { !taken.contains($0) }, newGap.filter { partner[$0] == nil })
    for (left, right) in likest(before, after, { old[$0].bag.likeness(to: new[$1].bag, atLeast: 0.35) }) {
      partner[right] = left
    }
  }
  taken = Set(partner.compactMap { $0 })
  var result: [(old: Int?, new: Int?)] = []
  var next = 0
  for (index, left) in partner.enumerated() {
    if let left {
      result += (next..<max(next, left)).filter { !taken.contains($0) }.map { ($0, nil) }
      next = max(next, left + 1)
    }
    result.append((left, index))
  }
  return result + (next..<max(next, old.count)).filter { !taken.contains($0) }.map { ($0, nil) }
}

/// The stretches between sentences that stayed in their order.
private func gaps(_ partner: [Int?], oldCount: Int) -> [(old: Range<Int>, new: Range<Int>)] {
  var gaps: [(Range<Int>, Range<Int>)] = []
  var (left, right) = (0, 0)
  for (index, match) in partner.enumerated() {
    guard let match, match >= left else { continue }
    gaps.append((left..<match, right..<index))
    (left, right) = (match + 1, index + 1)
  }
  gaps.append((left..<max(left, oldCount), right..<partner.count))
  return gaps
}

/// The pairing of two lists in order that has the most likeness; pairs without any are left apart.
private func likest(_ old: [Int], _ new: [Int], _ likeness: (Int, Int) -> Double?) -> [(Int, Int)] {
  enum Step { case pair, passOld, passNew }
  /// For every place in both lists what is best done there.
  var steps = [Step](repeating: .passOld, count: old.count * new.count)
  // The most likeness from each place in the new list on: with the old member looked at, and with those below it alone.
  var below = [Double](repeating: 0, count: new.count + 1)
  var row = below
  for left in old.indices.reversed() {
    for right in new.indices.reversed() {
      var (score, step): (Double, Step) =
        below[right] >= row[right + 1] ? (below[right], .passOld) : (row[right + 1], .passNew)
      if let alike = likeness(old[left], new[right]), below[right + 1] + alike > score {
        (score, step) = (below[right + 1] + alike, .pair)
      }
      row[right] = score
      steps[left * new.count + right] = step
    }
    swap(&below, &row)
  }
  var pairs: [(Int, Int)] = []
  var (left, right) = (0, 0)
  while left < old.count, right < new.count {
    let step = steps[left * new.count + right]
    if step == .pair { pairs.append((old[left], new[right])) }
    if step != .passNew { left += 1 }
    if step != .passOld { right += 1 }
  }
  return pairs
}
