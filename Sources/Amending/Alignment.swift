import PolicyModel

/// Which clause of one policy is which of another: by identity, else by text.
struct Alignment {
  /// New names for clauses of the new policy: that of the old clause it is, or a free one where its own is another's.
  private(set) var names: [Identity: Identity] = [:]

  private let old: [Clause]
  private let new: [Clause]
  /// Old clauses by the new ones they are.
  private var matches: [Identity: Identity] = [:]
  private var taken: Set<Identity> = []

  init(old: [Clause], new: [Clause]) {
    self.old = old.flatMap(\.withDescendants)
    self.new = new.flatMap(\.withDescendants)
    matchByIdentity()
    matchByText()
    matchByLikeness()
    matchByPlace(old, under: new)
    nameAll()
  }

  private var openOld: [Clause] { old.filter { $0.identity.map { !taken.contains($0) } ?? false } }
  private var openNew: [Clause] { new.filter { $0.identity.map { matches[$0] == nil } ?? false } }

  private mutating func match(_ clause: Identity, with old: Identity) {
    matches[clause] = old
    taken.insert(old)
  }

  private mutating func matchByIdentity() {
    let known = Dictionary(old.compactMap { clause in clause.identity.map { ($0, clause) } }) { first, _ in first }
    let (parents, newParents) = (parents(of: old), parents(of: new))
    for clause in new {
      guard let identity = clause.identity, let same = known[identity] else { continue }
      let isMoved = parents[identity]?.identity != newParents[identity]?.identity
      // A clause moved below another becomes an item there, an item below a field an option.
      let landed = Landing(parent: newParents[identity], isInForm: false).landed(same)
      if same.isLike(clause) || isMoved && landed?.kind == clause.kind { match(identity, with: identity) }
    }
  }

  private func parents(of clauses: [Clause]) -> [Identity: Clause] {
    var parents: [Identity: Clause] = [:]
    for parent in clauses { for child in parent.clauses { child.identity.map { parents[$0] = parent } } }
    return parents
  }

  private mutating func matchByText() {
    var places: [String: [Clause]] = [:]
    for clause in openOld.reversed() where !clause.wordsAlone.isEmpty {
      places[clause.wordsAlone, default: []].append(clause)
    }
    for clause in openNew {
      guard let index = places[clause.wordsAlone]?.lastIndex(where: { $0.isLike(clause) }) else { continue }
      match(clause.identity!, with: places[clause.wordsAlone]!.remove(at: index).identity!)
    }
  }

  /// Clauses that share at least half of their words, the likest first.
  private mutating func matchByLikeness() {
    let open = openOld
    let bags = open.map { bag($0) }
    var holders: [String: [Int]] = [:]
    for (index, bag) in bags.enumerated() { for word in bag.keys { holders[word, default: []].append(index) } }
    var candidates: [(likeness: Double, distance: Int, new: Identity, old: Identity)] = []
    for (place, clause) in openNew.enumerated() {
      let words = bag(clause)
      let count = words.values.reduce(0, +)
      var shared: [Int: Int] = [:]
      for (word, times) in words {
        for index in holders[word] ?? [] { shared[index, default: 0] += min(times, bags[index][word]!) }
      }
      for (index, common) in shared where open[index].isLike(clause) {
        let likeness = 2 * Double(common) / Double(count + bags[index].values.reduce(0, +))
        guard likeness >= 0.5 else { continue }
        candidates.append((likeness, abs(place - index), clause.identity!, open[index].identity!))
      }
    }
    candidates.sort { ($1.likeness, $0.distance, $0.new, $0.old) < ($0.likeness, $1.distance, $1.new, $1.old) }
    for candidate in candidates where matches[candidate.new] == nil && !taken.contains(candidate.old) {
      match(candidate.new, with: candidate.old)
    }
  }

  /// Clauses that stand in the same gap between matched neighbours and share two words of five, from the top down.
  private mutating func matchByPlace(_ old: [Clause], under new: [Clause]) {
    var previous: Identity?
    for clause in new {
      let identity = clause.identity!
      if matches[identity] == nil {
        let place = previous.flatMap { name in old.firstIndex { $0.identity == name } }.map { $0 + 1 } ?? 0
        if place < old.count, let candidate = old[place].identity, !taken.contains(candidate),
          old[place].isLike(clause),
          likeness(bag(old[place]), bag(clause)) >= 0.4
        {
          match(identity, with: candidate)
        }
      }
      previous = matches[identity]
      if let name = previous, let same = self.old.first(where: { $0.identity == name }) {
        matchByPlace(same.clauses, under: clause.clauses)
      }
    }
  }

  /// Twice the words two clauses share, by those they have (Dice's coefficient).
  private func likeness(_ one: [String: Int], _ other: [String: Int]) -> Double {
    let shared = one.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
    return 2 * Double(shared) / Double(max(1, one.values.reduce(0, +) + other.values.reduce(0, +)))
  }

  private mutating func nameAll() {
    let oldNames = Set(old.compactMap(\.identity))
    var used = oldNames.union(new.compactMap(\.identity))
    for identity in new.compactMap(\.identity) {
      if let match = matches[identity] {
        if match != identity { names[identity] = match }
      } else if oldNames.contains(identity) {
        let candidates = (2...).lazy.compactMap { Identity("\(identity.name.prefix(70))-\($0)") }
        let free = candidates.first { !used.contains($0) }!
        used.insert(free)
        names[identity] = free
      }
    }
  }

  private func bag(_ clause: Clause) -> [String: Int] {
    clause.wordsAlone.split { !$0.isLetter && !$0.isNumber }.reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }
}

extension Clause {
  /// Whether one can become the other by amendments that leave it where it is.
  func isLike(_ other: Clause) -> Bool {
    switch (kind, other.kind) {
    case (.section(let one), .section(let two)): one == two
    case (.clause, .clause), (.item, .item), (.option, .option): true
    case (.field(let one), .field(let two)): one.sharesRow == two.sharesRow && one.takesOptions == two.takesOptions
    default: false
    }
  }

  fileprivate var wordsAlone: String { texts.map(\.plain).joined(separator: " ").lowercased() }
}
