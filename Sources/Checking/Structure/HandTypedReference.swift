import PolicyModel

extension Check {
  static let handTypedReference = Check(
    .handTypedReference, .warning,
    "The number of a clause is typed by hand, so that it does not follow when numbers change."
  ) { text, check in
    let mentions = Mentions(text)
    return text.clauses.flatMap { entry in
      entry.prose.enumerated().flatMap { index, prose in
        mentions.found(in: prose, of: entry).filter(\.isTyped).map { mention in
          let words = prose.bare(mention.range)
          if index == 0, !entry.heading.words.isEmpty, prose.isNumbered(by: mention) {
            return check.finding(
              "“\(words)” is typed in the heading, where the number of a clause is printed",
              remedy: mention.isOfAppendix && !entry.clause.isAppendix
                ? "write .appendix in the heading’s mark and delete the words"
                : "delete the words: numbers are counted",
              about: .words(words, in: entry.identity))
          }
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

extension Prose {
  /// Whether a number is what the line is called by: Appendix A: Kit list.
  fileprivate func isNumbered(by mention: Mention) -> Bool {
    guard mention.range.lowerBound == 0 else { return false }
    let end = mention.range.upperBound
    return end == words.count || words[end - 1].text.hasSuffix(":") || words[end].core.isEmpty
  }
}
