/// How long the command takes to say what it can do, beside a program that says one word.
struct StartRows {
  private static let runs = 30

  let rows: [Row]

  init() throws {
    let (hello, help) = (
      ChildProcess(arguments: [try ChildProcess.beside("hello")]),
      ChildProcess(arguments: [try ChildProcess.clausebook(), "--help"])
    )
    var (trivial, own): ([ChildProcess.Cost], [ChildProcess.Cost]) = ([], [])
    for _ in 0..<StartRows.runs {
      trivial.append(try hello.run())
      own.append(try help.run())
    }
    rows = [
      .figure("a program that prints “Hello”, wall time", trivial.wall * 1000, "ms"),
      .times("`clausebook --help`, wall time", own.wall / trivial.wall, of: "that", atMost: 2),
      .times("`clausebook --help`, processor time", own.processor / trivial.processor, of: "that program's"),
    ]
  }
}
