import ArgumentParser
import Glibc
import PolicyLibrary

/// The command `clausebook` with all its subcommands.
public struct Clausebook: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "clausebook",
    abstract: "Keeps policies as clauses, lets one policy inherit from another, and publishes them.",
    discussion: """
      ADDRESS is organisation/policy, with @1.0 or @draft to choose a text: escc/social-media@1.0. \
      Without it the newest ratified edition is meant, or the draft where there is none yet.
      Exit codes: 0 clean, 1 findings, 2 misuse or failure.
      """,
    subcommands: [
      PublishCommand.self, ShowCommand.self, CompareCommand.self, CheckCommand.self, StatusCommand.self,
      ReviewCommand.self, ForkCommand.self, OutdatedCommand.self, UpdateCommand.self, AdoptCommand.self,
      RatifyCommand.self,
      VerifyCommand.self, FormatCommand.self,
    ])

  public init() {}

  /// Does what the command line says and ends the program with its exit code.
  ///
  /// On the main thread: most commands need no other, and starting some takes longer than printing the help.
  @MainActor public static func run() async {
    Terminal.holdStreams()
    do {
      try await obey()
      if Terminal.hasLost { throw Failure(lost) }
    } catch let failure as Failure {
      say("error: \(failure)")
      Glibc.exit(2)
    } catch let failure as FileFailure {
      say("error: \(failure)")
      Glibc.exit(2)
    } catch {
      let code = exitCode(for: error)
      if code != .validationFailure, !Terminal.hasLost { exit(withError: error) }
      say(code == .validationFailure ? fullMessage(for: error) : "error: \(lost)")
      Glibc.exit(2)
    }
  }

  private static let lost =
    """
    not all of the result could be written: the disk is full, or standard output is closed; write it elsewhere. \
    What the command changed in files stands.
    """

  @MainActor private static func obey() async throws {
    // Parsing takes longer than all of the help, which needs nothing parsed.
    if [["--help"], ["-h"]].contains(Array(CommandLine.arguments.dropFirst())) { return print(helpMessage()) }
    var command = try parseAsRoot()
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      try command.run()
    }
  }
}
