/// What each pass costs by itself.
struct PartRows {
  let rows: [Row]

  init(forks: Int, repetitions: Int) throws {
    let figures = try Figures(of: ["parts", "\(forks)", "\(repetitions)"])
    rows = [
      ("parse the base", "parse-base"), ("parse a fork's draft", "parse"), ("resolve a fork", "resolve"),
      ("render a fork's clauses as Markdown and HTML", "render"), ("compare a fork with its base", "compare"),
      ("rebase a fork", "rebase"), ("check a fork", "check"),
    ].map { .figure("part: \($0)", figures[$1], "ms") }
  }
}
