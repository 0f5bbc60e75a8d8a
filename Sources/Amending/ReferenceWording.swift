import PolicyModel

/// Writes references out: “section 6”, “sections 5 to 8”, “6.2 and 6.4”, “Appendices A and B”.
struct ReferenceWording {
  let clauses: NumberedClauses
  private var tree: ClauseTree { clauses.tree }

  init(_ clauses: NumberedClauses) { self.clauses = clauses }

  /// Whether two clauses are the ends of a range: in this order, side by side, and called alike.
  func isRange(from first: Identity, to last: Identity) -> Bool {
    guard let from = tree.node(first), let to = tree.node(last), let one = clauses[from], let other = clauses[to],
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

  /// The runs that a reference prints, each number a link to its clause; nil where one is not there.
  ///
  /// - Parameter clause: where the reference stands: an item of the same list is called by its number alone.
  func runs(_ reference: Reference, in clause: Identity?, style: Text.Style) -> [Text.Run]? {
    if reference.targets.count == 1, case .single(let identity) = reference.targets[0] {
      guard let node = tree.node(identity) else { return nil }
      let (noun, number) = name(node, from: clause)
      return [link(noun == .none ? number : noun.singular + number, identity, style)]
    }
    guard reference.identities.allSatisfy(knows) else { return nil }
    var groups: [(noun: Noun, parts: [Part])] = []
    for target in reference.targets {
      let (noun, part) = part(target, from: clause)
      if let last = groups.indices.last, groups[last].noun == noun {
        groups[last].parts.append(part)
      } else {
        groups.append((noun, [part]))
      }
    }
    let written = groups.map { runs($0.noun, $0.parts, style) }
    return listed(written, style)
  }

  /// What goes before the numbers of a group, once and many times.
  private enum Noun: Hashable {
    case none
    /// “section ”
    case word(String)
    /// “Appendix ”
    case prefix(String)

    var singular: String {
      switch self {
      case .none: ""
      case .word(let singular), .prefix(let singular): singular
      }
    }

    var plural: String {
      switch self {
      case .none: ""
      case .word(let singular):
        singular.dropLast() + (["x ", "s ", "ch ", "sh "].contains { singular.hasSuffix($0) } ? "es " : "s ")
      case .prefix(let singular): singular == "Appendix " ? "Appendices " : singular
      }
    }
  }

  private struct Part {
    let from: (number: String, identity: Identity)
    var to: (number: String, identity: Identity)?
  }

  private func part(_ target: Reference.Target, from clause: Identity?) -> (Noun, Part) {
    switch target {
    case .single(let identity):
      let (noun, number) = name(identity, from: clause)
      return (noun, Part(from: (number, identity)))
    case .range(let first, let last):
      let (noun, number) = name(first, from: clause)
      return (noun, Part(from: (number, first), to: (name(last, from: clause).number, last)))
    }
  }

  private func name(_ identity: Identity, from clause: Identity?) -> (noun: Noun, number: String) {
    tree.node(identity).map { name($0, from: clause) } ?? (.none, "this policy")
  }

  private func name(_ node: ClauseTree.Node, from clause: Identity?) -> (noun: Noun, number: String) {
    guard let number = clauses[node], let bare = number.bare else {
      if tree.isSection(node) { return (.none, "“\(tree.heading(node).plain)”") }
      // A clause without a number of its own is called by the one above it.
      return tree.parent(of: node).map { name($0, from: clause) } ?? (.none, "this policy")
    }
    switch number.noun {
    case .section(let prefix): return (.word(prefix), bare)
    case .clause: return (.none, bare)
    case .appendix(let prefix): return (prefix.isEmpty ? .none : .prefix(prefix), bare)
    case .item:
      let place = clause.flatMap(tree.node)
      guard let list = tree.parent(of: node), place != list, place.flatMap(tree.parent) != list else {
        return (bare.hasPrefix("(") ? .none : .word("item "), bare)
      }
      let (above, outer) = name(list, from: clause)
      return bare.hasPrefix("(") ? (above, outer + bare) : (.none, "item \(bare) of \(above.singular)\(outer)")
    }
  }

  private func runs(_ noun: Noun, _ parts: [Part], _ style: Text.Style) -> [Text.Run] {
    if parts.count == 1, parts[0].to == nil {
      return [link(noun.singular + parts[0].from.number, parts[0].from.identity, style)]
    }
    let numbers = parts.map { part -> [Text.Run] in
      let from = link(part.from.number, part.from.identity, style)
      guard let to = part.to else { return [from] }
      return [from, Text.Run(.words(" to "), style: style), link(to.number, to.identity, style)]
    }
    return (noun == .none ? [] : [Text.Run(.words(noun.plural), style: style)]) + listed(numbers, style)
  }

  /// a, b and c
  private func listed(_ parts: [[Text.Run]], _ style: Text.Style) -> [Text.Run] {
    var runs: [Text.Run] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { runs.append(Text.Run(.words(index == parts.count - 1 ? " and " : ", "), style: style)) }
      runs += part
    }
    return runs
  }

  private func link(_ words: String, _ identity: Identity, _ style: Text.Style) -> Text.Run {
    var style = style
    style.link = identity.description
    return Text.Run(.words(words), style: style)
  }
}
