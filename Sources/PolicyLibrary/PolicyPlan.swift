import PolicyModel
import Publishing

/// What is to be published of one policy.
struct PolicyPlan: Sendable {
  let policy: Address
  /// Its texts that are published, in their order.
  let texts: [Address]
  /// Whether its documents are asked for; what is listed of it always is.
  let isWanted: Bool
  /// The newest day in its ledger.
  let newestDecision: PartialDate?
  /// Its documents as they were made of the same sources; nil where there are none.
  let former: Former?

  struct Former: Sendable {
    let part: PublishedMemory.Part
    let policy: PublishedMemory.Policy
    let output: FormerOutput
  }

  /// What is listed of the former documents, if they say on a day what they said when they were made.
  func listings(asAt date: PartialDate) -> [Listing]? {
    guard let former, let listings = try? former.policy.listings() else { return nil }
    let before = former.output.memory.asAt
    let areTrue = before == date || listings.allSatisfy { $0.isOverdue(asAt: before) == $0.isOverdue(asAt: date) }
    return areTrue ? listings : nil
  }
}

extension Library {
  /// - Parameter formers: outputs that may hold its documents already.
  func plan(
    _ policy: Address, _ request: PublishRequest, _ fingerprints: SourceFingerprints, _ formers: [FormerOutput]
  ) throws(FileFailure) -> PolicyPlan {
    let isWanted =
      request.addresses.isEmpty || request.addresses.contains { $0.policyAddress == policy }
    let library = focused(on: policy)
    for output in formers {
      guard let kept = output.memory.parts["\(policy)"]?.policy,
        let part = output.part(
          "\(policy)", of: try fingerprints.sources(of: policy, restingOn: kept.bases, in: library))
      else { continue }
      return PolicyPlan(
        policy: policy, texts: kept.texts, isWanted: isWanted, newestDecision: kept.newestDecision,
        former: PolicyPlan.Former(part: part, policy: kept, output: output))
    }
    return PolicyPlan(
      policy: policy, texts: try library.texts(of: policy, in: request), isWanted: isWanted,
      newestDecision: library.ledger(of: policy).value?.newestDecision, former: nil)
  }

  /// Every edition, and a draft that is asked for, put before readers, or that nothing else stands for.
  private func texts(of policy: Address, in request: PublishRequest) throws(FileFailure) -> [Address] {
    let (editions, hasDraft) = try texts(of: policy)
    let texts = editions.map { policy.at(.edition($0)) }
    guard hasDraft else { return texts }
    let draft = policy.at(.draft)
    let isAskedFor = request.includesDrafts || request.addresses.contains(draft)
    return isAskedFor || editions.isEmpty || isProposal(draft) ? texts + [draft] : texts
  }

  /// Whether a draft is put before readers ahead of the decision; one that cannot be read is not passed over in silence.
  private func isProposal(_ draft: Address) -> Bool {
    let file = text(draft).text.value
    return file == nil || file?.proposal != nil
  }
}
