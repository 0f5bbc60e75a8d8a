import PolicyModel

/// A word with its styles, or a mark at the edge of one; unlike a token it ends where a space stands within a link.
struct StyledWord: Hashable {
  let runs: [Text.Run]
  /// How the space before it is printed; nil where none stands there.
  let space: Text.Style?

  /// As it is heard.
  var plain: String { runs.map(\.content.plain).joined() }

  /// Where the link leads that it is part of.
  var link: String? { runs.lazy.compactMap(\.style.link).first }

  var withoutLink: StyledWord {
    var space = space
    space?.link = nil
    return StyledWord(
      runs: runs.map { run in
        var run = run
        run.style.link = nil
        return run
      }, space: space)
  }

  /// Whether a term or reference stands in it.
  var isOpen: Bool { runs.contains { $0.content.isOpen } }
}

extension Text.Content {
  fileprivate var plain: String {
    switch self {
    case .words(let words), .code(let words): words
    case .term(let use): use.written
    case .reference(let reference): reference.written
    case .blank(let name): name.map { "[\($0)]" } ?? "____"
    case .lineBreak: "\n"
    }
  }

  var isOpen: Bool {
    switch self {
    case .term, .reference: true
    case .words, .code, .blank, .lineBreak: false
    }
  }
}

extension Text {
  /// The words of the line in reading order.
  var styledWords: [StyledWord] {
    var words: [StyledWord] = []
    var chunk: [Run] = []
    var space: Style?
    func end() {
      for runs in chunk.withEdgesApart {
        words.append(StyledWord(runs: runs, space: words.isEmpty ? nil : space))
        space = nil
      }
      chunk = []
    }
    for run in runs {
      switch run.content {
      case .words(let text):
        for (index, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
          if index > 0 {
            end()
            space = run.style
          }
          if !part.isEmpty { chunk.append(Run(.words(String(part)), style: run.style)) }
        }
      case .lineBreak:
        end()
        words.append(StyledWord(runs: [run], space: nil))
        space = nil
      case .term, .reference, .code, .blank: chunk.append(run)
      }
    }
    end()
    return words
  }

  init(joining words: some Sequence<StyledWord>) {
    var runs: [Run] = []
    for word in words {
      if let space = word.space { runs.append(Run(.words(" "), style: space)) }
      runs += word.runs
    }
    self.init(runs)
  }
}

extension [Text.Run] {
  /// The marks at both ends of a word apart from it.
  fileprivate var withEdgesApart: [[Text.Run]] {
    var core = self
    var (leading, trailing): ([[Text.Run]], [[Text.Run]]) = ([], [])
    while case .words(let words)? = core.first?.content, let mark = words.first, "([“‘\"".contains(mark) {
      leading.append([Text.Run(.words(String(mark)), style: core[0].style)])
      core.drop(first: true)
    }
    while let last = core.last, case .words(let words) = last.content, let mark = words.last,
      ")]”’\",.;:!?".contains(mark)
    {
      trailing.insert([Text.Run(.words(String(mark)), style: last.style)], at: 0)
      core.drop(first: false)
    }
    return leading + (core.isEmpty ? [] : [core]) + trailing
  }

  private mutating func drop(first: Bool) {
    let index = first ? 0 : count - 1
    guard case .words(let words) = self[index].content else { return }
    let rest = first ? words.dropFirst() : words.dropLast()
    if rest.isEmpty { remove(at: index) } else { self[index].content = .words(String(rest)) }
  }
}
