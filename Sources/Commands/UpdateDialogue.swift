import PolicyLibrary
import PolicyModel

/// The conversation in which whoever updates a fork decides what is to be decided.
enum UpdateDialogue {
  /// The form with as many answers as were given; what was answered before is not asked again.
  static func completed(_ form: DecisionForm, of update: Update) -> DecisionForm {
    var form = form
    print(
      """

      adopt: the new base stands, our amendment goes; keep: our words stand; rewrite: other words do.
      Return leaves a question for later; Ctrl-D leaves all that follow.
      """)
    for index in form.entries.indices where form.entries[index].choice == nil {
      let decision = update.decisions[form.entries[index].amendment]
      print((["", update.title(of: decision)] + update.words(of: decision, width: 80)).joined(separator: "\n"))
      do {
        form.entries[index].choice = try choice(on: decision, form.entries[index])
      } catch {
        print()
        return form
      }
    }
    return form
  }

  private struct Stopped: Error {}

  /// Nil where the question is left for later; a reason that stands in the form already is not asked again.
  private static func choice(on decision: Decision, _ entry: DecisionForm.Entry) throws -> Decision.Choice? {
    while true {
      guard let word = try answer(decision.choices.map(\.rawValue).asChoice) else { return nil }
      guard let verdict = Decision.Choice.Verdict(rawValue: word.lowercased()), decision.choices.contains(verdict)
      else {
        say("“\(word)” is no answer here")
        continue
      }
      var wording: String?
      if verdict == .rewrite {
        guard let words = try answer("The words") else { continue }
        wording = words
      }
      var reason: String?
      if let known = entry.reason {
        print("Why: \(known.plain)")
      } else {
        let standing = verdict == .keep ? decision.reason : nil
        reason = try answer(standing.map { "Why [\($0)]" } ?? "Why")
        if reason == nil, standing == nil { continue }
      }
      let (choice, problems) = entry.choice(verdict, because: reason, wording: wording)
      report(problems)
      if let choice { return choice }
    }
  }

  /// Nil where nothing is typed.
  private static func answer(_ question: String) throws -> String? {
    print(question, terminator: ": ")
    Terminal.flush()
    guard let line = readLine() else { throw Stopped() }
    return line.allSatisfy(\.isWhitespace) ? nil : line
  }
}
