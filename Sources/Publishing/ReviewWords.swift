import PolicyModel

extension PolicyStatus {
  /// The state for a reader: “due within 90 days” needs to know how many.
  func words(dueDays: Int) -> String {
    switch state {
    case .overdue, .notRatified: state.rawValue
    case .due: "due within \(dueDays) days"
    case .notDue: "not due yet"
    case .noDate: "no date recorded"
    }
  }

  /// When the text in force was last approved or read again, as far as it is recorded.
  var lastReading: PartialDate? {
    ledger.records.last { $0.edition == address.edition && $0.event != .deferred && $0.on != nil }?.on
  }
}

extension PolicyRegister {
  /// What is overdue, due and not known, in whole sentences.
  var summary: String {
    func reviews(_ count: Int) -> String { count == 1 ? "1 review is" : "\(count) reviews are" }
    func policies(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : count == 1 ? "1 policy \(one)." : "\(count) policies \(many)."
    }
    guard !self.policies.isEmpty else { return "There are no policies." }
    let overdue = count(.overdue) == 0 ? "No review is" : reviews(count(.overdue))
    let rest = [
      count(.due) == 0 ? nil : "\(count(.due)) due within \(dueDays) days",
      count(.notDue) == 0 ? nil : "\(count(.notDue)) due later",
    ].compactMap { $0 }
    return [
      ([overdue + " overdue"] + rest).joined(separator: ", ") + ".",
      policies(count(.noDate), "has no review date recorded", "have no review date recorded"),
      policies(count(.notRatified), "is not ratified", "are not ratified"),
    ].compactMap { $0 }.joined(separator: " ")
  }
}
