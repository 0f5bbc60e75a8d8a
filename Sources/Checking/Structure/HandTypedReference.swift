import PolicyModel

extension Check {
  static let handTypedReference = Check(
    .handTypedReference, .warning,
    "The number of a clause is typed by hand, so that it does not follow when numbers change."
  ) { text, check in
    let mentions = Mentions(text)
    return text.clauses.flatMap { entry in
      entry.prose.flatMap { prose in
        mentions.found(in: prose, of: entry).filter(\.isTyped).map { mention in
          let words = prose.bare(mention.range)
          let reference = mention.targets.map(\.description).joined(separator: mention.isRange ? ".." : ",")
          return check.finding(
            "“\(words)” is typed by hand" + (mention.isUnknown ? ", and there is no such clause" : ""),
            remedy: mention.targets.isEmpty
              ? "write a reference to the clause that is meant: [](#identity)"
              : "write [](\(reference)) in its place: it prints the number that the clause has",
            about: .words(words, in: entry.identity))
        }
      }
    }
  }
}
