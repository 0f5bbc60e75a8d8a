import PolicyModel

/// The fields of a form as HTML controls, each with its label.
enum HTMLForm {
  /// Adds fields to a page that is being written; those that share a row stand side by side.
  static func write(_ fields: ArraySlice<ResolvedClause>, to body: inout HTMLBody) {
    var rest = fields
    while !rest.isEmpty {
      let row = rest.prefix(1) + rest.dropFirst().prefix { $0.sharesRow }
      if row.count > 1 { body.galley.add("<div class=\"row\">\n") }
      for field in row { write(field, to: &body) }
      if row.count > 1 { body.galley.add("</div>\n") }
      rest = rest.dropFirst(row.count)
    }
  }

  private static func write(_ clause: ResolvedClause, to body: inout HTMLBody) {
    guard case .field(let field) = clause.content.kind else { return }
    let name = clause.identity.name
    switch field.kind {
    case .note:
      body.galley.add("<div class=\"field note\" id=\"", name, "\"><p>")
      label(clause, field, to: &body)
      body.galley.add("</p></div>\n")
    case .signature:
      body.galley.add("<fieldset class=\"field signature\" id=\"", name, "\">\n<legend>")
      label(clause, field, to: &body)
      body.galley.add("</legend>\n")
      signature(name, to: &body)
      body.galley.add("</fieldset>\n")
    case .choice(let one):
      body.galley.add("<fieldset class=\"field choice\" id=\"", name, "\">\n<legend>")
      label(clause, field, to: &body)
      body.galley.add("</legend>\n")
      for option in clause.clauses { write(option, of: name, one: one, to: &body) }
      body.galley.add("</fieldset>\n")
    case .line, .lines, .date:
      body.galley.add("<div class=\"field\" id=\"", name, "\">\n<label for=\"", name, "_answer\">")
      label(clause, field, to: &body)
      body.galley.add("</label>\n")
      control(field, name, to: &body)
      body.galley.add("\n</div>\n")
    }
  }

  private static func control(_ field: Field, _ name: String, to body: inout HTMLBody) {
    let lines: Int? =
      switch field.kind {
      case .lines(let lines): lines
      case .line where (field.minimum ?? 1) > 1: min(8, field.minimum ?? 1)
      default: nil
      }
    if let lines {
      body.galley.add("<textarea id=\"", name, "_answer\" name=\"", name, "\" rows=\"", "\(lines)", "\"></textarea>")
    } else {
      let type = field.kind == .date ? "date" : "text"
      body.galley.add("<input type=\"", type, "\" id=\"", name, "_answer\" name=\"", name, "\">")
    }
  }

  private static func label(_ clause: ResolvedClause, _ field: Field, to body: inout HTMLBody) {
    if let text = clause.fieldWords { body.galley.add(text, in: clause.identity) }
    let hints = [field.when.map { "Only if: \($0)" }, field.minimum.map { "At least \($0)" }].compactMap { $0 }
    if !hints.isEmpty {
      body.galley.add(" <span class=\"hint\">", hints.joined(separator: ". ").htmlEscaped, "</span>")
    }
  }

  private static func write(_ clause: ResolvedClause, of field: String, one: Bool, to body: inout HTMLBody) {
    let name = clause.identity.name
    let text = clause.fieldWords ?? Text("")
    let hasBlank = text.runs.last?.content == .blank(nil)
    let words = hasBlank ? Text(Array(text.runs.dropLast())) : text
    body.galley.add("<div class=\"option\" id=\"", name, "\"><input type=\"", one ? "radio" : "checkbox", "\" ")
    body.galley.add(
      "id=\"", name, "_answer\" name=\"", field, "\" value=\"", name, "\">\n<label for=\"", name, "_answer\">")
    body.galley.add(words, in: clause.identity)
    body.galley.add("</label>")
    if hasBlank {
      body.galley.add(
        "\n<input type=\"text\" name=\"", name, "_detail\" aria-label=\"Answer: ",
        body.manuscript.filled(words, in: clause.identity).plain.htmlEscaped,
        "\">")
    }
    body.galley.add("</div>\n")
  }

  private static func signature(_ name: String, to body: inout HTMLBody) {
    for (part, label, type) in [("name", "Name", "text"), ("signature", "Signature", "text"), ("date", "Date", "date")]
    {
      body.galley.add("<div class=\"field ", part, "\"><label for=\"", name, "_", part, "\">", label, "</label>\n")
      body.galley.add("<input type=\"", type, "\" id=\"", name, "_", part, "\" name=\"", name, "_", part, "\"></div>\n")
    }
  }
}

extension ResolvedClause {
  /// The words of a field or choice.
  var fieldWords: Text? { content.blocks.first?.texts.first }

  fileprivate var sharesRow: Bool { if case .field(let field) = content.kind { field.sharesRow } else { false } }
}
