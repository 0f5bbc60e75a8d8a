import Amending
import Checking
import PolicyModel
import Reading
import Synchronization

/// Checks texts, one after the other or side by side; what it learns of a base serves all that rest on it.
final class Checker: Sendable {
  let library: Library
  /// What is law, and who is there, on the day.
  let register: Register
  /// Where the entries of the register stand.
  let entries: SourceMap
  let date: PartialDate
  let finder: CitationFinder
  let wrongYears: WrongYears
  private let bases = Mutex<[Address: Checked]>([:])

  /// What checking made of a text; without one where it cannot be read.
  private struct Checked: Sendable {
    var text: CheckedText?
    /// What its forks look at; of a base alone.
    var base: CheckedBase?
    /// With its terms and references still open.
    var source: Policy?
    /// It and what it rests on, targets named by their identities.
    var levels: [Level] = []
    let findings: [TextFinding]
  }

  init(library: Library, register: Register, entries: SourceMap, date: PartialDate) {
    self.library = library
    self.register = register.asAt(date)
    self.entries = entries
    self.date = date
    finder = CitationFinder(register)
    wrongYears = WrongYears(self.register)
  }

  /// Every finding at its place; what a fork has from its base stands where the base does.
  func findings(of chain: Library.Chain) -> [TextFinding] { checked(chain).findings }

  /// The same as the text itself tells it: by its own numbers, whoever wrote the clause.
  func ownFindings(of chain: Library.Chain) -> [Diagnostic] { findings(of: chain).map(\.own) }

  private func checked(_ chain: Library.Chain) -> Checked {
    let resolution = library.resolve(chain)
    guard !resolution.diagnostics.hasErrors, let resolved = resolution.resolved, let source = resolution.policy,
      let last = chain.levels.last
    else {
      let problems = chain.levels.isEmpty ? resolution.diagnostics : resolution.diagnostics.alone
      return Checked(findings: problems.map(TextFinding.init))
    }
    let base = checkedBase(of: chain)
    let ledger = library.ledger(of: last.address)
    let text = CheckedText(
      file: last.file, resolved: resolved, source: source, base: base?.base, ledger: ledger.value ?? Ledger(),
      register: register, asAt: date, finder: finder, wrongYears: wrongYears)
    let levels = (base?.levels ?? []) + [last.namingTargets(in: base?.source)]
    var inherited = InheritedFindings(base?.findings ?? [], in: resolved, level: levels.last!)
    let places = FindingPlaces(levels: levels, ledger: ledger.sourceMap, register: entries)
    let findings = check(text).map { finding in
      var own = places.located(finding)
      guard let origin = inherited.take(finding) else { return TextFinding(own) }
      own.position = origin.position
      let name = own.message == origin.message ? nil : finding.subject?.clause.map(text.name)
      let isLocked = finding.subject?.clause.map(inherited.locked.contains) ?? false
      return TextFinding(origin: origin, own: own, name: name, isLocked: isLocked)
    }
    let approval = last.address.edition.flatMap { ledger.value?.approval(of: $0) }
    let problems = resolution.diagnostics + library.laterBase(of: chain, as: last.address, on: approval?.on)
    return Checked(
      text: text, source: source, levels: levels, findings: problems.map(TextFinding.init) + findings)
  }

  private func checkedBase(of chain: Library.Chain) -> Checked? {
    guard chain.levels.count > 1 else { return nil }
    let below = Library.Chain(levels: chain.levels.dropLast(), diagnostics: [])
    let address = below.levels.last!.address
    return bases.value(of: address) {
      var base = checked(below)
      (base.base, base.text) = (base.text.map(CheckedBase.init), nil)
      return base
    }
  }
}

extension Level {
  /// The same with each printed number of the base replaced by the identity it stands for.
  fileprivate func namingTargets(in base: Policy?) -> Level {
    guard let base, case .instrument(let instrument) = file.body else { return self }
    var file = file
    file.body = .instrument(instrument.namingTargets(in: base))
    return Level(address: address, file: file, sourceMap: sourceMap, organisation: organisation)
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
