import Amending
import ArgumentParser
import Foundation
import PolicyModel
import PolicySource

/// Takes forks to the county's second edition, and writes their resolved texts for other programs to merge.
struct RebasingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebasing", abstract: "Measures taking forks to a new edition, times in milliseconds for one fork.")

  @Argument(help: "How many forks.") var forks: Int
  @Argument(help: "How many repetitions.") var repetitions: Int
  @Argument(help: "Where to write base, ours and theirs of each fork.") var folder: String

  func run() throws {
    let county = County()
    let (old, new) = (Edition("1.0")!, Edition("2.0")!)
    let before = county.level(county.outline, old)
    let after = county.level(county.next.outline, new)
    let schools = (0..<forks).map { School($0, amending: county.outline) }
    let drafts = schools.map { Array($0.file(amending: County.first).canonicalSource.utf8) }
    let files = drafts.map { PolicySource.parse($0, path: "draft.md").value! }
    let amendments = files.map(\.amendments)
    let (oldPolicy, newPolicy) = (resolve([before]).policy!, resolve([after]).policy!)

    var figures = Figures()
    func milliseconds(_ work: () -> Void) -> Double {
      (0..<repetitions).map { _ in processorTime(work) }.median * 1000 / Double(forks)
    }
    var rebased: [Rebased] = []
    figures["rebase"] = milliseconds {
      let change = BaseChange(from: oldPolicy, to: newPolicy)
      rebased = amendments.map { rebase($0, over: change) }
    }
    figures["rebase-texts"] = milliseconds {
      let change = BaseChange(from: oldPolicy, to: newPolicy)
      for draft in drafts {
        var file = PolicySource.parse(draft, path: "draft.md").value!
        let taken = rebase(file.amendments, over: change).amendments
        file.body = .instrument(Instrument(base: County.second, amendments: taken))
        consume(file.canonicalSource)
      }
    }
    for (school, rebased) in zip(schools, rebased) {
      // The first amendment fills the term.
      for (act, decision) in zip(school.acts, rebased.decisions.dropFirst()) {
        let (isAsked, meeting) = (decision.outcome.needsChoice, act.meeting(county.next.changes))
        figures["asked", default: 0] += isAsked ? 1 : 0
        figures["touching", default: 0] += meeting == .touching ? 1 : 0
        figures["overlapping", default: 0] += meeting == .overlapping ? 1 : 0
        figures["asked-in-vain", default: 0] += isAsked && meeting == .apart ? 1 : 0
        figures["not-asked", default: 0] += !isAsked && meeting == .overlapping ? 1 : 0
      }
    }
    for (index, (school, file)) in zip(schools, files).enumerated() {
      let fork = school.level(file)
      let filled = school.level(
        PolicyFile(.instrument(Instrument(base: County.first, amendments: [file.amendments[0]]))))
      for (name, chain) in [("base", [before, filled]), ("ours", [before, fork]), ("theirs", [after, filled])] {
        let text = resolve(chain).resolved!.markdown
        try text.write(toFile: "\(folder)/\(index)-\(name).md", atomically: false, encoding: .utf8)
      }
    }
    figures.show()
  }
}

extension Figures {
  fileprivate subscript(name: String, default other: Double) -> Double {
    get { self[name].isNaN ? other : self[name] }
    set { self[name] = newValue }
  }
}

extension PolicyFile {
  var amendments: [Amendment] {
    if case .instrument(let instrument) = body { instrument.amendments } else { [] }
  }
}

extension County {
  /// An edition, read from its text as it would be from its file.
  func level(_ outline: Outline, _ edition: Edition) -> Level {
    let file = PolicyFile(.policy(outline.policy), edition: edition, organisation: County.organisation)
    let text = PolicySource.parse(Array(file.canonicalSource.utf8), path: "\(edition).md")
    return Level(
      address: County.address.at(.edition(edition)), file: text.value!, sourceMap: text.sourceMap,
      organisation: County.organisation)
  }
}

extension School {
  func level(_ file: PolicyFile) -> Level {
    Level(
      address: Address(organisation: folder, policy: County.policy, choice: .draft)!, file: file,
      organisation: organisation)
  }
}
