import PolicyModel

extension VariationsContext {
  /// The statement of local variations as data.
  ///
  /// Shape: `{address, base, approval: {by, on, minute}, verdict: {result, clauses, document}, counts: {total, inherited,
  /// termsOnly, amended, leftOut, added, moved}, terms: [{name, base, own, clauses}], document: [{name, base, own}],
  /// amended: […], own: […], leftOut: […], moved: […]}`. The result is `same`, `terms only` or `further`; the value of a term is
  /// `{long, short, possessive}`. Each deviation is `{id, baseNumber, number, classes, base, own, changes: [sentence], reason,
  /// minute, parts}`, in the order of the fork: `parts` names what is told of together with it. What is not known is null.
  var json: JSON {
    let approval = publication.approval
    let count = variations.count
    let amended = variations.amended.flatMap(\.clauses)
    return .object([
      "address": .text(publication.address.description),
      "base": .text(variations.base.address.description),
      "approval": .object([
        "by": JSON(approval?.body), "on": JSON(approval?.on?.description), "minute": JSON(approval?.minute),
      ]),
      "verdict": .object([
        "result": .text(variations.extent.rawValue),
        "clauses": .list(verdict.groups.flatMap(\.clauses).map { .text($0.clause.name) }),
        "document": .list(verdict.facts.map { .text($0) }),
      ]),
      "counts": .object([
        "total": .number(count.total), "inherited": .number(count[.inherited]),
        "termsOnly": .number(count[.termsOnly]), "amended": .number(count[.amended]),
        "leftOut": .number(count[.leftOut]), "added": .number(count.added), "moved": .number(count.moved),
      ]),
      "terms": .list(
        variations.terms.map {
          .object([
            "name": .text($0.name), "base": $0.base?.json ?? .null, "own": $0.own?.json ?? .null,
            "clauses": .number($0.clauses),
          ])
        }),
      "document": .list(
        variations.facts.map { .object(["name": .text($0.name), "base": JSON($0.base), "own": JSON($0.own)]) }),
      "amended": .list(amended.map { deviation($0) }),
      "own": .list(variations.own.map { deviation($0) }),
      "leftOut": .list(variations.leftOut.map { deviation($0) }),
      "moved": .list(variations.shifted.map { deviation($0, isShift: true) }),
    ])
  }

  private func deviation(_ node: RedlineNode, isShift: Bool = false) -> JSON {
    let changes = changes(node, isShift: isShift)
    let kinds = Set(changes.map(\.kind))
    return .object([
      "id": .text(node.clause.identity.name),
      "baseNumber": JSON(node.old?.number),
      "number": JSON(node.new?.number),
      "classes": .list(Change.Class.allCases.filter(kinds.contains).map { .text($0.rawValue) }),
      "base": JSON(node.old.flatMap { variations.baseClauses[$0.identity]?.words }),
      "own": JSON(node.new?.words),
      "changes": .list(changes.map { .text(reading.sentence($0)) }),
      "reason": JSON(reason(for: changes)),
      "minute": JSON(publication.approval?.minute),
      "parts": .list(node.isLone ? node.passage.dropFirst().map { .text($0.clause.identity.name) } : []),
    ])
  }
}

extension ResolvedClause {
  /// The heading and the words of its own.
  fileprivate var words: String { content.texts.map(\.plain).joined(separator: " ") }
}

extension TermValue {
  fileprivate var json: JSON {
    .object(["long": .text(long), "short": JSON(short), "possessive": JSON(possessive)])
  }
}
