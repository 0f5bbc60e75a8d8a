import PolicyModel

extension Check {
  static let handTypedReference = Check(
    .handTypedReference, .warning,
    "The number of a clause is typed by hand, so that it does not follow when numbers change."
  ) { text, check in
    let numbered = text.numbered
    return text.clauses.flatMap { entry in
      entry.prose.flatMap { prose in
        prose.mentions(numbered).filter(\.isTyped).map { mention in
          let words = prose.bare(mention.range)
          let isKnown = !mention.targets.isEmpty
          let reference = mention.targets.map(\.description).joined(separator: ",")
          return check.finding(
            isKnown ? "“\(words)” is typed by hand" : "“\(words)” is typed by hand, and there is no such clause",
            remedy: isKnown
              ? "write [](\(reference)) in its place: it prints the number that the clause has"
              : "write a reference to the clause that is meant: [](#identity)",
            about: .words(words, in: entry.identity))
        }
      }
    }
  }
}
