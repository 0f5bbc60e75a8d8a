import Amending
import PolicyModel
import PolicySource
import Testing

/// A small base, its next edition, a fork, and what becomes of the fork.
struct RebaseExample: CustomTestStringConvertible, Sendable {
  let name: String
  let base: String
  let newBase: String
  let fork: String
  let choices: [Int: Decision.Choice]
  let outcomes: [Decision.Outcome]
  /// The amendments on the new edition as an instrument says them.
  let becomes: String

  var testDescription: String { name }

  init(
    _ name: String, _ base: String, _ newBase: String, fork: String, deciding choices: [Int: Decision.Choice] = [:],
    _ outcomes: Decision.Outcome..., becomes: String
  ) {
    self.name = name
    self.base = base
    self.newBase = newBase
    self.fork = fork
    self.choices = choices
    self.outcomes = outcomes
    self.becomes = becomes
  }
}

/// A policy as the source format says it, without a head unless one is given.
func policy(_ source: String) throws -> Policy {
  guard case .policy(let policy) = try file(source, head: "title: Trips").body else { throw WrongFile() }
  return policy
}

/// The amendments of an instrument.
func amendments(_ source: String) throws -> [Amendment] {
  guard case .instrument(let instrument) = try file(source, head: "amends: county/trips@1.0").body else {
    throw WrongFile()
  }
  return instrument.amendments
}

private func file(_ source: String, head: String) throws -> PolicyFile {
  let front = source.hasPrefix("---\n") ? "---\n\(head)\n\(source.dropFirst(4))" : "---\n\(head)\n---\n\n\(source)"
  let parsed = parse(Array(front.utf8), path: "draft.md")
  try #require(parsed.diagnostics.isEmpty, "\(parsed.diagnostics)\n\(front)")
  return try #require(parsed.value)
}

private struct WrongFile: Error {}

extension [Amendment] {
  /// As an instrument says them.
  var source: String {
    PolicyFile(.instrument(Instrument(base: Address("county/trips@2.0")!, amendments: self))).canonicalSource
  }
}
