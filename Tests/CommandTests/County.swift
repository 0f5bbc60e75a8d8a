import Foundation

/// A county's template, its next edition, and schools that amend it: made so that it is known what becomes of every amendment.
struct County {
  /// What the next edition does to a clause.
  enum Change: Int, CaseIterable {
    case none, strengthened, omitted, fixed, wordSubstituted, moved, rewritten, extended
  }

  /// What a school does to a clause.
  enum Wish: Int, CaseIterable {
    case ownDeadline, sameWord, otherWord, omission, addition, ownText, sameStrength

    /// How it meets the next edition.
    func outcome(after change: Change) -> String {
      switch (self, change) {
      case (_, .none), (.addition, .strengthened), (.addition, .fixed), (.addition, .wordSubstituted),
        (.addition, .moved), (.addition, .rewritten), (.addition, .extended), (_, .moved):
        "applies cleanly"
      case (.omission, .omitted), (.sameStrength, .strengthened), (.sameWord, .wordSubstituted): "already in the base"
      case (_, .omitted): "target omitted"
      case (_, .fixed): "target now fixed"
      case (.omission, _), (.ownText, _), (.otherWord, .wordSubstituted), (_, .rewritten): "both changed the same words"
      case (.ownDeadline, _), (.sameWord, _), (.otherWord, _), (.sameStrength, _): "wording merged"
      }
    }
  }

  static let clauses = 40

  static func change(of clause: Int) -> Change { Change(rawValue: clause % Change.allCases.count)! }

  private static func name(_ clause: Int) -> String { "matter-\(clause)" }

  private static func text(_ clause: Int, _ change: Change) -> String {
    var words = "In matter \(clause) the office should send a letter to the parents within ten days."
    switch change {
    case .none, .omitted, .fixed, .moved: break
    case .strengthened: words = words.replacing("should", with: "must")
    case .wordSubstituted: words = words.replacing("a letter", with: "a message")
    case .rewritten: words = "Matter \(clause) is for the head alone."
    case .extended: words += " It keeps a copy."
    }
    return "1. {#\(name(clause))\(change == .fixed ? " .fixed" : "")} \(words)"
  }

  /// The template as it is, and as it will be.
  static func template(isNext: Bool) -> String {
    let kept = (0..<clauses).filter { !isNext || change(of: $0) != .omitted }
    // What is moved goes to the end, in the order that it had.
    let order = isNext ? kept.filter { change(of: $0) != .moved } + kept.filter { change(of: $0) == .moved } : kept
    let lines = order.map { text($0, isNext ? change(of: $0) : .none) } + (isNext ? ["1. {#extra} It is new."] : [])
    return "---\ntitle: Letters\n---\n\n## Matters {#matters}\n\n" + lines.joined(separator: "\n") + "\n"
  }

  /// A school's amendments, a few clauses apart, and what becomes of each, in their order.
  static func school<Source: RandomNumberGenerator>(_ source: inout Source) -> (instrument: String, outcomes: [String])
  {
    var amendments: [String] = []
    var outcomes: [String] = []
    var clause = Int.random(in: 0..<6, using: &source)
    while clause < clauses {
      let wish = Wish.allCases.randomElement(using: &source)!
      amendments.append(amendment(wish, clause))
      outcomes.append(wish.outcome(after: change(of: clause)))
      clause += Int.random(in: 2..<8, using: &source)
    }
    if Bool.random(using: &source) {
      amendments.append("## At the start of #matters insert\n\n1. {#extra} We have a rule of our own.")
      outcomes.append("identity taken")
    }
    return (
      "---\namends: county/letters@1.0\n---\n\n" + amendments.joined(separator: "\n\n") + "\n", outcomes
    )
  }

  private static func amendment(_ wish: Wish, _ clause: Int) -> String {
    let name = name(clause)
    return switch wish {
    case .ownDeadline: "## In #\(name), for “ten days” substitute “five days”"
    case .sameWord: "## In #\(name), for “a letter” substitute “a message”"
    case .otherWord: "## In #\(name), for “a letter” substitute “an email”"
    case .omission: "## Omit #\(name)"
    case .addition: "## After #\(name) insert\n\n1. {#ours-\(clause)} We keep a copy."
    case .ownText: "## For #\(name) substitute\n\n1. {#\(name)} Our governors look into it themselves."
    case .sameStrength: "## In #\(name), for “should” substitute “must”"
    }
  }
}

extension County {
  /// A folder with the template in both editions, the older of which every school amends.
  static func workspace(of instruments: [String]) throws -> URL {
    let files = FileManager.default
    let workspace = files.temporaryDirectory.appendingPathComponent("clausebook-\(UUID().uuidString)/workspace")
    func write(_ text: String, _ path: String) throws {
      let file = workspace.appendingPathComponent("Policies/" + path)
      try files.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try write("name: Down County Council\nkind: council\n", "county/organisation.yaml")
    for (edition, isNext) in [("1.0", false), ("2.0", true)] {
      try write(template(isNext: isNext), "county/letters/draft.md")
      _ = try Shell.run(
        "clausebook ratify county/letters --edition \(edition) --approved-by Cabinet --on 2026", in: workspace)
    }
    for (index, instrument) in instruments.enumerated() {
      let name = "school-" + String(10_000 + index)
      try write("name: School \(index)\nkind: school\n", "\(name)/organisation.yaml")
      try write(instrument, "\(name)/letters/draft.md")
    }
    return workspace
  }
}
