import PolicyModel

/// The clauses of a policy as HTML.
///
/// All is written to the end of one string, since the bodies are most of what publishing writes.
struct HTMLBody {
  private let manuscript: Manuscript
  /// Where the policy is a fork: its address, by which clauses are known to be its own.
  private let fork: Address?
  private let standing: StandingType?
  private var press: Press
  var html = ""

  /// - Parameter standing: the type of a base with which it may share lines.
  init(_ manuscript: Manuscript, sharing standing: StandingType?) {
    self.manuscript = manuscript
    fork = manuscript.policy.bases.isEmpty ? nil : manuscript.policy.address
    self.standing = standing
    press = Press(.html, words: manuscript.words)
    // Of most policies; what a larger one has besides is made room for on the way.
    html.reserveCapacity(65_536)
    write(manuscript.policy.clauses, depth: 1, inForm: false)
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
      case .field, .option: HTMLForm.write(clauses[index...index], to: &self)
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
    print(standing?.heading(of: clause, as: .html) ?? Galley(clause.content.heading, as: .html), in: clause)
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
      HTMLForm.write(fields, to: &self)
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
    blocks(of: clause, around: ("<p>", "</p>"))
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
      blocks(of: item, around: ("<span class=\"line\">", "</span>"))
      write(item.clauses, depth: depth + 1, inForm: false)
      origin(item, showsInherited: false)
      html += "</li>\n"
    }
    html += isNumbered ? "</ol>\n" : "</ul>\n"
  }

  // MARK: Words

  /// - Parameter tags: what stands before and behind a paragraph.
  private mutating func blocks(of clause: ResolvedClause, around tags: (String, String)) {
    let kept = standing?.paragraphs(of: clause, as: .html)
    for (index, block) in clause.content.blocks.enumerated() {
      if index > 0 { html += "\n" }
      guard case .paragraph(let text) = block else {
        html += manuscript.filled(block, in: clause.identity).html
        continue
      }
      html += tags.0
      print(kept?[index] ?? Galley(text, as: .html), in: clause)
      html += tags.1
    }
  }

  /// Words for an attribute, without their styles.
  func plain(_ text: Text, in clause: ResolvedClause) -> String { manuscript.filled(text, in: clause.identity).plain }

  mutating func print(_ galley: Galley, in clause: ResolvedClause) {
    press.print(galley, in: clause.identity, to: &html)
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
      print(Galley(reason, as: .html), in: clause)
    }
    html += "</small>\n"
  }
}

extension Manuscript {
  /// The policy's clauses as HTML, to be put into a page.
  ///
  /// - Parameter standing: the type of a base with which it may share lines.
  package func html(sharing standing: StandingType? = nil) -> String { HTMLBody(self, sharing: standing).html }
}

extension ResolvedPolicy {
  /// The policy's clauses as HTML, to be put into a page.
  public var html: String { Manuscript(self).html() }
}
