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
    let numbers = Dictionary(grouping: printedNumbers(of: base).filter { $0.value.printed != nil }) {
      $0.value.printed!
    }
    .compactMapValues { $0.count == 1 ? $0[0].key : nil }
    return map { amendment in
      var amendment = amendment
      amendment.operation = amendment.operation.mapped { target in
        guard case .number(let number) = target, let identity = numbers[number] else { return target }
        return .identity(identity)
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
