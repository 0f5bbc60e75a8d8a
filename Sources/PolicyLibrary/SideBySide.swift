import PolicyModel

/// Does the same work on many things, sixteen of them begun at a time: the one place of concurrency.
///
/// - Parameter progress: told how many are done of how many.
/// - Returns: what came of each, in the order of the things.
func sideBySide<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], progress: @Sendable (Int, Int) -> Void = { _, _ in },
  _ work: @escaping @Sendable (Input) throws -> Output
) async throws -> [Output] {
  try await withThrowingTaskGroup(of: (Int, Output).self) { group in
    var outputs = [Output?](repeating: nil, count: inputs.count)
    var next = 0
    func startNext() {
      guard next < inputs.count else { return }
      let (index, input) = (next, inputs[next])
      group.addTask { (index, try work(input)) }
      next += 1
    }
    // No fewer than most machines have cores, yet few enough to hold in memory.
    for _ in 0..<16 { startNext() }
    var done = 0
    while let (index, output) = try await group.next() {
      outputs[index] = output
      done += 1
      progress(done, inputs.count)
      startNext()
    }
    return outputs.compactMap { $0 }
  }
}

extension Library {
  /// Does the same work for every policy, side by side.
  ///
  /// - Parameters:
  ///   - progress: told how many policies are done of how many.
  ///   - work: given the policy, and a library that remembers its texts no longer than that.
  /// - Returns: what came of each, and what does not belong among the policies.
  func forEveryPolicy<Answer: Sendable>(
    progress: @Sendable (Int, Int) -> Void, _ work: @escaping @Sendable (Library, Address) throws -> Answer
  ) async throws -> (answers: [Answer], strays: [Diagnostic]) {
    let (policies, strays) = try policies()
    return (try await sideBySide(policies, progress: progress) { try work(focused(on: $0), $0) }, strays)
  }
}
