import PolicyModel
import PolicySource
import Testing

/// What the fuzzers found, and every example of the specification: printed and read again a file says the same.
@Suite struct PrintingTests {
  @Test(arguments: SpecExample.all)
  func examplesOfTheSpecification(example: SpecExample) {
    for (path, text) in example.files where path.hasPrefix("Policies/") && path.hasSuffix(".md") { saysTheSame(text) }
  }

  private func saysTheSame(_ text: String) {
    let parsed = parse(Array(text.utf8), path: "draft.md")
    guard let file = parsed.value, !parsed.diagnostics.hasErrors else { return }
    let printed = file.canonicalSource
    let again = parse(Array(printed.utf8), path: "draft.md")
    #expect(again.value == file && !again.diagnostics.hasErrors, "\(printed)\n\(again.diagnostics)")
  }
}
