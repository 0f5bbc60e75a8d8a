/// One operation on a base, with its reason.
public struct Amendment: Hashable, Sendable {
  /// What is done to the base.
  public var operation: Operation
  /// Why, in the words of whoever amended.
  public var reason: Text?
  /// The edition of the base in view of which somebody decided that it stands; nil where nobody had to.
  public var decidedOn: Address?

  public init(_ operation: Operation, reason: Text? = nil, decidedOn: Address? = nil) {
    self.operation = operation
    self.reason = reason
    self.decidedOn = decidedOn
  }
}

/// What an amendment does: the vocabulary of forks, differences, updates and redlines.
public enum Operation: Hashable, Sendable {
  /// Replaces a clause with all below it; what is not restated is omitted.
  case substitute(Target, [Clause])
  /// Replaces a clause's own blocks.
  case substituteText(Target, [Block])
  case substituteHeading(Target, Text)
  case insert([Clause], Position)
  /// Takes a clause away with all below it.
  case omit(Target)
  /// Takes a clause with all below it to another place; identities stay.
  case move(Target, Position)
  /// Changes how a clause takes part in counting.
  case renumber(Target, Numbering)
  case reword(Scope, Rewording)
  case setClause(Target, [ClauseSetting])
  case setDocument(DocumentSetting)
}

/// The clause an amendment names: by identity, or by the number printed in the untouched base.
public enum Target: Hashable, Sendable, CustomStringConvertible {
  case identity(Identity)
  /// As printed in the base: `3.4`.
  case number(String)

  public var description: String {
    switch self {
    case .identity(let identity): identity.description
    case .number(let number): number
    }
  }

  /// Nil where the clause is named by its number.
  public var identity: Identity? {
    if case .identity(let identity) = self { identity } else { nil }
  }
}

/// Where clauses land.
public enum Position: Hashable, Sendable {
  case before(Target)
  case after(Target)
  /// As the first clause directly below.
  case startOf(Target)
  /// As the last clause directly below.
  case endOf(Target)
  case startOfDocument
  case endOfDocument

  /// The clause the position is given by.
  public var target: Target? {
    switch self {
    case .before(let target), .after(let target), .startOf(let target), .endOf(let target): target
    case .startOfDocument, .endOfDocument: nil
    }
  }
}

/// Where words are looked for.
public enum Scope: Hashable, Sendable {
  case clause(Target)
  case heading(Target)
  /// Every clause and heading; each match is meant.
  case throughout

  /// The clause whose words are meant; nil where the whole document is searched.
  public var target: Target? {
    switch self {
    case .clause(let target), .heading(let target): target
    case .throughout: nil
    }
  }
}

/// A change of words within one line of prose.
public struct Rewording: Hashable, Sendable {
  /// What may be done with quoted words.
  public enum Change: Hashable, Sendable {
    case substitute(Text)
    case omit
    case insertBefore(Text)
    case insertAfter(Text)
  }

  /// The words that must stand there.
  public var quoted: Text
  /// Whether every match is meant; otherwise there must be just one.
  public var each: Bool
  /// What becomes of the words that were found.
  public var change: Change

  public init(_ quoted: Text, each: Bool = false, _ change: Change) {
    self.quoted = quoted
    self.each = each
    self.change = change
  }

  /// The words it puts in; nil where it only takes out.
  package var new: Text? {
    switch change {
    case .substitute(let new), .insertBefore(let new), .insertAfter(let new): new
    case .omit: nil
    }
  }
}

/// One attribute of a clause that an amendment sets; nil takes it away.
public enum ClauseSetting: Hashable, Sendable {
  case tailoring(Tailoring)
  case topic(String?)
  /// What is printed instead of the computed number.
  case label(String?)
  /// The noun that references to a section use.
  case word(String?)
  /// How the items directly below are numbered.
  case items(NumberPattern?)
  case fieldKind(Field.Kind)
  /// How many answers a field asks for at least.
  case minimum(Int?)
  /// In which case a field applies.
  case when(String?)
  /// Which rules of checking the clause may break, and why; none takes every excuse away.
  case excuses([Excuse])
}

/// One value of the document that an amendment sets.
public enum DocumentSetting: Hashable, Sendable {
  case title(String)
  case numbering(NumberingScheme.Level, NumberPattern)
  case term(String, TermValue?)
  /// What the document is filed under.
  case reference(Entry<String>)
  case owner(Entry<String>)
  case created(Entry<PartialDate>)
  case reviewEvery(Period?)
  /// The document's own name for a field of the control table.
  case label(DocumentControl.Label, String?)
}

extension Operation {
  /// The term to which it gives a value.
  package var termValue: (name: String, value: TermValue?)? {
    if case .setDocument(.term(let name, let value)) = self { (name, value) } else { nil }
  }

  /// The clauses that it brings.
  package var newClauses: [Clause] {
    switch self {
    case .substitute(_, let clauses), .insert(let clauses, _): clauses
    case .substituteText, .substituteHeading, .omit, .move, .renumber, .reword, .setClause, .setDocument: []
    }
  }

  /// The clause the operation is about; nil where it is about the whole.
  public var target: Target? {
    switch self {
    case .substitute(let target, _), .substituteText(let target, _), .substituteHeading(let target, _),
      .omit(let target),
      .move(let target, _), .renumber(let target, _), .setClause(let target, _):
      target
    case .insert(_, let position): position.target
    case .reword(let scope, _): scope.target
    case .setDocument: nil
    }
  }
}
