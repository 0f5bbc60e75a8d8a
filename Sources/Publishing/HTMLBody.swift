import PolicyModel

/// The clauses of a policy as HTML.
///
/// All is written to the end of one string, since the bodies are most of what publishing writes.
struct HTMLBody {
  /// Where the policy is a fork: its address, by which clauses are known to be its own.
  private let fork: Address?
  private(set) var html = ""

  init(_ policy: ResolvedPolicy) {
    fork = policy.bases.isEmpty ? nil : policy.address
    write(policy.clauses, depth: 1, inForm: false)
  }

  // MARK: Clauses

  private mutating func write(_ clauses: [ResolvedClause], depth: Int, inForm: Bool) {
    var index = 0
    while index < clauses.count {
      switch clauses[index].content.kind {
      case .section: section(clauses[index], depth: depth, inForm: inForm)
      case .clause: numbered(clauses[index], depth: depth)
      case .item:
        let end = clauses[index...].firstIndex { $0.content.kind != .item } ?? clauses.count
        list(clauses[index..<end], depth: depth)
        index = end
        continue
      case .field, .option: HTMLForm.write(clauses[index...index], to: &html)
      }
      index += 1
    }
  }

  private mutating func section(_ clause: ResolvedClause, depth: Int, inForm: Bool) {
    let name = clause.identity.name
    if inForm {
      html.add("<fieldset id=\"", name, "\">\n<legend>")
      heading(clause, depth: depth)
      html += "</legend>\n"
      formContent(clause, depth: depth)
      html += "</fieldset>\n"
      return
    }
    html.add("<section id=\"", name, "\" class=\"section")
    if clause.content.isAppendix { html += " appendix" }
    if clause.content.isForm { html += " form" }
    html.add("\" aria-labelledby=\"", name, "_heading\">\n")
    heading(clause, depth: depth)
    html += "\n"
    origin(clause, showsInherited: false)
    if clause.content.isForm {
      html.add("<form class=\"approval\" aria-labelledby=\"", name, "_heading\" autocomplete=\"off\">\n")
      formContent(clause, depth: depth)
      html += "</form>\n"
    } else {
      write(clause.clauses, depth: depth + 1, inForm: false)
    }
    html += "</section>\n"
  }

  private mutating func heading(_ clause: ResolvedClause, depth: Int) {
    let level = String(min(6, depth + 1))
    html.add("<h", level, " id=\"", clause.identity.name, "_heading\">")
    number(of: clause)
    clause.content.heading.write(to: &html)
    html.add("</h", level, ">")
  }

  private mutating func number(of clause: ResolvedClause) {
    guard let number = clause.number else { return }
    html.add("<span class=\"number\">", number.htmlEscaped, "</span> ")
  }

  private mutating func formContent(_ clause: ResolvedClause, depth: Int) {
    var rest = clause.clauses[...]
    while let child = rest.first {
      let fields = rest.prefix { if case .field = $0.content.kind { true } else { false } }
      HTMLForm.write(fields, to: &html)
      if fields.isEmpty { write([child], depth: depth + 1, inForm: true) }
      rest = rest.dropFirst(max(1, fields.count))
    }
  }

  private mutating func numbered(_ clause: ResolvedClause, depth: Int) {
    let name = clause.identity.name
    html.add("<div class=\"clause\" id=\"", name, "\">\n")
    if let number = clause.number {
      html.add("<a class=\"number\" href=\"#", name, "\">", number.htmlEscaped, "</a>\n")
    }
    html += "<div class=\"words\">\n"
    for (index, block) in clause.content.blocks.enumerated() {
      if index > 0 { html += "\n" }
      block.write(to: &html)
    }
    html += "\n"
    write(clause.clauses, depth: depth + 1, inForm: false)
    origin(clause, showsInherited: true)
    html += "</div>\n</div>\n"
  }

  private mutating func list(_ items: ArraySlice<ResolvedClause>, depth: Int) {
    let isNumbered = items.contains { $0.number != nil }
    html += isNumbered ? "<ol class=\"items\">\n" : "<ul class=\"items\">\n"
    for item in items {
      html.add("<li id=\"", item.identity.name, "\">")
      number(of: item)
      for (index, block) in item.content.blocks.enumerated() {
        if index > 0 { html += "\n" }
        guard case .paragraph(let text) = block else {
          block.write(to: &html)
          continue
        }
        html += "<span class=\"line\">"
        text.write(to: &html)
        html += "</span>"
      }
      write(item.clauses, depth: depth + 1, inForm: false)
      origin(item, showsInherited: false)
      html += "</li>\n"
    }
    html += isNumbered ? "</ol>\n" : "</ul>\n"
  }

  // MARK: Provenance

  private mutating func origin(_ clause: ResolvedClause, showsInherited: Bool) {
    guard let fork else { return }
    let inheritance = Inheritance(clause.provenance, of: fork)
    let isPlain = inheritance == .inherited || inheritance == .moved
    guard showsInherited || !isPlain else { return }
    html.add("<small class=\"origin ", inheritance.rawValue, "\">", inheritance.word)
    if !isPlain, let reason = clause.provenance.touches(by: fork).compactMap(\.reason).last {
      html += ", because: "
      reason.write(to: &html)
    }
    html += "</small>\n"
  }
}

extension ResolvedPolicy {
  /// The policy's clauses as HTML, to be put into a page.
  public var html: String { HTMLBody(self).html }
}
