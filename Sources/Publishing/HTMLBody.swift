import PolicyModel

/// The clauses of a policy as HTML.
struct HTMLBody {
  private let policy: ResolvedPolicy
  private(set) var html = ""

  init(_ policy: ResolvedPolicy) {
    self.policy = policy
    write(policy.clauses, depth: 1, inForm: false)
  }

  // MARK: Clauses

  private mutating func write(_ clauses: [ResolvedClause], depth: Int, inForm: Bool) {
    var rest = clauses[...]
    while let clause = rest.first {
      switch clause.content.kind {
      case .section:
        section(clause, depth: depth, inForm: inForm)
        rest = rest.dropFirst()
      case .clause:
        numbered(clause, depth: depth)
        rest = rest.dropFirst()
      case .item:
        let items = rest.prefix { $0.content.kind == .item }
        list(Array(items), depth: depth)
        rest = rest.dropFirst(items.count)
      case .field, .option:
        html += HTMLForm.fields([clause])
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func section(_ clause: ResolvedClause, depth: Int, inForm: Bool) {
    if inForm {
      html += "<fieldset id=\"\(clause.identity.name)\">\n<legend>\(heading(clause, depth: depth))</legend>\n"
      formContent(clause, depth: depth)
      html += "</fieldset>\n"
      return
    }
    let name = clause.identity.name
    var classes = ["section"]
    if clause.content.isAppendix { classes.append("appendix") }
    if clause.content.isForm { classes.append("form") }
    html += "<section id=\"\(name)\" class=\"\(classes.joined(separator: " "))\" aria-labelledby=\"\(name)_heading\">\n"
    html += heading(clause, depth: depth) + "\n" + origin(clause, showsInherited: false)
    if clause.content.isForm {
      html += "<form class=\"approval\" aria-labelledby=\"\(name)_heading\" autocomplete=\"off\">\n"
      formContent(clause, depth: depth)
      html += "</form>\n"
    } else {
      write(clause.clauses, depth: depth + 1, inForm: false)
    }
    html += "</section>\n"
  }

  private func heading(_ clause: ResolvedClause, depth: Int) -> String {
    let level = min(6, depth + 1)
    let number = clause.number.map { "<span class=\"number\">\($0.htmlEscaped)</span> " } ?? ""
    return "<h\(level) id=\"\(clause.identity.name)_heading\">\(number)\(clause.content.heading.html)</h\(level)>"
  }

  private mutating func formContent(_ clause: ResolvedClause, depth: Int) {
    var rest = clause.clauses[...]
    while let child = rest.first {
      if case .field = child.content.kind {
        let fields = rest.prefix { if case .field = $0.content.kind { true } else { false } }
        html += HTMLForm.fields(Array(fields))
        rest = rest.dropFirst(fields.count)
      } else {
        write([child], depth: depth + 1, inForm: true)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func numbered(_ clause: ResolvedClause, depth: Int) {
    let name = clause.identity.name
    html += "<div class=\"clause\" id=\"\(name)\">\n"
    if let number = clause.number {
      html += "<a class=\"number\" href=\"#\(name)\">\(number.htmlEscaped)</a>\n"
    }
    html += "<div class=\"words\">\n" + clause.content.blocks.map(\.html).joined(separator: "\n") + "\n"
    write(clause.clauses, depth: depth + 1, inForm: false)
    html += origin(clause, showsInherited: true) + "</div>\n</div>\n"
  }

  private mutating func list(_ items: [ResolvedClause], depth: Int) {
    let isNumbered = items.contains { $0.number != nil }
    html += isNumbered ? "<ol class=\"items\">\n" : "<ul class=\"items\">\n"
    for item in items {
      html += "<li id=\"\(item.identity.name)\">"
      if let number = item.number { html += "<span class=\"number\">\(number.htmlEscaped)</span> " }
      html += item.content.blocks.map { block in
        if case .paragraph(let text) = block { "<span class=\"line\">\(text.html)</span>" } else { block.html }
      }.joined(separator: "\n")
      write(item.clauses, depth: depth + 1, inForm: false)
      html += origin(item, showsInherited: false) + "</li>\n"
    }
    html += isNumbered ? "</ol>\n" : "</ul>\n"
  }

  // MARK: Provenance

  private func origin(_ clause: ResolvedClause, showsInherited: Bool) -> String {
    guard let inheritance = Inheritance(clause, in: policy) else { return "" }
    let isPlain = inheritance == .inherited || inheritance == .moved
    guard showsInherited || !isPlain else { return "" }
    let reason =
      clause.provenance.touches(by: policy.address).compactMap(\.reason).last.map { ", because: \($0.html)" } ?? ""
    return "<small class=\"origin \(inheritance.rawValue)\">\(inheritance.word)\(isPlain ? "" : reason)</small>\n"
  }
}

extension ResolvedPolicy {
  /// The policy's clauses as HTML, to be put into a page.
  public var html: String { HTMLBody(self).html }
}
