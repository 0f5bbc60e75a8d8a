import PolicyModel
import Reading

extension ProseLine {
  /// Where a mark of the format or of another program stands among the words, so that it is printed.
  var layoutScars: [Scar] {
    [identityScar, rowScar, bulletScar, listScar, linkScar, errorScar].compactMap { $0 }
  }

  /// An identity without its braces: Scope #scope, #calls Staff must call.
  private var identityScar: Scar? {
    guard let word = place == .heading ? words.last : words.first, word.text.hasPrefix("#"), word.isIdentity else {
      return nil
    }
    return Scar(
      words: String(word.text), message: "“\(word.text)” stands among the words, so that it is printed",
      remedy: "write {\(word.text.lowercased())} for an identity; a heading has a space behind its “##”")
  }

  /// A table whose second line does not say that it is one.
  private var rowScar: Scar? {
    guard words.first?.text == "|", words.count(where: { $0.text == "|" }) > 2 else { return nil }
    return Scar(
      words: "|", message: "the bars of a table stand among the words",
      remedy: "write the table’s second line: |---|---|, with as many --- as there are columns")
  }

  /// The dots of a list in one paragraph.
  private var bulletScar: Scar? {
    guard let dot = words.first(where: { $0.text.unicodeScalars.first.map(bullets.contains) ?? false }) else {
      return nil
    }
    return Scar(
      words: String(dot.text), message: "the dot of a list stands among the words",
      remedy: "write a list: each item on a line of its own behind “- ”")
  }

  /// The letters of a list in one paragraph: a) … b) ….
  private var listScar: Scar? {
    guard place == .prose, words.contains(where: { $0.text == "a)" }), words.contains(where: { $0.text == "b)" }) else {
      return nil
    }
    return Scar(
      words: "a)", message: "“a)” and “b)” are typed in one paragraph",
      remedy: "write a list: each item on a line of its own behind “- ”")
  }

  /// A link whose address is printed: [our guide] (https://…).
  private var linkScar: Scar? {
    guard
      let end = words.indices.dropLast().first(where: {
        words[$0].text.hasSuffix("]") && words[$0 + 1].text.hasPrefix("(http")
      }), let start = words[...end].lastIndex(where: { $0.text.hasPrefix("[") })
    else { return nil }
    let name = words[start...end].map(\.text).joined(separator: " ")
    return Scar(
      words: words[(end + 1)...(end + 1)].text, message: "a space parts the words of a link from its address",
      remedy: "write “\(name)\(words[end + 1].text)”")
  }

  /// What a word processor prints where it has lost the place that a reference leads to.
  private var errorScar: Scar? {
    guard let start = words.firstIndex(where: { $0.text.hasSuffix("Error!") }), start + 1 < words.count,
      ["reference", "bookmark"].contains(words[start + 1].core)
    else { return nil }
    let end = words[start...].firstIndex { $0.text.hasSuffix(".") } ?? words.count - 1
    return Scar(
      words: words[start...end].text, message: "“\(words[start...end].text)” was left by a word processor",
      remedy: "write a reference to the clause that is meant: [](#identity)")
  }
}

extension Word {
  /// Whether a number sign and an identity stand together and nothing else.
  fileprivate var isIdentity: Bool {
    Identity(text.dropFirst().lowercased()) != nil && text.dropFirst().first?.isLetter == true
  }
}

private let bullets: Set<Unicode.Scalar> = ["•", "▪", "●", "◦", "‣"]
