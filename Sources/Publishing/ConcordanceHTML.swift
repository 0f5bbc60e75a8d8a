import PolicyModel

/// Passages of a published text as HTML on another page: without identities, each number a link to its clause.
struct ConcordanceHTML {
  /// The published text, seen from the page.
  private let document: String
  private(set) var html = ""

  /// - Parameter titles: the topics by their names, for what a passage holds under others.
  init(_ passages: [Passage], document: String, titles: [String: String]) {
    self.document = document
    for passage in passages {
      if let place = passage.place {
        let label = [place.number?.htmlEscaped, html(place.content.heading)].compactMap { $0 }.joined(separator: " ")
        html += "<p class=\"place\">In: \(label)</p>\n"
      }
      if !passage.lead.isEmpty {
        html += "<p class=\"lead\">\(passage.lead.map(self.html).joined(separator: " "))</p>\n"
      }
      write(passage.clauses, depth: 1, isTopmost: true)
      if !passage.otherTopics.isEmpty {
        let links = passage.otherTopics.map { "<a href=\"#\($0)\">\((titles[$0] ?? $0).htmlEscaped)</a>" }
        html += "<p class=\"elsewhere\">Parts of it are under \(links.joined(separator: ", ")).</p>\n"
      }
    }
  }

  private mutating func write(_ clauses: [ResolvedClause], depth: Int, isTopmost: Bool) {
    var rest = clauses[...]
    while let clause = rest.first {
      switch clause.content.kind {
      case .section:
        section(clause, depth: depth)
        rest = rest.dropFirst()
      case .item where !isTopmost:
        let items = rest.prefix { $0.content.kind == .item }
        list(Array(items), depth: depth)
        rest = rest.dropFirst(items.count)
      case .clause, .item, .field, .option:
        paragraph(clause, depth: depth)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func section(_ clause: ResolvedClause, depth: Int) {
    let level = min(6, depth + 3)
    html += "<h\(level)>\(link(clause)) \(html(clause.content.heading))</h\(level)>\n"
    if clause.content.isForm {
      html += "<p class=\"elsewhere\">A form to be filled in: the document has it.</p>\n"
    } else {
      write(clause.clauses, depth: depth + 1, isTopmost: false)
    }
  }

  private mutating func paragraph(_ clause: ResolvedClause, depth: Int) {
    html += "<div class=\"clause\">\n\(link(clause))\n<div class=\"words\">\n"
    html += clause.content.blocks.map { html($0) }.joined(separator: "\n") + "\n"
    write(clause.clauses, depth: depth + 1, isTopmost: false)
    html += "</div>\n</div>\n"
  }

  private mutating func list(_ items: [ResolvedClause], depth: Int) {
    let tag = items.contains { $0.number != nil } ? "ol" : "ul"
    html += "<\(tag) class=\"items\">\n"
    for item in items {
      html += "<li>" + (item.number == nil ? "" : link(item) + " ")
      html += item.content.blocks.map { block in
        if case .paragraph(let text) = block { "<span class=\"line\">\(html(text))</span>" } else { html(block) }
      }.joined(separator: "\n")
      write(item.clauses, depth: depth + 1, isTopmost: false)
      html += "</li>\n"
    }
    html += "</\(tag)>\n"
  }

  // MARK: Links

  private func link(_ clause: ResolvedClause) -> String {
    let words = clause.number?.htmlEscaped ?? "¶<span class=\"unseen\"> \(clause.named.htmlEscaped)</span>"
    return "<a class=\"number\" href=\"\(document)#\(clause.identity.name)\">\(words)</a>"
  }

  private func html(_ block: Block) -> String { block.mapTexts { $0.linked(into: document) }.html }

  private func html(_ text: Text) -> String { text.linked(into: document).printed(as: .html) }
}
