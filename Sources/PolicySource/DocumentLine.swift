import PolicyModel

/// A line of a foreign document: its words, and what stands before them.
struct DocumentLine {
  /// The anchor or mark that names the clause.
  var identity: Identity?
  /// Whether a box to tick stands before the words.
  var hasBox = false
  /// Whether a bullet stands before the words, where there could be no list.
  var hasBullet = false
  var number: String?
  var text: Text

  /// A mark of the source format, where someone pasted clauses without their front matter, or a converter's, which names nothing.
  mutating func takeMark(atEnd: Bool) {
    var runs = text.runs
    guard let index = atEnd ? runs.indices.last : runs.indices.first, case .words(let words) = runs[index].content,
      let mark = words.range(ofMark: atEnd), case let identity = Identity(String(words[mark].markedName)),
      atEnd || identity != nil
    else { return }
    self.identity = identity ?? self.identity
    runs[index].content = .words(String(atEnd ? words[..<mark.lowerBound] : words[mark.upperBound...]))
    text = Text(runs)
  }

  mutating func takeBullet() {
    guard let bullet = text.plain[...].typedBullet, bullet.isSign else { return }
    hasBullet = true
    text = text.dropping(characters: bullet.count + 1)
  }

  mutating func takeBox() {
    let plain = text.plain
    guard let box = ["☐", "□", "☑", "☒", "[ ]", "[x]", "[X]"].first(where: { plain.hasPrefix($0) }) else { return }
    hasBox = true
    text = text.dropping(characters: box.count)
  }
}

extension String {
  /// Where a mark `{#identity …}`, or `{.class}`, stands, at the end or at the start.
  fileprivate func range(ofMark atEnd: Bool) -> Range<String.Index>? {
    if atEnd {
      guard hasSuffix("}"), let start = ["{#", "{."].compactMap({ ranges(of: $0).last?.lowerBound }).max() else {
        return nil
      }
      return start..<endIndex
    }
    guard hasPrefix("{#"), let end = firstIndex(of: "}") else { return nil }
    return startIndex..<index(after: end)
  }
}

extension Substring {
  /// The identity in a mark.
  fileprivate var markedName: Substring { hasPrefix("{#") ? dropFirst(2).dropLast().prefix { $0 != " " } : "" }
}

extension Text {
  /// The words without line breaks, which neither a heading nor the cell of a table can hold.
  var onOneLine: Text {
    mapRuns { if $0.content == .lineBreak { $0.content = .words(" ") } }
  }

  /// The words without emphasis that covers all of them.
  var withoutCommonStyle: Text {
    let isEmphasised = runs.allSatisfy(\.style.isEmphasised)
    let isStrong = runs.allSatisfy(\.style.isStrong)
    return mapRuns { run in
      if isEmphasised { run.style.isEmphasised = false }
      if isStrong { run.style.isStrong = false }
    }
  }
}
