import Amending
import Checking
import PolicyModel

extension Library {
  /// Finds what is wrong with a text before anyone decides on it.
  ///
  /// - Parameter date: the day on which the text is judged.
  /// - Returns: what keeps it from being resolved, else what the checks find, each at its place.
  public func check(_ address: Address, asAt date: PartialDate) throws(FileFailure) -> [Diagnostic] {
    let chain = chain(try choose(address))
    let resolution = resolve(chain)
    guard !resolution.diagnostics.hasErrors, let resolved = resolution.resolved, let source = resolution.policy,
      let last = chain.levels.last
    else { return resolution.diagnostics }
    let (register, entries, problems) = placedRegister()
    let text = CheckedText(
      file: last.file, resolved: resolved, source: source,
      base: chain.levels.count > 1 ? Amending.resolve(chain.levels.dropLast()).resolved : nil,
      ledger: ledger(of: address).value ?? Ledger(), register: register, asAt: date)
    return resolution.diagnostics + problems + Checking.check(text).map { located($0, in: chain, or: entries) }
  }

  /// A finding at its place: in the nearest text that writes what it is about, or in a register.
  private func located(_ finding: Diagnostic, in chain: Chain, or entries: SourceMap) -> Diagnostic {
    func place(_ subject: Subject) -> SourcePosition? {
      if case .registered = subject { return entries[subject] }
      return chain.levels.reversed().lazy.compactMap { $0.sourceMap[subject] }.first
        ?? chain.levels.last?.sourceMap.nearest(subject)
    }
    var finding = finding
    finding.position = finding.subject.flatMap(place)
    finding.notes = finding.notes.map { note in
      var note = note
      note.position = note.position ?? note.subject.flatMap(place)
      return note
    }
    return finding
  }
}
