import PolicyModel

/// What a board may decide on a text: each decision as the sentence to be minuted and the command that records it.
struct BoardResolution: Hashable {
  enum Kind: String, CaseIterable {
    case approve = "Approve"
    case approveWithChanges = "Approve with changes"
    case unchanged = "Reviewed, unchanged"
    case `defer` = "Defer"
  }

  let kind: Kind
  /// A whole sentence; what only the meeting knows is a blank.
  let sentence: String
  /// What records it in the ledger; nil for what no ledger records.
  let command: String?

  /// A line to write on.
  static let blank = "________"
}

extension ReviewPack {
  /// What can be decided on the text, in the order of the form.
  var resolutions: [BoardResolution] { BoardResolution.Kind.allCases.compactMap(resolution) }

  /// The number that the draft would have as an edition: the one it says, else a whole number higher, unless only the look of it changed.
  var nextEdition: Edition? {
    guard isDraft else { return nil }
    if let proposedEdition { return proposedEdition }
    guard let newest = publication.redline?.old.address.edition else { return Edition("1.0") }
    let isSlight = publication.redline?.changes.allSatisfy { change in
      switch change.kind {
      case .editorial, .metadata, .renumbered, .moved: true
      case .stronger, .weaker, .substantive, .term: false
      }
    }
    let (first, second) = (newest.parts[0], newest.parts.dropFirst().first ?? 0)
    return isSlight == true ? Edition("\(first).\(second + 1)") : Edition("\(first + 1).0")
  }

  /// Who decided last, and so probably decides again; nil where it is not recorded.
  var usualBody: String? { publication.ledger.records.last { $0.body != nil }?.body }

  private func resolution(_ kind: BoardResolution.Kind) -> BoardResolution? {
    let (name, old) = ("the \(policy.title) of \(policy.organisation.name.long)", inForce?.address.edition)
    let laid = "\(name), as laid before this meeting,"
    switch (kind, nextEdition) {
    case (.approve, let next?):
      return BoardResolution(
        kind: kind,
        sentence: "Resolved: that \(laid) be approved as edition \(next)\(inPlace(of: old))\(again(policy)).",
        command: command("--edition \(next)"))
    case (.approve, nil): return nil
    case (.approveWithChanges, let next?):
      return BoardResolution(
        kind: kind,
        sentence:
          "Resolved: that \(laid) be approved as edition \(next)\(inPlace(of: old)), with these changes: \(BoardResolution.blank)\(again(policy)).",
        command: command("--edition \(next) --with-changes"))
    case (.approveWithChanges, nil):
      return BoardResolution(
        kind: kind,
        sentence:
          "Resolved: that \(name) be changed as follows: \(BoardResolution.blank), and that a draft that says so be laid before the meeting on \(BoardResolution.blank).",
        command: nil)
    case (.unchanged, _):
      guard let inForce, let old else { return nil }
      let draft = isDraft ? ", that the draft laid before this meeting be not taken up" : ""
      return BoardResolution(
        kind: kind,
        sentence:
          "Resolved: that edition \(old) of \(name), having been reviewed, stay in force unchanged\(draft)\(again(inForce)).",
        command: command("--unchanged"))
    case (.defer, _):
      guard let old else {
        return BoardResolution(
          kind: kind, sentence: "Resolved: that the decision on \(name) be deferred until \(BoardResolution.blank).",
          command: nil)
      }
      return BoardResolution(
        kind: kind,
        sentence:
          "Resolved: that the review of \(name) be deferred until \(BoardResolution.blank), edition \(old) to stay in force until then.",
        command: command("--defer-until DATE"))
    }
  }

  private func inPlace(of old: Edition?) -> String { old.map { " in place of edition \($0)" } ?? "" }

  private func again(_ text: ResolvedPolicy) -> String {
    ", and that it be reviewed again "
      + (text.control.reviewEvery.map { "within \($0) of this decision" } ?? "by \(BoardResolution.blank)")
  }

  private func command(_ choice: String) -> String {
    "clausebook ratify \(publication.address.policyAddress) \(choice) --approved-by \"\(usualBody.flatMap(\.asArgument) ?? "BODY")\" --on DATE --minute REFERENCE"
  }
}

extension String {
  /// Itself, unless a shell would read more than words in it between quotation marks.
  fileprivate var asArgument: String? { contains { "\"\\$`!".contains($0) } ? nil : self }
}
