import PolicyLibrary

/// The conversation in which whoever forks a policy is asked what is not known.
enum ForkDialogue {
  /// What is asked for once every question is answered, one on each line.
  static func completed(_ plan: ForkPlan) throws -> ForkRequest {
    var plan = plan
    print(
      """
      \(plan.request.policy) is to amend \(plan.base).
      Return takes the words in brackets; Ctrl-D stops, and nothing is written.
      """)
    while let question = plan.questions.first {
      print(question.words, terminator: question.preset.map { " [\($0)]: " } ?? ": ")
      Terminal.flush()
      guard let line = readLine() else {
        print()
        throw Failure("stopped before the last question; nothing was written")
      }
      let isTaken = line.allSatisfy(\.isWhitespace)
      guard let answer = isTaken ? question.preset : line else {
        say("this needs an answer")
        continue
      }
      if let refusal = plan.answer(question.key, answer) { report([refusal]) }
    }
    print()
    return plan.request
  }
}
