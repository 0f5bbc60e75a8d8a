import Amending
import PolicyLibrary
import PolicyModel

func publishAFork(workspace: String) throws -> String {
  let library = Library(root: workspace)
  let base = Address("escc/social-media@1.0")!
  let fork = Instrument(
    base: base,
    amendments: [
      Amendment(.setDocument(.term("clients", TermValue("pupils")))),
      Amendment(.omit(.identity("law-social-care")), reason: Text("the school employs no social workers")),
    ])
  let hill = Organisation(name: TermValue("Hill Primary School", short: "the school"), kind: .school)
  let level = Level(
    address: Address("hill/social-media@draft")!, file: PolicyFile(.instrument(fork)), organisation: hill)
  let resolution = resolve(library.chain(base).levels + [level])
  for problem in resolution.diagnostics { print(problem) }
  return resolution.resolved?.html ?? ""
}
