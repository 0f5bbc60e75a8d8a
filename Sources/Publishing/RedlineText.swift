import PolicyModel
import Reading

extension Redline {
  /// The redline for a terminal: counts by class, then each change with its marks.
  ///
  /// - Parameter isColoured: whether what was taken out and put in is coloured as well.
  public func terminalText(isColoured: Bool = false) -> String {
    let reading = RedlineReading(self)
    var lines = ["What changed: \(new.title)", "from \(old.address) to \(new.address)", ""]
    for kind in Change.Class.allCases {
      let count = "\(counts[kind, default: 0])".padded(to: 4, atStart: true)
      lines.append("\(count)  \(kind.rawValue.padded(to: 12))\(kind.meaning)")
    }
    lines += [""] + wrapped(reading.summary, first: "", rest: "", width: terminalWidth)
    for change in changes {
      let head = [reading.place(change), "[\(change.kind.rawValue)]"].joined(separator: "  ")
      lines += ["", isColoured ? "\u{1B}[1m\(head)\u{1B}[0m" : head]
      let words = change.showsMarks ? reading.marked(change).terminal(isColoured: isColoured) : change.opening
      if !words.isEmpty { lines += wrapped(words, first: "  ", rest: "  ", width: terminalWidth) }
      lines += wrapped("Why: \(change.reason)", first: "  ", rest: "  ", width: terminalWidth)
      if let because = change.because {
        lines += wrapped("Because: \(because)", first: "  ", rest: "  ", width: terminalWidth)
      }
    }
    let duties = RedlineDuties(reading)
    for group in duties.groups {
      lines += ["", "Duties, \(group.name.lowercased())"]
      for entry in group.entries {
        let duty = entry.duty
        let place = reading.label(of: duty.clause, isNew: entry.new != nil) ?? ""
        let words = duties.words(entry).terminal(isColoured: isColoured)
        let bearer = duty.bearer?.capitalisedFirst ?? DutyLedger.nobody
        lines += wrapped("\(bearer): \(words) (\(place))", first: "  ", rest: "    ", width: terminalWidth)
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// What one wording became, marked as in a redline for a terminal.
package func markedWords(from old: String, to new: String) -> String {
  let lines = [old, new].map { $0.split(separator: "\n").map(String.init) }
  let pairs = paired(lines[0], lines[1])
  var shown: [String] = []
  for (before, after) in pairs {
    if before != after {
      let marked = MarkedText(from: tokens(of: Text(before ?? "")), to: tokens(of: Text(after ?? "")))
      shown.append(marked.terminal(isColoured: false))
    } else if shown.last != "…" {
      shown.append("…")
    }
  }
  return shown.joined(separator: "\n")
}

extension Change {
  /// The first of the words it concerns, by which a reader knows them where nothing in them is marked.
  fileprivate var opening: String {
    guard let passage = new ?? old, passage.clause != nil else { return "" }
    return passage.words.opening(12)
  }
}

extension MarkedText {
  /// `[-taken out-]{+put in+}`, the marks that word differences are known by.
  fileprivate func terminal(isColoured: Bool) -> String {
    shown([.kept, .removed, .inserted]).map { stretch, hasSpace in
      let words = stretch.text.plain
      let space = hasSpace ? " " : ""
      switch stretch.mark {
      case .kept: return space + words
      case .removed: return space + (isColoured ? "\u{1B}[31m[-\(words)-]\u{1B}[0m" : "[-\(words)-]")
      case .inserted: return space + (isColoured ? "\u{1B}[32m{+\(words)+}\u{1B}[0m" : "{+\(words)+}")
      }
    }.joined()
  }
}
