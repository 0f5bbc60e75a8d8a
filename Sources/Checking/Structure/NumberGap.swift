import PolicyModel

extension Check {
  static let numberGap = Check(
    .numberGap, .warning, "A number that the source sets by hand leaves a gap or repeats another."
  ) { text, check in
    let bothCounted =
      gaps(text.source.clauses.filter { !$0.isAppendix }) + gaps(text.source.clauses.filter(\.isAppendix))
    let repeats = repeated(in: text)
    return (bothCounted + repeats).map { identity, message, remedy in
      check.finding(message, remedy: remedy, about: .clause(identity))
    }

    typealias Found = (Identity, String, String)

    /// Clauses of one parent, which share a count; those that open no level count with it.
    func gaps(_ clauses: [Clause]) -> [Found] {
      var found: [Found] = []
      var count = 0
      var isFirst = true
      func walk(_ clauses: [Clause]) {
        for (index, clause) in clauses.enumerated() {
          guard let identity = clause.identity, clause.isCounted else { continue }
          guard clause.numbering != .none else {
            if clause.isSection { walk(clause.clauses) }
            continue
          }
          if case .ordinal(let ordinal) = clause.numbering, !isFirst || ordinal > 1 {
            if ordinal > count + 1 {
              found.append(
                (
                  identity,
                  "its number is set to \(ordinal), but \(count == 0 ? "it is the first" : "the one before it is \(count)")",
                  "take number=\(ordinal) away, or say with excuse= why the gap is kept"
                ))
            } else if ordinal <= count {
              found.append(
                (
                  identity, "its number is set to \(ordinal), which is counted already",
                  "take number=\(ordinal) away, or set the next one, \(count + 1)"
                ))
            }
          }
          count = clause.numbering.ordinal ?? count + 1
          // The number of a clause that stands between others is missed; one with numbers below shows it in theirs.
          if clause.numbering == .hidden, clause.label == nil,
            !clause.clauses.contains(where: { $0.isCounted && $0.numbering != .none }),
            clauses[(index + 1)...].contains(where: { $0.isCounted && $0.numbering != .none })
          {
            found.append(
              (
                identity, "its number is counted, but not printed, so that readers miss it between the others",
                "write number=none, or say with excuse= why the gap is kept"
              ))
          }
          isFirst = false
        }
      }
      walk(clauses)
      for clause in clauses where !clause.isForm && clause.numbering != .none {
        found += gaps(clause.clauses.filter(\.isCounted))
      }
      return found
    }

    func repeated(in text: CheckedText) -> [Found] {
      var first: [String: CheckedClause] = [:]
      var found: [Found] = []
      for entry in text.clauses where entry.clause.isCounted {
        guard let number = entry.number else { continue }
        guard let other = first[number] else {
          first[number] = entry
          continue
        }
        guard entry.clause.label != nil || other.clause.label != nil else { continue }
        let labelled = entry.clause.label != nil ? entry : other
        found.append(
          (
            labelled.identity,
            "“\(number)” is printed twice: here and at \((labelled.identity == entry.identity ? other : entry).identity)",
            "give one of them another label"
          ))
      }
      return found
    }
  }
}

extension Clause {
  /// Whether it is numbered with its neighbours: items and what is filled in on forms are not.
  fileprivate var isCounted: Bool {
    switch kind {
    case .section, .clause: true
    case .item, .field, .option: false
    }
  }
}
