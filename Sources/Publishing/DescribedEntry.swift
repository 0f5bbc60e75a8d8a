import PolicyModel

/// An entry of a register in words.
struct DescribedEntry {
  struct Fact {
    struct Value {
      let words: String
      var href: String?
    }

    let label: String
    let values: [Value]
  }

  let key: Register.Key
  let title: String
  let status: String
  /// Whether it should not be cited any more.
  let isGone: Bool
  let note: String?
  /// What changed an Act, in sentences.
  var changes: [String] = []
  var facts: [Fact]
}

extension Register {
  /// The entries of a table, in its order.
  func described(_ table: Table) -> [DescribedEntry] {
    switch table {
    case .legislation: legislation.map(described)
    case .bodies: bodies.map { described($0, in: .bodies, isGone: $0.status == .abolished || $0.status == .renamed) }
    case .services: services.map { described($0, in: .services, isGone: $0.status == .closed || $0.status == .renamed) }
    case .documents: documents.map(described)
    }
  }

  private func described(_ law: Legislation) -> DescribedEntry {
    DescribedEntry(
      key: Key(.legislation, law.identifier), title: law.title, status: law.status.words,
      isGone: law.status == .repealed,
      note: law.note, changes: law.effects.map(sentence),
      facts: [
        fact("Replaced by", law.replacedBy.map { link(Key(.legislation, $0)) }),
        fact(
          "Extends to",
          law.extent.count == Legislation.Nation.allCases.count ? ["the United Kingdom"] : law.extent.map(\.words)),
        fact("Also found as", law.aliases.map(\.quoted)), fact("Cited by mistake as", law.miscitedAs.map(\.quoted)),
      ].compactMap { $0 } + facts(law.evidence))
  }

  private func described<Status: RawRepresentable>(
    _ entry: Named<Status>, in table: Table, isGone: Bool
  ) -> DescribedEntry where Status.RawValue == String {
    let since = entry.since.map { " \($0.phrase)" } ?? ""
    let status = entry.status.rawValue == "unknown" ? "status not known" : entry.status.rawValue + since
    return DescribedEntry(
      key: Key(table, entry.key), title: entry.name, status: status, isGone: isGone, note: entry.note,
      facts: [
        fact("Kind", entry.kind.map { [$0] } ?? []),
        fact("Replaced by", entry.replacedBy.map { link(Key(table, $0)) }),
        fact("Also found as", entry.aliases.map(\.quoted)),
      ].compactMap { $0 } + facts(entry.evidence))
  }

  private func described(_ document: RelatedDocument) -> DescribedEntry {
    DescribedEntry(
      key: Key(.documents, document.name), title: document.title,
      status: document.status == .unknown ? "status not known" : document.status.rawValue,
      isGone: document.status == .superseded, note: document.note,
      facts: [
        fact("Kind", document.kind.map { [$0.rawValue] } ?? []),
        fact("Replaced by", document.replacedBy.map { link(Key(.documents, $0)) }),
        fact("Issued by", document.issuedBy.map { [link(Key(.bodies, $0))] } ?? []),
        fact("Also found as", document.aliases.map(\.quoted)),
      ].compactMap { $0 } + facts(document.evidence))
  }

  private func fact(_ label: String, _ values: [String]) -> DescribedEntry.Fact? {
    fact(label, values.isEmpty ? [] : [DescribedEntry.Fact.Value(words: values.joined(separator: ", "))])
  }

  private func fact(_ label: String, _ values: [DescribedEntry.Fact.Value]) -> DescribedEntry.Fact? {
    values.isEmpty ? nil : DescribedEntry.Fact(label: label, values: values)
  }

  private func link(_ key: Key) -> DescribedEntry.Fact.Value {
    DescribedEntry.Fact.Value(words: title(of: key), href: "\(key.table.rawValue).html#\(key.anchor)")
  }

  private func facts(_ evidence: Evidence) -> [DescribedEntry.Fact] {
    [
      fact("Source", evidence.source.map { [DescribedEntry.Fact.Value(words: $0.withoutScheme, href: $0)] } ?? []),
      fact(
        "Last checked",
        [evidence.checkedOn?.words, evidence.confidence.map { "confidence: \($0.rawValue)" }].compactMap { $0 }
          .map { DescribedEntry.Fact.Value(words: $0) }),
    ].compactMap { $0 }
  }

  /// “Section 127(2)(a) repealed by the Online Safety Act 2023 on 31 January 2024, except in Scotland.”
  private func sentence(_ effect: Effect) -> String {
    let what = effect.provisions.isEmpty ? "all of it" : effect.provisions.map(\.description).inWords
    let was = effect.provisions.count > 1 ? "were" : "was"
    let done =
      switch effect.kind {
      case .amends: "amended"
      case .inserts: "inserted"
      case .repeals: "repealed"
      }
    let by = effect.by.map { " by the \(title(of: Key(.legislation, $0)))" } ?? ""
    let on = effect.on.map { " \($0.phrase)" } ?? ""
    let except = effect.except.isEmpty ? "" : ", except in " + effect.except.map(\.words).joined(separator: " and ")
    let others = effect.replacedBy.filter { $0.provision != nil || $0.identifier != effect.by }
    let now = others.map { passage in
      let title = "the \(title(of: Key(.legislation, passage.identifier)))"
      return passage.provision.map { "\($0) of \(title)" } ?? title
    }
    let instead = now.isEmpty ? "" : "; see \(now.joined(separator: " and "))"
    return what.capitalisedFirst + " \(was) \(done)\(by)\(on)\(except)\(instead)."
      + (effect.note.map { " " + $0 } ?? "")
  }
}

extension Register.Legislation.Status {
  fileprivate var words: String {
    switch self {
    case .inForce: "in force"
    case .inForceInPart: "in force in part"
    case .repealed: "repealed"
    case .unknown: "status not known"
    }
  }
}

extension Register.Legislation.Nation {
  fileprivate var words: String {
    switch self {
    case .england: "England"
    case .wales: "Wales"
    case .scotland: "Scotland"
    case .northernIreland: "Northern Ireland"
    }
  }
}

extension String {
  fileprivate var withoutScheme: String {
    let scheme = ["https://www.", "https://", "http://www.", "http://"].first { hasPrefix($0) } ?? ""
    return String(dropFirst(scheme.count))
  }
}
