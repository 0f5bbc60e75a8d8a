import PolicyModel
import Reading

/// A line of prose where it stands, cut into words once for all checks.
struct ProseLine: Sendable {
  enum Place: CaseIterable, Sendable {
    case heading, prose, cell
    /// What is asked or offered on a form.
    case label
  }

  let clause: Identity
  let place: Place
  let plain: String
  let words: [Word]
  /// Where the sentences stand among the words.
  let sentences: [Range<Int>]

  init(_ plain: String, of clause: Identity, at place: Place) {
    self.clause = clause
    self.place = place
    self.plain = plain
    (words, sentences) = place.cut(plain)
  }
}

extension ProseLine.Place {
  /// The words of a line that stands here, and where its sentences stand among them.
  func cut(_ plain: String) -> (words: [Word], sentences: [Range<Int>]) {
    var words: [Word] = []
    var sentences: [Range<Int>] = []
    for sentence in self == .prose ? Reading.sentences(of: plain) : [plain] {
      let start = words.count
      words += Reading.words(of: sentence)
      if words.count > start { sentences.append(start..<words.count) }
    }
    return (words, sentences)
  }
}

/// Every line of a policy in document order.
func lines(of policy: ResolvedPolicy) -> [ProseLine] {
  policy.clauses.flatMap(lines)
}

private func lines(of clause: ResolvedClause) -> [ProseLine] {
  let content = clause.content
  let isForm =
    switch content.kind {
    case .field, .option: true
    case .section, .clause, .item: false
    }
  func line(_ place: ProseLine.Place) -> (Text) -> ProseLine {
    { ProseLine($0.plain, of: clause.identity, at: isForm ? .label : place) }
  }
  let heading = content.heading.isEmpty ? [] : [line(.heading)(content.heading)]
  let own = content.blocks.flatMap { block in
    switch block {
    case .paragraph, .quotation: block.texts.map(line(.prose))
    case .table: block.texts.map(line(.cell))
    }
  }
  return heading + own + clause.clauses.flatMap(lines)
}

extension Word {
  /// The last sign as written, whatever closes behind it.
  var lastSign: Character? { text.last { !"”’\"')]".contains($0) } }

  /// Whether a sentence may end with it.
  var endsSentence: Bool { endsPhrase && lastSign.map { ".!?".contains($0) } ?? false }

  /// Whether anything but letters stands behind it, so that no name goes on.
  var endsPhrase: Bool { !text.endsWithWord }
}
