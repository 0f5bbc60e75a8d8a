import Amending
import Checking
import PolicyModel
import Reading

/// What checking found.
public struct CheckReport: Sendable {
  /// The texts that were checked, in the order asked for.
  public var texts: [Address]
  /// What is wrong with them, in the order of files and lines; what several texts inherit is there once.
  public var findings: [Finding]

  /// Whether there is anything to be mended: what is told for information alone is not.
  public var isClean: Bool { !findings.contains { $0.diagnostic.severity != .note } }
}

extension Library {
  /// What is wrong with a text before anyone decides on it.
  ///
  /// - Parameter date: the day on which the text is judged.
  /// - Returns: what keeps it from being resolved, else what the checks find, each at its place.
  public func check(_ address: Address, asAt date: PartialDate) throws(FileFailure) -> [Diagnostic] {
    try check([address], asAt: date).findings.map(\.diagnostic)
  }

  /// Finds what is wrong with texts before anyone decides on them.
  ///
  /// - Parameters:
  ///   - addresses: the texts; where none is named, the text that stands for each policy.
  ///   - date: the day on which the texts are judged.
  ///   - progress: told how many texts of how many are checked.
  public func check(
    _ addresses: [Address] = [], asAt date: PartialDate, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(FileFailure) -> CheckReport {
    var texts = addresses
    var merged = MergedFindings()
    if addresses.isEmpty {
      let (policies, strays) = try policies()
      texts = policies
      merged.add(strays, of: nil, from: [])
    }
    let (register, entries, problems) = placedRegister()
    merged.add(problems, of: nil, from: [])
    var checker = Checker(library: self, register: register, entries: entries, date: date)
    for (index, text) in texts.enumerated() {
      let problems = text.choice == nil ? try undecided(text) : []
      let chain = problems.isEmpty ? chain(try choose(text)) : Chain(levels: [], diagnostics: problems)
      merged.add(checker.findings(of: chain), of: chain.levels.last?.address, from: chain.levels)
      progress(index + 1, texts.count)
    }
    return CheckReport(texts: texts, findings: merged.findings)
  }
}

/// Checks texts one after the other; what it learns of a base serves all that rest on it.
private struct Checker {
  let library: Library
  let register: Register
  /// Where the entries of the register stand.
  let entries: SourceMap
  let date: PartialDate
  let finder: CitationFinder
  private var bases: [Address: (text: ResolvedPolicy?, findings: [Diagnostic])] = [:]

  init(library: Library, register: Register, entries: SourceMap, date: PartialDate) {
    self.library = library
    self.register = register
    self.entries = entries
    self.date = date
    finder = CitationFinder(register)
  }

  /// Every finding at its place; what a fork has from its base stands where the base does.
  mutating func findings(of chain: Library.Chain) -> [Diagnostic] { checked(chain).findings }

  private mutating func checked(_ chain: Library.Chain) -> (text: ResolvedPolicy?, findings: [Diagnostic]) {
    let resolution = library.resolve(chain)
    guard !resolution.diagnostics.hasErrors, let resolved = resolution.resolved, let source = resolution.policy,
      let last = chain.levels.last
    else { return (nil, resolution.diagnostics) }
    let base = checkedBase(of: chain)
    let ledger = library.ledger(of: last.address)
    let text = CheckedText(
      file: last.file, resolved: resolved, source: source, base: base?.text, ledger: ledger.value ?? Ledger(),
      register: register, asAt: date, finder: finder)
    var inherited = InheritedFindings(base?.findings ?? [])
    let places = FindingPlaces(levels: chain.levels, ledger: ledger.sourceMap, register: entries)
    let findings = check(text).map { inherited.take($0) ?? places.located($0) }
    return (resolved, resolution.diagnostics + findings)
  }

  private mutating func checkedBase(of chain: Library.Chain) -> (text: ResolvedPolicy?, findings: [Diagnostic])? {
    guard chain.levels.count > 1 else { return nil }
    let below = Library.Chain(levels: chain.levels.dropLast(), diagnostics: [])
    let address = below.levels.last!.address
    if let known = bases[address] { return known }
    let base = checked(below)
    bases[address] = base
    return base
  }
}

/// What the checks find in a base, to be recognised in a fork.
private struct InheritedFindings {
  private var left: [Diagnostic]

  init(_ findings: [Diagnostic]) {
    // What concerns the document, such as its next review, each text answers for itself.
    left = findings.filter { $0.subject?.clause != nil }
  }

  /// The base's finding that a fork's finding repeats, each once.
  mutating func take(_ finding: Diagnostic) -> Diagnostic? {
    guard let clause = finding.subject?.clause else { return nil }
    let index =
      left.firstIndex { $0.rule == finding.rule && $0.subject == finding.subject }
      ?? left.firstIndex { $0.rule == finding.rule && $0.subject?.clause == clause && $0.message == finding.message }
    return index.map { left.remove(at: $0) }
  }
}
