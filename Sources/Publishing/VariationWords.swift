import PolicyModel
import Reading

/// The words of clauses in a statement of local variations: those of the base as it is published, those of the fork with marks
/// where it does more than fill in terms.
struct VariationWords {
  let marking: Markup
  let reading: RedlineReading
  /// The page of the fork, to which links to its clauses lead.
  let document: String

  /// The heading of a section with its number.
  func heading(_ section: ResolvedClause) -> String {
    let number = section.number.map { (marking == .html ? $0.htmlEscaped : $0.markdownEscaped) + " " } ?? ""
    return number + line(section.content.heading)
  }

  /// A clause as it stands, without marks; of one in one text alone, all that is told of with it.
  func plain(_ clause: ResolvedClause, with parts: Set<Identity> = []) -> String {
    let below = clause.clauses.filter { parts.contains($0.identity) }.map { plain($0, with: parts) }
    switch marking {
    case .html:
      let items = below.map { "<li>\($0)</li>\n" }.joined()
      return words(clause.content) + (items.isEmpty ? "" : "\n<ul class=\"items\">\n\(items)</ul>")
    case .markdown: return ([words(clause.content)] + below.map { "– \($0)" }).joined(separator: "<br>")
    }
  }

  /// A clause of both texts as the fork has it, with what it took out and put in.
  func marked(_ node: RedlineNode) -> String {
    guard let old = node.old?.content, let new = node.new?.content.mapTexts({ $0.linked(into: document) }) else {
      return ""
    }
    switch marking {
    case .html:
      let blocks = RedlineBlocks(reading: reading)
      return new.isSection
        ? "<p><strong>\(blocks.line(old.heading, new.heading))</strong></p>"
        : blocks.html(old.blocks, new.blocks) + " " + blocks.answer(node)
    case .markdown:
      let pairs = new.isSection ? [([old.heading], [new.heading])] : []
      let all = pairs + blockPairs(old.blocks, new.blocks).map { ($0.old?.texts ?? [], $0.new?.texts ?? []) }
      return all.flatMap(lines).filter { !$0.isEmpty }.joined(separator: "<br>")
    }
  }

  private func lines(_ old: [Text], _ new: [Text]) -> [String] {
    (0..<max(old.count, new.count)).map { index in
      marking(reading.marked(from: index < old.count ? old[index] : nil, to: index < new.count ? new[index] : nil))
    }
  }

  private func words(_ clause: Clause) -> String {
    switch marking {
    case .html where clause.isSection: return "<p><strong>\(line(clause.heading))</strong></p>"
    case .html:
      let answer = clause.answer.map { " <span class=\"answer\">\($0.htmlEscaped)</span>" } ?? ""
      return clause.blocks.map { $0.mapTexts(\.withoutLocalLinks).html }.joined(separator: "\n") + answer
    case .markdown: return clause.texts.map(line).joined(separator: "<br>")
    }
  }

  private func line(_ text: Text) -> String {
    switch marking {
    case .html: text.withoutLocalLinks.printed(as: .html)
    case .markdown: text.withoutLocalLinks.printed(as: .markdown)
    }
  }
}
