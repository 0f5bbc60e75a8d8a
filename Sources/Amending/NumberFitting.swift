import PolicyModel

/// Makes the computed numbers of a policy those that a document prints.
struct NumberFitting {
  private(set) var policy: Policy
  private let typed: [Identity: ForeignDocument.TypedNumber]
  /// Beyond these every further number is set as a label, so that a document with other numbers throughout takes no time.
  private static let most = 60

  init(_ policy: Policy, typed: [Identity: ForeignDocument.TypedNumber]) {
    self.policy = policy
    self.typed = typed
    guard !typed.isEmpty, misfits > 0 else { return }
    fitScheme()
    fitClauses()
  }

  private var misfits: Int { wrong(NumberedClauses(of: policy)).count }

  private func wrong(_ numbers: NumberedClauses) -> Set<Identity> {
    Set(
      typed.filter { identity, number in
        numbers[identity].map { $0.noun != .none && $0.printed != number.printed } ?? false
      }.keys)
  }

  // MARK: The scheme

  /// Patterns that documents have, by level.
  private static let patterns: [NumberingScheme.Level: [String]] = [
    .section: ["1", "1.", "A", "A.", "I", "I.", "none"],
    .clause: ["1.1", "1.1.", "1.1)", "none"],
    .item: ["bullet", "(a)", "a)", "a.", "(i)", "i)", "1.", "1)", "(1)"],
    .appendix: ["Appendix A", "Appendix 1", "Annex A", "Annex 1", "Schedule 1", "A"],
    .appendixClause: ["A.1.1", "1.1", "1.1.1", "none"],
  ]

  /// Another pattern for a level, where it mends several numbers at once.
  private mutating func fitScheme() {
    for level in NumberingScheme.Level.allCases {
      let before = misfits
      var best = (count: before - 2, pattern: policy.numbering[level])
      for written in Self.patterns[level, default: []] {
        guard let pattern = NumberPattern(written), pattern != policy.numbering[level] else { continue }
        var trial = self
        trial.policy.numbering[level] = pattern
        let count = trial.misfits
        if count < best.count { best = (count, pattern) }
      }
      policy.numbering[level] = best.pattern
    }
  }

  // MARK: Single clauses

  private mutating func fitClauses() {
    for _ in 0..<Self.most {
      let wrong = wrong(NumberedClauses(of: policy))
      guard let first = policy.clauses.flatMap(\.withDescendants).first(where: { wrong.contains($0.identity!) }),
        let best = candidates(for: first).map({ ($0, count(with: $0)) }).min(by: { $0.1 < $1.1 }),
        best.1 < wrong.count
      else { break }
      policy.clauses = policy.clauses.map { $0.replacing(best.0) }
    }
    let wrong = wrong(NumberedClauses(of: policy))
    guard !wrong.isEmpty else { return }
    policy.clauses = policy.clauses.map { $0.labelled(typed.filter { wrong.contains($0.key) }) }
  }

  private func count(with clause: Clause) -> Int {
    var trial = self
    trial.policy.clauses = policy.clauses.map { $0.replacing(clause) }
    return trial.misfits
  }

  /// The clause with other ways of counting, the plainest first.
  private func candidates(for clause: Clause) -> [Clause] {
    var plain = clause
    plain.label = nil
    func counting(_ numbering: Numbering) -> Clause {
      var candidate = plain
      candidate.numbering = numbering
      return candidate
    }
    switch typed[clause.identity!] {
    case .printed(let number)?:
      var labelled = clause
      labelled.label = number
      let ordinal = number.ordinal.map { [counting(.ordinal($0))] } ?? []
      return [plain, counting(.automatic)] + ordinal + [labelled]
    case .some(.none), nil: return [plain, counting(.hidden), counting(.none)]
    }
  }
}

extension ForeignDocument.TypedNumber {
  fileprivate var printed: String? { if case .printed(let number) = self { number } else { nil } }
}

extension Clause {
  fileprivate func replacing(_ other: Clause) -> Clause {
    if identity == other.identity { return other }
    var clause = self
    clause.clauses = clauses.map { $0.replacing(other) }
    return clause
  }

  fileprivate func labelled(_ numbers: [Identity: ForeignDocument.TypedNumber]) -> Clause {
    var clause = self
    switch numbers[identity!] {
    case .printed(let number)?: clause.label = number
    case .some(.none): (clause.label, clause.numbering) = (nil, .hidden)
    case nil: break
    }
    clause.clauses = clauses.map { $0.labelled(numbers) }
    return clause
  }
}

extension String {
  /// The last count in a number: 4 in “3.4”, 2 in “(b)”.
  fileprivate var ordinal: Int? {
    let core = reversed().drop { ".):".contains($0) }.prefix { $0.isLetter || $0.isNumber }.reversed()
    let last = String(core)
    if let number = Int(last) { return (1...9999).contains(number) ? number : nil }
    guard last.count == 1, let letter = last.lowercased().unicodeScalars.first, ("a"..."z").contains(letter) else {
      return nil
    }
    return Int(letter.value - 96)
  }
}
