import PolicyModel

extension Check {
  static let missingControl = Check(
    .missingControl, .warning,
    "The control table of a text does not say who looks after it, or that of an edition who approved it and when."
  ) { text, check in
    guard text.isFinal || text.hasControlTable else { return [] }
    let control = text.resolved.control
    var missing: [String] = []
    if control.owner.value == nil { missing.append("who looks after it (owner)") }
    if control.reference == .empty { missing.append("what it is filed under (reference)") }
    if control.created == .empty { missing.append("when it was written (created)") }
    if let edition = text.resolved.address.edition, let approval = text.ledger.approval(of: edition) {
      if approval.body == nil { missing.append("who approved it (body, in the ledger)") }
      if approval.on == nil { missing.append("when it was approved (on, in the ledger)") }
    }
    guard !missing.isEmpty else { return [] }
    return [
      check.finding(
        "the policy does not say \(missing.inWords)",
        remedy: "write it under control: in the draft, and in the ledger what it records"
          + (text.base == nil ? "" : "; a fork does not take it from its base"),
        about: .frontMatter("control"))
    ]
  }
}

extension CheckedText {
  /// Whether a control table was begun, which then is to be complete.
  fileprivate var hasControlTable: Bool {
    guard case .policy(let policy) = file.body else { return false }
    return policy.control != DocumentControl()
  }
}
