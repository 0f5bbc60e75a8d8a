import PolicyModel
import Reading

/// A clause that stands in both texts, with its sentences paired.
struct LastingClause {
  let old: ResolvedClause
  let new: ResolvedClause
  /// Sentences that read differently, each with what it was; one may have become two, or two one.
  let reworded: [(old: [Sentence], new: [Sentence])]
  /// Sentences that the clause lost.
  let removed: [Sentence]
  /// Sentences that the clause gained.
  let added: [Sentence]
  /// Whether sentences that stayed stand in another order.
  let isReordered: Bool

  init(old: ResolvedClause, new: ResolvedClause) {
    self.old = old
    self.new = new
    guard old.content.texts != new.content.texts else {
      (reworded, removed, added, isReordered) = ([], [], [], false)
      return
    }
    let (before, after) = (old.sentences, new.sentences)
    let pairs = pairs(before, after)
    var reworded = pairs.compactMap { pair -> (old: [Sentence], new: [Sentence])? in
      guard let left = pair.old, let right = pair.new, before[left].tokens != after[right].tokens else { return nil }
      return ([before[left]], [after[right]])
    }
    var removed = pairs.compactMap { $0.new == nil ? before[$0.old!] : nil }
    var added = pairs.compactMap { $0.old == nil ? after[$0.new!] : nil }
    for index in reworded.indices {
      reworded[index].old.complete(from: &removed, like: reworded[index].new)
      reworded[index].new.complete(from: &added, like: reworded[index].old)
    }
    (self.reworded, self.removed, self.added) = (reworded, removed, added)
    let kept = pairs.compactMap { $0.new == nil ? nil : $0.old }
    isReordered = kept != kept.sorted()
  }

  /// Whether the same words look otherwise.
  var isRestyled: Bool {
    let (before, after) = (old.content, new.content)
    return before.layout != after.layout && before.words == after.words
  }
}

extension [Sentence] {
  /// Takes the sentences beside its own from a list of which it is nearly the same as others with them.
  fileprivate mutating func complete(from rest: inout [Sentence], like others: [Sentence]) {
    let wanted = WordBag(others.flatMap(\.words))
    func likeness(_ sentences: [Sentence]) -> Double {
      WordBag(sentences.flatMap(\.words)).likeness(to: wanted, atLeast: 0.8) ?? 0
    }
    while let place = rest.firstIndex(where: { sentence in
      contains { abs($0.index - sentence.index) == 1 } && likeness(self + [sentence]) > likeness(self)
    }) {
      append(rest.remove(at: place))
      sort { $0.index < $1.index }
    }
  }
}

/// A clause that stands in one of two texts alone, with what stands below it there alone too.
struct LonePassage {
  let clause: ResolvedClause
  let sentences: [Sentence]
}

/// The clauses of a tree that stand in one text alone: a section for itself, any other clause with its items.
func lonePassages(in clause: ResolvedClause, isKept: (Identity) -> Bool) -> [LonePassage] {
  func lone(_ clause: ResolvedClause) -> [Sentence] {
    isKept(clause.identity) ? [] : clause.sentences + clause.clauses.flatMap(lone)
  }
  func keptBelow(_ clause: ResolvedClause) -> [LonePassage] {
    clause.clauses.flatMap { isKept($0.identity) ? lonePassages(in: $0, isKept: isKept) : keptBelow($0) }
  }
  if isKept(clause.identity) { return clause.clauses.flatMap { lonePassages(in: $0, isKept: isKept) } }
  if clause.content.isSection, !clause.content.isForm {
    return [LonePassage(clause: clause, sentences: clause.sentences)]
      + clause.clauses.flatMap { lonePassages(in: $0, isKept: isKept) }
  }
  return [LonePassage(clause: clause, sentences: lone(clause))] + keptBelow(clause)
}

extension ResolvedClause {
  /// Its own words in short: the heading of a section, the words of any other clause.
  var outline: Change.Passage {
    Change.Passage(
      clause: identity, number: number,
      text: content.isSection ? content.heading : Text(joining: content.blocks.flatMap(\.texts)))
  }

  /// Some of its sentences, or of those below it; nil for none. An item and a row of a table stand behind a dot.
  func passage(_ sentences: [Sentence]) -> Change.Passage? {
    guard !sentences.isEmpty else { return nil }
    let parts = sentences.enumerated().flatMap { index, sentence -> [Text] in
      let words = Text(joining: sentence.tokens)
      guard index > 0 else { return [words] }
      let isApart = sentence.isRow || sentence.clause.identity != sentences[index - 1].clause.identity
      return isApart ? [Text("•"), words] : [words]
    }
    return Change.Passage(clause: identity, number: number, text: Text(joining: parts))
  }

  /// As a sentence names it: by its printed number, else by its first words.
  var named: String {
    if let number { return number }
    return "“\(outline.words.opening(6))”"
  }
}

extension Clause {
  /// How its own words are laid out, without the links, which are told elsewhere.
  fileprivate var layout: [Block] { [.paragraph(heading.unlinked)] + blocks.map { $0.mapTexts(\.unlinked) } }

  fileprivate var words: String { texts.map(\.plain).joined(separator: " ") }
}

extension Text {
  fileprivate var unlinked: Text { mapRuns { $0.style.link = nil } }

  /// Lines of prose one after the other, with a space between.
  fileprivate init(joining texts: [Text]) {
    self.init(Array(texts.map(\.runs).joined(separator: [Run(.words(" "))])))
  }
}
