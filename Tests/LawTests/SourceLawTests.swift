import PolicyModel
import PolicySource
import Testing

/// The laws of the source format, on random policies and instruments.
@Suite struct SourceLawTests {
  @Test(arguments: Laws.seeds)
  func parsingWhatIsPrintedGivesTheSamePolicy(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<Laws.cases {
      let file = PolicyFile(.policy(generator.policy()), edition: Edition("1.0"))
      guard holds(file, seed: seed, number: number) else { return }
    }
  }

  @Test(arguments: Laws.seeds)
  func parsingWhatIsPrintedGivesTheSameInstrument(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<Laws.cases {
      let file = PolicyFile(.instrument(generator.instrument()), edition: Edition("1.0"))
      guard holds(file, seed: seed, number: number) else { return }
    }
  }

  /// Stops at the first file for which the law fails, so that its message can be read.
  private func holds(_ file: PolicyFile, seed: UInt64, number: Int) -> Bool {
    let source = file.canonicalSource
    let parsed = parse(Array(source.utf8), path: "draft.md")
    let again = parsed.value?.canonicalSource
    #expect(
      parsed.value == file && parsed.diagnostics.isEmpty,
      """
      seed \(seed), case \(number)
      \(parsed.diagnostics.map(\.description).joined(separator: "\n"))
      \(source)
      which reads as
      \(again ?? "nothing")
      """)
    return parsed.value == file
  }
}
