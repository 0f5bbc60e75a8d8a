import PolicyModel

/// The fields of a form as HTML controls, each with its label.
enum HTMLForm {
  /// Fields that share a row stand side by side.
  static func fields(_ fields: [ResolvedClause]) -> String {
    var rows: [[ResolvedClause]] = []
    for field in fields {
      if case .field(let kind) = field.content.kind, kind.sharesRow, !rows.isEmpty {
        rows[rows.count - 1].append(field)
      } else {
        rows.append([field])
      }
    }
    return rows.map { row in
      let fields = row.map(html).joined()
      return row.count > 1 ? "<div class=\"row\">\n\(fields)</div>\n" : fields
    }.joined()
  }

  private static func html(_ clause: ResolvedClause) -> String {
    guard case .field(let field) = clause.content.kind else { return "" }
    let name = clause.identity.name
    let label = clause.content.blocks.first?.texts.first ?? Text("")
    let hints = [field.when.map { "Only if: \($0)" }, field.minimum.map { "At least \($0)" }].compactMap { $0 }
    let hint = hints.isEmpty ? "" : " <span class=\"hint\">\(hints.joined(separator: ". ").htmlEscaped)</span>"
    switch field.kind {
    case .note:
      return "<div class=\"field note\" id=\"\(name)\"><p>\(label.html)\(hint)</p></div>\n"
    case .signature:
      return signature(name, label.html + hint)
    case .choice(let one):
      let options = clause.clauses.map { option($0, of: name, one: one) }.joined()
      return
        "<fieldset class=\"field choice\" id=\"\(name)\">\n<legend>\(label.html)\(hint)</legend>\n\(options)</fieldset>\n"
    case .line:
      let control =
        (field.minimum ?? 1) > 1
        ? "<textarea id=\"\(name)_answer\" name=\"\(name)\" rows=\"\(min(8, field.minimum ?? 1))\"></textarea>"
        : "<input type=\"text\" id=\"\(name)_answer\" name=\"\(name)\">"
      return labelled(name, label, hint, control)
    case .lines(let lines):
      return labelled(
        name, label, hint, "<textarea id=\"\(name)_answer\" name=\"\(name)\" rows=\"\(lines)\"></textarea>")
    case .date:
      return labelled(name, label, hint, "<input type=\"date\" id=\"\(name)_answer\" name=\"\(name)\">")
    }
  }

  private static func labelled(_ name: String, _ label: Text, _ hint: String, _ control: String) -> String {
    "<div class=\"field\" id=\"\(name)\">\n<label for=\"\(name)_answer\">\(label.html)\(hint)</label>\n\(control)\n</div>\n"
  }

  private static func option(_ clause: ResolvedClause, of field: String, one: Bool) -> String {
    let name = clause.identity.name
    let text = clause.content.blocks.first?.texts.first ?? Text("")
    let hasBlank = text.runs.last?.content == .blank(nil)
    let words = hasBlank ? Text(Array(text.runs.dropLast())) : text
    let detail =
      hasBlank
      ? "\n<input type=\"text\" name=\"\(name)_detail\" aria-label=\"\(words.plain.htmlEscaped)\">" : ""
    return """
      <div class="option" id="\(name)"><input type="\(one ? "radio" : "checkbox")" id="\(name)_answer" name="\(field)" value="\(name)">
      <label for="\(name)_answer">\(words.html)</label>\(detail)</div>

      """
  }

  private static func signature(_ name: String, _ statement: String) -> String {
    let parts = [("name", "Name", "text"), ("signature", "Signature", "text"), ("date", "Date", "date")]
    let controls = parts.map { part, label, type in
      """
      <div class="field \(part)"><label for="\(name)_\(part)">\(label)</label>
      <input type="\(type)" id="\(name)_\(part)" name="\(name)_\(part)"></div>

      """
    }.joined()
    return
      "<fieldset class=\"field signature\" id=\"\(name)\">\n<legend>\(statement)</legend>\n\(controls)</fieldset>\n"
  }
}
