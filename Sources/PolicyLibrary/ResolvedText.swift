import Amending
import PolicyModel

/// A text as it reads, with all that is needed to resolve its forks.
struct ResolvedText: Sendable {
  let stack: LevelStack
  let resolution: Resolution
  /// Of an edition in its canonical print; nil where it does not resolve, and of a draft, on which nobody decided.
  let digest: String?
}

extension Library {
  /// A text of a chain without errors, made once for all its forks; nil where the chain does not start with a whole text.
  ///
  /// - Parameter levels: the text with no base first.
  func resolved(_ levels: some BidirectionalCollection<Level>) -> ResolvedText? {
    guard let last = levels.last else { return nil }
    return cache.resolved(last.address) {
      guard let stack = stack(levels) else { return nil }
      let resolution = Amending.resolve(stack)
      return ResolvedText(
        stack: stack, resolution: resolution, digest: last.address.edition == nil ? nil : resolution.resolved?.digest)
    }
  }

  /// The state after a text's amendments, on that of its base.
  func stack(_ levels: some BidirectionalCollection<Level>) -> LevelStack? {
    guard let last = levels.last, levels.count > 1 else { return LevelStack(Array(levels)) }
    return resolved(Array(levels.dropLast()))?.stack.adding(last)
  }
}
