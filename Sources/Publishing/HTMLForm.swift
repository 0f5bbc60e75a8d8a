import PolicyModel

/// The fields of a form as HTML controls, each with its label.
enum HTMLForm {
  /// Adds fields to a page that is being written; those that share a row stand side by side.
  static func write(_ fields: ArraySlice<ResolvedClause>, to html: inout String) {
    var rest = fields
    while !rest.isEmpty {
      let row = rest.prefix(1) + rest.dropFirst().prefix { $0.sharesRow }
      if row.count > 1 { html += "<div class=\"row\">\n" }
      for field in row { write(field, to: &html) }
      if row.count > 1 { html += "</div>\n" }
      rest = rest.dropFirst(row.count)
    }
  }

  private static func write(_ clause: ResolvedClause, to html: inout String) {
    guard case .field(let field) = clause.content.kind else { return }
    let name = clause.identity.name
    switch field.kind {
    case .note:
      html.add("<div class=\"field note\" id=\"", name, "\"><p>")
      label(clause, field, to: &html)
      html += "</p></div>\n"
    case .signature:
      html.add("<fieldset class=\"field signature\" id=\"", name, "\">\n<legend>")
      label(clause, field, to: &html)
      html += "</legend>\n"
      signature(name, to: &html)
      html += "</fieldset>\n"
    case .choice(let one):
      html.add("<fieldset class=\"field choice\" id=\"", name, "\">\n<legend>")
      label(clause, field, to: &html)
      html += "</legend>\n"
      for option in clause.clauses { write(option, of: name, one: one, to: &html) }
      html += "</fieldset>\n"
    case .line, .lines, .date:
      html.add("<div class=\"field\" id=\"", name, "\">\n<label for=\"", name, "_answer\">")
      label(clause, field, to: &html)
      html += "</label>\n"
      control(field, name, to: &html)
      html += "\n</div>\n"
    }
  }

  private static func control(_ field: Field, _ name: String, to html: inout String) {
    let lines: Int? =
      switch field.kind {
      case .lines(let lines): lines
      case .line where (field.minimum ?? 1) > 1: min(8, field.minimum ?? 1)
      default: nil
      }
    if let lines {
      html.add("<textarea id=\"", name, "_answer\" name=\"", name, "\" rows=\"", "\(lines)", "\"></textarea>")
    } else {
      let type = field.kind == .date ? "date" : "text"
      html.add("<input type=\"", type, "\" id=\"", name, "_answer\" name=\"", name, "\">")
    }
  }

  private static func label(_ clause: ResolvedClause, _ field: Field, to html: inout String) {
    clause.content.blocks.first?.texts.first?.write(to: &html)
    let hints = [field.when.map { "Only if: \($0)" }, field.minimum.map { "At least \($0)" }].compactMap { $0 }
    if !hints.isEmpty { html += " <span class=\"hint\">\(hints.joined(separator: ". ").htmlEscaped)</span>" }
  }

  private static func write(_ clause: ResolvedClause, of field: String, one: Bool, to html: inout String) {
    let name = clause.identity.name
    let text = clause.content.blocks.first?.texts.first ?? Text("")
    let hasBlank = text.runs.last?.content == .blank(nil)
    let words = hasBlank ? Text(Array(text.runs.dropLast())) : text
    html.add("<div class=\"option\" id=\"", name, "\"><input type=\"", one ? "radio" : "checkbox", "\" ")
    html.add("id=\"", name, "_answer\" name=\"", field, "\" value=\"", name, "\">\n<label for=\"", name, "_answer\">")
    words.write(to: &html)
    html += "</label>"
    if hasBlank {
      html.add("\n<input type=\"text\" name=\"", name, "_detail\" aria-label=\"", words.plain.htmlEscaped, "\">")
    }
    html += "</div>\n"
  }

  private static func signature(_ name: String, to html: inout String) {
    for (part, label, type) in [("name", "Name", "text"), ("signature", "Signature", "text"), ("date", "Date", "date")]
    {
      html.add("<div class=\"field ", part, "\"><label for=\"", name, "_", part, "\">", label, "</label>\n")
      html.add("<input type=\"", type, "\" id=\"", name, "_", part, "\" name=\"", name, "_", part, "\"></div>\n")
    }
  }
}

extension ResolvedClause {
  fileprivate var sharesRow: Bool { if case .field(let field) = content.kind { field.sharesRow } else { false } }
}
