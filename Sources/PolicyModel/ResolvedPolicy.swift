/// A policy as it reads: inheritance applied, numbers computed, terms filled, references written out; of a manuscript, with its
/// prose still as it is written.
public struct ResolvedPolicy: Hashable, Sendable {
  /// Which text of which policy it is.
  public var address: Address
  /// As printed at the head of the document.
  public var title: String
  /// Whose policy it is, with the names and contacts that are printed.
  public var organisation: Organisation
  /// What the control table says, apart from approvals and reviews.
  public var control: DocumentControl
  /// Which published document the text restates; nil where it restates none.
  public var restates: String?
  /// What readers are told of a draft that is put before them ahead of the decision; nil where it is not.
  public var proposal: String?
  /// The editions this one rests on, nearest first; empty for a text of its own.
  public var bases: [Address]
  /// The patterns by which its numbers were computed.
  public var numbering: NumberingScheme
  /// What stands directly in the document, in its order.
  public var clauses: [ResolvedClause]

  public init(
    address: Address, title: String, organisation: Organisation, control: DocumentControl, restates: String?,
    proposal: String? = nil, bases: [Address], numbering: NumberingScheme, clauses: [ResolvedClause]
  ) {
    self.address = address
    self.title = title
    self.organisation = organisation
    self.control = control
    self.restates = restates
    self.proposal = proposal
    self.bases = bases
    self.numbering = numbering
    self.clauses = clauses
  }

  /// Every clause in document order, each with its depth; what stands directly in the document has depth 1.
  public var flat: [(clause: ResolvedClause, depth: Int)] {
    var flat: [(clause: ResolvedClause, depth: Int)] = []
    func walk(_ clauses: [ResolvedClause], _ depth: Int) {
      for clause in clauses {
        flat.append((clause, depth))
        walk(clause.clauses, depth + 1)
      }
    }
    walk(clauses, 1)
    return flat
  }

  /// The same text as a policy of its own, with nothing left to resolve.
  public var flattened: Policy {
    Policy(title: title, numbering: numbering, control: control, clauses: clauses.map(\.flattened))
  }
}

/// A clause as it reads, with its number and where it comes from.
public struct ResolvedClause: Hashable, Sendable {
  @usableFromInline
  struct Facts: Hashable, Sendable {
    @usableFromInline let identity: Identity
    @usableFromInline let provenance: Provenance
    @usableFromInline let content: Clause

    init(identity: Identity, provenance: Provenance, content: Clause) {
      self.identity = identity
      self.provenance = provenance
      self.content = content
    }
  }

  /// What is the same in every fork that leaves the clause alone.
  @usableFromInline let facts: Shared<Facts>
  /// As printed; nil where none is printed.
  public package(set) var number: String?
  /// What stands directly below, in document order.
  public var clauses: [ResolvedClause]

  public init(
    identity: Identity, number: String?, provenance: Provenance, content: Clause, clauses: [ResolvedClause]
  ) {
    facts = Shared(Facts(identity: identity, provenance: provenance, content: content))
    self.number = number
    self.clauses = clauses
  }

  /// The lasting name, made of the first words where the source writes none.
  @inlinable public var identity: Identity { facts.value.identity }
  /// Which edition wrote it, and which amendments touched it since.
  @inlinable public var provenance: Provenance { facts.value.provenance }
  /// The clause itself, without those below it.
  @inlinable public var content: Clause { facts.value.content }

  /// The same for what is the very clause of a base, whatever numbers it prints and whatever stands below; told apart from
  /// others as long as the base is kept.
  @inlinable package var mark: ObjectIdentifier { ObjectIdentifier(facts.box) }

  /// The clause's own words without the heading, a space between blocks.
  public var plainText: String { content.blocks.flatMap(\.texts).map(\.plain).joined(separator: " ") }

  fileprivate var flattened: Clause {
    var clause = content
    clause.identity = identity
    clause.clauses = clauses.map(\.flattened)
    return clause
  }
}
