import PolicyModel

/// A place in a line where each text prints something of its own.
struct TitleGap: Sendable {
  /// A term or a reference.
  let content: Text.Content
  /// The number of the word behind it: 0 where none is, nil where it cannot be told.
  var next: UInt32? = 0
}

extension TitleSieve {
  /// The gaps of a line where nothing but what they print may begin a title; nil where the whole line must be read to tell.
  func gaps(of text: Text) -> [TitleGap]? {
    var gaps: [TitleGap] = []
    var line = Line()
    /// Whether nothing stands behind the last gap yet, and whether no word does.
    var (isBare, isWaiting) = (false, false)
    for run in text.runs {
      if run.leadsOut { return nil }
      switch run.content {
      case .words(let words):
        // A word beside a gap may be a part of a longer one.
        if isBare, words.utf8.first.map({ TitleSieve.letter($0) != 0 }) ?? false { return nil }
        isBare = false
        if isWaiting, case let rest = words.utf8.drop(while: { TitleSieve.letter($0) == 0 }), !rest.isEmpty {
          let word = rest.prefix { TitleSieve.letter($0) != 0 }
          gaps[gaps.count - 1].next = word.endIndex == rest.endIndex ? nil : TitleSieve.number(of: word)
          isWaiting = false
        }
        if mayPass(words, in: &line) { return nil }
      case .term, .reference:
        if line.isInWord || isBare || line.isBegun { return nil }
        if isWaiting { gaps[gaps.count - 1].next = nil }
        gaps.append(TitleGap(content: run.content))
        (isBare, isWaiting) = (true, true)
        line = Line()
      case .code, .blank, .lineBreak:
        (isBare, isWaiting) = (false, false)
        if ends(&line) { return nil }
      }
    }
    return ends(&line) ? nil : gaps
  }

  /// What titles may come of some words.
  enum Reading {
    case none
    /// One may begin in them and go on behind.
    case beginning(Line)
    case title

    /// Whether there is none with a word behind.
    func isSilent(before next: UInt32?, to sieve: TitleSieve) -> Bool {
      switch self {
      case .none: true
      case .beginning(let line): next.map { $0 == 0 || !sieve.goesOn(line, with: $0) } ?? false
      case .title: false
      }
    }
  }

  /// - Parameter forEachPart: goes through some words that are printed one behind the other.
  func reading(_ forEachPart: ((String) -> Void) -> Void) -> Reading {
    var line = Line()
    var isTitle = false
    forEachPart { isTitle = isTitle || mayPass($0, in: &line) }
    if isTitle || endsWord(&line) { return .title }
    return line.isBegun ? .beginning(line) : .none
  }
}
