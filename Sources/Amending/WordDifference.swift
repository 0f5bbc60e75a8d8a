import PolicyModel
import Reading

/// What differs between two lines of prose, word by word; a term, link or reference is one word.
struct WordDifference {
  private let old: Text
  private let new: Text

  init(_ old: Text, _ new: Text) {
    self.old = old
    self.new = new
  }

  /// The changes as rewordings that are applied one after the other; nil where it is plainer to write the line anew.
  var rewordings: [Rewording]? {
    let (before, after) = (old.words, new.words)
    let hunks = leastEdits(from: before, to: after)
    let changed = hunks.reduce(0) { $0 + $1.old.count + $1.new.count }
    guard hunks.count <= 3, changed * 2 <= before.count + after.count else { return nil }
    var rewordings: [Rewording] = []
    var state = Clause(blocks: [.paragraph(old)])
    // From the end, so that what is still to come keeps its places.
    for hunk in hunks.reversed() {
      guard let rewording = rewording(hunk, before, after, in: state) else { return nil }
      guard state.reword(Quotation(rewording.quoted), rewording.change, isHeading: false).places == 1 else {
        return nil
      }
      rewordings.append(rewording)
    }
    return state.blocks == [.paragraph(new)] ? rewordings : nil
  }

  /// A rewording whose quotation is met once only: widened word by word until it is.
  private func rewording(_ hunk: Hunk, _ before: [Text], _ after: [Text], in state: Clause) -> Rewording? {
    var (old, new) = (hunk.old, hunk.new)
    var widensLeft = true
    while true {
      let quoted = Text(joining: before[old])
      var trial = state
      if !old.isEmpty, trial.reword(Quotation(quoted), .omit, isHeading: false).places == 1 {
        let words = Text(joining: after[new])
        return Rewording(quoted, words.isEmpty ? .omit : .substitute(words))
      }
      let (canLeft, canRight) = (old.lowerBound > 0, old.upperBound < before.count && new.upperBound < after.count)
      guard canLeft || canRight else { return nil }
      if canLeft && (widensLeft || !canRight) {
        guard new.lowerBound > 0 else { return nil }
        (old, new) = (old.lowerBound - 1..<old.upperBound, new.lowerBound - 1..<new.upperBound)
      } else {
        (old, new) = (old.lowerBound..<old.upperBound + 1, new.lowerBound..<new.upperBound + 1)
      }
      widensLeft.toggle()
    }
  }
}

extension Text {
  /// The words of the line: what stands between spaces, with links whole.
  fileprivate var words: [Text] {
    var words: [Text] = []
    var current: [Run] = []
    func end() {
      if !current.isEmpty { words.append(Text(current)) }
      current = []
    }
    for run in runs {
      guard case .words(let text) = run.content, run.style.link == nil else {
        current.append(run)
        continue
      }
      for (index, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { end() }
        if !part.isEmpty { current.append(Run(.words(String(part)), style: run.style)) }
      }
    }
    end()
    return words
  }

  fileprivate init(joining words: ArraySlice<Text>) {
    var runs: [Run] = []
    for word in words {
      if let last = runs.last, let first = word.runs.first {
        runs.append(Run(.words(" "), style: last.style.shared(with: first.style)))
      }
      runs += word.runs
    }
    self.init(runs)
  }
}
