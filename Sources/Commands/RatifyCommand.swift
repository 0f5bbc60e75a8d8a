import ArgumentParser
import PolicyLibrary
import PolicyModel

struct RatifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ratify",
    abstract:
      "Makes the draft an edition, or records that an edition was reviewed and stays as it is, or that its review is deferred.",
    usage: """
      clausebook ratify <address> --edition <edition> [--with-changes] --approved-by <body> --on <date> [--minute <reference>]
      clausebook ratify <address> --unchanged --approved-by <body> --on <date> [--minute <reference>]
      clausebook ratify <address> --defer-until <date> --approved-by <body> --on <date> [--minute <reference>]
      clausebook ratify <address> --edition <edition> --withdraw
      """,
    discussion: """
      The draft is checked first; nothing is written while there is an error in it. \
      A ratification that was interrupted is completed by giving the same command again.
      """)

  @Argument(
    help:
      "Which policy: organisation/policy; with --unchanged and --defer-until also which edition, the newest unless named."
  )
  var address: Address

  @Option(help: "The number of the new edition, such as 2.0.")
  var edition: Edition?

  @Flag(help: "Record that the draft was changed before it was approved: the edition says how.")
  var withChanges = false

  @Flag(help: "Record a review that changes nothing.")
  var unchanged = false

  @Option(
    help: ArgumentHelp(
      "Record that the review is deferred until a day: 2028-04-18, 2028-04 or 2028.", valueName: "date"))
  var deferUntil: PartialDate?

  @Flag(help: "Take back an edition whose ratification was interrupted.")
  var withdraw = false

  @Option(help: ArgumentHelp("Who decided.", valueName: "body"))
  var approvedBy: String?

  @Option(help: ArgumentHelp("When it was decided: 2024-04-18, 2024-04 or 2024.", valueName: "date"))
  var on: PartialDate?

  @Option(help: ArgumentHelp("The minute that records the decision.", valueName: "reference"))
  var minute: String?

  @OptionGroup var options: WorkspaceOptions

  func validate() throws { _ = try request() }

  func run() throws {
    let library = try options.library()
    switch try request() {
    case .withdrawal(let edition):
      let problems = try library.withdraw(edition, of: address)
      report(problems)
      if !problems.isEmpty { throw refusal(of: problems) }
      print("\(address.at(.edition(edition))) is taken back. The text is that of the draft.")
    case .ratification(let ratification):
      let result = try library.ratify(ratification)
      report(result.diagnostics)
      guard let decision = result.decision else {
        say("nothing was written")
        throw refusal(of: result.diagnostics)
      }
      print(decision)
    }
  }

  /// What the command line asks for.
  private enum Request {
    case ratification(Ratification)
    case withdrawal(Edition)
  }

  private func request() throws -> Request {
    let decisions = [edition != nil, unchanged, deferUntil != nil].count { $0 }
    guard decisions <= 1 else {
      throw ValidationError(
        "--edition ratifies a new text, --unchanged reviews an old one, --defer-until puts the review off: give one of them."
      )
    }
    guard decisions == 1 else {
      throw ValidationError(
        "Give --edition with a number to ratify the draft, --unchanged to record a review, or --defer-until to put one off."
      )
    }
    if let choice = address.choice, (edition == nil) == (choice == .draft) {
      throw ValidationError(
        edition == nil
          ? "A draft is not reviewed: name the policy alone, \(address.policyAddress)."
          : "--edition says which edition it becomes: name the policy alone, \(address.policyAddress).")
    }
    if withChanges, edition == nil { throw ValidationError("--with-changes goes with --edition.") }
    if withdraw {
      guard let edition, approvedBy == nil, on == nil, minute == nil, !withChanges else {
        throw ValidationError("--withdraw goes with --edition and nothing else.")
      }
      return .withdrawal(edition)
    }
    guard let approvedBy, let on else {
      throw ValidationError("Say who decided and when: --approved-by \"Full Governing Body\" --on 2024-04-18.")
    }
    guard approvedBy != "BODY", minute != "REFERENCE" else {
      throw ValidationError(
        "BODY and REFERENCE stand for your own words: write who decided, and the minute, or leave --minute out.")
    }
    guard on.earliest <= .today() else {
      throw ValidationError(
        "--on \(on) is in the future: a decision is recorded once it is taken. Look at the date again.")
    }
    guard let ratification = Ratification(kind, of: address, by: approvedBy, on: on, minute: minute) else {
      throw ValidationError("--approved-by and --minute need words.")
    }
    return .ratification(ratification)
  }

  private var kind: Ratification.Kind {
    if let edition { return .approval(of: edition, withChanges: withChanges) }
    return deferUntil.map { .deferral(of: address.edition, until: $0) } ?? .review(of: address.edition)
  }
}

extension Edition: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
