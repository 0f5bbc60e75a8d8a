import Amending
import PolicyModel
import PolicySource
import Publishing

/// Which policies a document could come from.
public struct ParentReport: Sendable {
  /// Of each policy the text that the document is nearest to, with what it has from it, the likeliest first.
  public let candidates: [(address: Address, derivation: Derivation)]
  /// What is wrong with the document, or with policies that could not be compared.
  public let diagnostics: [Diagnostic]

  /// The likeliest of them, where its share convinces.
  public var parent: Address? { candidates.first.flatMap { $0.derivation.isConvincing ? $0.address : nil } }
}

extension Library {
  /// Compares a document with policies, of each with the edition that it is nearest to.
  ///
  /// - Parameters:
  ///   - file: a Markdown file anywhere on this machine.
  ///   - policies: those to compare with; every policy unless given.
  public func parents(of file: String, among policies: [Address]? = nil) throws(FileFailure) -> ParentReport {
    let (document, problems) = try document(file)
    guard let document else { return ParentReport(candidates: [], diagnostics: problems) }
    return try parents(of: document, among: policies)
  }

  package func parents(
    of document: ForeignDocument, among policies: [Address]? = nil
  ) throws(FileFailure) -> ParentReport {
    var candidates: [(address: Address, derivation: Derivation, depth: Int)] = []
    var diagnostics: [Diagnostic] = []
    let all = if let policies { policies } else { try self.policies().addresses }
    for policy in all {
      let nearest = try nearestText(of: policy, to: document)
      if let derivation = nearest.derivation {
        candidates.append((nearest.address, derivation, nearest.chain.levels.count))
      } else {
        diagnostics += nearest.chain.diagnostics
      }
    }
    // Of a text and its forks that have as much of the document, the text itself is likelier.
    candidates.sort { one, other in
      let (first, second) = (one.derivation.percent, other.derivation.percent)
      return (second, one.depth, one.address.description) < (first, other.depth, other.address.description)
    }
    return ParentReport(
      candidates: candidates.map { (address: $0.address, derivation: $0.derivation) }, diagnostics: diagnostics)
  }

  /// The edition of a policy that a document has most of as it stands, the newest of equals; its draft where it has none.
  func nearestText(of policy: Address, to document: ForeignDocument) throws(FileFailure) -> NearestText {
    let library = focused(on: policy.policyAddress)
    let newest = try choose(policy)
    var texts = [newest]
    if policy.choice == nil, newest.edition != nil {
      let ledger = ledger(of: policy).value ?? Ledger()
      texts += try self.texts(of: policy).editions.reversed()
        .filter { ledger.approval(of: $0) != nil }.map { policy.at(.edition($0)) }.filter { $0 != newest }
    }
    let candidates = texts.map { address in
      let chain = library.chain(address)
      return NearestText(
        address: address, chain: chain,
        derivation: chain.hasErrors ? nil : derivation(of: document, from: chain.levels))
    }
    return candidates.max { $0.standing < $1.standing }!
  }

  /// A document as clauses: a policy's source with its terms filled, or any other Markdown.
  func document(_ file: String) throws(FileFailure) -> (ForeignDocument?, [Diagnostic]) {
    let bytes: [UInt8]
    do {
      bytes = try files.contents(of: file, limit: largestPolicyFile)
    } catch {
      guard case .tooLarge(let count) = error.reason else { throw error }
      return (nil, [tooLarge(path: file, bytes: count)])
    }
    let parsed = parse(bytes, path: file)
    guard let text = parsed.value else { return parseDocument(bytes, path: file) }
    switch text.body {
    case .instrument(let instrument):
      let problem = Diagnostic(
        .notAWholeText, "this is an instrument that amends \(instrument.base) already, and no whole text",
        remedy: "put it into the folder of its organisation as draft.md; “clausebook show” prints the whole text",
        at: SourcePosition(path: file, line: 1, column: 1))
      return (nil, [problem])
    case .policy(let policy) where !parsed.diagnostics.hasErrors && policy.hasIdentities:
      return document(of: text, parsed.sourceMap, parsed.diagnostics)
    case .policy: return parseDocument(bytes, path: file)
    }
  }

  private func document(
    of policy: PolicyFile, _ places: SourceMap, _ problems: [Diagnostic]
  ) -> (ForeignDocument?, [Diagnostic]) {
    let organisation = policy.organisation ?? Organisation(name: TermValue("the organisation"), kind: .school)
    let level = Level(
      address: Address(organisation: "adopt", policy: "adopt")!, file: policy, sourceMap: places,
      organisation: organisation)
    let resolution = resolve(Chain(levels: [level], diagnostics: problems))
    guard let resolved = resolution.resolved, !resolution.diagnostics.hasErrors else {
      return (nil, resolution.diagnostics)
    }
    return (ForeignDocument(resolved, keepsIdentities: true), [])
  }
}

/// A text that a document may come from.
struct NearestText {
  let address: Address
  let chain: Library.Chain
  /// Nil where the text does not resolve.
  let derivation: Derivation?

  /// How many words the document has from it in clauses as they stand.
  fileprivate var standing: Int { derivation.map { $0.wordForWord + $0.throughTerms } ?? -1 }
}

extension Policy {
  fileprivate var hasIdentities: Bool { clauses.flatMap(\.withDescendants).contains { $0.identity != nil } }
}

extension ParentReport {
  /// For a program: `{parent, candidates: [{address, share, wordForWord, throughTerms, reworded, words}]}`; shares in percent.
  public var json: String {
    JSON.object([
      "parent": parent.map { .text($0.description) } ?? .null,
      "candidates": .list(
        candidates.map { address, derivation in
          .object([
            "address": .text(address.description),
            "share": .number(derivation.percent),
            "wordForWord": .number(derivation.percent(derivation.wordForWord)),
            "throughTerms": .number(derivation.percent(derivation.throughTerms)),
            "reworded": .number(derivation.percent(derivation.reworded)),
            "words": .number(derivation.total),
          ])
        }),
    ]).text
  }

  /// For a reader: a table of the candidates, and the likeliest in words.
  public var text: String {
    let widest = max(7, candidates.map(\.address.description.count).max() ?? 0)
    func row(_ cells: [String]) -> String {
      var line = cells[0].padded(to: widest)
      for cell in cells.dropFirst() { line += cell.padded(to: 15, atStart: true) }
      return line
    }
    var lines = [row(["Policy", "Share", "Word for word", "Through terms", "Reworded"])]
    for (address, derivation) in candidates {
      let parts = [derivation.wordForWord, derivation.throughTerms, derivation.reworded].map(derivation.percent)
      lines.append(row([address.description] + ([derivation.percent] + parts).map { "\($0) %" }))
    }
    lines.append("")
    if let parent, let best = candidates.first?.derivation {
      lines.append(
        "The likeliest parent is \(parent): \(best.percent) % of the document’s words stand in clauses that come from it."
      )
    } else {
      lines.append("None of these is convincing: the document is a text of its own.")
    }
    return lines.joined(separator: "\n")
  }
}

extension Derivation {
  /// The words that come from the other text, in percent.
  var percent: Int { percent(wordForWord + throughTerms + reworded) }

  fileprivate func percent(_ words: Int) -> Int { total == 0 ? 0 : (words * 100 + total / 2) / total }
}
