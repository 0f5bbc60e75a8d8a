import PolicyModel

/// Finds the number that somebody typed at the start of a line.
struct TypedNumber {
  /// As typed, without the colon or dash that parts it from the words.
  let number: String
  /// How many characters it takes, spaces behind it included.
  let length: Int

  /// The places where numbers are typed; what counts as one depends on them.
  enum Place {
    case heading, paragraph, item
  }

  /// - Parameter isStrong: whether the first word stands in bold type, as numbers often do.
  init?(_ line: String, in place: Place, isStrong: Bool = false) {
    let words = line.prefix(40).split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard let first = words.first.map(String.init), !first.isEmpty else { return nil }
    if place == .heading, case let noun = first.prefix(1) + first.dropFirst().lowercased(),
      TypedNumber.appendices.contains(noun)
    {
      guard let appendix = TypedNumber.appendix(line, String(noun), words.count > 1 ? String(words[1]) : "") else {
        return nil
      }
      (number, length) = appendix
      return
    }
    guard TypedNumber.isNumber(first, in: place, isStrong: isStrong),
      line.count > first.count || isStrong || place != .heading && TypedNumber.standsAlone(first)
    else { return nil }
    number = first
    length = min(line.count, first.count + 1)
  }

  /// “Appendix A: Forms”, “Appendix Forms”; an appendix that is called nothing else has no number.
  private static func appendix(_ line: String, _ first: String, _ second: String) -> (number: String, length: Int)? {
    let ordinal = second.last == ":" ? String(second.dropLast()) : second
    guard isOrdinal(ordinal) else { return line.count > first.count ? (first, first.count + 1) : nil }
    let rest = line.dropFirst(first.count + 1 + second.count)
    return (first + " " + ordinal, line.count - rest.drop { " –—-:".contains($0) }.count)
  }

  private static let appendices: Set<Substring> = ["Appendix", "Annex", "Annexe", "Schedule"]

  /// A, 1, IV
  private static func isOrdinal(_ word: String) -> Bool {
    word.count == 1 && word.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
      || !word.isEmpty && word.count <= 4
        && (word.allSatisfy { $0.isASCII && $0.isNumber } || word.allSatisfy { "IVX".contains($0) })
  }

  private static func isNumber(_ word: String, in place: Place, isStrong: Bool) -> Bool {
    guard word.count <= 14, word.allSatisfy(\.isASCII) else { return false }
    let isBracketed = word.hasPrefix("(")
    let core = word.drop { $0 == "(" }
    let end = core.reversed().prefix { ".):".contains($0) }.count
    let parts = core.dropLast(end).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ part in part.count <= 4 && isPart(part) }) else { return false }
    if isBracketed { return word.hasSuffix(")") && parts.count == 1 && place != .heading }
    if parts.count > 1 { return parts.dropFirst().allSatisfy { $0.allSatisfy(\.isNumber) } }
    let isDigits = parts[0].allSatisfy(\.isNumber)
    switch place {
    case .heading: return isDigits || end > 0 && parts[0].allSatisfy(\.isUppercase)
    case .paragraph: return isStrong && (isDigits || end > 0) || end > 0 && word.hasSuffix(")")
    case .item: return end > 0
    }
  }

  /// Whether it is the number of the words below it; other than 1.1 or (a) it may be a page's, a year or a sum.
  private static func standsAlone(_ word: String) -> Bool {
    let parts = word.split(separator: ".")
    return word.hasPrefix("(") || parts.count > 1 && parts.allSatisfy { $0.count <= 2 }
  }

  /// 12, B, iv
  private static func isPart(_ part: Substring) -> Bool {
    !part.isEmpty
      && (part.allSatisfy(\.isNumber) || part.count == 1 && part.allSatisfy(\.isLetter)
        || part.allSatisfy { "ivx".contains($0) } || part.allSatisfy { "IVX".contains($0) })
  }
}

extension Text {
  /// The number typed at its start.
  func typedNumber(in place: TypedNumber.Place) -> TypedNumber? {
    guard case .words? = runs.first?.content else { return nil }
    return TypedNumber(plain, in: place, isStrong: runs.first?.style.isStrong ?? false)
  }

  /// The line without some characters at its start.
  func dropping(characters count: Int) -> Text {
    var rest = count
    var kept: [Run] = []
    for run in runs {
      guard rest > 0, case .words(let words) = run.content else {
        kept.append(run)
        rest = 0
        continue
      }
      let dropped = min(rest, words.count)
      rest -= dropped
      kept.append(Run(.words(String(words.dropFirst(dropped))), style: run.style))
    }
    return Text(kept)
  }
}
