/// What comparing two editions costs and finds.
struct CompareRows {
  let rows: [Row]

  init() throws {
    let figures = try Figures(of: ["comparing"])
    let (named, made) = (figures["moves-named"], figures["moves"])
    rows = [
      .figure("compare two editions, inside the program", figures["compare"], "ms"),
      .times(
        "compare two editions", figures["compare"] / figures["myers"], of: "Myers over the interned words", atMost: 1),
      .times(
        "compare editions 8.5 times as long", figures["compare-long"] / figures["compare"], of: "the short ones",
        atMost: 9),
      .times(
        "words marked by compare", figures["words-marked"] / figures["words-changed"],
        of: "the words that truly changed",
        atMost: 1.1),
      Row(
        what: "moves named by compare", measured: "\(named.round) of \(made.round)", target: "all",
        isMet: named == made, ratio: made / max(named, 1)),
    ]
  }
}
