import PolicyModel
import Publishing

/// How the register of policies is printed.
public enum StatusFormat: String, Sendable, CaseIterable {
  case table, csv, json, ics
}

extension Library {
  /// The register of policies on a day, by what the ledgers held then.
  ///
  /// - Parameters:
  ///   - dueDays: for how many days ahead a review counts as due.
  ///   - progress: told how many policies of how many are read.
  /// - Returns: all policies that can be read, and every problem met; an error means that some are left out.
  public func status(
    asAt date: PartialDate, dueDays: Int = PolicyRegister.usualDueDays,
    progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> (register: PolicyRegister, diagnostics: [Diagnostic]) {
    let (answers, strays) = try await forEveryPolicy(progress: progress) {
      try $0.status(of: $1, asAt: date, dueDays: dueDays)
    }
    let diagnostics = (strays + answers.flatMap(\.diagnostics)).unique
    let register = PolicyRegister(answers.compactMap(\.entry), asAt: date, dueDays: dueDays)
    return (register, diagnostics)
  }

  private func status(
    of policy: Address, asAt date: PartialDate, dueDays: Int
  ) throws(FileFailure) -> (entry: PolicyStatus?, diagnostics: [Diagnostic]) {
    let ledger = ledger(of: policy)
    // Without one of its entries a ledger may say that nothing is ratified.
    guard let past = ledger.value, !ledger.diagnostics.hasErrors, let address = try text(of: policy, past, asAt: date)
    else {
      return (nil, ledger.diagnostics)
    }
    let resolution = try resolve(address)
    let entry = resolution.resolved.map { PolicyStatus($0, past.asAt(date), asAt: date, dueDays: dueDays) }
    return (entry, ledger.diagnostics + resolution.diagnostics)
  }

  /// The text that stands for a policy: the edition in force as far as recorded, else the draft, else what was approved later.
  ///
  /// - Returns: nil where the folder holds no text.
  private func text(of policy: Address, _ ledger: Ledger, asAt date: PartialDate) throws(FileFailure) -> Address? {
    if let newest = ledger.asAt(date).newest { return policy.at(.edition(newest)) }
    let (editions, hasDraft) = try texts(of: policy)
    if hasDraft { return policy.at(.draft) }
    if let first = ledger.records.first(where: \.event.isApproval) { return policy.at(.edition(first.edition)) }
    return editions.isEmpty ? nil : policy
  }
}

extension PolicyRegister {
  /// The register for a reader or a program, with its last line end.
  public func printed(as format: StatusFormat) -> String {
    switch format {
    case .table: terminalText + "\n"
    case .csv: csv
    case .json: json.text + "\n"
    case .ics: calendar
    }
  }
}
