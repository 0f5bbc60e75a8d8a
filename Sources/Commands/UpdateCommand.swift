import ArgumentParser
import FoundationEssentials
import PolicyLibrary
import PolicyModel

struct UpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract:
      "Takes forks to the newest edition of their base: each amendment stays, is merged, or is put to a decision.",
    discussion: """
      The result is a new draft; ratified editions stay as they are. Where something must be decided, it is asked on a \
      terminal; else a form is written beside the draft, to be filled in and given back with --decide.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The policy to update, organisation/policy; every fork that is behind unless named.")
  var address: Address?

  @Option(
    help: ArgumentHelp(
      "The edition of the base to take, or draft to look ahead; else the newest.", valueName: "edition"))
  var to: TextChoice?

  @Option(help: ArgumentHelp("A form of decisions that is filled in.", valueName: "file"))
  var decide: String?

  @Flag(help: "Say what would be done, for the bases above as well, and write nothing.")
  var dryRun = false

  @Option(help: "How to print it.")
  var format: Format = .text

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    if let address, address.choice != nil {
      throw ValidationError("What is updated is the working text: name the policy alone, \(address.policyAddress).")
    }
    if address == nil, to != nil || decide != nil { throw ValidationError("--to and --decide need a policy.") }
    if dryRun, decide != nil { throw ValidationError("--dry-run takes no decisions: leave --decide out.") }
    if to == .draft, !dryRun { throw ValidationError("No edition can rest on a draft: --to draft needs --dry-run.") }
  }

  func run() async throws {
    let library = try options.library()
    switch (address, dryRun) {
    case (let policy?, true):
      let (updates, diagnostics) = try library.prospect(of: policy, to: to)
      let base = to == nil ? "the newest edition" : "that text"
      try tell(updates, diagnostics, none: "\(policy) rests on \(base) of its base.")
    case (nil, true):
      let (updates, diagnostics) = try await withProgress { try await library.prospects(progress: $0) }
      try tell(updates, diagnostics, none: "Every fork rests on the newest edition of its base.")
    case (let policy?, false): try update(policy, in: library)
    case (nil, false): try await updateAll(in: library)
    }
  }

  /// Says what was done, where the result is read by a program beside it.
  private func tell(_ sentence: String) {
    switch format {
    case .text: print(sentence)
    case .json: say(sentence)
    }
  }

  private func show(_ updates: [Update]) {
    updates.writeJSON { print($0, terminator: "") }
    print()
  }

  /// Says what updates would do.
  private func tell(_ updates: [Update], _ diagnostics: [Diagnostic], none: String) throws {
    report(diagnostics)
    switch format {
    case .json: show(updates)
    case .text where updates.isEmpty && diagnostics.hasErrors: break
    case .text: print(updates.isEmpty ? none : updates.map(\.description).joined(separator: "\n\n"))
    }
    for update in updates { report(update.problems) }
    guard !diagnostics.hasErrors else { throw refusal(of: diagnostics) }
    guard updates.allSatisfy({ $0.open.isEmpty && !$0.problems.hasErrors }) else { throw ExitCode(1) }
  }

  private func update(_ policy: Address, in library: Library) throws {
    let form = decide.map {
      library.decisionForm(at: URL(fileURLWithPath: $0).standardizedFileURL.path, called: $0)
    }
    var result = try library.update(policy, to: to?.edition, deciding: form)
    if format == .json, !result.isRefused { show(result.update.map { [$0] } ?? []) }
    if format == .text, !result.isRefused, let update = result.update {
      let isAsked = form == nil && Terminal.isConversation && !update.open.isEmpty
      print(update.text(of: isAsked ? update.decisions.filter { !$0.isOpen } : update.decisions))
      if isAsked { result = try ask(update, in: library) }
    }
    report(result.diagnostics)
    if let sentence = result.sentence { tell(sentence) }
    if case .current = result.outcome, let above = try library.prospect(of: policy, to: to).updates.first {
      tell(
        above.address.policyAddress == policy
          ? "\(above.to) is not ratified yet; --dry-run looks ahead."
          : "\(above.address) is behind \(above.to): it is updated and ratified first; --dry-run looks ahead.")
    }
    guard result.isFinished else { throw refusal(of: result.diagnostics) }
  }

  /// Lets the form be filled in by whoever sits at the terminal.
  private func ask(_ update: Update, in library: Library) throws -> UpdateReport {
    let form = library.decisionForm(of: update)
    if let begun = form.value, !form.diagnostics.hasErrors,
      begun.entries.allSatisfy({ update.decisions.indices.contains($0.amendment) })
    {
      try library.keep(UpdateDialogue.completed(begun, of: update), of: update)
    }
    return try library.update(
      update.address.policyAddress, to: to?.edition, deciding: library.decisionForm(of: update))
  }

  private func updateAll(in library: Library) async throws {
    let (reports, diagnostics, failure) = try await withProgress { try await library.updateAll(progress: $0) }
    report(diagnostics + reports.flatMap(\.diagnostics))
    switch format {
    case .json: show(reports.compactMap(\.update))
    case .text:
      for report in reports {
        if let update = report.update, let sentence = report.sentence { print("\(update.summary)\n  \(sentence)") }
      }
    }
    tell(reports.total)
    if let failure { throw failure }
    guard reports.allSatisfy(\.isFinished), !diagnostics.hasErrors else { throw ExitCode(1) }
  }
}

extension TextChoice: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
