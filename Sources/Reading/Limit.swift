/// A measure in a sentence: by when, how often, how long or how many.
struct Limit: Hashable {
  enum Kind: Hashable {
    case deadline, frequency, atLeast, atMost
  }

  let kind: Kind
  /// Days for a deadline or a time, times a year for a frequency, else the number; nil for a vague measure.
  let value: Double?
  /// What is counted, where it is not time: `administrators`.
  let noun: String?
  let words: String

  var isAtOnce: Bool { kind == .deadline && value == 0 }
}

extension ArraySlice<Word> {
  /// Every measure in a stretch of a sentence, in order.
  var limits: [Limit] {
    var limits: [Limit] = []
    var index = startIndex
    while index < endIndex {
      if mayOpenLimit(index), let (limit, next) = deadline(at: index) ?? frequency(at: index) ?? quantity(at: index) {
        limits.append(limit)
        index = next
      } else {
        index += 1
      }
    }
    return limits
  }

  /// Whether a measure can begin at a word, asked first since few words begin one.
  private func mayOpenLimit(_ index: Int) -> Bool { openers.contains(self[index].core) || core(index + 1) == "times" }

  private func core(_ index: Int) -> String { index < endIndex ? self[index].core : "" }

  /// How many words of a sequence stand at a place: all of them or none.
  private func match(_ index: Int, _ sequences: [[Substring]]) -> Int? {
    sequences.first { sequence in
      index + sequence.count <= endIndex && sequence.indices.allSatisfy { self[index + $0].core == sequence[$0] }
    }?.count
  }

  private func limit(_ kind: Limit.Kind, _ value: Double?, _ range: Range<Int>, noun: String? = nil) -> (Limit, Int) {
    let words = self[range].text
    let quoted = words.prefix(1).lowercased() + words.dropFirst()
    return (Limit(kind: kind, value: value, noun: noun, words: quoted), range.upperBound)
  }

  // MARK: By when

  private func deadline(at index: Int) -> (Limit, Int)? {
    if let length = match(index, atOnce) { return limit(.deadline, 0, index..<index + length) }
    if let length = match(index, soon) { return limit(.deadline, nil, index..<index + length) }
    if let length = match(index, within), let (days, next) = time(at: index + length) {
      return limit(.deadline, days, index..<next)
    }
    if let length = match(index, byTheEnd), let (days, next) = unit(at: index + length) {
      return limit(.deadline, days, index..<next)
    }
    return nil
  }

  // MARK: How often

  private func frequency(at index: Int) -> (Limit, Int)? {
    if let times = adverbs[core(index)] { return limit(.frequency, times, index..<index + 1) }
    if let length = match(index, sometimes) { return limit(.frequency, nil, index..<index + length) }
    if ["every", "each"].contains(core(index)) {
      let isOther = core(index + 1) == "other"
      let start = index + (isOther ? 2 : 1)
      guard let (days, next) = unit(at: start) ?? time(at: start), !["group", "groups"].contains(core(next)) else {
        return nil
      }
      return limit(.frequency, 365 / days / (isOther ? 2 : 1), index..<next)
    }
    let start = index + (match(index, least) ?? 0)
    let isCounted = core(start + 1) == "times"
    guard let times = repetitions[core(start)] ?? (isCounted ? number(core(start)) : nil) else {
      return nil
    }
    var per = start + (isCounted ? 2 : 1)
    if core(per) == "in" { per += 1 }
    guard ["a", "an", "per", "each", "every"].contains(core(per)),
      let (days, next) = unit(at: per + 1) ?? time(at: per + 1)
    else { return nil }
    return limit(.frequency, times * 365 / days, index..<next)
  }

  // MARK: How long, how many

  private func quantity(at index: Int) -> (Limit, Int)? {
    for (kind, sequences) in [(Limit.Kind.atLeast, least), (.atMost, most)] {
      guard let length = match(index, sequences) else { continue }
      if let (days, next) = time(at: index + length) { return limit(kind, days, index..<next) }
      if let value = number(core(index + length)) {
        let noun = core(index + length + 1)
        return limit(kind, value, index..<index + length + 1, noun: noun)
      }
    }
    if core(index) == "for", core(index + 1) != "a", let (days, next) = time(at: index + 1) {
      return limit(.atLeast, days, index..<next)
    }
    return nil
  }

  /// A number of units of time, in days.
  private func time(at index: Int) -> (Double, Int)? {
    guard let value = number(core(index)) ?? (["a", "an", "the"].contains(core(index)) ? 1 : nil),
      let (days, next) = unit(at: index + 1)
    else { return nil }
    return (value * days, next)
  }

  private func unit(at index: Int) -> (Double, Int)? {
    if ["working", "school", "business"].contains(core(index)), core(index + 1).hasPrefix("day") {
      return (1.4, index + 2)
    }
    if ["calendar", "clear", "consecutive", "full", "academic", "school", "financial"].contains(core(index)),
      let found = unit(at: index + 1)
    {
      return found
    }
    let name = core(index).hasSuffix("s") ? String(core(index).dropLast()) : core(index)
    return days[name].map { ($0, index + 1) }
  }
}

private func number(_ word: String) -> Double? {
  if word.first?.isNumber == true, let value = Double(word.filter { $0 != "," }) { return value }
  if let index = numerals.firstIndex(of: word) { return Double(index + 1) }
  // Thirty, or twenty-five.
  let parts = word.split(separator: "-", maxSplits: 1).map(String.init)
  guard let ten = parts.first.flatMap(tens.firstIndex) else { return nil }
  let one = parts.count == 1 ? 0 : numerals[..<9].firstIndex(of: parts[1]).map { $0 + 1 }
  return one.map { Double(ten * 10 + 20 + $0) }
}

private let numerals = [
  "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]

private let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

private let days: [String: Double] = [
  "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 365 / 12, "half-term": 365 / 6,
  "term": 365 / 3, "quarter": 365 / 4, "year": 365,
]

private let adverbs: [String: Double] = [
  "annually": 1, "annual": 1, "yearly": 1, "termly": 3, "quarterly": 4, "half-termly": 6, "monthly": 12,
  "fortnightly": 365 / 14, "weekly": 365 / 7, "daily": 365, "hourly": 8760,
]

private let repetitions: [String: Double] = ["once": 1, "twice": 2]

private func sequences(_ phrases: String...) -> [[Substring]] { phrases.map { $0.split(separator: " ") } }

private let atOnce = sequences(
  "at once", "immediately", "straight away", "straightaway", "forthwith", "without delay", "instantly")
private let soon = sequences(
  "as soon as possible", "as soon as practicable", "as soon as is practicable", "as soon as reasonably practicable",
  "without undue delay", "promptly", "in good time", "in due course", "swiftly", "quickly")
private let within = sequences("within", "no later than", "not later than", "in no more than", "in less than")
private let byTheEnd = sequences(
  "by the end of the", "by the end of that", "by the end of each", "the same", "by the next")
private let sometimes = sequences(
  "regularly", "periodically", "frequently", "often", "from time to time", "occasionally")
private let least = sequences(
  "at least", "a minimum of", "no fewer than", "not fewer than", "no less than", "not less than", "for at least",
  "for a minimum of")
private let most = sequences(
  "at most", "no more than", "not more than", "up to", "a maximum of", "more than", "for up to", "for no more than",
  "for a maximum of")

/// The first words of all measures but those of so many times.
private let openers = Set(adverbs.keys)
  .union(["every", "each", "once", "twice", "for"])
  .union([atOnce, soon, within, byTheEnd, sometimes, least, most].joined().map { String($0[0]) })
