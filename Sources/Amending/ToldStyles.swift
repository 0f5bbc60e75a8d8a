import PolicyModel

/// Which styles a line of a foreign document tells: one without emphasis, or without links, lost those of its base on the way.
struct ToldStyles {
  let tellsEmphasis: Bool
  let tellsLinks: Bool

  init(of line: Text) {
    tellsEmphasis = line.runs.contains { $0.style.isEmphasised || $0.style.isStrong }
    tellsLinks = line.runs.contains { $0.style.link != nil }
  }

  /// A line without the styles that are not told, and without where references lead: those are links by themselves.
  func only(in text: Text, withLocalLinks: Bool = false) -> Text {
    text.mapRuns { run in
      if !tellsEmphasis { (run.style.isEmphasised, run.style.isStrong) = (false, false) }
      if !tellsLinks || !withLocalLinks && run.style.localLink != nil { run.style.link = nil }
    }
  }
}

extension [Text] {
  /// Whether each reads as a line of a foreign document does, as far as that tells.
  func read(as lines: [Text]) -> Bool {
    count == lines.count
      && zip(self, lines).allSatisfy { text, line in
        let told = ToldStyles(of: line)
        return told.only(in: text) == told.only(in: line)
      }
  }
}
