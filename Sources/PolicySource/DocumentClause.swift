import PolicyModel

/// What becomes of a clause of a foreign document when more of it is read.
extension Clause {
  var isField: Bool { if case .field = kind { true } else { false } }

  /// Whether it could be the label of something to fill in.
  var isLabel: Bool { kind == .clause && numbering == .none && blocks.count == 1 && clauses.isEmpty }

  var endsInColon: Bool { blocks.last?.texts.last?.plain.hasSuffix(":") ?? false }

  var numberedClause: Clause {
    var clause = withoutBox
    clause.kind = .clause
    return clause
  }

  var withoutBox: Clause {
    var clause = self
    if kind == .option { clause.kind = .item }
    return clause
  }

  var asOption: Clause {
    var clause = self
    clause.kind = .option
    return clause
  }

  /// Takes a line to write on.
  mutating func addLine() {
    switch kind {
    case .field(var field):
      if case .lines(let count) = field.kind { field.kind = .lines(count + 1) } else { field.kind = .lines(1) }
      kind = .field(field)
    case .clause where isLabel: makeField(.lines(1))
    case .clause, .item, .option, .section: break
    }
  }

  mutating func makeField(_ kind: Field.Kind) {
    numbering = .automatic
    var field = Field(kind)
    if case .paragraph(var label)? = blocks.first {
      field = field.taking(&label)
      blocks[0] = .paragraph(label)
    }
    self.kind = .field(field)
  }
}

extension [Clause] {
  /// Gives a block to the last clause, where nothing but its number or name was read so far.
  ///
  /// - Returns: whether it took the block.
  mutating func takeBlock(_ block: Block) -> Bool {
    guard let last = indices.last else { return false }
    guard self[last].blocks.isEmpty, self[last].clauses.isEmpty else { return self[last].clauses.takeBlock(block) }
    self[last].blocks = [block]
    return true
  }
}

extension Field {
  /// The field with what is said in brackets behind its label: “(at least 2)”, “(only if: the site is live)”.
  func taking(_ label: inout Text) -> Field {
    guard case .words(let words)? = label.runs.last?.content, words.hasSuffix(")"),
      let open = words.lastIndex(of: "("), case let hints = words[words.index(after: open)...].dropLast(),
      hints.hasPrefix("at least ") || hints.hasPrefix("only if: ")
    else { return self }
    var field = self
    for hint in hints.split(separator: ";").map({ $0.drop { $0 == " " } }) {
      if hint.hasPrefix("only if: "), !hint.contains(where: { "\"“”".contains($0) }) {
        field.when = String(hint.dropFirst(9))
      } else if hint.hasPrefix("at least "), let count = Int(hint.dropFirst(9)), 1...99 ~= count {
        field.minimum = count
      } else {
        return self
      }
    }
    label = Text(label.runs.dropLast() + [Text.Run(.words(String(words[..<open])), style: label.runs.last!.style)])
    return field
  }
}

extension Text {
  /// Whether it is a gap to write in and nothing else.
  var isBlank: Bool { !runs.isEmpty && runs.allSatisfy { $0.content == .blank(nil) } }
}
