import PolicyModel

extension Instrument {
  /// The same instrument with each printed number replaced by the identity it stands for in the base.
  package func namingTargets(in base: Policy) -> Instrument {
    var instrument = self
    instrument.amendments = amendments.namingTargets(in: base)
    return instrument
  }
}

extension [Amendment] {
  /// The same amendments with each printed number replaced by the identity it stands for in the base; a number that is unknown
  /// or stands for several clauses is left as it is.
  func namingTargets(in base: Policy) -> [Amendment] {
    guard contains(where: \.operation.namesNumbers) else { return self }
    let clauses = NumberedClauses(of: base)
    return map { amendment in
      var amendment = amendment
      amendment.operation = amendment.operation.mapped { target in
        guard case .number(let number) = target, case let named = clauses.clauses(printing: number), named.count == 1
        else { return target }
        return .identity(named[0])
      }
      return amendment
    }
  }
}

extension Operation {
  /// Whether a clause is named by its printed number.
  fileprivate var namesNumbers: Bool {
    func isNumber(_ target: Target?) -> Bool { if case .number? = target { true } else { false } }
    if case .move(_, let position) = self, isNumber(position.target) { return true }
    return isNumber(target)
  }
}
