import PolicyModel

/// Reads the fields of forms.
extension ClauseReader {
  static let fieldFlags: Set<String> = ["date", "signature", "note", "one"]

  /// Whether an entry looks like something to fill in.
  func isField(_ part: MarkedProse, followedBy nodes: ArraySlice<MarkdownNode>) -> Bool {
    guard !part.hasBox else { return false }
    return part.text.endsInBlank || !ClauseReader.fieldFlags.isDisjoint(with: part.mark.flags)
      || part.mark.values.contains { $0.key == "lines" } || startsOptions(nodes.first)
  }

  func startsOptions(_ node: MarkdownNode?) -> Bool {
    guard case .list? = node?.kind, let first = node?.children.first?.children.first,
      case .text(let literal)? = first.children.first?.kind
    else { return false }
    return literal.hasPrefix("[ ]") || literal.hasPrefix("[x]")
  }

  mutating func fields(_ parts: [MarkedProse], below: ArraySlice<MarkdownNode>, inForm: Bool) -> [Clause] {
    var fields: [Clause] = []
    for (index, part) in parts.enumerated() {
      var mark = part.mark
      let hasOptions = index == parts.count - 1 && startsOptions(below.first)
      let kind = fieldKind(&mark, part, hasOptions: hasOptions)
      var field = Field(kind, when: mark.takeValue("when"), sharesRow: index > 0)
      if let written = mark.takeValue("min") {
        field.minimum = Int(written)
        if !(1...99).contains(field.minimum ?? 0) {
          report(.badValue, "min=\(written) is not a number of answers", "write a number from 1 to 99", part.position)
        }
      }
      let label = field.takesBlank ? part.text.withoutEndBlank : part.text
      if field.takesBlank != part.text.endsInBlank || label.hasBlank {
        report(
          .fieldBlank,
          "a \(field.takesBlank ? "field has one blank, behind its label" : "field of this kind has no blank")",
          field.takesBlank
            ? "write “Label: ____”, or mark words to read with .note" : "delete the underscores", part.position)
      }
      var clause = Clause(kind: .field(field), blocks: label.isEmpty ? [] : [.paragraph(label)])
      apply(mark, to: &clause, at: part.position)
      fields.append(clause)
    }
    for node in below {
      if case .list = node.kind {
        fields[fields.count - 1].clauses += list(node, kind: .option, inForm: false)
      } else {
        report(
          .fieldContent, "only options stand below a field", "write it as a note of its own: - {#… .note} …",
          position(node))
      }
    }
    for (field, part) in zip(fields, parts) { requireOptions(field, at: part.position) }
    if !inForm, let first = parts.first { formRequired(first.position) }
    return fields
  }

  /// A choice offers something to choose, other fields do not.
  private mutating func requireOptions(_ clause: Clause, at position: SourcePosition) {
    guard case .field(let field) = clause.kind else { return }
    if field.takesOptions == clause.clauses.isEmpty {
      report(
        .fieldContent, field.takesOptions ? "a choice needs options" : "a field of this kind has no options",
        field.takesOptions
          ? "write “- [ ]” and the option, indented below the field" : "take the kind or the options away",
        position)
    } else if field.takesOptions, let minimum = field.minimum, minimum > clause.clauses.count {
      report(.badValue, "min=\(minimum) asks for more than the options there are", "lower it", position)
    }
  }

  mutating func formRequired(_ position: SourcePosition) {
    guard requiresForms else { return }
    report(
      .fieldOutsideForm, "a field stands in a section that is not a form",
      "mark the section's heading with .form", position)
  }

  mutating func fieldKind(_ mark: inout Mark, _ part: MarkedProse, hasOptions: Bool) -> Field.Kind {
    let kinds =
      mark.flags.filter(["date", "signature", "note", "one"].contains).map { "." + $0 }
      + (mark.values.contains { $0.key == "lines" } ? ["lines="] : [])
    if kinds.count > 1 {
      report(
        .badValue, "a field has one kind: \(kinds.joined(separator: " or ")), not both", "keep one of them",
        part.position)
      for kind in kinds.dropFirst() where !mark.takeFlag(String(kind.dropFirst())) { _ = mark.takeValue("lines") }
    }
    if mark.takeFlag("date") { return .date }
    if mark.takeFlag("signature") { return .signature }
    if mark.takeFlag("note") { return .note }
    if let written = mark.takeValue("lines") {
      guard let lines = Int(written), (1...60).contains(lines) else {
        report(.badValue, "lines=\(written) is not a number of lines", "write a number from 1 to 60", part.position)
        return .lines(1)
      }
      return .lines(lines)
    }
    let one = mark.takeFlag("one")
    return hasOptions || one ? .choice(one: one) : .line
  }
}

extension Text {
  var hasBlank: Bool { runs.contains { if case .blank = $0.content { true } else { false } } }
}
