import PolicyModel
import Synchronization

/// Texts that were read already, so that the base of many forks is read once.
final class TextCache: Sendable {
  private let texts = Mutex<[Address: (text: Sourced<PolicyFile>, bytes: [UInt8])]>([:])

  func text(
    _ address: Address, read: () -> (text: Sourced<PolicyFile>, bytes: [UInt8])
  ) -> (text: Sourced<PolicyFile>, bytes: [UInt8]) {
    if let known = texts.withLock({ $0[address] }) { return known }
    let text = read()
    texts.withLock { $0[address] = text }
    return text
  }

  /// Forgets every text: their files may have changed.
  func clear() { texts.withLock { $0 = [:] } }
}
