import PolicyModel
import Publishing

extension ForkReport.Fork: CustomStringConvertible {
  /// What a reader is told, in lines of at most 80 letters, as far as the words allow.
  public var description: String {
    let lists: [(heading: String, lines: [(name: String, words: [String])])] = [
      ("\(address) amends \(base).", particulars),
      ("Terms of its own:", ownTerms.map { ($0.name, [$0.value.shown]) }),
      (
        "Terms as in \(base); to change one, write it under terms: in the draft:",
        inheritedTerms.map { ($0.name, [$0.value.shown]) }
      ),
      (
        "Clauses left to be filled in, which still read as in \(base):",
        open.map { ($0.number, [$0.opening, $0.openTerms]) }
      ),
    ]
    return lists.filter { !$0.lines.isEmpty }.map { list($0.heading, $0.lines) }.joined(separator: "\n\n")
  }

  private var particulars: [(name: String, words: [String])] {
    let guess =
      isNameGuessed ? ["Guessed from the name of the folder; if it is wrong, correct it in the files below."] : []
    let cycle =
      reviewEvery.map { [$0.description] } ?? ["not recorded", "In the draft write: control: {review-every: 1 year}"]
    return [
      ("Organisation", ["\(organisation.name.shown) (\(organisation.kind.rawValue))"] + guess),
      ("Inherited", ["\(clauses) clause\(clauses == 1 ? "" : "s")"]), ("Review cycle", cycle),
      ("Written", written),
    ]
  }

  /// A heading with lines below it, what names them in a column of its own.
  private func list(_ heading: String, _ lines: [(name: String, words: [String])]) -> String {
    let width = min(30, lines.map(\.name.count).max() ?? 0) + 2
    let column = "  " + String(repeating: " ", count: width)
    let shown = lines.flatMap { name, words in
      words.enumerated().flatMap { index, line in
        let first = "  " + name + String(repeating: " ", count: max(2, width - name.count))
        return wrapped(line, first: index == 0 ? first : column, rest: column, width: 80)
      }
    }
    return (wrapped(heading, first: "", rest: "", width: 80) + shown).joined(separator: "\n")
  }
}

extension ForkReport.Fork.OpenClause {
  /// As much of the clause as tells it from others.
  fileprivate var opening: String {
    let most = 64
    guard words.count > most else { return words }
    let cut = words.prefix(most)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
  }

  fileprivate var openTerms: String { terms.map { "\($0.name): \($0.value.long)" }.joined(separator: "; ") }
}

extension TermValue {
  /// In full, with the short form where it has one of its own.
  fileprivate var shown: String { long + (short.map { $0 == long ? "" : ", in short “\($0)”" } ?? "") }
}
