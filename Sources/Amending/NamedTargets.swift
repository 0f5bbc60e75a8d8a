import PolicyModel

extension Instrument {
  /// The same amendments with each printed number replaced by the identity it stands for in the base; a number that is unknown
  /// or stands for several clauses is left as it is.
  package func namingTargets(in base: Policy) -> Instrument {
    let numbers = Dictionary(grouping: printedNumbers(of: base).filter { $0.value.printed != nil }) {
      $0.value.printed!
    }
    .compactMapValues { $0.count == 1 ? $0[0].key : nil }
    func named(_ target: Target) -> Target {
      guard case .number(let number) = target, let identity = numbers[number] else { return target }
      return .identity(identity)
    }
    func named(_ position: Position) -> Position {
      switch position {
      case .before(let target): .before(named(target))
      case .after(let target): .after(named(target))
      case .startOf(let target): .startOf(named(target))
      case .endOf(let target): .endOf(named(target))
      case .startOfDocument, .endOfDocument: position
      }
    }
    func named(_ operation: Operation) -> Operation {
      switch operation {
      case .substitute(let target, let clauses): .substitute(named(target), clauses)
      case .substituteText(let target, let blocks): .substituteText(named(target), blocks)
      case .substituteHeading(let target, let heading): .substituteHeading(named(target), heading)
      case .insert(let clauses, let position): .insert(clauses, named(position))
      case .omit(let target): .omit(named(target))
      case .move(let target, let position): .move(named(target), named(position))
      case .renumber(let target, let numbering): .renumber(named(target), numbering)
      case .reword(.clause(let target), let rewording): .reword(.clause(named(target)), rewording)
      case .reword(.heading(let target), let rewording): .reword(.heading(named(target)), rewording)
      case .setClause(let target, let settings): .setClause(named(target), settings)
      case .reword(.throughout, _), .setDocument: operation
      }
    }
    var instrument = self
    instrument.amendments = amendments.map { Amendment(named($0.operation), reason: $0.reason) }
    return instrument
  }
}
