import Amending
import PolicyModel
import Publishing
import Reading

/// A text as it reads, with all that is needed to resolve its forks.
final class ResolvedText: Sendable {
  let stack: LevelStack
  let manuscript: Manuscript
  /// Every problem met on the way.
  let diagnostics: [Diagnostic]
  /// Of an edition in its canonical print; nil of a draft, on which nobody decided.
  let digest: String?
  private let filled = Once<Resolution>()
  private let vouchedFor = Once<LevelStack>()
  private let type = Once<StandingType>()
  private let silent = Once<SilentClauses>()

  init(_ stack: LevelStack, isEdition: Bool) {
    self.stack = stack
    (manuscript, diagnostics) = Amending.manuscript(of: stack)
    digest = isEdition ? manuscript.filled.digest : nil
  }

  /// The text filled in, with what comparing needs: documents do without.
  var resolution: Resolution { filled.value { Amending.resolve(stack) } }

  /// The levels as its forks rest on them.
  var base: LevelStack { vouchedFor.value { diagnostics.isEmpty ? stack.vouchedFor() : stack } }

  /// What its forks print as it does.
  var standingType: StandingType { type.value { StandingType(manuscript) } }

  /// Which of its clauses cite nothing in its forks either.
  func silentClauses(in site: Site) -> SilentClauses { silent.value { site.silentClauses(of: manuscript) } }
}

extension Library {
  /// A text of a chain without errors, made once for all its forks; nil where the chain does not start with a whole text.
  ///
  /// - Parameter levels: the text with no base first.
  func resolved(_ levels: some BidirectionalCollection<Level>) -> ResolvedText? {
    guard let last = levels.last else { return nil }
    return cache.resolved(last.address) {
      stack(levels).map { ResolvedText($0, isEdition: last.address.edition != nil) }
    }
  }

  /// The text that a fork amends, as it was made when the fork was resolved; nil for a text of its own.
  func resolvedBase(of fork: ResolvedPolicy) -> ResolvedText? {
    fork.bases.first.flatMap { cache.resolved($0) { nil } }
  }

  /// The state after a text's amendments, on that of its base.
  func stack(_ levels: some BidirectionalCollection<Level>) -> LevelStack? {
    guard let last = levels.last, levels.count > 1 else { return LevelStack(Array(levels)) }
    return resolved(Array(levels.dropLast()))?.base.adding(last)
  }
}
