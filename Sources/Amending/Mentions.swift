import PolicyModel

/// What the clauses of a base mention: one that a fork leaves alone has no problem, unless the fork takes away what it mentions.
struct Mentions: Sendable {
  /// The names of terms.
  private(set) var terms: Set<String> = []
  /// Those that refer or link to a clause, by its identity.
  private(set) var byTarget: [Identity: [ClauseTree.Node]] = [:]
  /// Those that name a range, which is one only while its ends stand side by side.
  private(set) var ranges: [ClauseTree.Node] = []

  mutating func add(_ text: Text, of node: ClauseTree.Node) {
    for run in text.runs {
      if let identity = run.style.localLink { byTarget[identity, default: []].append(node) }
      switch run.content {
      case .term(let use): terms.insert(use.name)
      case .reference(let reference):
        for identity in reference.identities { byTarget[identity, default: []].append(node) }
        if reference.targets.contains(where: \.isRange) { ranges.append(node) }
      case .words, .code, .blank, .lineBreak: continue
      }
    }
  }
}

extension Text {
  /// The clauses that it refers or links to.
  var named: [Identity] {
    runs.flatMap { run -> [Identity] in
      if case .reference(let reference) = run.content { return reference.identities }
      return run.style.localLink.map { [$0] } ?? []
    }
  }
}

extension Reference.Target {
  fileprivate var isRange: Bool { if case .range = self { true } else { false } }
}
