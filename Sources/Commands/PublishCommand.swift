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

  @Argument(help: "Which policies, organisation/policy; all of them unless named.")
  var addresses: [Address] = []

  @Option(help: ArgumentHelp("The folder to write into, from the workspace.", valueName: "dir"))
  var output = PublishCommand.usualOutput

  @Option(help: "What to write, with commas between: md, html.")
  var format: FormatList = FormatList()

  @Option(
    help: ArgumentHelp(
      "What to write beside each document, with commas between: changes, variations, duties; or none.",
      valueName: "companions"))
  var with = CompanionList()

  @Option(
    help: ArgumentHelp("Which part of the policies to publish: 2/8 is the second of eight.", valueName: "part"))
  var shard: PublishRequest.Shard?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The folders into which all parts were published, to make one of them.", valueName: "dirs"))
  var join: [String] = []

  @Option(
    help: ArgumentHelp(
      "The day by which reviews are due, such as 2024-04-18; the newest in the ledgers unless given.",
      valueName: "date"))
  var asAt: PartialDate?

  @Flag(help: "Publish drafts beside editions.")
  var drafts = false

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    guard shard != nil, let library = try? options.library() else { return }
    let folders = [output, PublishCommand.usualOutput].map { LocalFileSystem().resolved(library.folder($0)) }
    if folders[0] == folders[1] {
      throw ValidationError("A part would take the place of the whole: name a folder for it with --output.")
    }
  }

  func run() async throws {
    let library = try options.library()
    let request = PublishRequest(
      addresses: addresses, formats: format.formats, companions: with.companions, includesDrafts: drafts,
      asAt: try asAt ?? PublishCommand.sourceDate(), shard: shard, parts: join.map(library.folder))
    let result = try await PublishCommand.publish(request, of: library, to: output)
    let documents = "\(result.documents) document\(result.documents == 1 ? "" : "s") in \(result.files) files"
    let anew =
      result.rendered == result.files ? "" : ", \(result.rendered == 0 ? "none" : "\(result.rendered)") made anew"
    print("\(documents)\(anew): \(output)/\(shard == nil ? "index.html" : "policies.json")")
  }

  /// Publishes, or says why not.
  ///
  /// - Throws: what stands in the way, once it is said.
  static func publish(_ request: PublishRequest, of library: Library, to output: String) async throws -> PublishReport {
    let folder = library.folder(output)
    let result = try await withProgress { try await library.publish(request, to: folder, progress: $0) }
    report(result.diagnostics)
    for part in result.uselessParts {
      let name = part.hasPrefix(library.root + "/") ? String(part.dropFirst(library.root.count + 1)) : part
      say("\(name) holds nothing made of these policies by this clausebook: all of its part was made here")
    }
    if result.isRefused {
      say("nothing was published; \(output) is as it was")
      throw refusal(of: result.diagnostics)
    }
    return result
  }

  /// Where publishing writes unless told.
  static let usualOutput = "Output"

  /// The day of SOURCE_DATE_EPOCH, by which builds that must be repeatable are dated.
  static func sourceDate() throws -> PartialDate? {
    guard let written = Terminal.environment("SOURCE_DATE_EPOCH"), !written.isEmpty else { return nil }
    guard let seconds = Int(written), let day = PartialDate(daysSince1970: seconds / 86_400) else {
      throw ValidationError(
        "SOURCE_DATE_EPOCH is “\(written)”: write it as a number of seconds since 1970, or unset it.")
    }
    return day
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

/// `changes,duties` or `none`
struct CompanionList: ExpressibleByArgument {
  var companions = Set(PublishRequest.Companion.allCases)

  init() {}

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { PublishRequest.Companion(rawValue: String($0)) }
    guard argument == "none" || !parts.isEmpty && !parts.contains(nil) else { return nil }
    companions = Set(parts.compactMap { $0 })
  }

  var defaultValueDescription: String { "changes,variations,duties" }
}

extension PublishRequest.Shard: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
