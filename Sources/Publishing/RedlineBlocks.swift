import PolicyModel
import Reading

/// The words of a clause in two texts, block by block, with their marks.
struct RedlineBlocks {
  let reading: RedlineReading
  /// Which stretches are shown.
  var marks: Set<MarkedText.Mark> = [.kept, .removed, .inserted]

  /// The blocks as HTML: paragraphs, quotations and tables.
  func html(_ old: [Block], _ new: [Block]) -> String {
    blockPairs(old, new).flatMap { pair -> [String] in
      switch (pair.old, pair.new) {
      case (.quotation(let before)?, .quotation(let after)?) where before.count == after.count:
        ["<blockquote>\(lines(before, after).map { "<p>\($0)</p>" }.joined())</blockquote>"]
      case (.table(let before)?, .table(let after)?) where before.header.count == after.header.count:
        [table(before, after)]
      case (.table(let table)?, nil) where marks.contains(.removed): [self.table(table, nil)]
      case (nil, .table(let table)?) where marks.contains(.inserted): [self.table(nil, table)]
      case (let before, let after): paragraphs(before?.texts ?? [], after?.texts ?? []).map { "<p>\($0)</p>" }
      }
    }.filter { $0 != "<p></p>" }.joined(separator: "\n")
  }

  /// The lines of prose, those of a table or quotation that became something else one by one.
  func paragraphs(_ old: [Text], _ new: [Text]) -> [String] {
    (0..<max(old.count, new.count)).map { index in
      line(index < old.count ? old[index] : nil, index < new.count ? new[index] : nil)
    }
  }

  func line(_ old: Text?, _ new: Text?) -> String {
    Markup.html(reading.marked(from: old, to: new), showing: marks)
  }

  /// How a field is filled in; empty for anything else.
  func answer(_ node: RedlineNode) -> String {
    let (old, new) = (node.old?.content.answer, node.new?.content.answer)
    guard old != nil || new != nil else { return "" }
    return "<span class=\"answer\">\(line(old.map { Text($0) }, new.map { Text($0) }))</span> "
  }

  private func lines(_ old: [Text], _ new: [Text]) -> [String] { zip(old, new).map { line($0, $1) } }

  private func table(_ old: Table?, _ new: Table?) -> String {
    guard let shown = new ?? old else { return "" }
    return shown.html(
      header: paragraphs(old?.header ?? [], new?.header ?? []),
      rows: paired(old?.rows ?? [], new?.rows ?? []).map { paragraphs($0 ?? [], $1 ?? []) })
  }
}

extension Clause {
  /// How a field is filled in, in words; nil for anything else.
  var answer: String? {
    guard case .field(let field) = kind else { return nil }
    let answer =
      switch field.kind {
      case .line: "a line"
      case .lines(let count): "\(count) lines"
      case .date: "a date"
      case .choice(let one): one ? "one of" : "any of"
      case .signature: "name, signature and date"
      case .note: ""
      }
    let extras = [field.minimum.map { "at least \($0)" }, field.when.map { "only if \($0)" }].compactMap { $0 }
    return ([answer] + extras).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
