/// “may”, “can” and “will” bind or free somebody only of some subjects and some verbs; else they tell what can happen.
extension PhraseReader {
  var permission: (Duty.Force?, String) {
    if isEitherWay || words[actStart..<max(actStart, verb)].contains(where: { Verbs.doubts.contains($0.core) }) {
      return possibility
    }
    switch context.role {
    case .relative: return description
    case .complement(let word) where !Verbs.decisions.contains(word):
      return (nil, "“may” tells what can happen, behind “\(word == "that" ? "" : word + " ")that”")
    case .main, .complement, .condition, .purpose, .question, .reason: break
    }
    let isNegative = phrase.isNegative != isDenied
    let isCount = context.subject.first.map { words.isCount($0) || words.isAt($0, ["at", "most"]) } ?? false
    let isLimited = isCount || fronted != nil || words.limit(from: actStart) != nil || phrase.words.hasSuffix("only")
    if let passive {
      if isNegative { return Verbs.outcomes.contains(passive) ? possibility : binding(.may) }
      if passive == "taken", Verbs.consequences.contains(topic) { return possibility }
      // A pupil may be suspended by the Head: it is said who may.
      let isRuling = Verbs.rulings.contains(passive) && doer != nil
      return isLimited || isRuling || !isAgent && Verbs.deeds.contains(passive) ? binding(.may) : possibility
    }
    guard isAgent else { return isDenied ? binding(.may) : impossibility }
    if verb >= end || isLimited || isRight || isDenied && words[verb].core == "be" { return binding(.may) }
    let isHarm = words[verb..<end].contains { Verbs.harms.contains($0.core) }
    return isHarm || Verbs.befalls.contains(words[verb].core) ? possibility : binding(.may)
  }

  /// May or may not.
  private var isEitherWay: Bool {
    let place = phrase.range.lowerBound
    return words.isAt(actStart, ["or", "may"]) || words.isAt(place - 2, ["may", "or"])
  }

  private var possibility: (Duty.Force?, String) {
    let done = [verb < end ? words[verb].core : nil, passive].compactMap { $0 }
    return (nil, "“\(([quoted] + done).joined(separator: " "))” tells what can happen, not what is allowed")
  }

  private var impossibility: (Duty.Force?, String) {
    (nil, "“\(quoted)” tells what can happen here: “\(topic)” is nobody who could be allowed something")
  }

  /// What the sentence speaks of, in one word.
  private var topic: String { words.head(of: context.subject).map { words[$0].core } ?? "it" }

  /// “allows staff to” frees somebody if whoever says so can decide it.
  var allowance: (Duty.Force?, String) {
    guard let head = words.head(of: context.subject) else { return binding(.may) }
    let decides =
      words[head].traits.contains(.agent) || words[head].isCapital || Verbs.rulers.contains(words[head].core)
    return decides ? binding(.may) : (nil, "“\(phrase.words)” tells what “\(topic)” makes possible")
  }

  var capability: (Duty.Force?, String) {
    let isDeed =
      if let passive { Verbs.deeds.contains(passive) || Verbs.rulings.contains(passive) } else {
        isRight
          || isAgent && verb < end && !Verbs.befalls.contains(words[verb].core)
            && !Verbs.powers.contains(words[verb].core)
      }
    guard context.role == .main, isDeed, !phrase.isIdle else {
      return (nil, "“\(phrase.words)” tells what is possible, not what is allowed")
    }
    return binding(.may)
  }

  var undertaking: (Duty.Force?, String) {
    let isDescribed = context.role == .relative && !isAgent
    // What will normally be done is a rule that leaves room for what is not; what will usually be done, an experience.
    let isGuess =
      !phrase.isNegative
      && words[actStart..<max(actStart, verb)].contains { Verbs.guesses.contains($0.core) && $0.core != "normally" }
    guard verb < end, !isDescribed, !isGuess else { return prediction }
    if let passive {
      let isHeldLiable = passive == "held" && words[verb..<end].contains { Verbs.liabilities.contains($0.core) }
      return isHeldLiable || Verbs.outcomes.contains(passive) ? prediction : binding(.must)
    }
    let done = words[verb].core
    if isUndergone {
      return Verbs.gains.contains(done) == (phrase.isNegative == isDenied) ? binding(.must) : prediction
    }
    // To be the point of contact is a task; to be aware is none.
    let isPost =
      done == "be" && words.isAt(verb + 1, ["the"])
      && words.animacy(of: verb + 1..<words.nounPhraseEnd(from: verb + 1)) != .agent
    return isAgent && (isPost || !Verbs.befalls.contains(done)) ? binding(.must) : prediction
  }

  private var prediction: (Duty.Force?, String) {
    guard isAgent || passive != nil else {
      return (nil, "“\(quoted)” tells what comes about: “\(topic)” is nobody who could promise something")
    }
    return (nil, "“\(quoted)” tells what comes about, not what somebody undertakes")
  }
}
