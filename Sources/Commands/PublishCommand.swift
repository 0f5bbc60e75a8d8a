import ArgumentParser
import PolicyLibrary
import PolicyModel

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Writes every policy as a Markdown and an HTML document, with a register of them all.",
    discussion: """
      The output folder is replaced in one step: a failure leaves it as it was. \
      Files in it that clausebook did not write stay where they are.
      """)

  @Argument(help: "Which policies; all of them unless named.")
  var addresses: [Address] = []

  @Option(help: ArgumentHelp("The folder to write into, from the workspace.", valueName: "dir"))
  var output = PublishCommand.usualOutput

  @Option(help: "What to write, with commas between: md, html.")
  var format: FormatList = FormatList()

  @Option(
    help: ArgumentHelp("The day by which reviews are due; the newest in the ledgers unless given.", valueName: "date"))
  var asAt: PartialDate?

  @Flag(help: "Publish drafts beside editions.")
  var drafts = false

  @OptionGroup var options: WorkspaceOptions

  func run() async throws {
    let request = PublishRequest(
      addresses: addresses, formats: format.formats, includesDrafts: drafts, asAt: asAt ?? PublishCommand.sourceDate)
    let result = try await PublishCommand.publish(request, of: options.library(), to: output)
    print(
      "\(result.documents) document\(result.documents == 1 ? "" : "s") in \(result.files) files: \(output)/index.html")
  }

  /// Publishes, or says why not.
  ///
  /// - Throws: what stands in the way, once it is said.
  static func publish(_ request: PublishRequest, of library: Library, to output: String) async throws -> PublishReport {
    let folder = output.hasPrefix("/") ? output : library.root + "/" + output
    let progress = Progress()
    defer { progress.finish() }
    let result = try await library.publish(request, to: folder) { progress.show($0, of: $1) }
    progress.finish()
    report(result.diagnostics)
    if result.isRefused {
      say("nothing was published; \(output) is as it was")
      throw refusal(of: result.diagnostics)
    }
    return result
  }

  /// Where publishing writes unless told.
  static let usualOutput = "Output"

  /// The day of SOURCE_DATE_EPOCH, by which builds that must be repeatable are dated.
  static var sourceDate: PartialDate? {
    guard let written = Terminal.environment("SOURCE_DATE_EPOCH"), let seconds = Int(written) else {
      return nil
    }
    return PartialDate(daysSince1970: seconds / 86_400)
  }
}

/// `md,html`
struct FormatList: ExpressibleByArgument {
  var formats = Set(PublishRequest.Format.allCases)

  init() {}

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { PublishRequest.Format(rawValue: String($0)) }
    guard !parts.isEmpty, !parts.contains(nil) else { return nil }
    formats = Set(parts.compactMap { $0 })
  }

  var defaultValueDescription: String { "md,html" }
}

extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
