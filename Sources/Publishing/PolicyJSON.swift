import PolicyModel

extension ResolvedPolicy {
  /// The policy as data: `{address, title, control, clauses: […]}`, the clauses flat and in document order.
  package var json: JSON {
    .object([
      "address": .text(address.description),
      "title": .text(title),
      "control": control.json,
      "clauses": .list(flat.map { $0.clause.json(depth: $0.depth) }),
    ])
  }
}

extension ResolvedClause {
  fileprivate func json(depth: Int) -> JSON {
    .object([
      "id": .text(identity.name),
      "number": JSON(number),
      "kind": .text(content.kindName),
      "depth": .number(depth),
      "heading": content.isSection ? .text(content.heading.plain) : .null,
      "text": .text(plainText),
      "provenance": provenance.json,
    ])
  }
}

extension Clause {
  /// `section`, `appendix`, `clause`, `item` or `field`; an option is part of its field.
  fileprivate var kindName: String {
    switch kind {
    case .section(let section): section.isAppendix ? "appendix" : "section"
    case .clause: "clause"
    case .item: "item"
    case .field, .option: "field"
    }
  }
}

extension Provenance {
  fileprivate var json: JSON {
    .object([
      "origin": .text(origin.description),
      "amendedBy": .list(
        amendedBy.map { touch in
          .object([
            "by": .text(touch.by.description), "operation": .text(touch.operation.rawValue),
            "reason": JSON(touch.reason?.plain),
          ])
        }),
    ])
  }
}

extension DocumentControl {
  fileprivate var json: JSON {
    var fields: JSON.KeyValuePairs = [:]
    func add<Value>(_ key: String, _ entry: Entry<Value>, _ shown: (Value) -> String) {
      switch entry {
      case .absent: break
      case .empty: fields.add(key, .null)
      case .known(let value): fields.add(key, .text(shown(value)))
      }
    }
    add("reference", reference) { $0 }
    add("owner", owner) { $0 }
    add("created", created) { $0.description }
    if let reviewEvery { fields.add("reviewEvery", .text(reviewEvery.description)) }
    return .object(fields)
  }
}
