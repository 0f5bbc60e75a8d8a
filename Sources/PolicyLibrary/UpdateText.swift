import PolicyModel
import Publishing

extension Update: CustomStringConvertible {
  public var description: String { text(of: decisions) }

  /// What an update does, for a terminal: how many amendments meet the new edition in each way, then some of them in words.
  public func text(of shown: [Decision]) -> String {
    let shown = shown.filter { $0.decidedWith == nil }
    var lines = wrapped("\(address) takes \(to) in place of \(from).", first: "", rest: "", width: terminalWidth) + [""]
    for outcome in Decision.Outcome.allCases {
      guard let count = counts[outcome] else { continue }
      lines.append(String(count).padded(to: 4, atStart: true) + "  " + outcome.rawValue)
    }
    for outcome in Decision.Outcome.allCases.reversed() where outcome != .clean {
      for decision in shown where decision.outcome == outcome {
        lines += ["", title(of: decision)] + words(of: decision, width: terminalWidth)
      }
    }
    let clean = shown.filter { $0.outcome == .clean }
    if !clean.isEmpty {
      let places = clean.map(place).unique.joined(separator: ", ")
      lines += [""] + wrapped("Applies cleanly: \(places)", first: "", rest: "  ", width: terminalWidth)
    }
    return lines.joined(separator: "\n")
  }

  /// The same in one line, for one of many.
  public var summary: String {
    let parts = Decision.Outcome.allCases.compactMap { outcome in counts[outcome].map { "\($0) \(outcome.rawValue)" } }
    return "\(address) → \(to): " + (parts.isEmpty ? "no amendments" : parts.joined(separator: ", "))
  }

  /// Where an amendment is and how it meets the new edition.
  public func title(of decision: Decision) -> String {
    let limit =
      switch decision.choices.map(\.rawValue) {
      case let verdicts where verdicts.count == Decision.Choice.Verdict.allCases.count: ""
      case let verdicts where verdicts.count > 1: "; \(verdicts.inWords) are the only choices"
      case let verdicts: "; \(verdicts.inWords) is the only choice"
      }
    let choice = decision.choice.map { ", decided: \($0.verdict.rawValue)" } ?? limit
    let outcome =
      switch decision.outcome {
      case .bothChanged where decision.clause != nil: "both changed it"
      case .bothChanged where decision.ours == nil: "left out here, changed there"
      default: decision.outcome.rawValue
      }
    return "\(place(of: decision)): \(outcome)\(choice)"
  }

  /// What the texts say, each in a line of its own or several; ours and theirs are marked with what they change.
  public func words(of decision: Decision, width: Int) -> [String] {
    let nothing = "(nothing)"
    func changed(_ words: String) -> String {
      guard let base = decision.base, words != base else { return words }
      return markedWords(from: base, to: words)
    }
    let theirs = [decision.theirs.map(changed), decision.remark].compactMap { $0 }
    let texts = [
      ("Clause", decision.clause), ("Base", decision.base ?? nothing),
      ("Theirs", theirs.isEmpty ? nothing : theirs.joined(separator: " ")),
      ("Ours", decision.ours.map(changed) ?? nothing), ("Because", decision.isQuestion ? decision.reason : nil),
      ("Result", decision.isOpen ? nil : decision.result ?? nothing),
    ]
    return texts.flatMap { name, words -> [String] in
      guard let words else { return [] }
      let label = "  " + name + ":" + String(repeating: " ", count: 8 - name.count)
      let indent = String(repeating: " ", count: label.count)
      return words.split(separator: "\n").enumerated().flatMap { index, line in
        wrapped(String(line), first: index == 0 ? label : indent, rest: indent, width: width)
      }
    }
  }

  /// By number and identity, or by what the amendment is about; with the section where that is another now.
  private func place(of decision: Decision) -> String {
    let number = numbers[decision.amendment]
    let notes = [number.map { _ in decision.target }, parents[decision.amendment].map { "now in \($0)" }]
      .compactMap { $0 }.joined(separator: "; ")
    return (number ?? decision.target) + (notes.isEmpty ? "" : " (\(notes))")
  }
}
