import PolicyModel
import Reading

/// How changed words are marked: for eyes that see no colour and for ears.
extension Markup {
  /// Marked words.
  ///
  /// - Parameter marks: which stretches are shown: one side of a comparison leaves out what only the other holds.
  func callAsFunction(_ marked: MarkedText, showing marks: Set<MarkedText.Mark> = [.kept, .removed, .inserted])
    -> String
  {
    marked.shown(marks).map { ($0.hasSpace ? " " : "") + words($0.stretch) }.joined()
  }

  private func words(_ stretch: MarkedText.Stretch) -> String {
    switch (self, stretch.mark) {
    case (.html, .kept): stretch.text.printed(as: .html)
    case (.html, .removed): mark("del", "taken out", stretch.text.withoutLocalLinks)
    case (.html, .inserted): mark("ins", "put in", stretch.text)
    case (.markdown, .kept): stretch.text.withoutLocalLinks.printed(as: .markdown)
    case (.markdown, .removed): "~~\(stretch.text.withoutLocalLinks.printed(as: .markdown))~~"
    // What is bold already cannot be made so once more.
    case (.markdown, .inserted):
      "**\(stretch.text.withoutLocalLinks.restyled { $0.isStrong = false }.printed(as: .markdown))**"
    }
  }

  private func mark(_ element: String, _ meaning: String, _ text: Text) -> String {
    "<\(element)><span class=\"unseen\">[\(meaning): </span>\(text.printed(as: .html))<span class=\"unseen\">]</span></\(element)>"
  }
}

/// A block of a clause in both texts; nil on the side where it does not stand.
struct BlockPair {
  let old: Block?
  let new: Block?
}

/// The blocks of two texts of a clause side by side: the same ones together, what differs between them in order.
func blockPairs(_ old: [Block], _ new: [Block]) -> [BlockPair] { paired(old, new).map(BlockPair.init) }

/// The members of two lists side by side: the same ones together, what differs between them in order; nil where one list has
/// nothing to set beside the other.
func paired<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [(old: Element?, new: Element?)] {
  var pairs: [(old: Element?, new: Element?)] = []
  var (left, right) = (0, 0)
  for hunk in leastEdits(from: old, to: new) + [Hunk(old: old.count..<old.count, new: new.count..<new.count)] {
    pairs += zip(old[left..<hunk.old.lowerBound], new[right..<hunk.new.lowerBound]).map { ($0, $1) }
    let (before, after) = (Array(old[hunk.old]), Array(new[hunk.new]))
    for index in 0..<max(before.count, after.count) {
      pairs.append((index < before.count ? before[index] : nil, index < after.count ? after[index] : nil))
    }
    (left, right) = (hunk.old.upperBound, hunk.new.upperBound)
  }
  return pairs
}

extension Text {
  /// The prose with its links to clauses leading to those of another page.
  func linked(into document: String) -> Text {
    restyled { style in
      if let identity = style.localLink { style.link = "\(document)#\(identity.name)" }
    }
  }

  /// The prose without links into its own document, which may not stand where it is quoted.
  var withoutLocalLinks: Text { restyled { if $0.localLink != nil { $0.link = nil } } }

  /// The same words printed otherwise.
  func restyled(_ change: (inout Style) -> Void) -> Text {
    mapRuns { change(&$0.style) }
  }
}
