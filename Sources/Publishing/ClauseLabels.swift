import PolicyModel

extension ResolvedPolicy {
  /// By what a reader finds each clause: its number, else the nearest one above it with its place below: “3.1 paragraph 2”. A
  /// number that tells nothing alone stands behind the one above: “3.1(b)”, “3.1 item 4”.
  var labels: [Identity: String] { labels { $0.content.heading.plain } }

  /// The same.
  ///
  /// - Parameter heading: how the heading of a section reads.
  func labels(_ heading: (ResolvedClause) -> String) -> [Identity: String] {
    var labels: [Identity: String] = [:]
    func walk(_ clauses: [ResolvedClause], under above: String?, numbered: String?) {
      var counts: [String: Int] = [:]
      for clause in clauses {
        let noun = clause.content.noun
        counts[noun, default: 0] += 1
        let label =
          clause.number.map { clause.content.kind == .item ? $0.asItem(of: numbered) : $0 }
          ?? (clause.content.isSection
            ? heading(clause).quoted
            : [above, "\(noun) \(counts[noun]!)"].compactMap { $0 }.joined(separator: " "))
        labels[clause.identity] = label
        let isKnown = clause.number != nil || clause.content.isSection
        walk(clause.clauses, under: label, numbered: isKnown ? label : numbered)
      }
    }
    walk(clauses, under: nil, numbered: nil)
    return labels
  }
}

extension ResolvedClause {
  /// Its heading or first words, so that a list tells more than numbers.
  var named: String {
    let words = content.texts.first?.plain ?? ""
    if content.isSection { return words }
    return words.hasSuffix(":")
      ? String(words.dropLast()).opening(8, more: "\u{A0}…") : words.opening(8, more: "\u{A0}…")
  }
}

extension String {
  /// The number of an item with that of what it stands in, where it does not begin with it.
  fileprivate func asItem(of above: String?) -> String {
    guard let above else { return self }
    if hasPrefix("(") { return above + self }
    return hasPrefix(above.withoutFinalStop) ? self : "\(above.withoutFinalStop) item \(withoutFinalStop)"
  }
}

extension Clause {
  /// What a clause without a number is called beside its neighbours.
  fileprivate var noun: String {
    switch kind {
    case .section: "section"
    case .clause: "paragraph"
    case .item: "item"
    case .field: "field"
    case .option: "option"
    }
  }
}
