import PolicyModel
import Reading

extension Check {
  static let repeatedParagraph = Check(
    .repeatedParagraph, .warning, "A paragraph says again what another says in the same, or nearly the same, words."
  ) { text, check in
    let paragraphs = text.clauses.compactMap { Shingles($0, text.dutiesByClause[$0.identity] ?? []) }
    var holders: [Int: [Int]] = [:]
    var found: [Diagnostic] = []
    for (index, paragraph) in paragraphs.enumerated() {
      var shared: [Int: Int] = [:]
      for print in paragraph.prints { for other in holders[print] ?? [] { shared[other, default: 0] += 1 } }
      let likest = shared.lazy.filter { paragraph.isRepeated(in: paragraphs[$0.key], shared: $0.value) }.min {
        ($1.value, $0.key) < ($0.value, $1.key)
      }
      if let likest {
        let other = paragraphs[likest.key].clause
        let isExact = paragraph.prints == paragraphs[likest.key].prints
        found.append(
          check.finding(
            "it says \(isExact ? "" : "nearly ")what \(other.number ?? text.name(of: other.identity)) says already",
            remedy: "keep one of the two, or say in each what is its own",
            about: .clause(paragraph.clause.identity),
            notes: [Diagnostic.Note("the other paragraph stands here", about: .clause(other.identity))]))
      }
      // What many paragraphs have in common tells nothing.
      for print in paragraph.prints where holders[print, default: []].count < 6 {
        holders[print, default: []].append(index)
      }
    }
    return found
  }
}

/// The fingerprints of a paragraph: one for every three words in a row (Broder's shingles).
private struct Shingles {
  let clause: CheckedClause
  /// By their numbers, which are found again in half the time.
  let prints: Set<Int>
  private let words: [String]
  private let duties: [Duty]

  /// Nil for a form's labels and for what is too short to be repeated by anything but chance.
  init?(_ clause: CheckedClause, _ duties: [Duty]) {
    switch clause.clause.kind {
    case .field, .option: return nil
    case .section, .clause, .item: break
    }
    let words = clause.lines.flatMap(\.words).map { $0.core.isEmpty ? $0.text : $0.core }
    guard words.count >= 15 else { return nil }
    (self.clause, self.words, self.duties) = (clause, words, duties)
    let prints = words.map { Fingerprint(of: $0) }
    var shingles: Set<Int> = []
    for place in 2..<words.count {
      var shingle = prints[place - 2]
      shingle.add(prints[place - 1])
      shingle.add(prints[place])
      shingles.insert(shingle.number)
    }
    self.prints = shingles
  }

  /// The words that are long enough to tell something.
  private var telling: Set<String> { Set(words.filter { $0.utf8.count > 3 }) }

  /// Whom it binds or frees first, by the nouns they are called by; empty where it does not say.
  private var people: Set<String> {
    duties.lazy.compactMap(\.bearer).first.map { Reading.words(of: $0).people } ?? []
  }

  /// The numbers among the words: stages of one procedure differ in them alone.
  private var numbers: Set<String> { Set(words.filter(\.isNumber)) }

  /// Whether most of the shorter one stands in the longer: its phrases, and nearly all its telling words, so that two
  /// rules with a long list in common are told apart.
  func isRepeated(in other: Shingles, shared: Int) -> Bool {
    guard Double(shared) >= 0.45 * Double(min(prints.count, other.prints.count)) else { return false }
    let isList = clause.clause.kind == .item || other.clause.clause.kind == .item
    // Items complete different words before their lists, and may be alike.
    guard !isList || clause.parent == other.clause.parent else { return false }
    // One rule for staff and one for governors are two.
    let (people, others) = (people, other.people)
    guard people.isEmpty || others.isEmpty || !people.isDisjoint(with: others) else { return false }
    // Within five days or ten, in the first stage or the second.
    let (numbers, otherNumbers) = (numbers, other.numbers)
    if !numbers.isSubset(of: otherNumbers), !otherNumbers.isSubset(of: numbers) { return false }
    let (telling, otherTelling) = (telling, other.telling)
    let common = telling.intersection(otherTelling).count
    return Double(common) >= 0.74 * Double(min(telling.count, otherTelling.count))
  }
}

extension [Word] {
  /// Whom they name, in the singular and by one name for all who are employed: of a member of staff, staff.
  fileprivate var people: Set<String> {
    let parts = split { !$0.traits.isDisjoint(with: [.preposition, .subordinator]) }
    guard var named = parts.first?.persons else { return [] }
    if named == ["member"], parts.count > 1, !parts[1].persons.isEmpty { named = parts[1].persons }
    return named.count > 1 ? named.subtracting(["member"]) : named
  }
}

extension ArraySlice<Word> {
  fileprivate var persons: Set<String> {
    Set(
      filter { $0.traits.contains(.agent) && !$0.traits.contains(.pronoun) }.map { word in
        let name = word.core.count > 3 && word.core.hasSuffix("s") ? String(word.core.dropLast()) : word.core
        return ["employee", "worker", "colleague", "officer"].contains(name) ? "staff" : name
      })
  }
}
extension String {
  fileprivate var isNumber: Bool { numerals.contains(self) || !isEmpty && allSatisfy(\.isNumber) }
}

private let numerals: Set<String> = wordList(
  """
  two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty forty fifty sixty ninety
  first second third fourth fifth
  """)
