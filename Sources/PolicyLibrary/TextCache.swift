import PolicyModel
import Synchronization

/// Texts that were read and resolved already, so that the base of many forks is made once.
final class TextCache: Sendable {
  typealias Text = (text: Sourced<PolicyFile>, bytes: [UInt8])

  private let texts = Mutex<[Address: Text]>([:])
  private let resolved = Mutex<[Address: ResolvedText]>([:])
  /// Where only the texts of one policy are kept here: which one, and where all others are.
  private let others: (policy: Address, cache: TextCache)?

  init() { others = nil }

  /// A cache for as long as one policy is worked on, so that its texts are forgotten when that is done.
  init(of policy: Address, within cache: TextCache) { others = (policy, cache) }

  func text(_ address: Address, read: () -> Text) -> Text {
    if let others, others.policy != address.policyAddress { return others.cache.text(address, read: read) }
    return texts.value(of: address, make: read)
  }

  func resolved(_ address: Address, resolve: () -> ResolvedText?) -> ResolvedText? {
    if let others, others.policy != address.policyAddress { return others.cache.resolved(address, resolve: resolve) }
    if let known = resolved.withLock({ $0[address] }) { return known }
    guard let text = resolve() else { return nil }
    return resolved.value(of: address) { text }
  }

  /// Forgets every text: their files may have changed.
  func clear() {
    texts.withLock { $0 = [:] }
    resolved.withLock { $0 = [:] }
  }
}
