import Amending
import Checking
import PolicyModel
import Reading

/// Checks texts one after the other; what it learns of a base serves all that rest on it.
struct Checker {
  let library: Library
  let register: Register
  /// Where the entries of the register stand.
  let entries: SourceMap
  let date: PartialDate
  let finder: CitationFinder
  private var bases: [Address: Checked] = [:]

  /// What checking made of a text; without one where it cannot be read.
  private struct Checked {
    var text: CheckedBase?
    let findings: [Diagnostic]
  }

  init(library: Library, register: Register, entries: SourceMap, date: PartialDate) {
    self.library = library
    self.register = register
    self.entries = entries
    self.date = date
    finder = CitationFinder(register)
  }

  /// Every finding at its place; what a fork has from its base stands where the base does.
  mutating func findings(of chain: Library.Chain) -> [Diagnostic] { checked(chain).findings }

  /// The same in a fork's own words: by its own numbers, whoever wrote the clause.
  mutating func ownFindings(of chain: Library.Chain) -> [Diagnostic] { checked(chain, asInBase: false).findings }

  private mutating func checked(_ chain: Library.Chain, asInBase: Bool = true) -> Checked {
    let resolution = library.resolve(chain)
    guard !resolution.diagnostics.hasErrors, let resolved = resolution.resolved, let source = resolution.policy,
      let last = chain.levels.last
    else { return Checked(findings: chain.levels.isEmpty ? resolution.diagnostics : resolution.diagnostics.alone) }
    let base = checkedBase(of: chain)
    let ledger = library.ledger(of: last.address)
    let text = CheckedText(
      file: last.file, resolved: resolved, source: source, base: base?.text, ledger: ledger.value ?? Ledger(),
      register: register, asAt: date, finder: finder)
    var inherited = InheritedFindings(base?.findings ?? [], in: resolved)
    let places = FindingPlaces(levels: chain.levels, ledger: ledger.sourceMap, register: entries)
    let findings = check(text).map { (asInBase ? inherited.take($0) : nil) ?? places.located($0) }
    return Checked(text: CheckedBase(text), findings: resolution.diagnostics + findings)
  }

  private mutating func checkedBase(of chain: Library.Chain) -> Checked? {
    guard chain.levels.count > 1 else { return nil }
    let below = Library.Chain(levels: chain.levels.dropLast(), diagnostics: [])
    let address = below.levels.last!.address
    if let known = bases[address] { return known }
    let base = checked(below)
    bases[address] = base
    return base
  }
}

extension [Diagnostic] {
  /// What keeps a text from being resolved; the last error of each file says that nothing else was looked for.
  fileprivate var alone: [Diagnostic] {
    var all = inOrder
    var told: Set<String?> = []
    for index in all.indices.reversed() where all[index].severity == .error {
      guard told.insert(all[index].position?.path).inserted else { continue }
      all[index].notes.append(
        Diagnostic.Note("the other rules did not run on this text: mend what is told here, then check it again"))
    }
    return all
  }
}

/// What the checks find in a base, to be recognised in a fork.
private struct InheritedFindings {
  /// What a fork's finding can repeat: one of the same rule about the same clause.
  private struct Place: Hashable {
    let rule: Rule
    let clause: Identity

    /// Nil for what concerns the document, such as its next review: each text answers for that itself.
    init?(_ finding: Diagnostic) {
      guard let clause = finding.subject?.clause else { return nil }
      (rule, self.clause) = (finding.rule, clause)
    }
  }

  /// Those not taken yet, in the order found.
  private var left: [Place: [Diagnostic]] = [:]
  /// The clauses that are as the base has them.
  private let untouched: Set<Identity>

  init(_ findings: [Diagnostic], in fork: ResolvedPolicy) {
    for finding in findings {
      if let place = Place(finding) { left[place, default: []].append(finding) }
    }
    guard !left.isEmpty else {
      untouched = []
      return
    }
    untouched = Set(
      fork.flat.map(\.clause).filter { clause in
        clause.provenance.origin != fork.address && !clause.provenance.amendedBy.contains { $0.by == fork.address }
      }.map(\.identity))
  }

  /// The base's finding that a fork's finding repeats, each once; numbers in it may differ.
  mutating func take(_ finding: Diagnostic) -> Diagnostic? {
    guard let place = Place(finding), let found = left[place] else { return nil }
    let index =
      found.firstIndex { $0.message == finding.message }
      ?? found.firstIndex { $0.subject == finding.subject && isSame($0, in: place.clause) }
    return index.map { left[place]!.remove(at: $0) }
  }

  /// Whether a finding about the same subject tells the same defect.
  private func isSame(_ finding: Diagnostic, in clause: Identity) -> Bool {
    if case .words = finding.subject { return true }
    return untouched.contains(clause)
  }
}
