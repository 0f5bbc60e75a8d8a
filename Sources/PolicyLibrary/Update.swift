import Amending
import PolicyModel

/// What a new edition of its base means for a fork.
public struct Update: Sendable {
  /// The text that is taken to it: the draft where there is one, else the newest edition.
  public let address: Address
  /// The edition that the text rests on.
  public let from: Address
  /// The edition that it is to rest on; a draft where the base is itself behind its own base.
  public let to: Address
  /// How many editions of the base came since, the one it is to rest on among them.
  public let editionsBehind: Int
  /// One for each amendment, in their order.
  public let decisions: [Decision]
  /// What is wrong with the fork on the new edition, as far as it is decided.
  public let problems: [Diagnostic]

  /// What is to be decided, as a form.
  let form: DecisionForm
  /// For each decision the printed number, in the text as it is, of the clause that it is about; nil where there is none.
  let numbers: [String?]
  /// By their amendments, what clauses stand in that the fork added or moved, where that is another section or clause than before.
  let parents: [Int: String]

  /// What somebody must still decide.
  public var open: [Decision] { decisions.filter(\.isOpen) }

  /// How many amendments meet the new edition in each way, those that are decided together counted once.
  public var counts: [Decision.Outcome: Int] {
    Dictionary(grouping: decisions.filter { $0.decidedWith == nil }, by: \.outcome).mapValues(\.count)
  }
}

/// The draft that an update comes to, as far as it is decided.
struct Redraft: Sendable {
  let update: Update
  let bytes: [UInt8]
  /// What it would not keep or not say rightly, so that it must not be written.
  let losses: [Diagnostic]
}

/// What updating did.
public struct UpdateReport: Sendable {
  /// What became of a fork.
  public enum Outcome: Hashable, Sendable {
    /// It rests on the edition already, which need not be the newest where one is named.
    case current(on: Address, newest: Address)
    /// A draft on the new edition is written to a path.
    case drafted(String)
    /// Decisions are waited for, in a form at a path.
    case undecided(String)
  }

  /// The policy that was to be updated.
  public var policy: Address
  /// Nil where there is nothing to update.
  public var update: Update?
  /// Nil where nothing was written.
  public var outcome: Outcome?
  /// Every problem met.
  public var diagnostics: [Diagnostic]

  /// Whether every file was left as it was because something is wrong.
  public var isRefused: Bool { outcome == nil }
}
