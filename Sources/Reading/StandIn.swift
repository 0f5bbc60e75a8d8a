extension String {
  /// Whether a bearer is named by pronouns alone, which say nothing without the words around them: they, both of them.
  var isStandIn: Bool {
    words(of: self).allSatisfy { standIns.contains($0.core) || $0.core == "of" }
  }

  /// Whether it speaks of those who were named last, all of them.
  var takesUpTheLast: Bool { words(of: self).first.map { personal.contains($0.core) } ?? false }

  /// Whether it speaks of several people, or of one of either sex.
  var isSeveral: Bool { lowercased().hasPrefix("the") }

  /// Whether it names one person or body that is known: the head.
  var namesOne: Bool {
    words(of: self).first?.core == "the" && !namesSeveral
  }

  /// Whether it names several people: cooks, all staff.
  var namesSeveral: Bool {
    let words = words(of: self)
    guard let head = words.head(of: words.indices).map({ words[$0].core }) else { return false }
    return head.hasSuffix("s") || ["staff", "people", "children"].contains(head)
  }

  /// As the subject of a sentence.
  var asSubject: String {
    switch lowercased() {
    case "them": "they"
    case "him": "he"
    case "her": "she"
    default: self
    }
  }
}

extension String {
  /// The name of somebody whose something is: the clerk of *the clerk’s*.
  var withoutPossession: String {
    if hasSuffix("’s") || hasSuffix("'s") { return String(dropLast(2)) }
    return hasSuffix("’") || hasSuffix("'") ? String(dropLast()) : self
  }
}

extension Duty.Wording {
  /// With a pronoun as its subject, if it has none.
  func ofWhom(_ pronoun: String?) -> Duty.Wording {
    guard subject.isEmpty, let pronoun else { return self }
    return Duty.Wording(subject: pronoun.asSubject, binding: binding, action: action)
  }
}

private let personal: Set<String> = ["they", "them", "he", "him", "she", "her"]

private let standIns = personal.union([
  "all", "any", "both", "each", "either", "few", "it", "many", "most", "neither", "none", "one", "some", "that", "this",
  "these", "those", "us", "who",
])
