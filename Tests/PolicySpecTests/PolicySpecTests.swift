import Foundation
import PolicyLibrary
import PolicyModel
import Testing

/// The specification of the source format, run.
@Suite struct PolicySpecTests {
  @Test(arguments: SpecExample.all)
  func example(_ example: SpecExample) async throws {
    let files = SpecWorkspace.fileSystem(example.files)
    for check in example.checks {
      if check.command == "write" {
        try files.write(Array((check.expected + "\n").utf8), to: "/" + check.argument)
        continue
      }
      let answer = try await answer(check.command, check.argument, in: files)
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
      .invalidUTF8, .fileTooLarge, .lineTooLong, .nestedTooDeep, .unreadableFile, .missingFile,
      .malformedName, .changedFile, .cannotFormat, .longChain,
      .missingTemplate, .brokenTemplate,
    ]
    #expect(isShown || shownElsewhere.contains(rule), "no example shows [\(rule.rawValue)]")
  }

  private func answer(_ command: String, _ argument: String, in files: MemoryFileSystem) async throws -> String {
    let library = Library(root: "", files: files)
    switch command {
    case "show", "origins":
      let (address, choices) = try chosen(TypedCommand(argument), in: library)
      let resolution = try address.map { try library.resolve($0) }
      let problems = (choices + (resolution?.diagnostics ?? [])).map(\.description)
      guard let policy = resolution?.resolved, !choices.hasErrors, resolution?.diagnostics.isEmpty == true else {
        return problems.joined(separator: "\n")
      }
      let lines = policy.shown(as: .text, provenance: command == "origins").split(separator: "\n")
      return (problems + [lines.dropFirst(2).map(trimmedAtEnd).joined(separator: "\n")]).joined(separator: "\n")
    case "ratify":
      let before = files.everything
      let (answer, isRefused) = try ratify(TypedCommand(argument), in: library)
      if isRefused { #expect(files.everything == before, "a refusal wrote something") }
      return answer
    case "fork":
      let before = files.everything
      let report = try library.fork(forkRequest(TypedCommand(argument)))
      if report.isRefused { #expect(files.everything == before, "a refusal wrote something") }
      return (report.diagnostics.map(\.description) + (report.fork.map { [$0.description] } ?? []))
        .joined(separator: "\n")
    case "update":
      return try update(TypedCommand(argument), in: library, files)
    case "outdated":
      let (forks, problems) = try await library.outdated()
      return (problems.map(\.description) + [forks.text(isWhole: !problems.hasErrors)]).joined(separator: "\n")
    case "file":
      return files.everything["/" + argument].map { String(decoding: $0, as: UTF8.self) }.map { String($0.dropLast()) }
        ?? "is not there"
    case "compare":
      let parts = argument.split(separator: " ").map { String($0) }
      let (redline, problems) = try library.compare(address(parts[0]), address(parts[1]))
      guard let redline else { return problems.map(\.description).joined(separator: "\n") }
      // The head names the texts, the counts are shown by the transcripts.
      let changes = redline.terminalText().components(separatedBy: "\n\n").dropFirst(2)
      return changes.joined(separator: "\n\n")
    case "duties":
      guard let policy = try library.resolve(address(argument)).resolved else { return "does not resolve" }
      return policy.duties(as: .text).split(separator: "\n").dropFirst(2).joined(separator: "\n")
    case "problems":
      return try library.resolve(address(argument)).diagnostics.map(\.description).joined(separator: "\n")
    case "verify":
      return try library.verify(address(argument)).map(\.description).joined(separator: "\n")
    case "adopt":
      let before = files.everything
      let line = TypedCommand(argument)
      let (answer, isRefused) = try adopt(line, in: library)
      if isRefused { #expect(files.everything == before, "a refusal wrote something") }
      return answer
    case "status":
      let options = TypedCommand("all " + argument).options
      let day = try #require(PartialDate(options["as-at"] ?? ""))
      let days = options["due"].flatMap { Int($0.dropLast()) } ?? PolicyRegister.usualDueDays
      let (register, problems) = try await library.status(asAt: day, dueDays: days)
      return (problems.map(\.description) + [String(register.printed(as: .table).dropLast())]).joined(separator: "\n")
    case "check":
      let typed = TypedCommand(argument)
      let day = try #require(PartialDate(typed.options["as-at"] ?? "2026-11-21"))
      let addresses = try ([typed.address] + typed.others).map(address)
      return try await library.check(addresses, asAt: day).findings.map(\.diagnostic.description).joined(
        separator: "\n")
    case "format":
      let formatted = try library.format(argument)
      let text = formatted.text.map { String($0.dropLast()) }
      return text ?? formatted.diagnostics.map(\.description).joined(separator: "\n")
    default:
      throw UnknownCommand(name: command)
    }
  }

  /// A command line as a person would type it, without quotation marks: an option takes all words up to the next.
  private struct TypedCommand {
    var address = ""
    /// The addresses behind the first.
    var others: [String] = []
    var options: [String: String] = [:]
    /// What follows each `--set`, in their order.
    var settings: [String] = []

    init(_ words: String) {
      for part in words.split(separator: " --") {
        let halves = part.split(separator: " ", maxSplits: 1).map { String($0) }
        let words = halves.count > 1 ? halves[1] : ""
        if address.isEmpty {
          address = halves[0]
          others = words.split(separator: " ").map { String($0) }
        } else if halves[0] == "set" {
          settings.append(words)
        } else {
          options[halves[0]] = words
        }
      }
    }
  }

  private func chosen(_ line: TypedCommand, in library: Library) throws -> (Address?, [Diagnostic]) {
    guard let date = line.options["as-at"] else { return (try address(line.address), []) }
    return try library.edition(of: address(line.address), asAt: #require(PartialDate(date)))
  }

  private func forkRequest(_ line: TypedCommand) throws -> ForkRequest {
    let base = try address(line.address)
    let policy = Address(organisation: line.options["for"] ?? "", policy: line.options["as"] ?? base.policy)
    var answers: [ForkRequest.Key: String] = [:]
    for (name, key) in [
      ("name", ForkRequest.Key.name), ("short", .shortName), ("kind", .kind), ("review-every", .reviewEvery),
    ] { answers[key] = line.options[name] }
    for setting in line.settings {
      let halves = setting.split(separator: "=", maxSplits: 1).map { String($0) }
      answers[try #require(ForkRequest.Key(term: halves[0]))] = halves.count > 1 ? halves[1] : ""
    }
    return ForkRequest(base, into: try #require(policy), answers: answers)
  }

  private func ratify(_ line: TypedCommand, in library: Library) throws -> (answer: String, isRefused: Bool) {
    let address = try address(line.address)
    let edition = try line.options["edition"].map { try #require(Edition($0)) }
    if line.options["withdraw"] != nil {
      let problems = try library.withdraw(#require(edition), of: address)
      return (problems.map(\.description).joined(separator: "\n"), !problems.isEmpty)
    }
    let until = try line.options["defer-until"].map { try #require(PartialDate($0)) }
    let ratification = Ratification(
      edition.map { .approval(of: $0, withChanges: line.options["with-changes"] != nil) }
        ?? until.map { .deferral(of: address.edition, until: $0) } ?? .review(of: address.edition), of: address,
      by: line.options["approved-by"] ?? "", on: try #require(PartialDate(line.options["on"] ?? "")),
      minute: line.options["minute"])
    let report = try library.ratify(#require(ratification))
    let lines = report.diagnostics.map(\.description) + (report.decision.map { [$0.description] } ?? [])
    return (lines.joined(separator: "\n"), report.isRefused)
  }

  private func update(_ line: TypedCommand, in library: Library, _ files: MemoryFileSystem) throws -> String {
    let address = try address(line.address)
    if line.options["dry-run"] != nil {
      let (updates, problems) = try library.prospect(of: address, to: line.options["to"].flatMap { TextChoice($0) })
      return (updates.map(\.description) + (problems + updates.flatMap(\.problems)).map(\.description))
        .joined(separator: "\n\n")
    }
    let form = line.options["decide"].map { library.decisionForm(at: "/" + $0, called: $0) }
    let before = files.everything
    let report = try library.update(address, to: line.options["to"].flatMap { Edition($0) }, deciding: form)
    if report.isRefused { #expect(files.everything == before, "a refusal wrote something") }
    let told = report.isRefused || form != nil ? [] : [report.update?.description].compactMap { $0 }
    return (told + report.diagnostics.map(\.description) + [report.sentence].compactMap { $0 }).joined(separator: "\n")
  }

  private func adopt(_ line: TypedCommand, in library: Library) throws -> (answer: String, isRefused: Bool) {
    let file = "/" + line.address
    guard let base = line.options["amends"] else {
      let report = try library.parents(of: file)
      return (
        report.candidates.isEmpty ? report.diagnostics.map(\.description).joined(separator: "\n") : report.text, true
      )
    }
    let report =
      try line.options["for"].map { try library.adopt(file, amending: address(base), writingFor: $0) }
      ?? library.adopt(file, amending: address(base))
    let problems = report.diagnostics.map(\.description)
    let result = report.path == nil ? report.source.map { String($0.dropLast()) } : report.summary
    return ((problems + [result].compactMap { $0 }).joined(separator: "\n"), report.path == nil)
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
