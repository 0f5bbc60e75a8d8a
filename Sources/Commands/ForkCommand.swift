import ArgumentParser
import PolicyLibrary
import PolicyModel

struct ForkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fork",
    abstract: "Makes an organisation's own policy out of another's edition, and publishes it.",
    usage: """
      clausebook fork <base> --for <organisation> [--set <term=words> ...]
        [--name <name>] [--short <name>] [--kind <kind>]
        [--review-every <period>] [--as <policy>] [--no-publish]
      """,
    discussion: """
      The fork is a draft that amends the edition: it says only what differs. \
      On a terminal the command asks for what it needs; with --set, --name, --short, --kind or --review-every it asks \
      nothing: without --name the name is guessed from the folder, and a review cycle that the base does not lay down \
      stays open.

      The organisation's folder is made where there is none yet. Nothing that is there already is changed.
      """)

  @Argument(help: "Which text to amend: organisation/policy, or organisation/policy@1.0 for an older edition.")
  var base: Address

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Whose policy it becomes, by the name of the folder: hill-primary.", valueName: "organisation"))
  var organisation: String

  @Option(help: ArgumentHelp("The name in full of a new organisation: \"Hill Primary School\".", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Its name in short: \"the school\".", valueName: "name"))
  var short: String?

  @Option(help: ArgumentHelp("What it is: \(Organisation.Kind.choices).", valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp("How often the policy is reviewed: \"1 year\", \"18 months\".", valueName: "period"))
  var reviewEvery: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "What a term of the text stands for: clients=pupils, employer.short=\"the school\". May be given often.",
      valueName: "term=words"))
  var settings: [TermSetting] = []

  @Option(
    name: .customLong("as"), help: ArgumentHelp("The policy's folder, where not that of the base.", valueName: "policy")
  )
  var policyName: String?

  @Flag(name: .customLong("no-publish"), help: "Write the draft, but leave the published pages as they are.")
  var isLeftUnpublished = false

  @OptionGroup var options: WorkspaceOptions

  func validate() throws { _ = try request() }

  func run() async throws {
    let library = try options.library()
    var request = try request()
    if request.answers.isEmpty, Terminal.isConversation {
      let (plan, diagnostics) = try library.plan(request)
      guard let plan else { return try refuse(diagnostics) }
      request = try ForkDialogue.completed(plan)
    }
    let result = try library.fork(request)
    guard let fork = result.fork else { return try refuse(result.diagnostics) }
    report(result.diagnostics)
    print(fork)
    if !isLeftUnpublished { try await publish(request.policy, of: library) }
  }

  private func publish(_ policy: Address, of library: Library) async throws {
    print()
    Terminal.flush()
    do {
      // A site without duties, or with drafts, stays so.
      var request = try library.request(asPublishedTo: library.folder(PublishCommand.usualOutput))
      request.asAt = try PublishCommand.sourceDate()
      _ = try await PublishCommand.publish(request, of: library, to: PublishCommand.usualOutput)
    } catch {
      say("the draft of \(policy) stands; once this is mended, run “clausebook publish”")
      throw error
    }
    print("Published: \(PublishCommand.usualOutput)/\(policy)/draft.html")
  }

  private func refuse(_ diagnostics: [Diagnostic]) throws {
    report(diagnostics)
    say("nothing was written")
    throw refusal(of: diagnostics)
  }

  /// What the command line asks for.
  private func request() throws -> ForkRequest {
    let policyName = policyName ?? base.policy
    guard let policy = Address(organisation: organisation, policy: policyName) else {
      let malformed = Address(organisation: organisation, policy: base.policy) == nil ? organisation : policyName
      throw ValidationError(
        "“\(malformed)” cannot name a folder: write lower-case letters, digits and single hyphens, as in hill-primary.")
    }
    let given: [(key: ForkRequest.Key, words: String?)] =
      [(.name, name), (.shortName, short), (.kind, kind), (.reviewEvery, reviewEvery)]
      + settings.map { ($0.key, $0.words) }
    var answers: [ForkRequest.Key: String] = [:]
    for case (let key, let words?) in given {
      guard answers.updateValue(words, forKey: key) == nil else {
        throw ValidationError("\(key) is said twice: keep one of them.")
      }
    }
    return ForkRequest(base, into: policy, answers: answers)
  }
}

/// `clients=pupils`
struct TermSetting: ExpressibleByArgument {
  let key: ForkRequest.Key
  let words: String

  init?(argument: String) {
    let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
    guard halves.count == 2, let key = ForkRequest.Key(term: halves[0]) else { return nil }
    (self.key, words) = (key, halves[1])
  }
}
