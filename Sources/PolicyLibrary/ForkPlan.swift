import Amending
import PolicyModel

/// A fork before it is made: the base, what was said, and what follows from both.
public struct ForkPlan: Sendable {
  /// What was said so far.
  public internal(set) var request: ForkRequest
  /// The base with all it rests on.
  let levels: [Level]
  /// The base's text, with terms and references still symbolic.
  let text: Policy
  /// The fork's organisation where it is there already; its file is never changed.
  let known: Organisation?
  /// The terms of the base's text but for its owner's name, in the order in which a reader meets them.
  let used: [String]
  /// The terms of the clauses that the base leaves to be filled in.
  let toBeFilled: Set<String>

  init(_ request: ForkRequest, on levels: [Level], text: Policy, known: Organisation?) {
    self.request = request
    self.levels = levels
    self.text = text
    self.known = known
    let clauses = text.clauses.flatMap(\.withDescendants)
    var seen: Set = [organisationTerm]
    used = clauses.flatMap(\.termUses).map(\.name).filter { seen.insert($0).inserted }
    toBeFilled = Set(clauses.filter { $0.tailoring == .fill }.flatMap(\.termUses).map(\.name))
  }

  /// The edition that the fork amends.
  public var base: Address { levels.last!.address }

  var isOfTemplate: Bool { levels.last!.file.isTemplate }

  // MARK: Whose policy it is

  /// Whose policy the fork is: as described already, or as it follows from what was said.
  var organisation: Organisation {
    if let known { return known }
    var organisation = Organisation(name: name, kind: kind)
    for term in used {
      // What it is called holds for all its policies, everything else for this one.
      guard let value = value(of: term), value.long == name.long, value == names.renamed(term, in: text) else {
        continue
      }
      organisation.terms[term] = value
    }
    return organisation
  }

  /// Whether the name is known from nothing but its folder.
  var isNameGuessed: Bool { known == nil && saidOfName(.long) == nil }

  private var kind: Organisation.Kind {
    known?.kind ?? said(.kind).flatMap { Organisation.Kind(rawValue: $0.lowercased()) }
      ?? Organisation.Kind(named: longName)
  }

  private var name: TermValue {
    known?.name
      ?? TermValue(
        longName, short: saidOfName(.short) ?? "the \(kind.rawValue)", possessive: saidOfName(.possessive))
  }

  private var longName: String {
    saidOfName(.long) ?? Organisation.name(ofFolder: request.policy.organisation)
  }

  private func saidOfName(_ form: TermForm) -> String? {
    said(.term(organisationTerm, form)) ?? namingTerm.flatMap { said(.term($0, form)) }
  }

  /// Whoever says who the employer is, where the base names itself, says who forks.
  private var namingTerm: String? {
    let owner = levels.last!.organisation.name.long
    guard said(.name) == nil else { return nil }
    return used.first { term in
      Organisation.Kind(rawValue: term) == nil && text.terms[term]?.long == owner
        && said(.term(term, .long)).map { $0 != owner } == true
    }
  }

  var names: ForkNames { ForkNames(old: levels.last!.organisation.name, new: name, kind: kind) }

  // MARK: How often it is reviewed

  /// The cycle said, else that of the base.
  var reviewEvery: Period? {
    said(.reviewEvery).flatMap { Period($0.lowercased()) } ?? text.control.reviewEvery
  }

  // MARK: What its terms stand for

  /// What a term stands for in the fork; nil where the base leaves it open and nothing was said.
  func value(of term: String) -> TermValue? {
    let preset = known?.terms[term] ?? preset(of: term)
    guard let long = said(.term(term, .long)) ?? preset?.long else { return nil }
    // Other forms of a name go with it, and not with another name.
    var value = [preset, text.terms[term]].compactMap { $0 }.first { $0.long == long } ?? TermValue(long)
    if let short = said(.term(term, .short)) { value.short = short }
    if let possessive = said(.term(term, .possessive)) { value.possessive = possessive }
    return value
  }

  /// What a term stands for where nothing is said about it.
  private func preset(of term: String) -> TermValue? {
    guard let inherited = text.terms[term] else { return nil }
    let renamed = names.renamed(term, in: text) ?? inherited
    guard let (first, word, second) = parts(of: term), let left = value(of: first), let right = value(of: second)
    else { return renamed }
    if left == text.terms[first], right == text.terms[second] { return inherited }
    guard left.long == right.long else { return left.joined(to: right, by: word) }
    return left == names.renamed(first, in: text) ? renamed : left
  }

  /// The terms of which another is made, where the base makes it so too, or one body is both.
  func parts(of term: String) -> (first: String, word: String, second: String)? {
    for word in ["and", "or"] {
      guard let joint = term.firstRange(of: "-\(word)-") else { continue }
      let (first, second) = (String(term[..<joint.lowerBound]), String(term[joint.upperBound...]))
      guard let value = text.terms[term], let left = text.terms[first], let right = text.terms[second] else { continue }
      let isOneBody = left.long == right.long && [left.long, left.words(.short)].contains(value.long)
      if isOneBody || value.long == left.joined(to: right, by: word).long { return (first, word, second) }
    }
    return nil
  }

  /// The words said about something, with single spaces; nil where nothing was.
  func said(_ key: ForkRequest.Key) -> String? { request.answers[key]?.printable }

  // MARK: What is written

  /// The draft of the fork: what differs from the base, and nothing else.
  var file: PolicyFile {
    var settings: [DocumentSetting] = []
    if let reviewEvery, reviewEvery != text.control.reviewEvery { settings.append(.reviewEvery(reviewEvery)) }
    let inherited = text.terms.merging(organisation.terms) { $1 }
    for term in used.sorted() {
      if let value = value(of: term), value != inherited[term] { settings.append(.term(term, value)) }
    }
    return PolicyFile(.instrument(Instrument(base: base, amendments: settings.map { Amendment(.setDocument($0)) })))
  }
}
