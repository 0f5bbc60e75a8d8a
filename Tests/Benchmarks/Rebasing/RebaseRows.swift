import Foundation

/// What taking forks to a new edition costs and asks beside a merge of the resolved texts, line by line.
struct RebaseRows {
  let rows: [Row]

  init(forks: Int, repetitions: Int, in scratch: URL) throws {
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
    let wrong = figures["asked-wrongly"] + figures["not-asked"]
    rows = [
      .figure("`git merge-file` for one fork, processor time", git, "ms"),
      .figure("the same without the start of git", alone, "ms"),
      .figure("rebase a fork inside the program", figures["rebase"], "ms"),
      .times(
        "rebase a fork, from text to text", figures["rebase-texts"] / alone, of: "git without its start", atMost: 0.5),
      Row(
        what: "overlaps asked about in one fork",
        measured:
          "\(each(figures["asked"]).shown); \(each(figures["true"]).shown) are true; git: \(each(Double(conflicts)).shown)",
        target: "the true ones", isMet: wrong == 0, ratio: figures["asked"] / figures["true"]),
      Row(
        what: "overlaps asked about in vain, and not asked about, in all \(forks) forks",
        measured: "\(figures["asked-wrongly"].shown) and \(figures["not-asked"].shown)", target: "0 and 0",
        isMet: wrong == 0, ratio: wrong / figures["true"]),
    ]
  }
}
