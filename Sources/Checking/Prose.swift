import PolicyModel
import Reading

/// A line of prose cut at its spaces, its terms and references still open.
struct Prose: Sendable {
  /// What stands between two spaces.
  struct Word: Sendable {
    /// What a word is, other than letters.
    enum Kind: Hashable, Sendable {
      case plain
      /// Part of a link's words, with where it leads.
      case link(String)
      case term(TermUse)
      case reference(Reference)
      case blank
    }

    /// As written, with the marks around it.
    let text: String
    /// In small letters, without the marks around it.
    let core: String
    let kind: Kind

    /// As written, without the marks around it.
    var bare: Substring { text.trimmedOfMarks }
  }

  let words: [Word]

  init(_ text: Text) {
    var words: [Word] = []
    for run in text.runs {
      switch run.content {
      case .words(let prose), .code(let prose):
        let kind: Word.Kind = run.style.link.map { .link($0) } ?? .plain
        for part in prose.parts(omittingEmpty: true) {
          words.append(Word(text: String(part), core: part.trimmedOfMarks.lowercased(), kind: kind))
        }
      case .term(let use): words.append(Word(text: use.written, core: "", kind: .term(use)))
      case .reference(let reference):
        words.append(Word(text: reference.written, core: "", kind: .reference(reference)))
      case .blank(let name): if name == nil { words.append(Word(text: "____", core: "", kind: .blank)) }
      case .lineBreak: break
      }
    }
    self.words = words
  }

  /// Some words as they are written.
  func text(_ range: Range<Int>) -> String { words[range].map(\.text).joined(separator: " ") }

  /// Some words as they are written, without the marks before and behind them.
  func bare(_ range: Range<Int>) -> String { String(Substring(text(range)).trimmedOfMarks) }

  /// In small letters without marks; empty where no word stands.
  func core(_ index: Int) -> String { words.indices.contains(index) ? words[index].core : "" }
}

extension StringProtocol where UTF8View: BidirectionalCollection {
  /// Whether its last sign is a letter or a digit; most are known by their byte.
  var endsWithWord: Bool {
    if let byte = utf8.last, byte < 0x80 { return byte.isLetterOrDigit }
    return last.map { $0.isLetter || $0.isNumber } ?? false
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without the marks around a word or a phrase.
  var trimmedOfMarks: Substring {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: \.isOfWord), let last = scalars.lastIndex(where: \.isOfWord) else {
      return self[endIndex...]
    }
    return self[start..<scalars.index(after: last)]
  }
}
