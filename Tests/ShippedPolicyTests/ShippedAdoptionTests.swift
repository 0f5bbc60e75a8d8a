import Amending
import PolicyLibrary
import PolicyModel
import PolicySource
import Testing

/// The shipped forks, as texts without names, terms and references, are found again as forks of their bases.
@Suite struct ShippedAdoptionTests {
  private struct Fork {
    let address: Address
    let levels: [Level]
    let instrument: Instrument
    let text: ResolvedPolicy

    init(_ organisation: String) throws {
      address = try #require(Address("\(organisation)/social-media@1.0"))
      levels = ShippedPolicyTests.library.chain(address).levels
      let last = try #require(levels.last)
      guard case .instrument(let instrument) = last.file.body else { throw Absent() }
      self.instrument = instrument
      text = try #require(resolve(levels).resolved)
    }

    var bases: [Level] { Array(levels.dropLast()) }
    var organisation: Organisation { levels.last!.organisation }

    func resolved(_ instrument: Instrument) -> Resolution {
      resolve(bases + [Level(address: address, file: PolicyFile(.instrument(instrument)), organisation: organisation)])
    }
  }

  /// As values, and as `show` prints them in Markdown without the anchors that name their clauses.
  @Test(
    arguments: ["roselands-stafford", "east-hoathly-chiddingly", "derbyshire-school"], [Source.values, .markdown])
  func aForkIsFoundAgainFromItsWords(organisation: String, source: Source) throws {
    let fork = try Fork(organisation)
    let document = try source.document(of: fork.text)
    let adoption = try #require(adopt(document, amending: fork.bases, as: fork.address, by: fork.organisation))
    let resolution = fork.resolved(adoption.instrument)
    #expect(resolution.diagnostics.isEmpty && adoption.refusals.isEmpty)
    let found = try #require(resolution.resolved)
    let difference = zip(found.outline, fork.text.outline).first { $0 != $1 }
    #expect(difference == nil && found.outline.count == fork.text.outline.count)
    let (count, written) = (adoption.instrument.clauseAmendments, fork.instrument.clauseAmendments)
    #expect(count * 10 <= written * 12, "\(count) amendments for \(written)")
    let (size, handSize) = (adoption.instrument.body.count, fork.instrument.body.count)
    #expect(size * 10 <= handSize * 12, "\(size) characters for \(handSize)")
  }

  enum Source {
    case values, markdown

    func document(of text: ResolvedPolicy) throws -> ForeignDocument {
      switch self {
      case .values: return ForeignDocument(text, keepsIdentities: false)
      case .markdown:
        let nameless = text.shown(as: .md).replacing(/<a id="[a-z0-9-]*"><\/a>/, with: "")
        return try #require(parseDocument(Array(nameless.utf8), path: "document.md").document)
      }
    }
  }

  /// Which other policy each text was copied from; those that were not copied have no parent.
  @Test(arguments: [
    ("roselands-stafford", "escc"), ("east-hoathly-chiddingly", "escc"), ("derbyshire-school", "derbyshire"),
    ("brighton-hove", nil), ("authority", nil),
  ])
  func theLikeliestParentIsTheBase(organisation: String, parent: String?) throws {
    let library = ShippedPolicyTests.library
    let address = try #require(Address("\(organisation)/social-media@1.0"))
    let text = try #require(library.resolve(address).resolved)
    let others = try library.policies().addresses.filter { $0.organisation != organisation }
    let report = try library.parents(of: ForeignDocument(text, keepsIdentities: false), among: others)
    #expect(report.diagnostics.isEmpty)
    #expect(report.parent?.organisation == parent, "\(report.text)")
  }

  private struct Absent: Error {}
}

extension Instrument {
  fileprivate var clauseAmendments: Int {
    amendments.count { if case .setDocument = $0.operation { false } else { true } }
  }

  fileprivate var body: String { PolicyFile(.instrument(self)).canonicalSource }
}

extension ResolvedPolicy {
  /// How the text reads, clause by clause.
  fileprivate var outline: [String] {
    flat.map { clause, depth in
      let texts = clause.content.texts.map { text in
        Text(
          text.runs.map { run in
            var run = run
            if run.style.localLink != nil { run.style.link = nil }
            return run
          }
        ).markdown()
      }
      return "\(depth) \(clause.number ?? "") \(texts.joined(separator: " / "))"
    }
  }
}
