import PolicyModel
import Reading

/// Reads what a change of words means: nothing, other terms, spelling, or something to act on.
struct WordsReading {
  let oldTerms: TermPhrases
  let newTerms: TermPhrases
  /// What clauses of the new text are called in the old one.
  let matches: [Identity: Identity]

  /// One thing that a change of words means, and why.
  struct Finding: Hashable {
    let kind: Change.Class
    let reason: String
  }

  /// What it means that one sentence stands where another stood; nothing where only styles or printed references differ.
  func findings(from old: [Token], to new: [Token]) -> [Finding] {
    let (before, after) = withoutReferences(old, new)
    if before.map(\.plain) == after.map(\.plain) { return linkFindings(old, new) }
    if let substitutions = termSubstitutions(from: before, to: after, oldTerms: oldTerms, newTerms: newTerms) {
      return [Finding(kind: .term, reason: reason(for: substitutions))]
    }
    var reasons: [String] = []
    let (oldGroups, newGroups) = (oldTerms.groups(before), newTerms.groups(after))
    for hunk in leastEdits(from: oldGroups.map(plain), to: newGroups.map(plain)) {
      let (removed, inserted) = (Array(oldGroups[hunk.old].joined()), Array(newGroups[hunk.new].joined()))
      guard termSubstitutions(from: removed, to: inserted, oldTerms: oldTerms, newTerms: newTerms) == nil else {
        continue
      }
      let isAtEnd = hunk.old.upperBound == oldGroups.count && hunk.new.upperBound == newGroups.count
      guard let reason = editorialReason(from: removed, to: inserted, isAtEnd: isAtEnd) else {
        return dutyFindings(from: Text(joining: old).plain, to: Text(joining: new).plain)
      }
      reasons.append(reason)
    }
    return [Finding(kind: .editorial, reason: reasons.unique.joined(separator: "; "))]
  }

  private func plain(_ group: ArraySlice<Token>) -> String { Text(joining: group).plain }

  private func dutyFindings(from old: String, to new: String) -> [Finding] {
    let (changes, remarks) = strengthChanges(from: old, to: new)
    let findings = [StrengthChange.Direction.stronger, .weaker].compactMap { direction -> Finding? in
      let reasons = changes.filter { $0.direction == direction }.map(\.reason)
      guard !reasons.isEmpty else { return nil }
      return Finding(kind: direction == .stronger ? .stronger : .weaker, reason: reasons.joined(separator: "; "))
    }
    if !findings.isEmpty { return findings }
    let reason =
      remarks.isEmpty ? "no duty became stronger or weaker" : remarks.joined(separator: "; ")
    return [Finding(kind: .substantive, reason: reason)]
  }

  private func reason(for substitutions: [TermSubstitution]) -> String {
    let names = substitutions.map { "“\($0.term)”" }.unique
    return names.count == 1
      ? "only the value of the term \(names[0]) differs"
      : "only the values of the terms \(names.joined(separator: ", ")) differ"
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

  private func linkFindings(_ old: [Token], _ new: [Token]) -> [Finding] {
    let pairs = zip(old, new).filter { $0.link != $1.link && $0.reference == nil && $1.reference == nil }
    guard let (token, _) = pairs.first(where: { _ in true }) else { return [] }
    return [Finding(kind: .editorial, reason: "the link behind “\(token.plain)” leads elsewhere")]
  }
}

extension Token {
  fileprivate var link: String? { text.runs.first?.style.link }
}
