import PolicyModel

/// The clauses of a policy as HTML.
///
/// All is set to the end of one galley, since the bodies are most of what publishing writes.
struct HTMLBody: ~Copyable {
  let manuscript: Manuscript
  private let lineage: Lineage
  private var standing: StandingType.Reader?
  var galley: Galley

  /// - Parameters:
  ///   - standing: the type of its base.
  ///   - page: what goes before it.
  init(_ manuscript: Manuscript, sharing standing: StandingType?, behind page: consuming Sheet = Sheet()) {
    self.manuscript = manuscript
    lineage = Lineage(of: manuscript.policy)
    self.standing = standing.map(StandingType.Reader.init)
    galley = Galley(.html, filledWith: manuscript.words, behind: page, sharing: standing?.html)
    write(manuscript.policy.clauses, depth: 1, inForm: false)
  }

  /// None yet: clauses will be set as all forks show them that leave them alone, their numbers open.
  init(standingTypeOf manuscript: Manuscript) {
    self.manuscript = manuscript
    lineage = .inherited
    standing = nil
    galley = Galley(.html)
  }

  mutating func keep(_ clause: ResolvedClause, depth: Int) -> OpenType.Stretch {
    galley.startStretch(for: clause)
    write([clause], depth: depth, inForm: false)
    return galley.stretch
  }

  consuming func finished() -> Sheet { galley.finished() }

  // MARK: Clauses

  private mutating func write(_ clauses: [ResolvedClause], depth: Int, inForm: Bool) {
    var index = 0
    while index < clauses.count {
      // None is copied that stands already.
      switch clauses[index].content.kind {
      case .section, .clause:
        if !inForm, let kept = standing?.kept(for: clauses, at: index, depth: depth) {
          galley.add(kept.html, of: standing!.type.html, numberedAs: clauses, at: index)
        } else if clauses[index].content.isSection {
          section(clauses[index], depth: depth, inForm: inForm)
        } else {
          numbered(clauses[index], depth: depth)
        }
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
      galley.add("<fieldset id=\"", name, "\">\n<legend>")
      heading(clause, depth: depth)
      galley.add("</legend>\n")
      formContent(clause, depth: depth)
      galley.add("</fieldset>\n")
      return
    }
    galley.add("<section id=\"", name, "\" class=\"section")
    if clause.content.isAppendix { galley.add(" appendix") }
    if clause.content.isForm { galley.add(" form") }
    galley.add("\">\n")
    heading(clause, depth: depth)
    galley.add("\n")
    origin(clause, showsInherited: false)
    if clause.content.isForm {
      galley.add("<form class=\"approval\" aria-labelledby=\"", name, "_heading\" autocomplete=\"off\">\n")
      // Nothing is sent anywhere: where the first button that would is disabled, the Enter key does nothing.
      galley.add("<button disabled hidden></button>\n")
      formContent(clause, depth: depth)
      galley.add("</form>\n")
    } else {
      write(clause.clauses, depth: depth + 1, inForm: false)
    }
    galley.add("</section>\n")
  }

  private mutating func heading(_ clause: ResolvedClause, depth: Int) {
    let level = String(min(6, depth + 1))
    galley.add("<h", level)
    if clause.content.isForm { galley.add(" id=\"", clause.identity.name, "_heading\"") }
    galley.add(">")
    number(of: clause)
    galley.add(clause.content.heading, in: clause.identity)
    galley.add("</h", level, ">")
  }

  private mutating func number(of clause: ResolvedClause) {
    guard let number = clause.number else { return }
    galley.add("<span class=\"number\">")
    galley.add(number: number, of: clause.identity)
    galley.add("</span> ")
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
    galley.add("<div class=\"clause\" id=\"", name, "\">\n")
    if let number = clause.number {
      galley.add("<a class=\"number\" href=\"#", name, "\">")
      galley.add(number: number, of: clause.identity)
      galley.add("</a>\n")
    }
    galley.add("<div class=\"words\">\n")
    blocks(of: clause, around: ("<p>", "</p>"))
    galley.add("\n")
    write(clause.clauses, depth: depth + 1, inForm: false)
    origin(clause, showsInherited: true)
    galley.add("</div>\n</div>\n")
  }

  private mutating func list(_ items: ArraySlice<ResolvedClause>, depth: Int) {
    let isNumbered = items.contains { $0.number != nil }
    galley.add(isNumbered ? "<ol class=\"items\">\n" : "<ul class=\"items\">\n")
    for item in items {
      galley.add("<li id=\"", item.identity.name, "\">")
      number(of: item)
      blocks(of: item, around: ("<span class=\"line\">", "</span>"))
      write(item.clauses, depth: depth + 1, inForm: false)
      origin(item, showsInherited: false)
      galley.add("</li>\n")
    }
    galley.add(isNumbered ? "</ol>\n" : "</ul>\n")
  }

  // MARK: Words

  /// - Parameter tags: what stands before and behind a paragraph.
  private mutating func blocks(of clause: ResolvedClause, around tags: (StaticString, StaticString)) {
    for (index, block) in clause.content.blocks.enumerated() {
      if index > 0 { galley.add("\n") }
      guard case .paragraph(let text) = block else {
        galley.add(markedUp: manuscript.filled(block, in: clause.identity).html)
        continue
      }
      galley.add(tags.0)
      galley.add(text, in: clause.identity)
      galley.add(tags.1)
    }
  }

  // MARK: Provenance

  private mutating func origin(_ clause: ResolvedClause, showsInherited: Bool) {
    guard let inheritance = lineage.inheritance(of: clause) else { return }
    let isPlain = inheritance == .inherited || inheritance == .moved
    guard showsInherited || !isPlain else { return }
    galley.add("<small class=\"origin ", inheritance.rawValue, "\">")
    galley.add(markedUp: inheritance.word)
    if !isPlain, let reason = lineage.reason(for: clause) {
      galley.add(", because: ")
      galley.add(reason, in: clause.identity)
    }
    galley.add("</small>\n")
  }
}

extension Manuscript {
  /// Adds the policy's clauses as HTML to a page in UTF-8.
  ///
  /// - Parameter standing: the type of its base.
  package func addHTML(to page: inout Sheet, sharing standing: StandingType? = nil) {
    page = HTMLBody(self, sharing: standing, behind: page).finished()
  }
}

extension ResolvedPolicy {
  /// The policy's clauses as HTML, to be put into a page.
  public var html: String { HTMLBody(Manuscript(self), sharing: nil).galley.sheet.text }
}
