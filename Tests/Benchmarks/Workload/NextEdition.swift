import PolicyModel

/// An edition amended as a governing body would: some clauses edited, rewritten, moved, inserted and removed.
struct NextEdition {
  /// What became of a clause.
  enum Change {
    /// The words that went, by their places in the clause as it was; none where words only came.
    case edited([Range<Int>])
    case rewritten
    /// Behind which passage it stands now; nil at the start of a section.
    case moved(after: Identity?)
    case removed
  }

  private(set) var outline: Outline
  /// What became of the clauses that were there before; the others stayed as they were.
  private(set) var changes: [Identity: Change] = [:]
  /// How many words went or came; those that only moved are not among them.
  private(set) var changedWords = 0
  private(set) var moves = 0

  private var prose: Prose
  /// Clauses not touched yet.
  private var untouched: [Identity]

  /// 16 clauses edited, 3 rewritten, 5 moved, 4 inserted and 3 removed, times a length.
  init(after outline: Outline, length: Double, prose: Prose) {
    self.outline = outline
    self.prose = prose
    untouched = outline.rules.map(\.identity)
    untouched.shuffle(using: &self.prose)
    func times(_ count: Int) -> Int { Int((Double(count) * length).rounded(.toNearestOrEven)) }
    for _ in 0..<times(3) { remove() }
    for number in 0..<times(16) { edit(places: 1 + number % 2) }
    for _ in 0..<times(3) { rewrite() }
    for _ in 0..<times(5) { move() }
    for number in 0..<times(4) { insert(number) }
  }

  private mutating func nextPlace(where isFit: (Identity) -> Bool = { _ in true }) -> (section: Int, passage: Int) {
    let identity = untouched.remove(at: untouched.lastIndex(where: isFit)!)
    return outline.place(of: identity)!
  }

  /// A few words in one or two places.
  private mutating func edit(places: Int) {
    let (section, passage) = nextPlace()
    let old = outline.sections[section].passages[passage].words
    var words = old
    var gone: [Range<Int>] = []
    // From the end, so that the places stay those of the old words.
    for place in (0..<places).reversed() {
      let start = prose.number(0..<5) + place * old.count / 2
      let range = start..<min(start + prose.number(0..<4), old.count)
      let new = (0..<prose.number(1..<4)).map { _ in Text.Run(.words(prose.word())) }
      words.replaceSubrange(range, with: new)
      changedWords += range.count + new.count
      gone.append(range)
    }
    outline.sections[section].passages[passage].words = words
    changes[outline.sections[section].passages[passage].identity] = .edited(gone)
  }

  private mutating func rewrite() {
    let (section, passage) = nextPlace()
    let old = outline.sections[section].passages[passage]
    let new = prose.line(old.words.count)
    outline.sections[section].passages[passage].words = new
    changedWords += old.words.count + new.count
    changes[old.identity] = .rewritten
  }

  private mutating func move() {
    let (section, passage) = nextPlace()
    let moved = outline.sections[section].passages.remove(at: passage)
    let (landing, place) = nextPlace()
    outline.sections[landing].passages.insert(moved, at: place)
    moves += 1
    changes[moved.identity] = .moved(after: place > 0 ? outline.sections[landing].passages[place - 1].identity : nil)
  }

  private mutating func insert(_ number: Int) {
    let (section, passage) = nextPlace()
    let new = Outline.Passage(identity: Identity("new-\(number)")!, kind: .clause, words: prose.line(35))
    outline.sections[section].passages.insert(new, at: passage)
    changedWords += new.count
  }

  private mutating func remove() {
    let (section, passage) = nextPlace { !Outline.isLasting($0) }
    let gone = outline.sections[section].passages.remove(at: passage)
    changedWords += gone.count
    changes[gone.identity] = .removed
  }
}
