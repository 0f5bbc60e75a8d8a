import PolicyModel

/// Says prose as it reads in a policy: with the values of its terms, and clauses by their numbers.
public struct PlainReading: Sendable {
  private var terms: [String: TermValue]
  private let wording: ReferenceWording?
  /// How references read to clauses that another text alone has.
  private var otherWording: ReferenceWording?

  /// Says prose as it is written.
  public static let asWritten = PlainReading(terms: [:], wording: nil)

  package init(of stack: LevelStack) {
    self.init(
      terms: stack.head.terms,
      wording: ReferenceWording(
        NumberedClauses(stack.tree, by: stack.head.numbering), terms: PrintedTerms(stack.head.terms)))
  }

  private init(terms: [String: TermValue], wording: ReferenceWording?) {
    self.terms = terms
    self.wording = wording
  }

  /// The same, with terms and clauses that another text alone has as they read there.
  package func and(_ other: PlainReading) -> PlainReading {
    var both = self
    both.terms.merge(other.terms) { ours, _ in ours }
    both.otherWording = other.wording
    return both
  }

  /// The same for texts in which terms have other names.
  func renamingTerms(_ names: [String: String]) -> PlainReading {
    var renamed = self
    for (old, new) in names { renamed.terms[new] = terms[old] ?? renamed.terms[new] }
    return renamed
  }

  /// The printed number of a clause; nil where it has none.
  public func number(of clause: Identity) -> String? { wording?.clauses[clause]?.printed }

  /// What a reference to a clause prints, such as “section 6”.
  package func reference(to clause: Identity) -> String {
    words(Text([Text.Run(.reference(Reference([.single(clause)])))]))
  }

  /// What a clause is called.
  func name(of clause: Identity) -> String { number(of: clause) ?? clause.description }

  func words(_ text: Text) -> String {
    if terms.isEmpty && wording == nil || !text.isOpen { return text.plain }
    return Text(
      text.runs.flatMap { run -> [Text.Run] in
        switch run.content {
        case .term(let use): return [terms[use.name].map { Text.Run(.words(use.words(of: $0))) } ?? run]
        case .reference(let reference):
          return [wording, otherWording].lazy.compactMap { $0?.runs(reference, in: nil, style: Text.Style()) }.first
            ?? [run]
        default: return [run]
        }
      }
    ).plain
  }
}
