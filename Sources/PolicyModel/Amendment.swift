/// One operation on a base, with its reason.
public struct Amendment: Hashable, Sendable {
  public var operation: Operation
  /// Why, in the words of whoever amended.
  public var reason: Text?

  public init(_ operation: Operation, reason: Text? = nil) {
    self.operation = operation
    self.reason = reason
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
  case omit(Target)
  case move(Target, Position)
  case renumber(Target, Numbering)
  case reword(Scope, Rewording)
  case setClause(Target, [ClauseSetting])
  case setDocument(DocumentSetting)
}

/// The clause an amendment names: by identity, or by the number printed in the untouched base.
public enum Target: Hashable, Sendable, CustomStringConvertible {
  case identity(Identity)
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
  case startOf(Target)
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

  public var target: Target? {
    switch self {
    case .clause(let target), .heading(let target): target
    case .throughout: nil
    }
  }
}

/// A change of words within one line of prose.
public struct Rewording: Hashable, Sendable {
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
  public var change: Change

  public init(_ quoted: Text, each: Bool = false, _ change: Change) {
    self.quoted = quoted
    self.each = each
    self.change = change
  }
}

/// One attribute of a clause that an amendment sets; nil takes it away.
public enum ClauseSetting: Hashable, Sendable {
  case tailoring(Tailoring)
  case topic(String?)
  case label(String?)
  case word(String?)
  case items(NumberPattern?)
  case fieldKind(Field.Kind)
  case minimum(Int?)
  case when(String?)
}

/// One value of the document that an amendment sets.
public enum DocumentSetting: Hashable, Sendable {
  case title(String)
  case numbering(NumberingScheme.Level, NumberPattern)
  case term(String, TermValue)
  case reference(Entry<String>)
  case owner(Entry<String>)
  case created(Entry<PartialDate>)
  case reviewEvery(Period)
  case label(DocumentControl.Label, String)
}

extension Operation {
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
