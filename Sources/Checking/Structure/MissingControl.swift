import PolicyModel

extension Check {
  static let missingControl = Check(
    .missingControl, .warning,
    "The control table of an edition does not say who looks after it, or who approved it and when."
  ) { text, check in
    guard text.isFinal else { return [] }
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
        remedy: "write it under control: in the draft, and in the ledger what it records",
        about: .frontMatter("control"))
    ]
  }
}
