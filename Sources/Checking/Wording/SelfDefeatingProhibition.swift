import PolicyModel
import Reading

extension Check {
  static let selfDefeatingProhibition = Check(
    .selfDefeatingProhibition, .warning, "One prohibition forbids an act and its undoing."
  ) { text, check in
    text.duties.compactMap { duty in
      guard duty.force == .mustNot || duty.force == .shouldNot, duty.exception == nil,
        let (act, undoing) = Reading.words(of: duty.act).undonePair
      else { return nil }
      return check.finding(
        "“\(duty.phrase) … \(act) or \(undoing)” forbids an act together with its undoing",
        remedy: "say apart what is forbidden and what is to be done", about: .clause(duty.clause))
    }
  }
}

extension [Word] {
  /// An act and its undoing, joined so that both are forbidden without more ado: be posted or removed.
  fileprivate var undonePair: (String, String)? {
    for joint in indices where ["or", "nor", "and", "and/or"].contains(self[joint].core) {
      let before = self[Swift.max(0, joint - 2)..<joint].filter { $0.mark != .stop }
      let behind = self[joint...].dropFirst().prefix(3)
      let isPassive = self[..<joint].contains { $0.core == "be" }
      for (act, undoing) in before.flatMap({ one in behind.map { (one, $0) } }) {
        let pairs = isPassive ? undoings + alternatives : alternatives
        let isPair = pairs.contains { $0.0.contains(act.core) && $0.1.contains(undoing.core) }
        if isPair, isUnqualified(from: undoing) { return (act.core, undoing.core) }
      }
    }
    return nil
  }

  /// Whether nothing behind a verb says where, when or by whom, which would leave room for it elsewhere.
  private func isUnqualified(from verb: Word) -> Bool {
    guard let start = firstIndex(where: { $0.text.startIndex == verb.text.startIndex }) else { return false }
    for index in start..<count {
      if self[index].mark != nil || self[index].endsSentence { return true }
      guard index + 1 < count else { return true }
      let next = self[index + 1]
      let isAtOnce = next.core == "at" && index + 2 < count && self[index + 2].core == "once"
      if !isAtOnce, !next.traits.isDisjoint(with: [.preposition, .subordinator]) || next.core == "only" {
        return false
      }
    }
    return true
  }
}

/// What is put before the public, and how it is taken back: whoever may do neither must leave a wrong as it is.
private let undoings: [(Set<String>, Set<String>)] = [
  (
    ["posted", "published", "uploaded", "displayed", "shared", "shown", "released", "circulated"],
    ["removed", "deleted", "withdrawn", "erased", "retracted", "hidden"]
  )
]

/// Of two one has to be done.
private let alternatives: [(Set<String>, Set<String>)] = [
  (
    ["kept", "retained", "stored", "held", "keep", "retain", "store", "hold"],
    [
      "destroyed", "deleted", "discarded", "erased", "shredded", "disposed", "destroy", "delete", "discard", "erase",
      "shred", "dispose",
    ]
  ),
  (["disclosed", "disclose", "revealed", "reveal"], ["withheld", "withhold", "concealed", "conceal"]),
  (["included", "include"], ["omitted", "omit", "excluded", "exclude", "left"]),
  (["answered", "answer"], ["ignored", "ignore"]),
  (["reported", "report"], ["ignored", "ignore", "concealed", "conceal"]),
]
