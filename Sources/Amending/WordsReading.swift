import PolicyModel
import Reading

/// Reads what a change of words means: nothing, other terms, spelling, or something to act on.
struct WordsReading {
  let oldTerms: TermPhrases
  let newTerms: TermPhrases
  /// What clauses of the new text are called in the old one.
  let matches: [Identity: Identity]

  /// What a change of words means, and why; no reasons where nothing else can be said of it.
  struct Finding: Hashable {
    let kind: Change.Class
    let reasons: [String]
  }

  /// What it means that one sentence stands where another stood; nothing where only styles or printed references differ.
  ///
  /// - Parameter stems: the words above them that they go on with.
  func findings(from old: [Token], to new: [Token], under stems: (old: String?, new: String?)) -> [Finding] {
    let (before, after) = withoutReferences(old, new)
    if before.map(\.plain) == after.map(\.plain) { return linkFindings(old, new) }
    if let finding = referenceFinding(old, new, (before, after)) { return [finding] }
    if let substitutions = termSubstitutions(from: before, to: after, oldTerms: oldTerms, newTerms: newTerms) {
      let reasons = substitutions.map { substitution in
        let names = substitution.terms.map { "“\($0)”" }
        return names.count == 1
          ? "the term \(names[0]) has another value"
          : "one of the terms \(names.inWords) has another value"
      }
      return [Finding(kind: .term, reasons: reasons.unique)]
    }
    var reasons: [String] = []
    let (oldGroups, newGroups) = (oldTerms.groups(before), newTerms.groups(after))
    for hunk in leastEdits(from: oldGroups.map(\.plain), to: newGroups.map(\.plain)) {
      let (removed, inserted) = (Array(oldGroups[hunk.old].joined()), Array(newGroups[hunk.new].joined()))
      guard termSubstitutions(from: removed, to: inserted, oldTerms: oldTerms, newTerms: newTerms) == nil else {
        continue
      }
      let isAtEnd = hunk.old.upperBound == oldGroups.count && hunk.new.upperBound == newGroups.count
      guard let reason = editorialReason(from: removed, to: inserted, isAtEnd: isAtEnd) else {
        return dutyFindings(strengthChanges(from: old.plain, to: new.plain, under: stems))
      }
      reasons.append(reason)
    }
    return [Finding(kind: .editorial, reasons: reasons.unique)]
  }

  private func dutyFindings(_ strength: (changes: [StrengthChange], remarks: [String])) -> [Finding] {
    let (changes, remarks) = strength
    let findings = [StrengthChange.Direction.stronger, .weaker].compactMap { direction -> Finding? in
      let reasons = changes.filter { $0.direction == direction }.map(\.reason)
      guard !reasons.isEmpty else { return nil }
      return Finding(kind: direction == .stronger ? .stronger : .weaker, reasons: reasons)
    }
    return findings.isEmpty ? [Finding(kind: .substantive, reasons: remarks)] : findings
  }

  /// Both lines with references to the same clause read alike, whatever number is printed.
  private func withoutReferences(_ old: [Token], _ new: [Token]) -> ([Token], [Token]) {
    func named(_ tokens: [Token], _ name: (Identity) -> Identity) -> [Token] {
      tokens.map { token in
        guard let reference = token.reference else { return token }
        return Token(text: Text(name(reference).description), followsSpace: token.followsSpace)
      }
    }
    return (named(old) { $0 }, named(new) { matches[$0] ?? $0 })
  }

  /// What it means that nothing but the clauses referred to differs.
  ///
  /// - Parameter named: both lines with the name of each clause that is referred to.
  private func referenceFinding(_ old: [Token], _ new: [Token], _ named: (old: [Token], new: [Token])) -> Finding? {
    guard old.count == new.count else { return nil }
    let others = old.indices.filter { named.old[$0].plain != named.new[$0].plain }
    guard others.allSatisfy({ old[$0].reference != nil && new[$0].reference != nil }) else { return nil }
    let reasons = others.map { index in
      let (number, was) = (new[index].plain, old[index].plain)
      return number == was ? "“\(number)” is another clause now" : "it refers to “\(number)” instead of “\(was)”"
    }
    return Finding(kind: .substantive, reasons: reasons.unique)
  }

  /// What it means that links lead elsewhere: to another Act, or to where the same is found now.
  private func linkFindings(_ old: [Token], _ new: [Token]) -> [Finding] {
    zip(old, new).filter { $0.link != $1.link && $0.reference == nil && $1.reference == nil }.map { before, after in
      let acts = [before, after].map { $0.link.flatMap(legislationIdentifier) }
      let reason =
        switch (before.link, after.link) {
        case (nil, let link?): "“\(after.plain)” is a link to \(link) now"
        case (_, nil): "“\(after.plain)” is no link any more"
        case (let old?, let new?): "the link behind “\(after.plain)” leads to \(new) instead of \(old)"
        }
      return Finding(kind: acts[0] == acts[1] || acts.contains(nil) ? .editorial : .substantive, reasons: [reason])
    }
  }
}

extension Token {
  fileprivate var link: String? { text.runs.first?.style.link }
}
