import Amending
import PolicyModel
import PolicySource

/// What libFuzzer calls with each input: policy files, each behind a line that starts with `%% `.
///
/// The laws of the algebra hold for the first two policies, and no instrument breaks on any of them.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  var (policies, instruments): ([Policy], [Instrument]) = ([], [])
  for bytes in parts(of: input) {
    let parsed = parse(bytes, path: "draft.md")
    guard let file = parsed.value, !parsed.diagnostics.hasErrors else { continue }
    switch file.body {
    case .policy(let policy): policies.append(policy.identified)
    case .instrument(let instrument): instruments.append(instrument)
    }
  }
  guard let old = policies.first else { return -1 }
  let new = policies.dropFirst().first ?? old
  testComparing(old, new)
  for instrument in instruments { testAmending(old, new, by: instrument) }
  return 0
}

private func testComparing(_ old: Policy, _ new: Policy) {
  for policy in [old, new] {
    guard compare(policy, policy) == Comparison(amendments: [], identities: [:]) else {
      fatalError("it differs from itself:\n\(policy.canonicalText)")
    }
  }
  for (old, new) in [(old, new), (new, old)] {
    let comparison = compare(old, new)
    var expected = new
    expected.clauses = new.clauses.map { $0.renamed(comparison.identities) }
    let amended = apply(comparison.amendments, to: old, by: author, asOwner: true)
    guard amended.policy == expected, amended.diagnostics.isEmpty else {
      fatalError("the difference does not give the new text:\n\(comparison)\n\(amended.diagnostics)")
    }
  }
}

private func testAmending(_ old: Policy, _ new: Policy, by instrument: Instrument) {
  let all = instrument.amendments
  let names = old.clauses.flatMap(\.withDescendants).compactMap(\.identity)
  let origins = Dictionary(names.map { ($0, Provenance(origin: owner)) }) { first, _ in first }
  // Only what applies without an error is ever taken to a new edition.
  var ours: [Amendment] = []
  for amendment in all where apply(ours + [amendment], to: old, by: author, provenance: origins).diagnostics.isEmpty {
    ours.append(amendment)
  }
  let whole = apply(all, to: old, by: author, provenance: origins)
  if !whole.diagnostics.isEmpty, ours.count == all.count { fatalError("one by one they apply, together they do not") }
  let fork = PolicyFile(.instrument(Instrument(base: owner, amendments: all)))
  let levels = [
    Level(address: owner, file: PolicyFile(.policy(old)), organisation: school),
    Level(address: author, file: fork, organisation: school),
  ]
  _ = resolve(levels)
  let rebased = rebase(ours, over: BaseChange(from: old, to: new))
  guard rebased.decisions.map(\.amendment) == Array(ours.indices) else {
    fatalError("an amendment is not answered for:\n\(rebased.decisions)")
  }
  let taken = apply(rebased.amendments, to: new, by: author)
  guard taken.diagnostics.isEmpty else {
    fatalError("what was taken to the new edition does not apply there:\n\(taken.diagnostics)\n\(rebased)")
  }
}

private let owner = Address("county/trips@1.0")!
private let author = Address("hill/trips@draft")!
private let school = Organisation(name: TermValue("Hill School"), kind: .school)

extension Policy {
  /// The policy with an identity for every clause, as a ratified one has.
  fileprivate var identified: Policy {
    var policy = self
    policy.clauses = clauses.identified()
    return policy
  }
}
