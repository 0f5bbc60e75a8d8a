import PolicyModel
import PolicySource
import Testing

/// What the fuzzers found, and every example of the specification: printed and read again a file says the same.
@Suite struct PrintingTests {
  @Test(arguments: SpecExample.all)
  func examplesOfTheSpecification(example: SpecExample) {
    for (path, text) in example.files where path.hasPrefix("Policies/") && path.hasSuffix(".md") { saysTheSame(text) }
  }

  @Test(arguments: ["a |", "|", "-|"])
  func barsThatMakeNoTable(sign: String) {
    let line = String(repeating: sign, count: 50)
    let text = "---\ntitle: Uniform\n---\n\n1. {#a} \(line)\n\(line)\n\n   \(line)\n   \(line)\n"
    #expect(parse(Array(text.utf8), path: "draft.md").diagnostics.isEmpty)
    saysTheSame(text)
  }

  private func saysTheSame(_ text: String) {
    let parsed = parse(Array(text.utf8), path: "draft.md")
    guard let file = parsed.value, !parsed.diagnostics.hasErrors else { return }
    let printed = file.canonicalSource
    let again = parse(Array(printed.utf8), path: "draft.md")
    #expect(again.value == file && !again.diagnostics.hasErrors, "\(printed)\n\(again.diagnostics)")
  }
}
