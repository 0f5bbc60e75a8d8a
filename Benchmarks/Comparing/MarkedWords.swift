import Amending
import PolicyModel
import Reading

extension Comparison {
  /// How many words a reader finds struck out or added; what only moved is not marked.
  func markedWords(in old: Policy) -> Int {
    let all = old.clauses.flatMap(\.withDescendants)
    let clauses = Dictionary(uniqueKeysWithValues: all.map { ($0.identity!, $0) })
    func clause(_ target: Target) -> Clause? { target.identity.flatMap { clauses[$0] } }
    return amendments.reduce(0) { count, amendment in
      switch amendment.operation {
      case .substitute(let target, let new):
        count + (clause(target)?.wordCount ?? 0) + new.reduce(0) { $0 + $1.wordCount }
      case .substituteText(let target, let new):
        count + (clause(target)?.blocks ?? []).wordCount + new.wordCount
      case .substituteHeading(let target, let new):
        count + (clause(target)?.heading.words.count ?? 0) + new.words.count
      case .insert(let new, _): count + new.reduce(0) { $0 + $1.wordCount }
      case .omit(let target): count + (clause(target)?.wordCount ?? 0)
      case .reword(_, let rewording): count + rewording.markedWords
      case .move, .renumber, .setClause, .setDocument: count
      }
    }
  }
}

extension Rewording {
  /// Words that are quoted and given again are not marked.
  fileprivate var markedWords: Int {
    switch change {
    case .substitute(let new):
      leastEdits(from: quoted.words, to: new.words).reduce(0) { $0 + $1.old.count + $1.new.count }
    case .omit: quoted.words.count
    case .insertBefore(let new), .insertAfter(let new): new.words.count
    }
  }
}

extension Policy {
  /// Every word in reading order.
  var words: [Substring] { clauses.flatMap(\.withDescendants).flatMap(\.texts).flatMap(\.words) }
}

extension Clause {
  fileprivate var wordCount: Int { withDescendants.reduce(0) { $0 + $1.heading.words.count + $1.blocks.wordCount } }
}

extension [Block] {
  fileprivate var wordCount: Int { reduce(0) { $0 + $1.texts.reduce(0) { $0 + $1.words.count } } }
}

extension Text {
  fileprivate var words: [Substring] { plain.split(separator: " ") }
}
