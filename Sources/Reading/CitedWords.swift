import PolicyModel

/// A line of prose cut into words for finding titles in: letters and digits count, marks and capitals do not.
struct CitedWords {
  struct Word {
    /// In small letters.
    let core: String
    let range: Range<String.Index>
    /// Where the word leads, if anywhere.
    let link: String?
  }

  /// The prose without its styles; what is no words is a gap that no title spans.
  let prose: String
  private(set) var words: [Word] = []

  init(_ text: Text) {
    var prose = ""
    var links: [(end: String.Index, link: String?)] = []
    for run in text.runs {
      if case .words(let words) = run.content { prose += words } else { prose += CitedWords.gap }
      links.append((prose.endIndex, run.style.link))
    }
    self.prose = prose
    var runs = links[...]
    for range in CitedWords.ranges(in: prose) {
      while let first = runs.first, first.end <= range.lowerBound { runs.removeFirst() }
      words.append(Word(core: prose[range].lowercased(), range: range, link: runs.first?.link ?? nil))
    }
  }

  /// A plain title.
  init(_ title: String) { self.init(Text(title)) }

  /// As written, from one word to another.
  func words(in range: Range<Int>) -> String {
    String(prose[words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound])
  }

  /// What stands between a word and the next.
  func gap(after index: Int) -> Substring {
    let start = words[index].range.upperBound
    return prose[start..<(index + 1 < words.count ? words[index + 1].range.lowerBound : prose.endIndex)]
  }

  private static let gap = " \u{FFFC} "

  private static func ranges(in prose: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    let scalars = prose.unicodeScalars
    var start: String.Index?
    for index in scalars.indices {
      if scalars[index].isOfTitle {
        if start == nil { start = index }
      } else if let first = start {
        ranges.append(first..<index)
        start = nil
      }
    }
    if let start { ranges.append(start..<scalars.endIndex) }
    return ranges
  }
}

extension Unicode.Scalar {
  /// Whether it is part of a word, the plus of “Google+” included; the gap that stands for what is no words is one, so that titles end there.
  fileprivate var isOfTitle: Bool {
    switch value {
    case 43, 48...57, 65...90, 97...122, 0xFFFC: true
    case 0..<128: false
    default: properties.isAlphabetic
    }
  }
}
