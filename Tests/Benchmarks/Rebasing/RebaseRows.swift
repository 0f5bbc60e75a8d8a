import Foundation

/// What taking forks to a new edition costs and asks beside a merge of the resolved texts, line by line.
struct RebaseRows {
  let rows: [Row]

  init(_ publisher: Publisher, repetitions: Int, in scratch: URL) throws {
    let forks = publisher.forks
    let outdated = try (0..<repetitions).map { _ in try publisher.outdated() }
    let folder = scratch.appendingPathComponent("merging")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let figures = try Figures(of: ["rebasing", "\(forks)", "\(repetitions)", folder.path])
    var (merging, starting): ([Double], [Double]) = ([], [])
    var conflicts = 0
    for repetition in 0..<repetitions {
      var (merge, start) = (0.0, 0.0)
      for fork in 0..<forks {
        let texts = ["ours", "base", "theirs"].map { "\(folder.path)/\(fork)-\($0).md" }
        // How it ends says how many conflicts there are.
        let cost = try ChildProcess(
          arguments: ["git", "merge-file", "-p"] + texts, accepted: 0...127
        ).run()
        merge += cost.processor
        if repetition == 0 { conflicts += Int(cost.status) }
        start += try ChildProcess(arguments: ["git", "--version"]).run().processor
      }
      merging.append(merge)
      starting.append(start)
    }
    func each(_ count: Double) -> Double { count / Double(forks) }
    let git = each(merging.median) * 1000
    let alone = each(max(merging.median - starting.median, 0)) * 1000
    rows = [
      .figure("`git merge-file` for one fork", git, "ms"),
      .figure("the same without the start of git", alone, "ms"),
      .figure("rebase a fork, inside the program", figures["rebase"], "ms"),
      .times("rebase a fork, set beside git", figures["rebase"] / git, of: "git", atMost: 0.5),
      .times(
        "rebase a fork, beside what git does once it runs", figures["rebase"] / alone, of: "that", atMost: 0.5),
      .times("rebase a fork, from text to text", figures["rebase-texts"] / git, of: "git", atMost: 0.5),
      .times("`clausebook outdated`", each(outdated.processor) * 1000 / git, of: "git"),
      .figure("memory for `clausebook outdated`", outdated.peak, "MB"),
      Row(
        what: "decisions asked for in one fork",
        measured: "\(each(figures["asked"]).shown); \(each(figures["overlapping"]).shown) true overlaps and "
          + "\(each(figures["touching"]).shown) changes side by side; git: \(each(Double(conflicts)).shown) conflicts",
        target: "the true overlaps", ratio: figures["asked"] / figures["overlapping"]),
      Row(
        what: "decisions asked for without need; overlaps not asked about; in all \(forks) forks",
        measured: "\(figures["asked-in-vain"].round); \(figures["not-asked"].round)", target: "0; 0",
        isMet: figures["asked-in-vain"] + figures["not-asked"] == 0),
    ]
  }
}
