import Amending
import PolicyModel
import Synchronization

/// The way from one text of a base to another, worked out once for all forks.
struct BaseStep: Sendable {
  let from: DecisionForm.Seen
  let to: DecisionForm.Seen
  let change: BaseChange
  /// The new text with all it rests on, ready for a fork.
  let base: LevelStack
  /// How words read in it.
  let reading: PlainReading
}

/// The ways that were worked out.
final class BaseSteps: Sendable {
  typealias Answer = (step: BaseStep?, diagnostics: [Diagnostic])

  private struct Ends: Hashable {
    let from: Address
    let to: Address
  }

  private let library: Library
  private let known = Mutex<[Ends: Answer]>([:])

  init(in library: Library) {
    self.library = library
  }

  /// The way between two editions; nil and what is wrong where one of them cannot be read.
  func step(from: Address, to: Address) -> Answer {
    known.value(of: Ends(from: from, to: to)) { library.step(from: library.chain(from), to: library.chain(to)) }
  }
}

extension Library {
  /// The way between two texts, each with all it rests on.
  func step(from old: Chain, to new: Chain) -> (step: BaseStep?, diagnostics: [Diagnostic]) {
    let (before, after) = (text(at: old), text(at: new))
    let bases = (old.levels + new.levels).map(\.address).filter { $0.edition != nil }
    let found = old.diagnostics + new.diagnostics + (before?.diagnostics ?? []) + (after?.diagnostics ?? [])
    let problems = (found + bases.flatMap { verify(base: $0) }).unique
    guard !problems.hasErrors, let before, let after,
      let oldText = before.resolution.resolved, let newText = after.resolution.resolved,
      let oldPolicy = before.resolution.policy, let newPolicy = after.resolution.policy
    else { return (nil, problems) }
    let step = BaseStep(
      from: DecisionForm.Seen(oldText.address, digest: oldText.digest),
      to: DecisionForm.Seen(newText.address, digest: newText.digest),
      change: BaseChange(from: oldPolicy, to: newPolicy), base: after.base, reading: PlainReading(of: after.base))
    return (step, problems)
  }

  /// Not as it is remembered by its address: the draft of a base that is to be updated itself is not the one that stands there.
  private func text(at end: Chain) -> ResolvedText? {
    end.hasErrors ? nil : LevelStack(end.levels).map { ResolvedText($0, isEdition: false) }
  }
}
