import PolicyModel

/// A sentence that one clause lost and another gained.
struct Relocation {
  let old: Sentence
  let new: Sentence
}

/// The sentences that went from one clause to another, the likest first; those too short to be known again are left out.
func relocations(of removed: [Sentence], to added: [Sentence]) -> [Relocation] {
  let before = LooseSentences(removed)
  let after = LooseSentences(added)
  var candidates: [(likeness: Double, old: Int, new: Int)] = []
  for (right, sentence) in after.sentences.enumerated() {
    for left in before.candidates(for: sentence.words)
    where before.sentences[left].clause.identity != sentence.clause.identity {
      if let alike = before.sentences[left].bag.likeness(to: sentence.bag, atLeast: 0.75) {
        candidates.append((alike, left, right))
      }
    }
  }
  candidates.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
  var (usedOld, usedNew): (Set<Int>, Set<Int>) = ([], [])
  return candidates.compactMap { candidate in
    guard !usedOld.contains(candidate.old), !usedNew.contains(candidate.new) else { return nil }
    usedOld.insert(candidate.old)
    usedNew.insert(candidate.new)
    return Relocation(old: before.sentences[candidate.old], new: after.sentences[candidate.new])
  }
}

/// Sentences that stand in one text alone, to be found by their words.
private struct LooseSentences {
  let sentences: [Sentence]
  private var holders: [String: [Int]] = [:]

  init(_ all: [Sentence]) {
    sentences = all.filter { $0.words.count >= 5 }
    for (index, sentence) in sentences.enumerated() {
      for word in sentence.words.unique { holders[word, default: []].append(index) }
    }
  }

  /// The sentences that share a word which few have; those that share its rarest one, where all its words are common.
  func candidates(for words: [String]) -> Set<Int> {
    let known = words.unique.compactMap { holders[$0] }
    let rare = known.filter { $0.count <= 30 }
    return Set((rare.isEmpty ? known.min { $0.count < $1.count }.map { [$0] } ?? [] : rare).joined())
  }
}
