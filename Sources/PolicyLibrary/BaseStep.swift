import Amending
import PolicyModel

/// The way from one text of a base to another, worked out once for all forks.
struct BaseStep: Sendable {
  let from: DecisionForm.Seen
  let to: DecisionForm.Seen
  let change: BaseChange
  /// The new text with all it rests on.
  let levels: [Level]
}

/// The ways that were worked out.
struct BaseSteps {
  private struct Ends: Hashable {
    let from: Address
    let to: Address
  }

  private let library: Library
  private var known: [Ends: (step: BaseStep?, diagnostics: [Diagnostic])] = [:]

  init(in library: Library) {
    self.library = library
  }

  /// The way between two editions; nil and what is wrong where one of them cannot be read.
  mutating func step(from: Address, to: Address) -> (step: BaseStep?, diagnostics: [Diagnostic]) {
    let ends = Ends(from: from, to: to)
    if let known = known[ends] { return known }
    let answer = library.step(from: library.chain(from), to: library.chain(to))
    known[ends] = answer
    return answer
  }
}

extension Library {
  /// The way between two texts, each with all it rests on.
  func step(from old: Chain, to new: Chain) -> (step: BaseStep?, diagnostics: [Diagnostic]) {
    let (before, after) = (resolve(old), resolve(new))
    let bases = (old.levels + new.levels).map(\.address).filter { $0.edition != nil }
    let problems = (before.diagnostics + after.diagnostics + bases.flatMap { verify(base: $0) }).unique
    guard !problems.hasErrors, let oldText = before.resolved, let newText = after.resolved,
      let oldPolicy = before.policy, let newPolicy = after.policy
    else { return (nil, problems) }
    let step = BaseStep(
      from: DecisionForm.Seen(oldText.address, digest: oldText.digest),
      to: DecisionForm.Seen(newText.address, digest: newText.digest),
      change: BaseChange(from: oldPolicy, to: newPolicy), levels: new.levels)
    return (step, problems)
  }
}
