import PolicyModel

/// The instrument that turns a base into a document which somebody else wrote, and what was found on the way.
public struct Adoption: Sendable {
  /// The fork: terms first, then amendments in the order of application.
  public var instrument: Instrument
  /// The organisation's name as the document has it, where none was given and the base prints it.
  public var organisation: TermValue?
  /// What the document changes of clauses that the base keeps closed: it was left as the base has it.
  public var refusals: [Diagnostic]
  /// How many clauses of the fork were taken and changed.
  public var counts: Counts

  /// How the clauses of a fork came about.
  public struct Counts: Hashable, Sendable {
    /// As the base has them, terms aside.
    public var inherited = 0
    /// With other words, a number or attributes of their own.
    public var amended = 0
    /// The fork's own.
    public var added = 0
    /// Of the base, not in the fork.
    public var leftOut = 0
    /// Unchanged in another place.
    public var moved = 0

    init(of text: ResolvedPolicy, without omitted: Set<Identity>) {
      leftOut = omitted.count
      for (clause, _) in text.flat {
        let verbs = Set(clause.provenance.touches(by: text.address).map(\.operation))
        switch verbs {
        case _ where clause.provenance.origin == text.address: added += 1
        case []: inherited += 1
        case [.move]: moved += 1
        default: amended += 1
        }
      }
    }
  }
}

/// Finds the smallest instrument that turns a base into a document.
///
/// The instrument is checked: applied to the base it gives the words of the document, with what a document cannot say (names,
/// topics, kinds of field, emphasis and links of a line that has none) as the base has it.
///
/// - Parameters:
///   - document: what the fork is to say.
///   - levels: the base and all it rests on, the text with no base first.
///   - fork: the address of the fork.
///   - organisation: whose fork it is; nil where nobody is named yet.
/// - Returns: nil where the base does not resolve, or no amendments give the document.
public func adopt(
  _ document: ForeignDocument, amending levels: [Level], as fork: Address, by organisation: Organisation? = nil
) -> Adoption? {
  guard let base = levels.last else { return nil }
  let owner = organisation ?? Organisation(name: base.organisation.name, kind: base.organisation.kind)
  let search = AdoptionSearch(document, levels: levels, fork: fork, organisation: owner)
  guard let search, organisation == nil, let name = search.organisationName, name != owner.name else {
    return search?.adoption
  }
  let named = Organisation(name: name, kind: owner.kind)
  var adoption = AdoptionSearch(document, levels: levels, fork: fork, organisation: named)?.adoption
  adoption?.organisation = name
  return adoption
}
