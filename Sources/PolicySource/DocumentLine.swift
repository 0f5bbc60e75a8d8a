import PolicyModel

/// A line of a foreign document: its words, and what stands before them.
struct DocumentLine {
  /// The anchor or mark that names the clause.
  var identity: Identity?
  /// Whether a box to tick stands before the words.
  var hasBox = false
  var number: String?
  var text: Text

  /// A mark of the source format, where someone pasted clauses without their front matter.
  mutating func takeMark(atEnd: Bool) {
    let plain = text.plain
    guard let open = plain.range(ofMark: atEnd) else { return }
    let written = plain[open].dropFirst().dropLast().split(separator: " ")[0].dropFirst()
    guard let identity = Identity(String(written)) else { return }
    self.identity = identity
    text =
      atEnd
      ? text.keeping(characters: plain.distance(from: plain.startIndex, to: open.lowerBound))
      : text.dropping(characters: plain.distance(from: plain.startIndex, to: open.upperBound))
  }

  mutating func takeBox() {
    let plain = text.plain
    guard let box = ["☐", "☑", "☒", "[ ]", "[x]", "[X]"].first(where: { plain.hasPrefix($0) }) else { return }
    hasBox = true
    text = text.dropping(characters: box.count)
  }
}

extension Text {
  fileprivate func keeping(characters count: Int) -> Text {
    var rest = count
    return Text(
      runs.compactMap { run in
        guard rest > 0 else { return nil }
        guard case .words(let words) = run.content else { return run }
        let kept = words.prefix(rest)
        rest -= kept.count
        return Run(.words(String(kept)), style: run.style)
      })
  }
}

extension String {
  /// Where a mark `{#identity …}` stands, at the end or at the start.
  fileprivate func range(ofMark atEnd: Bool) -> Range<String.Index>? {
    if atEnd {
      guard hasSuffix("}"), let start = ranges(of: "{#").first?.lowerBound else { return nil }
      return start..<endIndex
    }
    guard hasPrefix("{#"), let end = firstIndex(of: "}") else { return nil }
    return startIndex..<index(after: end)
  }
}
