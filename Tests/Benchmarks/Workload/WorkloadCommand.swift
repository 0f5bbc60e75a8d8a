import ArgumentParser
import Foundation

/// Writes the workload for other measuring tools.
struct WorkloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workload", abstract: "Writes a county's policy and so many schools that amend it, the same each time."
  )

  @Argument(help: "How many schools.") var forks: Int
  @Argument(help: "The folder, which is replaced.") var folder: String

  func run() throws {
    try Workspace.write(to: URL(fileURLWithPath: folder), forks: forks)
    print("\(forks) forks of \(County.first) in \(folder)")
  }
}
