/// What a problem is about, so that it can be found in whichever file wrote it.
public enum Subject: Hashable, Sendable {
  /// The file as a whole; its place is the head.
  case document
  /// An entry of the front matter, by its key.
  case frontMatter(String)
  /// What a term is filled with, by its name.
  case value(String)
  case clause(Identity)
  /// Words of a clause as they stand in it; looked for on the line where it starts.
  case words(String, in: Identity)
  /// By its place in the instrument, counted from 0.
  case amendment(Int)
  /// The words quoted by an amendment, by its place in the instrument.
  case quotation(amendment: Int)
  /// A reference to a clause, and the clause whose words hold it.
  case reference(Identity, in: Identity?)
  /// A use of a term, by its name, and the clause whose words hold it.
  case term(String, in: Identity?)
  /// An entry of a ledger, by its place in it, counted from 0.
  case record(Int)
  /// An entry of a register.
  case registered(Register.Key)
}

extension Subject {
  /// The clause it is about; nil for what concerns the document or an amendment.
  public var clause: Identity? {
    switch self {
    case .clause(let clause), .words(_, in: let clause), .reference(_, in: let clause?), .term(_, in: let clause?):
      clause
    case .document, .frontMatter, .value, .amendment, .quotation, .reference, .term, .record, .registered: nil
    }
  }
}

/// Where each part of a file stands; kept beside the value, which does not know.
public struct SourceMap: Hashable, Sendable {
  /// Relative to the workspace.
  public let path: String
  private var positions: [Subject: SourcePosition] = [:]
  /// Where clauses stand that no identity is written for.
  public private(set) var unidentified: [SourcePosition] = []

  public init(path: String) {
    self.path = path
  }

  /// Makes room for as many subjects as are likely to come.
  package mutating func reserve(_ count: Int) { positions.reserveCapacity(count) }

  /// Remembers the first place of a subject.
  package mutating func record(_ subject: Subject, at position: SourcePosition) {
    if let first = positions.updateValue(position, forKey: subject) { positions[subject] = first }
  }

  /// Remembers a clause that no identity is written for.
  package mutating func recordUnidentified(at position: SourcePosition) {
    unidentified.append(position)
  }

  /// Takes back what was remembered of clauses without identity but for the first.
  package mutating func forgetUnidentified(butFor count: Int) {
    unidentified.removeLast(unidentified.count - count)
  }

  /// Adds what another map of the same file knows.
  package mutating func merge(_ other: SourceMap) {
    positions.merge(other.positions) { mine, _ in mine }
    unidentified += other.unidentified
  }

  /// The place of a subject itself; nil where the file does not have it.
  public subscript(subject: Subject) -> SourcePosition? { positions[subject] }

  /// The place of a subject, else of what it is part of, else the head of the file.
  public func nearest(_ subject: Subject) -> SourcePosition {
    if let position = positions[subject] { return position }
    switch subject {
    case .value:
      if let position = positions[.frontMatter("terms")] { return position }
    case .reference(_, in: let clause?), .term(_, in: let clause?):
      if let position = positions[.clause(clause)] { return position }
    case .quotation(let amendment):
      if let position = positions[.amendment(amendment)] { return position }
    case .words(let words, in: let clause):
      if let position = positions[.clause(clause)] { return position.moved(to: words) }
    default: break
    }
    return positions[.document] ?? SourcePosition(path: path, line: 1, column: 1)
  }
}

/// A value read from a file, where its parts stand, and what is wrong with it.
public struct Sourced<Value: Sendable>: Sendable {
  /// Nil when too much is wrong to make sense of it.
  public var value: Value?
  /// Where the parts of the value stand in the file.
  public var sourceMap: SourceMap
  /// What is wrong with the file; empty where all is well.
  public var diagnostics: [Diagnostic]

  public init(_ value: Value?, _ sourceMap: SourceMap, _ diagnostics: [Diagnostic]) {
    self.value = value
    self.sourceMap = sourceMap
    self.diagnostics = diagnostics
  }
}
