import PolicyModel

/// An edition amended as a governing body would: some clauses edited, rewritten, moved, inserted and removed.
struct NextEdition {
  private(set) var outline: Outline
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
    untouched = outline.sections.filter { !$0.kind.isForm }.flatMap { $0.passages.map(\.identity) }
    untouched.shuffle(using: &self.prose)
    func times(_ count: Int) -> Int { Int((Double(count) * length).rounded(.toNearestOrEven)) }
    for number in 0..<times(16) { edit(places: 1 + number % 2) }
    for _ in 0..<times(3) { rewrite() }
    for _ in 0..<times(5) { move() }
    for number in 0..<times(4) { insert(number) }
    for _ in 0..<times(3) { remove() }
  }

  private mutating func nextPlace() -> (section: Int, passage: Int) {
    let identity = untouched.removeLast()
    for (section, part) in outline.sections.enumerated() {
      if let passage = part.passages.firstIndex(where: { $0.identity == identity }) { return (section, passage) }
    }
    fatalError("\(identity) is not in the outline")
  }

  /// A few words in one or two places.
  private mutating func edit(places: Int) {
    let (section, passage) = nextPlace()
    var words = outline.sections[section].passages[passage].words
    for place in 0..<places {
      let start = prose.number(0..<5) + place * words.count / 2
      let (gone, come) = (prose.number(0..<4), prose.number(1..<4))
      let new = (0..<come).map { _ in Text.Run(.words(prose.word())) }
      words.replaceSubrange(start..<(start + gone), with: new)
      changedWords += gone + come
    }
    outline.sections[section].passages[passage].words = words
  }

  private mutating func rewrite() {
    let (section, passage) = nextPlace()
    let old = outline.sections[section].passages[passage].words
    let new = prose.line(old.count)
    outline.sections[section].passages[passage].words = new
    changedWords += old.count + new.count
  }

  private mutating func move() {
    let (section, passage) = nextPlace()
    let moved = outline.sections[section].passages.remove(at: passage)
    let (landing, place) = nextPlace()
    outline.sections[landing].passages.insert(moved, at: place)
    moves += 1
  }

  private mutating func insert(_ number: Int) {
    let (section, passage) = nextPlace()
    let new = Outline.Passage(identity: Identity("new-\(number)")!, kind: .clause, words: prose.line(35))
    outline.sections[section].passages.insert(new, at: passage)
    changedWords += new.count
  }

  private mutating func remove() {
    let (section, passage) = nextPlace()
    changedWords += outline.sections[section].passages.remove(at: passage).count
  }
}
