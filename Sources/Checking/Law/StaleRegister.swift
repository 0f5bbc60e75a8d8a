import PolicyModel

extension Check {
  static let staleRegister = Check(
    .staleRegister, .warning, "A cited entry of a register was last checked more than six months ago."
  ) { text, check in
    let cited = Set(text.citations.map(\.key))
    return text.register.entries.filter { cited.contains($0.key) }.compactMap { entry in
      guard let checkedOn = entry.evidence.checkedOn, checkedOn.adding(Period(6, .month)) < text.asAt else {
        return nil
      }
      return check.finding(
        "what the \(entry.key.table.rawValue) register says of “\(entry.title)” was last checked \(checkedOn.phrase)",
        remedy: "look it up at \(entry.evidence.source ?? "its source"), mend the entry and set checked-on:",
        about: .registered(entry.key))
    }
  }
}
