import PolicyModel

/// A policy after amendments: the text, where each clause comes from, and what could not be done.
public struct Amended: Sendable {
  public var policy: Policy
  /// Of every clause that has an identity.
  public var provenance: [Identity: Provenance]
  /// Each about an amendment, by its place in the list; the positions are the caller's to find.
  public var diagnostics: [Diagnostic]
  /// Which amendment omitted a clause that is gone.
  public var omissions: [Identity: Int]
}

/// Applies amendments to a policy in their order.
///
/// Strict: an amendment that names a clause or words that are not there, or a clause that may not be amended, changes nothing
/// and is reported.
///
/// - Parameters:
///   - amendments: what to do.
///   - base: the policy as written; each clause should have its identity.
///   - author: the edition or draft that amends, for the provenance.
///   - provenance: where the clauses of the base come from.
public func apply(
  _ amendments: [Amendment], to base: Policy, by author: Address, provenance: [Identity: Provenance] = [:]
) -> Amended {
  var amender = Amender(base: base, author: author, provenance: provenance)
  for (index, amendment) in amendments.enumerated() { amender.apply(amendment, index: index) }
  return amender.result
}

/// The state reached while amendments are applied.
struct Amender {
  private var policy: Policy
  private var provenance: [Identity: Provenance]
  private var omissions: [Identity: Int] = [:]
  private var diagnostics: [Diagnostic] = []
  /// Clauses of this author's own, which no lock of the base holds.
  private var added: Set<Identity> = []
  private let author: Address
  private let baseNumbers: [Identity: PrintedNumber]
  private var index = 0

  init(base: Policy, author: Address, provenance: [Identity: Provenance]) {
    policy = base
    self.author = author
    self.provenance = provenance
    baseNumbers = printedNumbers(of: base)
  }

  var result: Amended {
    Amended(policy: policy, provenance: provenance, diagnostics: diagnostics, omissions: omissions)
  }

  /// Why an amendment cannot be applied.
  private struct Refusal: Error {
    let rule: Rule
    let message: String
    let remedy: String
    /// What it is about, where that is not the amendment as a whole.
    var subject: Subject?
    var notes: [Diagnostic.Note] = []
  }

  mutating func apply(_ amendment: Amendment, index: Int) {
    self.index = index
    let before = (policy, provenance, omissions, added)
    do {
      try perform(amendment)
    } catch {
      (policy, provenance, omissions, added) = before
      diagnostics.append(
        Diagnostic(
          error.rule, error.message, remedy: error.remedy, about: error.subject ?? .amendment(index), notes: error.notes
        ))
    }
  }

  private mutating func perform(_ amendment: Amendment) throws(Refusal) {
    switch amendment.operation {
    case .substitute(let target, let clauses): try substitute(target, clauses, amendment)
    case .substituteText(let target, let blocks):
      try change(target, amendment) { $0.blocks = blocks }
    case .substituteHeading(let target, let heading):
      try change(target, amendment) { $0.heading = heading }
    case .insert(let clauses, let position): try insert(clauses, at: position, amendment)
    case .omit(let target): try omit(target)
    case .move(let target, let position): try move(target, to: position, amendment)
    case .renumber(let target, let numbering):
      try change(target, amendment) { $0.numbering = numbering }
    case .reword(let scope, let rewording): try reword(scope, rewording, amendment)
    case .setClause(let target, let settings): try set(target, settings, amendment)
    case .setDocument(let setting): set(setting)
    }
  }

  // MARK: Whole clauses

  private mutating func substitute(_ target: Target, _ clauses: [Clause], _ amendment: Amendment) throws(Refusal) {
    let path = try path(to: target)
    let old = policy.clauses[path]
    try requireAmendable(old.withDescendants)
    var clauses = clauses
    // A single new clause without a name of its own takes the name of what it replaces.
    if !clauses.flatMap(\.withDescendants).contains(where: { $0.identity != nil }) {
      clauses[0].identity = old.identity
    }
    let landed = try land(clauses, under: ClausePath(path.dropLast()))
    policy.clauses.replace(at: path, count: 1, with: [])
    let restated = Set(landed.flatMap(\.withDescendants).compactMap(\.identity))
    try requireFree(landed)
    policy.clauses.replace(at: path, count: 0, with: landed)
    for gone in old.withDescendants.compactMap(\.identity) where !restated.contains(gone) { forget(gone) }
    for identity in restated { touch(identity, amendment) }
  }

  private mutating func insert(_ clauses: [Clause], at position: Position, _ amendment: Amendment) throws(Refusal) {
    let (parent, path) = try place(position)
    let landed = try land(clauses, under: parent)
    try requireFree(landed)
    policy.clauses.replace(at: path, count: 0, with: landed)
    for identity in landed.flatMap(\.withDescendants).compactMap(\.identity) { touch(identity, amendment) }
  }

  private mutating func omit(_ target: Target) throws(Refusal) {
    let path = try path(to: target)
    let old = policy.clauses[path]
    try requireAmendable(old.withDescendants)
    policy.clauses.replace(at: path, count: 1, with: [])
    for gone in old.withDescendants.compactMap(\.identity) { forget(gone) }
  }

  private mutating func move(_ target: Target, to position: Position, _ amendment: Amendment) throws(Refusal) {
    let path = try path(to: target)
    let moved = policy.clauses[path]
    try requireAmendable([moved])
    if let inner = position.target, case let inner = try self.path(to: inner), inner.starts(with: path) {
      throw Refusal(
        rule: .moveIntoItself, message: "\(target) cannot be moved into or beside itself",
        remedy: "name a place outside it")
    }
    policy.clauses.replace(at: path, count: 1, with: [])
    let (parent, place) = try place(position)
    policy.clauses.replace(at: place, count: 0, with: try land([moved], under: parent))
    if let identity = moved.identity { touch(identity, amendment) }
  }

  // MARK: Words and attributes

  private mutating func change(
    _ target: Target, _ amendment: Amendment, _ change: (inout Clause) -> Void
  ) throws(Refusal) {
    let path = try path(to: target)
    try requireAmendable([policy.clauses[path]])
    if case .substituteHeading = amendment.operation, !policy.clauses[path].isSection {
      throw Refusal(
        rule: .noHeading, message: "\(target) has no heading", remedy: "write “For the text of \(target) substitute”")
    }
    change(&policy.clauses[path])
    if let identity = policy.clauses[path].identity { touch(identity, amendment) }
  }

  private mutating func reword(_ scope: Scope, _ rewording: Rewording, _ amendment: Amendment) throws(Refusal) {
    let quotation = Quotation(rewording.quoted)
    guard !quotation.isEmpty else {
      throw Refusal(
        rule: .textMissing, message: "the quotation is empty", remedy: "quote the words to change",
        subject: .quotation(amendment: index))
    }
    guard let target = scope.target else {
      var matched = false
      var locked: Clause?
      var touched: [Identity] = []
      policy.clauses = policy.clauses.mapEach { clause in
        var clause = clause
        let count = clause.reword(quotation, rewording.change, isHeading: nil).places
        if count > 0 {
          matched = true
          if !self.isAmendable(clause) { locked = locked ?? clause }
          if let identity = clause.identity { touched.append(identity) }
        }
        return clause
      }
      if let locked { try requireAmendable([locked]) }
      guard matched else { throw missing(rewording, in: "the document", .absent) }
      for identity in touched { touch(identity, amendment) }
      return
    }
    let path = try path(to: target)
    try requireAmendable([policy.clauses[path]])
    var clause = policy.clauses[path]
    var isHeading = false
    if case .heading = scope {
      isHeading = true
      guard clause.isSection else {
        throw Refusal(rule: .noHeading, message: "\(target) has no heading", remedy: "write “In \(target), …”")
      }
    }
    let (places, miss) = clause.reword(quotation, rewording.change, isHeading: isHeading)
    guard places > 0 else {
      throw missing(rewording, in: isHeading ? "the heading of \(target)" : "\(target)", miss)
    }
    guard places == 1 || rewording.each else {
      throw Refusal(
        rule: .ambiguousText, message: "“\(rewording.quoted.plain)” stands \(places) times in \(target)",
        remedy: "quote more of the words around it, or write “each” before the quotation",
        subject: .quotation(amendment: index))
    }
    policy.clauses[path] = clause
    if let identity = clause.identity { touch(identity, amendment) }
  }

  private func missing(_ rewording: Rewording, in place: String, _ miss: Quotation.Miss) -> Refusal {
    let words = rewording.quoted.plain
    return switch miss {
    case .absent:
      Refusal(
        rule: .textMissing, message: "“\(words)” does not stand in \(place)",
        remedy: "quote the words as the base has them; a list item is a clause of its own",
        subject: .quotation(amendment: index))
    case .cut:
      Refusal(
        rule: .textCut, message: "“\(words)” cuts a word, term, link or reference in \(place)",
        remedy: "quote the whole of it", subject: .quotation(amendment: index))
    }
  }

  private mutating func set(_ target: Target, _ settings: [ClauseSetting], _ amendment: Amendment) throws(Refusal) {
    let path = try path(to: target)
    var clause = policy.clauses[path]
    try requireAmendable([clause])
    for setting in settings {
      guard clause.set(setting) else {
        throw Refusal(
          rule: .settingMisplaced,
          message: "\(target) is not a \(setting.owner): \(setting.written) means nothing there",
          remedy: "fields alone have kinds, min= and when=; sections alone have word=")
      }
    }
    policy.clauses[path] = clause
    if let identity = clause.identity { touch(identity, amendment) }
  }

  private mutating func set(_ setting: DocumentSetting) {
    switch setting {
    case .title(let title): policy.title = title
    case .numbering(let level, let pattern): policy.numbering[level] = pattern
    case .term(let name, let value): policy.terms[name] = value
    case .reference(let entry): policy.control.reference = entry
    case .owner(let entry): policy.control.owner = entry
    case .created(let entry): policy.control.created = entry
    case .reviewEvery(let period): policy.control.reviewEvery = period
    case .label(let label, let words): policy.control.labels[label] = words
    }
  }

  // MARK: Places

  private func note(_ clause: Clause) -> [Diagnostic.Note] {
    clause.identity.map { [Diagnostic.Note("\($0) stands here", about: .clause($0))] } ?? []
  }

  private func path(to target: Target) throws(Refusal) -> ClausePath {
    switch target {
    case .identity(let identity):
      if let path = policy.clauses.path(to: identity) { return path }
      if let omission = omissions[identity] {
        throw Refusal(
          rule: .unknownTarget, message: "\(identity) was omitted by an amendment above",
          remedy: "put this amendment before the omission, or take one of them away",
          notes: [Diagnostic.Note("\(identity) is omitted here", about: .amendment(omission))])
      }
      let known = policy.clauses.flatMap(\.withDescendants).compactMap(\.identity?.name)
      let suggestion = nearest(to: identity.name, among: known).map { "did you mean #\($0)? " } ?? ""
      throw Refusal(
        rule: .unknownTarget, message: "the base has no clause \(identity)",
        remedy: suggestion + "“clausebook show --provenance” lists the identities of the base")
    case .number(let number):
      let candidates = baseNumbers.filter { $0.value.printed == number }.map(\.key).sorted()
      guard candidates.count == 1 else {
        throw Refusal(
          rule: candidates.isEmpty ? .unknownTarget : .ambiguousNumber,
          message: candidates.isEmpty
            ? "the base has no clause with the number \(number)"
            : "the number \(number) stands for \(candidates.map(\.description).joined(separator: " and "))",
          remedy: "name the clause by its identity")
      }
      return try path(to: .identity(candidates[0]))
    }
  }

  /// Under which clause and where a position is.
  private func place(_ position: Position) throws(Refusal) -> (parent: ClausePath, path: ClausePath) {
    switch position {
    case .startOfDocument: return ([], [0])
    case .endOfDocument: return ([], [policy.clauses.count])
    case .before(let target):
      let path = try path(to: target)
      return (ClausePath(path.dropLast()), path)
    case .after(let target):
      let path = try path(to: target)
      return (ClausePath(path.dropLast()), path.dropLast() + [path.last! + 1])
    case .startOf(let target):
      let path = try path(to: target)
      return (path, path + [0])
    case .endOf(let target):
      let path = try path(to: target)
      return (path, path + [policy.clauses[path].clauses.count])
    }
  }

  private func land(_ clauses: [Clause], under parent: ClausePath) throws(Refusal) -> [Clause] {
    let above = parent.isEmpty ? nil : policy.clauses[parent]
    if let above { try requireAmendable([above], ownWords: false) }
    let isInForm =
      above?.isForm == true || !parent.isEmpty && policy.clauses.ancestors(of: parent).contains(where: \.isForm)
    var landed: [Clause] = []
    for clause in clauses {
      guard let clause = Landing(parent: above, isInForm: isInForm).landed(clause) else {
        throw Refusal(
          rule: .wrongPlace, message: "\(clause.described) cannot stand in \(above?.described ?? "the document")",
          remedy: "sections stand in sections, items in clauses, fields in forms, options in fields")
      }
      landed.append(clause)
    }
    return landed
  }

  // MARK: Rules

  private func requireFree(_ clauses: [Clause]) throws(Refusal) {
    var new: Set<Identity> = []
    for identity in clauses.flatMap(\.withDescendants).compactMap(\.identity) {
      guard new.insert(identity).inserted, policy.clauses.path(to: identity) == nil else {
        throw Refusal(
          rule: .identityTaken, message: "\(identity) is already the identity of another clause",
          remedy: "give the new clause an identity of its own", subject: .clause(identity),
          notes: new.contains(identity) && policy.clauses.path(to: identity) == nil
            ? [] : [Diagnostic.Note("\(identity) stands here already", about: .clause(identity))])
      }
    }
  }

  private func isAmendable(_ clause: Clause) -> Bool {
    guard clause.tailoring == .fixed || clause.tailoring == .fill else { return true }
    return clause.identity.map(added.contains) ?? false
  }

  /// - Parameter ownWords: whether the clause itself is changed, rather than what stands below it.
  private func requireAmendable(_ clauses: [Clause], ownWords: Bool = true) throws(Refusal) {
    guard let locked = clauses.first(where: { !isAmendable($0) }) else { return }
    if !ownWords, locked.isSection { return }
    let isFixed = locked.tailoring == .fixed
    throw Refusal(
      rule: isFixed ? .fixedClause : .fillOnlyClause,
      message: "\(locked.described) is \(isFixed ? "fixed: a fork takes it as it is" : "open for terms only")",
      remedy:
        "take the amendment away\(isFixed ? "" : ", or set a term in the front matter"); the base's owner can open the clause",
      notes: note(locked))
  }

  // MARK: Provenance

  private mutating func touch(_ identity: Identity, _ amendment: Amendment) {
    if provenance[identity] == nil {
      provenance[identity] = Provenance(origin: author)
      added.insert(identity)
    }
    guard !added.contains(identity) else { return }
    let touch = Provenance.Touch(by: author, operation: amendment.operation.verb, reason: amendment.reason)
    provenance[identity]?.amendedBy.append(touch)
  }

  private mutating func forget(_ identity: Identity) {
    omissions[identity] = index
    provenance[identity] = nil
    added.remove(identity)
  }
}

extension Clause {
  /// The clause as a message names it.
  var described: String { identity?.description ?? "a clause without identity" }

  /// Changes the quoted words wherever they stand in the clause's own words; says how often, and why not.
  ///
  /// - Parameter isHeading: whether the heading alone is searched, the blocks alone, or (nil) both.
  mutating func reword(
    _ quotation: Quotation, _ change: Rewording.Change, isHeading: Bool?
  ) -> (places: Int, miss: Quotation.Miss) {
    var places = 0
    var miss = Quotation.Miss.absent
    func reworded(_ text: Text) -> Text {
      var units = StyledUnits(text)
      let found = quotation.matches(in: units)
      if found.places.isEmpty {
        if found.miss == .cut { miss = .cut }
        return text
      }
      places += found.places.count
      for place in found.places.reversed() {
        switch change {
        case .substitute(let new): units.replace(place, with: new)
        case .omit: units.replace(place, with: Text(""))
        case .insertBefore(let new): units.insert(new, at: place.lowerBound)
        case .insertAfter(let new): units.insert(new, at: place.upperBound)
        }
      }
      return units.text
    }
    if isHeading != false, !heading.isEmpty { heading = reworded(heading) }
    if isHeading != true { blocks = blocks.map { $0.mapTexts(reworded) } }
    return (places, miss)
  }

  /// Sets one attribute; false where the clause has none such.
  mutating func set(_ setting: ClauseSetting) -> Bool {
    switch setting {
    case .tailoring(let new): tailoring = new
    case .topic(let new): topic = new
    case .label(let new): label = new
    case .items(let new): items = new
    case .word(let new):
      guard isSection else { return false }
      word = new
    case .fieldKind, .minimum, .when:
      guard case .field(var field) = kind else { return false }
      switch setting {
      case .fieldKind(let new): field.kind = new
      case .minimum(let new): field.minimum = new
      case .when(let new): field.when = new
      default: break
      }
      kind = .field(field)
    }
    return true
  }
}

extension ClauseSetting {
  /// What sort of clause alone has the attribute.
  fileprivate var owner: String {
    switch self {
    case .fieldKind, .minimum, .when: "field"
    case .word: "section"
    case .tailoring, .topic, .label, .items: "clause"
    }
  }

  fileprivate var written: String {
    switch self {
    case .fieldKind(.lines): "lines="
    case .fieldKind: "the kind of field"
    case .minimum: "min="
    case .when: "when="
    case .word: "word="
    case .tailoring, .topic, .label, .items: "this"
    }
  }
}
