import PolicyModel
import Reading

extension Check {
  static let unevenThroughout = Check(
    .unevenThroughout, .warning, "Words changed throughout still stand with a capital, or in the plural."
  ) { text, check in
    guard case .instrument(let instrument) = text.file.body else { return [] }
    return instrument.amendments.enumerated().compactMap { index, amendment in
      guard case .reword(.throughout, let rewording) = amendment.operation,
        case .substitute(let new) = rewording.change
      else { return nil }
      let old = Reading.words(of: rewording.quoted.plain).map(\.core)
      guard !old.isEmpty, !Reading.words(of: new.plain).holds(old),
        let left = text.lines.lazy.compactMap({ $0.words.stretch(like: old) }).first
      else { return nil }
      return check.finding(
        "“\(left)” stands as it stood: “Throughout” changes words in the letters and the form that are quoted",
        remedy: "amend it as well: Throughout, for “\(left)” substitute “…”", about: .amendment(index))
    }
  }
}

extension [Word] {
  /// The first stretch that says some words, perhaps in the plural; nil where there is none.
  fileprivate func stretch(like words: [String]) -> String? {
    guard let start = start(of: words) else { return nil }
    return self[start..<(start + words.count)].text
  }

  fileprivate func holds(_ words: [String]) -> Bool { start(of: words) != nil }

  private func start(of words: [String]) -> Int? {
    indices.dropLast(words.count - 1).first { start in
      zip(self[start...], words).enumerated().allSatisfy { place, pair in
        pair.0.core == pair.1 || place == words.count - 1 && pair.0.core == pair.1 + "s"
      }
    }
  }
}
