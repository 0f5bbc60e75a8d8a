import Amending
import PolicyModel
import Reading

extension Comparison {
  /// How many words a reader finds struck out or added; what only moved is not marked, nor what is quoted and given again.
  func markedWords(in old: Policy) -> Int {
    words(in: old) { old, new in leastEdits(from: old, to: new).reduce(0) { $0 + $1.old.count + $1.new.count } }
  }

  /// How many words the amendments themselves hold, and how many they take away by the clause.
  func quotedWords(in old: Policy) -> Int { words(in: old) { $0.count + $1.count } }

  private func words(in old: Policy, count substituted: ([Substring], [Substring]) -> Int) -> Int {
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
      case .reword(_, let rewording):
        switch rewording.change {
        case .substitute(let new): count + substituted(rewording.quoted.words, new.words)
        case .omit: count + rewording.quoted.words.count
        case .insertBefore(let new), .insertAfter(let new): count + substituted([], new.words)
        }
      case .move, .renumber, .setClause, .setDocument: count
      }
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
