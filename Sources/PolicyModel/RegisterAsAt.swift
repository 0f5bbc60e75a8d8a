extension Register {
  /// What is so on a day: what happens to laws, bodies and services later has not happened to them yet.
  package func asAt(_ day: PartialDate) -> Register {
    Register(
      legislation: legislation.map { $0.asAt(day) },
      bodies: bodies.map { $0.asAt(day, before: .current) },
      services: services.map { $0.asAt(day, before: .open) },
      documents: documents, topics: topics)
  }
}

extension Register.Legislation {
  fileprivate func asAt(_ day: PartialDate) -> Register.Legislation {
    var law = self
    law.effects.removeAll { effect in effect.on.map(day.isCertainlyBefore) ?? false }
    guard status == .repealed, repeal != nil, law.repeal == nil else { return law }
    law.status = law.partialRepeals.isEmpty ? .inForce : .inForceInPart
    law.replacedBy = []
    return law
  }
}

extension Register.Named {
  fileprivate func asAt(_ day: PartialDate, before former: Status) -> Self {
    guard let since, day.isCertainlyBefore(since) else { return self }
    var entry = self
    (entry.status, entry.since, entry.replacedBy) = (former, nil, [])
    return entry
  }
}
