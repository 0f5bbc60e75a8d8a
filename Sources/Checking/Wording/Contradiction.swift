import PolicyModel
import Reading

extension Check {
  static let contradiction = Check(
    .contradiction, .warning, "A clause, or its list, allows or asks the very thing it forbids."
  ) { text, check in
    let duties = Dictionary(grouping: text.duties, by: \.clause)
    return text.resolved.flat.flatMap { entry -> [Diagnostic] in
      if entry.clause.content.kind == .item { return [] }
      let own = entry.clause.withItems.flatMap { duties[$0] ?? [] }
      guard own.contains(where: \.isForbidding), !own.allSatisfy(\.isForbidding) else { return [] }
      let forbidden = own.filter { $0.isForbidding && $0.isFlat }.map { (duty: $0, stems: $0.stems) }
      return own.filter { !$0.isForbidding && $0.isFlat }.compactMap { duty in
        let stems = duty.stems
        guard let other = forbidden.first(where: { $0.stems == stems && $0.duty.concerns(duty.bearer) })?.duty else {
          return nil
        }
        return check.finding(
          "“\(duty.phrase)” and “\(other.phrase)” are said of the same thing: “\(duty.act)”",
          remedy: "keep one of them, or say when each holds", about: .clause(duty.clause),
          notes: [Diagnostic.Note("“\(other.phrase)” stands here", about: .clause(other.clause))])
      }
    }
  }
}

extension ResolvedClause {
  /// The clause and the members of its list, and of theirs.
  fileprivate var withItems: [Identity] {
    [identity] + clauses.filter { $0.content.kind == .item }.flatMap(\.withItems)
  }
}

extension Duty {
  fileprivate var isForbidding: Bool { force == .mustNot || force == .shouldNot }

  /// Whether it holds always, so that nothing outside its act can set it apart from another.
  fileprivate var isFlat: Bool {
    exception == nil
      && !Reading.words(of: sentence).contains {
        conditions.contains($0.core) || $0.traits.contains(.subordinator) && $0.core != "that"
      }
  }

  /// The words of the act that tell it from others, without their endings: using phones and phones be used are the same.
  fileprivate var stems: Set<String> {
    Set(
      Reading.words(of: act).filter {
        $0.traits.isDisjoint(with: [.determiner, .coordinator]) && !emphasis.contains($0.core)
      }.map { stem($0.core) })
  }

  /// Whether it speaks of somebody, or of nobody in particular.
  fileprivate func concerns(_ other: String?) -> Bool {
    guard let bearer, let other else { return true }
    return bearer.lowercased() == other.lowercased()
  }
}

private func stem(_ word: String) -> String {
  if word.hasSuffix("ied") || word.hasSuffix("ies") { return word.dropLast(3) + "y" }
  for ending in ["ing", "ed", "es", "s", "e"] where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 1 {
    return String(word.dropLast(ending.count))
  }
  return word
}

private let conditions: Set<String> = [
  "only", "during", "before", "after", "until", "except", "without", "outside", "otherwise", "provided", "instead",
]

/// Words that make a prohibition or leave louder, and no other.
private let emphasis: Set<String> = [
  "be", "ever", "never", "always", "also", "therefore", "however", "circumstances", "time", "times", "at", "under",
  "all",
  "still", "normally",
]
