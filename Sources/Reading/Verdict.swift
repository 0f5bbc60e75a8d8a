/// Whether a phrase binds or frees somebody where it stands, and why.
extension PhraseReader {
  var verdict: (force: Duty.Force?, why: String) {
    let quoted = "“\(quoted)”"
    if words.last?.text.contains("?") == true { return (nil, "\(quoted) stands in a question, which binds nobody") }
    if isOfSome { return (nil, "\(quoted) is said of not all, and leaves open of whom") }
    if words[phrase.range.lowerBound].isQuoted { return (nil, "\(quoted) stands in words that are only quoted") }
    switch phrase.sense {
    case .imperative: return binding(.must)
    case _ where isRelease:
      return (nil, "\(quoted) says what nobody has to \(phrase.isNegative ? "leave undone" : "do")")
    case .released, .must, .should, .may, .can, .will, .destined, .allowed, .lets, .judged: break
    }
    switch context.role {
    case .condition("should"): return (nil, "“should” opens a condition here, as “if” would")
    case .condition(let word): return (nil, "\(quoted) stands in a condition, behind “\(word)”")
    case .purpose: return (nil, "\(quoted) tells what something is for, behind “so that”")
    case .question(let word): return (nil, "\(quoted) stands behind “\(word)”, which leaves open what is to be done")
    case .complement(let word) where Self.suppositions.contains(word):
      return (nil, "\(quoted) tells what somebody is to suppose")
    case .complement where isSaidNotToBe: return (nil, "\(quoted) tells what is not meant, said or thought")
    case .reason where phrase.sense == .may || phrase.sense == .will: return (nil, "\(quoted) gives a reason here")
    case .main, .relative, .complement, .reason: break
    }
    if context.role == .relative, describesSomebody {
      return (nil, "\(quoted) only tells who is meant")
    }
    if context.role == .relative, describesSubject { return (nil, "\(quoted) only tells what is meant") }
    if phrase.sense != .must, verb + 1 < end, words[verb].core == "have", words[verb + 1].core == "been" {
      return (nil, "“\(phrase.words) have been” tells what was or was not so")
    }
    switch phrase.sense {
    case .must, .imperative, .released: return binding(.must)
    case .should: return binding(.should)
    case .may: return permission
    case .can: return capability
    case .will: return undertaking
    case .destined: return destiny
    case .allowed: return context.role == .relative ? description : binding(.may)
    case .lets: return allowance
    case .judged(let force): return judgement(force)
    }
  }

  /// Staff who must travel; but not: the Head, who must approve it.
  private var describesSomebody: Bool {
    let pronoun = context.start
    if words[pronoun].core == "whose" { return pronoun > 0 && words[pronoun - 1].mark == nil }
    guard ["who", "whoever", "that", "which"].contains(words[pronoun].core), context.subject.upperBound <= pronoun + 1
    else { return false }
    let isRestrictive = pronoun == 0 || words[pronoun - 1].mark == nil || words[pronoun].core == "whoever"
    return isRestrictive && isAgent
  }

  /// Transport that the council *must* pay for is free: what is said of it stands behind.
  private var describesSubject: Bool {
    guard context.start > 0, words[context.start - 1].mark == nil, context.subject.upperBound > context.start else {
      return false
    }
    // One of the next verbs is the sentence's own.
    let verbs = (min(verb, words.count)..<words.count).lazy.filter { words.isFiniteVerb($0) }.prefix(3)
    return verbs.contains { index in
      let clause = words.context(of: index)
      return clause.role == .main && !clause.isShared && clause.subject.lowerBound < context.start
        && clause.subject.contains(phrase.range.lowerBound)
    }
  }

  private static let suppositions: Set<String> = [
    "suppose", "presume", "assume", "believe", "think", "take", "it", "chance", "likely", "prospect", "likelihood",
    "danger",
    "hope", "risk", "possibility", "belief", "assumption", "presumption",
  ]

  /// Whether a duty is denied rather than what it asks: nobody has to; but not: nobody must.
  var isRelease: Bool {
    switch phrase.sense {
    case .released: true
    case .must, .should:
      isDenied
        && (words[phrase.range.lowerBound].traits.isDisjoint(with: .modal)
          || words[phrase.range.lowerBound].core == "will")
    case .may, .can, .will, .destined, .allowed, .lets, .imperative, .judged: false
    }
  }

  /// Whether the words that govern the clause deny it: this does *not mean* that.
  private var isSaidNotToBe: Bool {
    var verb = context.start - (words[context.start].core == "that" ? 1 : 0)
    // Nobody is told that: the person stands between.
    while verb > 0, !words[verb].traits.isDisjoint(with: [.agent, .determiner, .modifier]) { verb -= 1 }
    guard verb > 0, !Verbs.overlooking.contains(words[verb].core) else { return false }
    // There is no expectation that.
    if words[verb - 1].core == "no" { return true }
    var before = verb - 1
    while before > 0, words[before].traits.contains(.adverb), !ModalPhrase.denials.contains(words[before].core) {
      before -= 1
    }
    if ModalPhrase.denials.contains(words[before].core) || words[before].core.hasSuffix("n't") { return true }
    // Nothing means, nobody should feel that.
    guard let finite = [verb, before].first(where: words.isFiniteVerb) else { return false }
    return words.context(of: finite).subject.first.map { Self.nobody.contains(words[$0].core) } ?? false
  }

  /// The phrase tells what something is like.
  var description: (Duty.Force?, String) { (nil, "“\(quoted)” only describes something here") }

  func binding(_ force: Duty.Force) -> (Duty.Force?, String) {
    let isNegative = phrase.isNegative != isDenied
    switch force {
    case .must where !isNegative: return (.must, "“\(quoted)” binds")
    case .must, .mustNot: return (.mustNot, "“\(quoted)” forbids")
    case .should where !isNegative: return (.should, "“\(quoted)” asks, though it does not bind")
    case .should, .shouldNot: return (.shouldNot, "“\(quoted)” asks that it be left undone, though it does not forbid")
    case .may where !isNegative: return (.may, "“\(quoted)” allows")
    case .may: return (.mustNot, "“\(quoted)” forbids")
    }
  }

  // MARK: is to, is not allowed

  private var destiny: (Duty.Force?, String) {
    if let head = words.head(of: context.subject), Verbs.purposes.contains(words[head].core) {
      return (nil, "“\(phrase.words)” tells what the “\(words[head].core)” is")
    }
    // This is to make sure of something.
    let isAim = context.subject.count == 1 && words[context.subject.lowerBound].traits.contains(.pronoun) && !isAgent
    return isAim || context.role == .relative ? description : binding(.must)
  }

  private func judgement(_ force: Duty.Force) -> (Duty.Force?, String) {
    guard context.role != .relative else { return description }
    switch force {
    case .may where isDenied: return (.mustNot, "“\(quoted)” forbids")
    case .may: return (.may, "“\(phrase.words)” allows")
    case .mustNot: return (.mustNot, "“\(phrase.words)” forbids")
    case .must where isDenied: return (nil, "“\(quoted)” says what nobody has to do")
    case .must: return (.must, "“\(phrase.words)” binds")
    case .should, .shouldNot: return (force, "“\(phrase.words)” asks, though it does not bind")
    }
  }
}
