import Amending
import ArgumentParser
import Checking
import PolicyLibrary
import PolicyModel
import PolicySource
import Publishing
import Reading

/// Measures the passes one by one.
struct PartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parts", abstract: "Measures each pass by itself, times in milliseconds for one fork.")

  @Argument(help: "How many forks.") var forks: Int
  @Argument(help: "How many repetitions.") var repetitions: Int

  func run() {
    let county = County()
    let base = county.level(county.outline, Edition("1.0")!)
    let baseSource = Array(base.file.canonicalSource.utf8)
    let schools = (0..<forks).map { School($0, amending: county.outline) }
    let drafts = schools.map { Array($0.file(amending: County.first).canonicalSource.utf8) }
    let levels = zip(schools, drafts).map { $0.level(PolicySource.parse($1, path: "draft.md").value!) }
    let resolutions = levels.map { resolve([base, $0]) }
    let old = resolve([base])
    let change = BaseChange(
      from: old.policy!, to: resolve([county.level(county.next.outline, Edition("2.0")!)]).policy!)
    let register = Library(root: Workspace.repository.path).register().register
    let finder = CitationFinder(register)
    let wrongYears = WrongYears(register)
    let date = PartialDate(year: 2026, month: 5, day: 1)!
    func checked(_ file: PolicyFile, _ resolution: Resolution, on base: CheckedBase?) -> CheckedText {
      CheckedText(
        file: file, resolved: resolution.resolved!, source: resolution.policy!, base: base, ledger: Ledger(),
        register: register,
        asAt: date, finder: finder, wrongYears: wrongYears)
    }
    let checkedBase = CheckedBase(checked(base.file, old, on: nil))

    var figures = Figures()
    func measure(_ name: String, _ work: (Int) -> Void) {
      let times = (0..<repetitions).map { _ in processorTime { for index in 0..<forks { work(index) } } }
      figures[name] = times.median * 1000 / Double(forks)
    }
    measure("parse-base") { _ in consume(PolicySource.parse(baseSource, path: "1.0.md")) }
    measure("parse") { consume(PolicySource.parse(drafts[$0], path: "draft.md")) }
    measure("resolve") { consume(resolve([base, levels[$0]])) }
    measure("render") {
      consume(resolutions[$0].resolved!.markdown)
      consume(resolutions[$0].resolved!.html)
    }
    measure("compare") { consume(compare(old.policy!, resolutions[$0].policy!)) }
    measure("rebase") { consume(rebase(levels[$0].file.amendments, over: change)) }
    measure("check") { consume(check(checked(levels[$0].file, resolutions[$0], on: checkedBase))) }
    figures.show()
  }
}
