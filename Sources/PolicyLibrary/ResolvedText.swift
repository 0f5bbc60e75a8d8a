import Amending
import PolicyModel
import Publishing
import Reading

/// A text as it reads, with all that is needed to resolve its forks.
struct ResolvedText: Sendable {
  let stack: LevelStack
  let manuscript: Manuscript
  /// Every problem met on the way.
  let diagnostics: [Diagnostic]
  /// The text filled in, with what comparing needs; made when it is first asked for, as documents do without.
  private let filled: Deferred<Resolution>
  /// Of an edition in its canonical print; nil of a draft, on which nobody decided.
  let digest: String?
  /// The levels as its forks rest on them.
  private let vouchedFor: Deferred<LevelStack>
  /// What its forks print as it does.
  private let type: Deferred<StandingType>
  /// Which of its clauses cite nothing in its forks either.
  private let silent = Kept<SilentClauses>()

  init(_ stack: LevelStack, isEdition: Bool) {
    self.stack = stack
    let (manuscript, diagnostics) = Amending.manuscript(of: stack)
    (self.manuscript, self.diagnostics) = (manuscript, diagnostics)
    vouchedFor = Deferred { diagnostics.isEmpty ? stack.vouchedFor() : stack }
    filled = Deferred { Amending.resolve(stack) }
    digest = isEdition ? manuscript.filled.digest : nil
    type = Deferred { StandingType(manuscript) }
  }

  var base: LevelStack { vouchedFor.value }
  var resolution: Resolution { filled.value }
  var standingType: StandingType { type.value }
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
