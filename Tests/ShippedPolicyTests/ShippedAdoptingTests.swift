import Amending
import PolicyLibrary
import PolicyModel
import PolicySource
import Testing

/// The shipped forks, as texts without names, terms and references, are found again as forks of their bases.
@Suite struct ShippedAdoptingTests {
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
  ///
  /// The instrument found is at most a fifth larger than the one written by hand, in amendments and in bytes of its source,
  /// reasons and control table aside: no document tells those.
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
    let (inferred, written) = (adoption.instrument.ofWords, fork.instrument.ofWords)
    #expect(
      inferred.clauseAmendments * 10 <= written.clauseAmendments * 12,
      "\(inferred.clauseAmendments) amendments for \(written.clauseAmendments)")
    #expect(inferred.size * 10 <= written.size * 12, "\(inferred.size) bytes for \(written.size)")
  }

  enum Source {
    case values, markdown

    func document(of text: ResolvedPolicy) throws -> ForeignDocument {
      switch self {
      case .values: return ForeignDocument(text, keepsIdentities: false)
      case .markdown: return try #require(parseDocument(Array(markdown(of: text).utf8), path: "document.md").document)
      }
    }

    func markdown(of text: ResolvedPolicy) -> String {
      text.shown(as: .md).replacing(/<a id="[a-z0-9-]*"><\/a>/, with: "")
    }
  }

  /// Each policy, read from what `show` prints with the names of its clauses, is itself and nothing else.
  @Test(arguments: try! ShippedPolicyTests.library.policies().addresses)
  func aPrintedPolicyNeedsNoAmendments(address: Address) throws {
    let library = ShippedPolicyTests.library
    let edition = try library.choose(address)
    let text = try #require(library.resolve(edition).resolved)
    let document = try #require(parseDocument(Array(text.shown(as: .md).utf8), path: "document.md").document)
    let adoption = try #require(
      adopt(
        document, amending: library.chain(edition).levels, as: Address("hill/social-media@draft")!,
        by: text.organisation))
    #expect(adoption.instrument.amendments.isEmpty, "\(PolicyFile(.instrument(adoption.instrument)).canonicalSource)")
  }

  /// A text that shares nothing but its subject becomes a fork too, whatever the base keeps closed.
  @Test(arguments: ["brighton-hove", "authority", "derbyshire"])
  func aStrangerBecomesAFork(organisation: String) throws {
    let library = ShippedPolicyTests.library
    let address = try #require(Address("\(organisation)/social-media@1.0"))
    let text = try #require(library.resolve(address).resolved)
    let base = library.chain(Address("escc/social-media@1.0")!).levels
    let document = ForeignDocument(text, keepsIdentities: false)
    let fork = Address("hill/social-media@draft")!
    let adoption = try #require(adopt(document, amending: base, as: fork, by: text.organisation))
    #expect(!adoption.refusals.isEmpty && adoption.counts.added > 60)
  }

  /// What a word processor makes of a document changes nothing: page headers, bold numbers, straight quotation marks.
  @Test func whatAWordProcessorLeavesIsNoAmendment() throws {
    let fork = try Fork("roselands-stafford")
    let clean = Source.markdown.markdown(of: fork.text)
    let straight = clean.replacing(/[‘’]/, with: "'").replacing(/[“”]/, with: "\"")
    var pages: [Substring] = []
    for (number, paragraph) in straight.split(separator: "\n\n").enumerated() {
      if number % 14 == 6 { pages += ["Our federation’s social media rules", "Page \(number / 14 + 1) of 12"] }
      pages.append(paragraph)
    }
    func instrument(_ source: String) throws -> Instrument {
      let document = try #require(parseDocument(Array(source.utf8), path: "document.md").document)
      return try #require(adopt(document, amending: fork.bases, as: fork.address, by: fork.organisation)).instrument
    }
    let typed = pages.joined(separator: "\n\n").replacing("’", with: "'")
    #expect(try instrument(typed).clauseAmendments <= instrument(clean).clauseAmendments + 2)
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

  /// Without what no document tells: reasons and the control table.
  fileprivate var ofWords: Instrument {
    let told = amendments.filter { amendment in
      switch amendment.operation {
      case .setDocument(.title), .setDocument(.numbering), .setDocument(.term): true
      case .setDocument: false
      default: true
      }
    }
    return Instrument(base: base, amendments: told.map { Amendment($0.operation) })
  }

  /// In bytes of its source.
  fileprivate var size: Int { PolicyFile(.instrument(self)).canonicalSource.utf8.count }
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
