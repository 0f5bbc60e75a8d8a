import PolicyModel
import Reading

/// The whole new text as HTML with its changes marked in it; what was left out stands where it stood.
struct RedlineBody {
  private let blocks: RedlineBlocks
  private let origins: [Identity: String]
  private(set) var html = ""

  init(_ reading: RedlineReading) {
    blocks = RedlineBlocks(reading: reading)
    let tree = reading.redline.tree
    let departed = tree.flatMap(\.withDescendants).filter(\.hasDeparted)
    origins = Dictionary(departed.map { ($0.successor!, $0.clause.number ?? "its old place") }) { first, _ in first }
    write(tree, depth: 1)
  }

  private mutating func write(_ nodes: [RedlineNode], depth: Int) {
    var rest = nodes[...]
    while let node = rest.first {
      switch node.clause.content.kind {
      case .section:
        section(node, depth: depth)
        rest = rest.dropFirst()
      case .clause:
        numbered(node, depth: depth)
        rest = rest.dropFirst()
      case .item, .field, .option:
        let items = rest.prefix { $0.clause.content.isListed }
        list(Array(items), depth: depth)
        rest = rest.dropFirst(items.count)
      }
    }
  }

  // MARK: Sections, clauses, items

  private mutating func section(_ node: RedlineNode, depth: Int) {
    let (level, id) = (min(6, depth + 2), node.id)
    if node.hasDeparted {
      html += "<div class=\"section stub\" id=\"\(id)\">\(note(node, "p"))</div>\n"
      return
    }
    let classes = ["section", node.clause.content.isAppendix ? "appendix" : nil] + node.classes
    html += "<section id=\"\(id)\" class=\"\(classes.compactMap { $0 }.joined(separator: " "))\">\n<h\(level)>"
    if let number = node.number { html += "<span class=\"number\">\(number)</span> " }
    html += blocks.line(node.old?.content.heading, node.new?.content.heading) + "</h\(level)>\n"
    html += marks(node, "p") + note(node, "p")
    write(node.children, depth: depth + 1)
    html += "</section>\n"
  }

  private mutating func numbered(_ node: RedlineNode, depth: Int) {
    html += "<div class=\"\((["clause"] + node.classes).joined(separator: " "))\" id=\"\(node.id)\">\n"
    if let number = node.number {
      html +=
        node.isPast
        ? "<span class=\"number\">\(number)</span>\n" : "<a class=\"number\" href=\"#\(node.id)\">\(number)</a>\n"
    }
    html += "<div class=\"words\">\n" + marks(node, "p") + note(node, "p")
    if !node.hasDeparted {
      html += blocks.html(node.old?.content.blocks ?? [], node.new?.content.blocks ?? []) + "\n"
      write(node.children, depth: depth + 1)
    }
    html += "</div>\n</div>\n"
  }

  private mutating func list(_ items: [RedlineNode], depth: Int) {
    let isNumbered = items.contains { $0.clause.number != nil }
    let isForm = items.contains { if case .field = $0.clause.content.kind { true } else { false } }
    html += isNumbered ? "<ol class=\"items\">\n" : "<ul class=\"items\(isForm ? " fields" : "")\">\n"
    for node in items {
      html +=
        "<li id=\"\(node.id)\"" + (node.classes.isEmpty ? ">" : " class=\"\(node.classes.joined(separator: " "))\">")
      if let number = node.number { html += "<span class=\"number\">\(number)</span> " }
      if node.hasDeparted {
        html += note(node, "span")
      } else {
        html +=
          "<span class=\"line\">\(words(node))</span> " + blocks.answer(node) + marks(node, "span") + note(node, "span")
        write(node.children, depth: depth + 1)
      }
      html += "</li>\n"
    }
    html += isNumbered ? "</ol>\n" : "</ul>\n"
  }

  private func words(_ node: RedlineNode) -> String {
    let (old, new) = (node.old?.content.blocks ?? [], node.new?.content.blocks ?? [])
    return blockPairs(old, new).flatMap { blocks.paragraphs($0.old?.texts ?? [], $0.new?.texts ?? []) }
      .filter { !$0.isEmpty }.joined(separator: "<br>")
  }

  // MARK: Marks and notes

  private func marks(_ node: RedlineNode, _ element: String) -> String {
    guard !node.changes.isEmpty else { return "" }
    let marks = node.changes.map { ordinal, change in
      "<a class=\"mark \(change.kind.slug)\" href=\"#change_\(ordinal)\">\(change.kind.rawValue)<span class=\"unseen\"> (change \(ordinal))</span></a>"
    }
    return "<\(element) class=\"marks\">\(marks.joined(separator: " "))</\(element)>\n"
  }

  /// Where a moved clause came from or went, and what it was cut out of.
  private func note(_ node: RedlineNode, _ element: String) -> String {
    func link(_ id: String, _ words: String) -> String { "<a href=\"#\(id)\">\(words.htmlEscaped)</a>" }
    var notes: [String] = []
    if let successor = node.successor {
      notes.append("Moved to \(link(successor.name, node.new?.number ?? "its new place")).")
    } else if let new = node.new, node.isMoved, let origin = origins[new.identity] {
      notes.append("Moved from \(link("was_\(node.old!.identity.name)", origin)).")
    }
    for (_, change) in node.changes {
      switch change.relation {
      case .split(let origin)? where change.new?.clause == node.new?.identity:
        notes.append("Split off from \(blocks.reading.link(toOld: origin)).")
      case .joined(let goal)? where node.new == nil:
        notes.append("Joined to \(blocks.reading.link(toNew: goal)).")
      default: break
      }
    }
    return notes.isEmpty ? "" : "<\(element) class=\"note\">\(notes.joined(separator: " "))</\(element)>\n"
  }
}

extension Clause {
  /// Whether it stands in a list: an item, or a field or option of a form.
  fileprivate var isListed: Bool {
    switch kind {
    case .section, .clause: false
    case .item, .field, .option: true
    }
  }
}
