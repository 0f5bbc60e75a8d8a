import PolicyModel

/// Writes references out: “section 6”, “sections 5 to 8”, “6.2 and 6.4”, “Appendices A and B”.
struct ReferenceWording {
  let clauses: NumberedClauses
  let terms: PrintedTerms
  /// Whether what is said stands in a heading that a reference quotes: such a one quotes no further, for they may name each other.
  fileprivate var isQuoted = false
  private var tree: ClauseTree { clauses.tree }

  init(_ clauses: NumberedClauses, terms: PrintedTerms) {
    self.clauses = clauses
    self.terms = terms
  }

  /// Whether two clauses are the ends of a range: in this order, side by side, and called alike.
  func isRange(from first: Identity, to last: Identity) -> Bool {
    guard let from = tree.node(first), let to = tree.node(last), case let (one, other) = (clauses[from], clauses[to]),
      one.bare != nil, other.bare != nil, one.noun == other.noun, tree.parent(of: from) == tree.parent(of: to)
    else { return false }
    return tree.index(of: from) < tree.index(of: to)
  }

  /// Whether a clause is there to be referred to.
  func knows(_ identity: Identity) -> Bool { tree.node(identity) != nil }

  /// Whether all that a reference names is there, and its ranges are some.
  func canWrite(_ reference: Reference) -> Bool {
    reference.targets.allSatisfy { target in
      switch target {
      case .single(let identity): knows(identity)
      case .range(let first, let last): isRange(from: first, to: last)
      }
    }
  }

  /// Goes through what a reference prints.
  ///
  /// - Parameter clause: where the reference stands: an item of the same list is called by its number alone.
  /// - Returns: whether all clauses that it names are there; else nothing is gone through.
  func forEachPart(of reference: Reference, in clause: Identity?, _ body: (ReferencePart) -> Void) -> Bool {
    if reference.targets.count == 1, case .single(let identity) = reference.targets[0] {
      guard let node = tree.node(identity) else { return false }
      let (noun, number) = name(node, from: clause)
      body(ReferencePart(noun == .none ? number : noun.singular + number, linkedTo: identity))
      return true
    }
    guard reference.identities.allSatisfy(knows) else { return false }
    var groups: [(noun: Noun, numbers: [Numbers])] = []
    for target in reference.targets {
      let (noun, numbers) = numbers(of: target, from: clause)
      if let last = groups.indices.last, groups[last].noun == noun {
        groups[last].numbers.append(numbers)
      } else {
        groups.append((noun, [numbers]))
      }
    }
    listed(groups.map { parts($0.noun, $0.numbers) }).forEach(body)
    return true
  }

  /// The runs that a reference prints, each number a link to its clause; nil where one is not there.
  func runs(_ reference: Reference, in clause: Identity?, style: Text.Style) -> [Text.Run]? {
    var runs: [Text.Run] = []
    return forEachPart(of: reference, in: clause) { runs.append($0.run(style)) } ? runs : nil
  }

  /// What goes before the numbers of a group, once and many times.
  private struct Noun: Hashable {
    /// “section ”, “Appendix ”; empty for none.
    let singular: String

    static let none = Noun(singular: "")

    /// A prefix that is joined to its number, as in “A-1”, has none.
    var plural: String {
      guard let last = singular.dropLast().last, singular.last == " ", last.isLetter else { return singular }
      let word = singular.dropLast()
      if word.lowercased() == "appendix" { return word.dropLast(2) + "ices " }
      if last == "y", !"aeiou".contains(word.dropLast().last ?? "a") { return word.dropLast() + "ies " }
      return word + (["x", "s", "ch", "sh"].contains(where: word.hasSuffix) ? "es " : "s ")
    }
  }

  /// The number of a target, or those at both ends of a range.
  private struct Numbers {
    let from: ReferencePart
    var to: ReferencePart?
  }

  private func numbers(of target: Reference.Target, from clause: Identity?) -> (Noun, Numbers) {
    switch target {
    case .single(let identity):
      let (noun, number) = name(identity, from: clause)
      return (noun, Numbers(from: ReferencePart(number, linkedTo: identity)))
    case .range(let first, let last):
      let (noun, number) = name(first, from: clause)
      let to = ReferencePart(name(last, from: clause).number, linkedTo: last)
      return (noun, Numbers(from: ReferencePart(number, linkedTo: first), to: to))
    }
  }

  private func name(_ identity: Identity, from clause: Identity?) -> (noun: Noun, number: String) {
    tree.node(identity).map { name($0, from: clause) } ?? (.none, "this policy")
  }

  private func name(_ node: ClauseTree.Node, from clause: Identity?) -> (noun: Noun, number: String) {
    let number = clauses[node]
    guard let bare = number.bare else {
      if tree.isSection(node) { return (.none, isQuoted ? "…" : "“\(heading(of: node))”") }
      // A clause without a number of its own is called by the one above it.
      return tree.parent(of: node).map { name($0, from: clause) } ?? (.none, "this policy")
    }
    switch number.noun {
    case .section(let prefix), .appendix(let prefix): return (Noun(singular: prefix), bare)
    case .clause, .none: return (.none, bare)
    case .item:
      let place = clause.flatMap(tree.node)
      guard let list = tree.parent(of: node), place != list, place.flatMap(tree.parent) != list else {
        return (bare.hasPrefix("(") ? .none : Noun(singular: "item "), bare)
      }
      let (above, outer) = name(list, from: clause)
      return bare.hasPrefix("(") ? (above, outer + bare) : (.none, "item \(bare) of \(above.singular)\(outer)")
    }
  }

  /// The words of a heading as they read.
  private func heading(of node: ClauseTree.Node) -> String {
    tree.heading(node).filled(with: QuotedWords(self), in: tree.identity(node)!).plain
  }

  private func parts(_ noun: Noun, _ numbers: [Numbers]) -> [ReferencePart] {
    if numbers.count == 1, numbers[0].to == nil {
      return [ReferencePart(noun.singular + numbers[0].from.words, linkedTo: numbers[0].from.target)]
    }
    let written = numbers.map { numbers in
      numbers.to.map { [numbers.from, ReferencePart(" to "), $0] } ?? [numbers.from]
    }
    return (noun == .none ? [] : [ReferencePart(noun.plural)]) + listed(written)
  }

  /// a, b and c
  private func listed(_ written: [[ReferencePart]]) -> [ReferencePart] {
    var parts: [ReferencePart] = []
    for (index, more) in written.enumerated() {
      if index > 0 { parts.append(ReferencePart(index == written.count - 1 ? " and " : ", ")) }
      parts += more
    }
    return parts
  }
}

/// What terms and references print in a heading that a reference quotes.
private final class QuotedWords: PrintedWords {
  private let wording: ReferenceWording

  init(_ wording: ReferenceWording) {
    var wording = wording
    wording.isQuoted = true
    self.wording = wording
  }

  func words(of use: TermUse) -> String? { wording.terms[use] }

  func forEachPart(of reference: Reference, in clause: Identity, _ body: (ReferencePart) -> Void) -> Bool {
    wording.forEachPart(of: reference, in: clause, body)
  }
}
