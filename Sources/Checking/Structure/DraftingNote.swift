import PolicyModel

extension Check {
  static let draftingNote = Check(
    .draftingNote, .error, "A note of those who drafted the text is left in an edition."
  ) { text, check in
    guard text.isFinal else { return [] }
    return text.clauses.flatMap { entry in
      entry.prose.flatMap { prose in
        prose.draftingNotes.map { range in
          let words = prose.text(range)
          return check.finding(
            "“\(words)” is a note for those who draft, not for readers",
            remedy: "do what it asks for, then take it away", about: .words(words, in: entry.identity))
        }
      }
    }
  }
}

extension Prose {
  fileprivate var draftingNotes: [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      if let end = draftingNoteEnd(at: index) {
        found.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private func draftingNoteEnd(at index: Int) -> Int? {
    guard words[index].kind == .plain else { return nil }
    let (word, core, next) = (words[index].text, words[index].core, core(index + 1))
    // A bracket that speaks to those who draft, up to where it closes.
    if word.hasPrefix("["), draftingOpeners.contains(core) {
      return words[index...].prefix(60).firstIndex { $0.text.contains("]") }.map { $0 + 1 } ?? index + 1
    }
    switch core {
    case "todo", "fixme": return words[index].bare.allSatisfy(\.isUppercase) ? index + 1 : nil
    case "drafting", "drafter's", "drafter’s", "drafters": return next == "note" || next == "notes" ? index + 2 : nil
    case "note" where next == "to" && ["drafter", "self", "author", "editor"].contains(self.core(index + 2)):
      return index + 3
    // DRAFT – to be agreed
    case "draft"
    where words[index].bare == "DRAFT" && index + 1 < words.count && core.count == word.count
      && ["–", "—", "-"].contains(words[index + 1].text):
      return words[index...].firstIndex { $0.text.hasSuffix(".") }.map { $0 + 1 } ?? words.count
    case "nb" where ["check", "confirm", "ask", "add", "update", "amend", "delete"].contains(next): return index + 2
    case "track" where next == "changes": return index + 2
    default: return word.hasPrefix("???") ? index + 1 : nil
    }
  }
}

/// The words that open a note in square brackets.
let draftingOpeners: Set<String> = [
  "note", "nb", "n.b", "drafting", "drafter’s", "drafter's", "comment", "delete", "todo", "check", "query", "amend",
  "add", "update", "review",
  "confirm", "guidance", "optional",
]
