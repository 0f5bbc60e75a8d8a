import PolicyLibrary
import PolicyModel
import Testing

/// The specification of the source format, run.
@Suite struct PolicySpecTests {
  @Test(arguments: SpecExample.all)
  func example(_ example: SpecExample) throws {
    for check in example.checks {
      let answer = try answer(check.command, check.argument, in: example.files)
      #expect(
        answer == check.expected,
        """
        Spec/\(example.file):\(check.line): \(check.command) \(check.argument)
        expected:
        \(check.expected)
        got:
        \(answer)
        """)
    }
  }

  @Test(arguments: Rule.allCases)
  func ruleHasAnExample(_ rule: Rule) {
    let isShown = SpecExample.all.contains { example in
      example.checks.contains { $0.expected.contains("[\(rule.rawValue)]") }
    }
    // These need a disk, bytes or sizes that no example can write down; other tests of this target show them.
    let shownElsewhere: Set<Rule> = [
      .invalidUTF8, .controlCharacter, .fileTooLarge, .lineTooLong, .nestedTooDeep, .unreadableFile, .missingFile,
      .malformedName, .cannotFormat,
      .missingTemplate, .brokenTemplate,
    ]
    #expect(isShown || shownElsewhere.contains(rule), "no example shows [\(rule.rawValue)]")
  }

  private func answer(_ command: String, _ argument: String, in files: [String: String]) throws -> String {
    let library = SpecWorkspace.library(files)
    switch command {
    case "show", "origins":
      let resolution = try library.resolve(address(argument))
      let problems = resolution.diagnostics.map(\.description)
      guard let policy = resolution.resolved, problems.isEmpty else { return problems.joined(separator: "\n") }
      let lines = policy.shown(as: .text, provenance: command == "origins").split(separator: "\n")
      return lines.dropFirst(2).map(trimmedAtEnd).joined(separator: "\n")
    case "problems":
      return try library.resolve(address(argument)).diagnostics.map(\.description).joined(separator: "\n")
    case "verify":
      return try library.verify(address(argument)).map(\.description).joined(separator: "\n")
    case "format":
      let formatted = try library.format(argument)
      let text = formatted.text.map { String($0.dropLast()) }
      return text ?? formatted.diagnostics.map(\.description).joined(separator: "\n")
    default:
      throw UnknownCommand(name: command)
    }
  }

  private func address(_ text: String) throws -> Address {
    try #require(Address(text), "“\(text)” is not an address")
  }

  private func trimmedAtEnd(_ line: Substring) -> Substring {
    line.last == " " ? trimmedAtEnd(line.dropLast()) : line
  }

  private struct UnknownCommand: Error {
    let name: String
  }
}
