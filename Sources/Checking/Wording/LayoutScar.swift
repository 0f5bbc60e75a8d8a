import PolicyModel
import Reading

extension [Word] {
  /// Where a mark of the format or of another program stands among the words of a line, so that it is printed.
  func layoutScars(at place: ProseLine.Place) -> [Scar] {
    switch place {
    case .heading: [last?.identityScar, rowScar, bulletScar, linkScar, errorScar].compactMap { $0 }
    case .prose: [first?.identityScar, rowScar, bulletScar, listScar, linkScar, errorScar].compactMap { $0 }
    case .cell, .label: []
    }
  }

  /// A table whose second line does not say that it is one.
  private var rowScar: Scar? {
    guard first?.text == "|", count(where: { $0.text == "|" }) > 2 else { return nil }
    return Scar(
      words: "|", message: "the bars of a table stand among the words",
      remedy: "write the table’s second line: |---|---|, with as many --- as there are columns")
  }

  /// The dots of a list in one paragraph.
  private var bulletScar: Scar? {
    guard let dot = first(where: { $0.text.unicodeScalars.first.map(bullets.contains) ?? false }) else { return nil }
    return Scar(
      words: String(dot.text), message: "the dot of a list stands among the words",
      remedy: "write a list: each item on a line of its own behind “- ”")
  }

  /// The letters of a list in one paragraph: a) … b) ….
  private var listScar: Scar? {
    guard contains(where: { $0.text == "a)" }), contains(where: { $0.text == "b)" }) else { return nil }
    return Scar(
      words: "a)", message: "“a)” and “b)” are typed in one paragraph",
      remedy: "write a list: each item on a line of its own behind “- ”")
  }

  /// A link whose address is printed: [our guide] (https://…).
  private var linkScar: Scar? {
    guard
      let end = indices.dropLast().first(where: {
        self[$0].text.hasSuffix("]") && self[$0 + 1].text.hasPrefix("(http")
      }), let start = self[...end].lastIndex(where: { $0.text.hasPrefix("[") })
    else { return nil }
    let name = self[start...end].map(\.text).joined(separator: " ")
    return Scar(
      words: self[(end + 1)...(end + 1)].text, message: "a space parts the words of a link from its address",
      remedy: "write “\(name)\(self[end + 1].text)”")
  }

  /// What a word processor prints where it has lost the place that a reference leads to.
  private var errorScar: Scar? {
    guard let start = firstIndex(where: { $0.text.hasSuffix("Error!") }), start + 1 < count,
      ["reference", "bookmark"].contains(self[start + 1].core)
    else { return nil }
    let end = self[start...].firstIndex { $0.text.hasSuffix(".") } ?? count - 1
    return Scar(
      words: self[start...end].text, message: "“\(self[start...end].text)” was left by a word processor",
      remedy: "write a reference to the clause that is meant: [](#identity)")
  }
}

extension Word {
  /// An identity without its braces: Scope #scope, #calls Staff must call.
  fileprivate var identityScar: Scar? {
    guard text.hasPrefix("#"), isIdentity else { return nil }
    return Scar(
      words: String(text), message: "“\(text)” stands among the words, so that it is printed",
      remedy: "write {\(text.lowercased())} for an identity; a heading has a space behind its “##”")
  }

  /// Whether a number sign and an identity stand together and nothing else.
  private var isIdentity: Bool {
    Identity(text.dropFirst().lowercased()) != nil && text.dropFirst().first?.isLetter == true
  }
}

private let bullets: Set<Unicode.Scalar> = ["•", "▪", "●", "◦", "‣"]
