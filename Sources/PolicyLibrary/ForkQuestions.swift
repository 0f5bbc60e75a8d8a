import PolicyModel

/// Something that whoever forks a policy is asked.
public struct ForkQuestion: Hashable, Sendable {
  /// What the answer is about.
  public let key: ForkRequest.Key
  /// The question, without a mark at its end.
  public let words: String
  /// What is taken where nothing is answered; nil where an answer is needed.
  public let preset: String?
}

extension ForkPlan {
  /// What has not been said yet and needs to be, in the order in which it is asked.
  public var questions: [ForkQuestion] {
    var keys: [ForkRequest.Key] = known == nil ? [.name, .kind, .shortName] : []
    keys += used.filter(isNeeded).map { .term($0, .long) }
    if !otherTerms.isEmpty { keys.append(.otherTerms) }
    if said(.otherTerms).map({ ForkPlan.yes.contains($0.lowercased()) }) == true {
      keys += otherTerms.map { .term($0, .long) }
    }
    return (keys + [.reviewEvery]).filter { request.answers[$0] == nil }.map(question)
  }

  /// Answers a question.
  ///
  /// - Returns: why the answer is refused; nil where it is taken.
  public mutating func answer(_ key: ForkRequest.Key, _ words: String) -> Diagnostic? {
    if let problem = problem(of: words, about: key) { return problem }
    request.answers[key] = words
    return nil
  }

  /// Whether the base leaves a term to its forks, or speaks of its own organisation in words that no name can replace.
  private func isNeeded(_ term: String) -> Bool {
    guard isOpen(term) else { return false }
    guard let inherited = text.terms[term], !isOfTemplate else { return true }
    return isToBeFilled(term) || names.arePart(of: inherited) && names.renamed(term, in: text) == nil
  }

  private func isToBeFilled(_ term: String) -> Bool {
    toBeFilled.contains(term)
      || toBeFilled.contains { parts(of: $0).map { [$0.first, $0.second].contains(term) } == true }
  }

  private var otherTerms: [String] { used.filter { isOpen($0) && !isNeeded($0) } }

  /// Whether neither the organisation says what a term stands for, nor other terms do.
  private func isOpen(_ term: String) -> Bool { known?.terms[term] == nil && parts(of: term) == nil }

  private func question(_ key: ForkRequest.Key) -> ForkQuestion {
    switch key {
    case .name: ForkQuestion(key: key, words: "Name in full", preset: organisation.name.long)
    case .kind:
      ForkQuestion(key: key, words: "What it is: \(Organisation.Kind.choices)", preset: organisation.kind.rawValue)
    case .term(organisationTerm, let form):
      ForkQuestion(key: key, words: "Name in short", preset: organisation.name.words(form))
    case .term(let name, let form):
      ForkQuestion(
        key: key,
        words: text.terms[name].map { "“\(name)”, where the base says “\($0.words(form))”" }
          ?? "“\(name)”, which the base leaves open",
        preset: value(of: name)?.words(form))
    case .reviewEvery:
      // A preset that somebody confirms is no fact made up.
      ForkQuestion(key: key, words: "Reviewed every", preset: (reviewEvery ?? Period(1, .year)).description)
    case .otherTerms:
      ForkQuestion(
        key: key,
        words: "Other terms: \(otherTerms.map(shown).joined(separator: ", ")). Change any (yes or no)", preset: "no")
    }
  }

  private func shown(_ term: String) -> String { "\(term) “\(value(of: term)?.long ?? "")”" }

  // MARK: What cannot be

  /// Why the fork cannot be made as it is planned.
  var problems: [Diagnostic] {
    let refusals = request.answers.sorted { $0.key.description < $1.key.description }
      .compactMap { problem(of: $0.value, about: $0.key) }
    let open = used.filter { value(of: $0) == nil }.map { term in
      Diagnostic(
        .unfilledTerm, "no value is given for “\(term)”, which \(base) leaves open",
        remedy: "say what it stands for: --set \(term)=\"…\"")
    }
    return refusals + open
  }

  private func problem(of words: String, about key: ForkRequest.Key) -> Diagnostic? {
    guard let words = words.printable else {
      return Diagnostic(
        .badValue, "\(key) holds no words that can be printed", remedy: "write the words that belong there")
    }
    switch key {
    case .term(organisationTerm, let form): return known.flatMap { contradiction(key, words, $0.name.words(form)) }
    case .term(let name, let form):
      guard used.contains(name) else { return unknownTerm(name) }
      return known?.terms[name].flatMap { contradiction(key, words, $0.words(form)) }
    case .kind:
      guard Organisation.Kind(rawValue: words.lowercased()) != nil else {
        return Diagnostic(
          .badValue, "“\(words)” is no kind of organisation", remedy: "it is one of: \(Organisation.Kind.choices)")
      }
      return known.flatMap { contradiction(key, words.lowercased(), $0.kind.rawValue) }
    case .reviewEvery:
      guard Period(words.lowercased()) == nil else { return nil }
      return Diagnostic(.badValue, "“\(words)” is no review cycle", remedy: "write it like this: 1 year, 18 months")
    case .otherTerms:
      let isAnswer = (ForkPlan.yes + ["no", "n"]).contains(words.lowercased())
      return isAnswer ? nil : Diagnostic(.badValue, "“\(words)” is neither yes nor no", remedy: "write yes or no")
    }
  }

  /// That the file of an organisation says otherwise.
  private func contradiction(_ key: ForkRequest.Key, _ words: String, _ written: String) -> Diagnostic? {
    guard words != written else { return nil }
    let isTerm = if case .term(let name, _) = key { name != organisationTerm } else { false }
    return Diagnostic(
      .existingOrganisation, "\(key) says “\(words)”, but \(request.policy.organisation) says “\(written)” here",
      remedy: "leave \(key) out, or change it here for all its policies"
        + (isTerm ? "; to differ in this one, write it under terms: in its draft" : ""),
      at: SourcePosition(path: Library.organisationPath(request.policy.organisation), line: 1, column: 1))
  }

  private func unknownTerm(_ name: String) -> Diagnostic {
    let suggestion = nearest(to: name, among: used).map { "did you mean “\($0)”? " } ?? ""
    let known = used.isEmpty ? "it has none" : "its terms are: \(used.sorted().joined(separator: ", "))"
    return Diagnostic(.unknownTerm, "the text of \(base) has no term “\(name)”", remedy: suggestion + known)
  }

  private static let yes = ["yes", "y"]
}
