import PolicyModel

extension Unresolving {
  /// The line with a reference in the place of linked numbers that read as one: “[sections 5](#a) and [6](#b)”.
  func withReferences(_ text: Text, in clause: Identity) -> Text {
    guard let wording, text.runs.contains(where: { $0.style.localLink.map(wording.knows) ?? false }) else {
      return text
    }
    var runs: [Text.Run] = []
    var rest = text.runs[...]
    while let first = rest.first {
      if let (reference, length, noun) = reference(rest, behind: runs.last, in: clause, wording) {
        if !noun.isEmpty, let last = runs.popLast(), case .words(let words) = last.content {
          runs.append(Text.Run(.words(String(words.dropLast(noun.count))), style: last.style))
        }
        var style = first.style
        style.link = nil
        runs.append(Text.Run(.reference(reference), style: style))
        rest = rest.dropFirst(length)
      } else {
        runs.append(first)
        rest = rest.dropFirst()
      }
    }
    return Text(runs)
  }

  /// The longest reference that prints the runs ahead, how many of them, and the noun that stands before them.
  private func reference(
    _ runs: ArraySlice<Text.Run>, behind previous: Text.Run?, in clause: Identity, _ wording: ReferenceWording
  ) -> (Reference, length: Int, noun: String)? {
    var best: (Reference, Int, String)?
    var targets: [Reference.Target] = []
    var index = runs.startIndex
    // Each is tried from each link on: rows of thousands would take minutes.
    while targets.count < 50, index < runs.endIndex, let identity = runs[index].style.localLink, wording.knows(identity)
    {
      if case .single(let from)? = targets.last, index > runs.startIndex, runs[index - 1].content == .words(" to ") {
        targets[targets.count - 1] = .range(from: from, to: identity)
      } else {
        targets.append(.single(identity))
      }
      let reference = Reference(targets)
      let written = Text(wording.runs(reference, in: clause, style: Text.Style()) ?? []).runs
      let standing = Array(runs[...index])
      let isNounApart = written.first?.style.localLink == nil
      if case .words(let noun)? = written.first?.content, isNounApart {
        if case .words(let before)? = previous?.content, before.hasSuffix(noun), isSame(written.dropFirst(), standing) {
          best = (reference, standing.count, noun)
        }
      } else if isSame(written[...], standing) {
        best = (reference, standing.count, "")
      }
      guard index + 2 < runs.endIndex, case .words(let between) = runs[index + 1].content,
        runs[index + 1].style.link == nil, between.count <= 20
      else { break }
      index += 2
    }
    return best
  }

  private func isSame(_ written: ArraySlice<Text.Run>, _ standing: [Text.Run]) -> Bool {
    written.count == standing.count
      && zip(written, standing).allSatisfy { $0.content == $1.content && $0.style.link == $1.style.link }
  }
}
