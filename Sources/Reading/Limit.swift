/// A measure in a sentence: by when, how often, how long or how many.
struct Limit: Hashable {
  enum Kind: Hashable {
    case deadline, frequency, atLeast, atMost
    /// By a time of the day, a day of the year, a day of one year.
    case clock, day, date
    /// As much as somebody may take, or must give.
    case upTo
    /// For so long: at least, where it is asked, and at most, where it is allowed.
    case lasting
    /// From where on it holds: every absence *of more than three days*.
    case threshold
    /// What may measure what is asked, or that of which it is asked: gifts *worth at least £25*.
    case open
  }

  var kind: Kind
  /// Days for a deadline or a time, times a year for a frequency, minutes for a time of the day, the place of a day, else the
  /// number; nil for a vague measure.
  let value: Double?
  /// What is counted, where it is not time: `administrators`.
  let noun: String?
  let words: String
  /// Where its words stand.
  let range: Range<Int>

  /// Whether it says by when.
  var isDeadline: Bool {
    switch kind {
    case .deadline, .clock, .day, .date: true
    case .frequency, .atLeast, .atMost, .upTo, .lasting, .threshold, .open: false
    }
  }

  /// Whether it says how long, how many or how much.
  var isAmount: Bool { !isDeadline && kind != .frequency }

  /// Whether what goes beyond it is meant, which makes a bound of it only where that is forbidden: more than three.
  var isExcess: Bool { excesses.contains { words.hasPrefix($0) } }

  /// Whether it measures time rather than things or money.
  var isOfTime: Bool { noun == nil }

  /// Whether both measure the same, in whatever words.
  func isSame(as other: Limit) -> Bool { kind == other.kind && value == other.value && noun == other.noun }

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

  /// Whether a time of the day, a day or a span of days is named.
  var namesTime: Bool { indices.contains { unit(at: $0) != nil || clock(at: $0) != nil } }

  /// Words that tell a time, or figures, outside some measures, each with the preposition before it: *on* their last *day*.
  func unmeasured(besides limits: [Limit], ofTime: Bool) -> Set<String> {
    let places = indices.filter { index in
      let isSought = ofTime ? unit(at: index) != nil || clock(at: index) != nil : number(core(index)) ?? 1 > 1
      return isSought && !limits.contains { $0.range.contains(index) }
    }
    return Set(
      places.map { index in
        let link = self[..<index].suffix(4).last { $0.traits.contains(.preposition) }
        return (link?.core ?? "") + " " + core(index)
      })
  }

  /// Where words end that begin at a place and say how often: *every six months* the site manager must.
  func frequencyEnd(from index: Int) -> Int? {
    ["every", "each"].contains(core(index)) ? frequency(at: index)?.1 : nil
  }

  /// Whether a measure can begin at a word, asked first since few words begin one.
  private func mayOpenLimit(_ index: Int) -> Bool {
    openers.contains(self[index].core) || core(index + 1) == "times" || self[index].core.first?.isNumber == true
  }

  private func core(_ index: Int) -> String { index < endIndex ? self[index].core : "" }

  /// How many words of a sequence stand at a place: all of them or none.
  private func match(_ index: Int, _ sequences: [[String]]) -> Int? {
    sequences.first { sequence in
      index + sequence.count <= endIndex && sequence.indices.allSatisfy { self[index + $0].core == sequence[$0] }
    }?.count
  }

  private func limit(_ kind: Limit.Kind, _ value: Double?, _ range: Range<Int>, noun: String? = nil) -> (Limit, Int) {
    let words = self[range].text
    let quoted = words.prefix(1).lowercased() + words.dropFirst()
    return (Limit(kind: kind, value: value, noun: noun, words: quoted, range: range), range.upperBound)
  }

  // MARK: By when

  private func deadline(at index: Int) -> (Limit, Int)? {
    if let length = match(index, atOnce) { return limit(.deadline, 0, index..<index + length) }
    if let length = match(index, soon) { return limit(.deadline, nil, index..<index + length) }
    if let length = match(index, notSooner), let (days, next) = time(at: index + length), isAhead(next) {
      return limit(.atMost, days, index..<next)
    }
    if let length = match(index, within), let (days, next) = time(at: index + length) {
      // No later than a week before the trip: the more time that is left, the more is asked.
      let isAhead = core(index) != "within" && isAhead(next)
      return limit(isAhead ? .atLeast : .deadline, days, index..<next)
    }
    if let length = match(index, by), let (kind, value, next) = moment(at: index + length) {
      return limit(kind, value, index..<next)
    }
    if let length = match(index, onThe), let place = ordinals[core(index + length)],
      let (days, next) = unit(at: index + length + 1)
    {
      return limit(.deadline, place * days, index..<next)
    }
    if let (days, next) = time(at: index), isAhead(next) { return limit(.atLeast, days, index..<next) }
    if let length = match(index, byTheEnd), let (days, next) = unit(at: index + length) {
      return limit(.deadline, days, index..<next)
    }
    return nil
  }

  /// Whether a time is told back from something to come: a week *before* the trip, a week’s *notice*.
  private func isAhead(_ index: Int) -> Bool {
    match(index, ahead) != nil || core(index) == "notice" || core(index + 1) == "notice" && self[index - 1].isPossessive
  }

  /// A time of the day or a date.
  private func moment(at index: Int) -> (Limit.Kind, Double?, Int)? {
    if let (minutes, next) = clock(at: index) { return (.clock, minutes, next) }
    if weekdays.contains(core(index)) {
      return moment(at: index + 1).flatMap { $0.0 == .clock ? nil : $0 } ?? (.day, nil, index + 1)
    }
    let isEnd = match(index, [["the", "end", "of"]]) != nil
    let ordinal = core(index).prefix { $0.isNumber }
    guard let day = isEnd ? 31 : Double(ordinal), day <= 31, core(index).count <= ordinal.count + 2 || isEnd else {
      return nil
    }
    let place = index + (isEnd ? 3 : 1)
    guard let month = months.firstIndex(of: core(place)) else { return nil }
    let inYear = Double(month * 31) + day
    guard core(place + 1).count == 4, let year = Double(core(place + 1)) else { return (.day, inYear, place + 1) }
    return (.date, year * 372 + inYear, place + 2)
  }

  /// Minutes since midnight: 8.30 am, 10pm, noon.
  private func clock(at index: Int) -> (Double, Int)? {
    if let minutes = ["noon": 720.0, "midday": 720, "midnight": 1440][core(index)] { return (minutes, index + 1) }
    let digits = core(index).prefix { $0.isNumber || ".:".contains($0) }
    let parts = digits.split { ".:".contains($0) }
    guard let hour = parts.first.flatMap({ Double($0) }), hour < 25, parts.count < 3 else { return nil }
    let minute = parts.count == 2 && parts[1].count == 2 ? Double(parts[1]) : nil
    let half = core(index).dropFirst(digits.count).filter(\.isLetter)
    let next = core(index + 1).filter(\.isLetter)
    let isApart = half.isEmpty && ["am", "pm"].contains(next)
    guard let suffix = isApart ? next : half.isEmpty ? minute.map({ _ in "" }) : String(half),
      ["", "am", "pm"].contains(suffix)
    else { return nil }
    let start = suffix.isEmpty ? hour : hour.truncatingRemainder(dividingBy: 12) + (suffix == "pm" ? 12 : 0)
    return (start * 60 + (minute ?? 0), index + (isApart ? 2 : 1))
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
    let kind: Limit.Kind = match(index, upTo) != nil ? .upTo : match(index, most) != nil ? .atMost : .frequency
    let start = index + (match(index, least) ?? match(index, most) ?? match(index, upTo) ?? 0)
    let isCounted = core(start + 1) == "times"
    guard let times = repetitions[core(start)] ?? (isCounted ? number(core(start)) : nil) else {
      return nil
    }
    var per = start + (isCounted ? 2 : 1)
    if core(per) == "in" { per += 1 }
    guard ["a", "an", "per", "each", "every"].contains(core(per)),
      let (days, next) = unit(at: per + 1) ?? time(at: per + 1)
    else { return nil }
    return limit(kind, times * 365 / days, index..<next)
  }

  // MARK: How long, how many

  private func quantity(at index: Int) -> (Limit, Int)? {
    for (kind, sequences) in [(Limit.Kind.atLeast, least), (.atMost, most), (.upTo, upTo)] {
      guard let length = match(index, sequences) else { continue }
      if let (days, next) = time(at: index + length) { return limit(kind, days, index..<next) }
      if let (value, next) = count(at: index + length) { return limit(kind, value, index..<next, noun: core(next)) }
    }
    if core(index) == "for", core(index + 1) != "a", let (days, next) = time(at: index + 1) {
      return limit(.lasting, days, index..<next)
    }
    return nil
  }

  /// A number, which may be told twice: 5 (five).
  private func count(at index: Int) -> (Double, Int)? {
    guard let value = number(core(index)) else { return nil }
    let isTwice = index + 1 < endIndex && self[index + 1].text.first == "(" && number(core(index + 1)) == value
    return (value, index + (isTwice ? 2 : 1))
  }

  /// A number of units of time, in days.
  private func time(at index: Int) -> (Double, Int)? {
    guard let (value, start) = count(at: index) ?? (["a", "an", "the"].contains(core(index)) ? (1, index + 1) : nil),
      let (days, next) = unit(at: start)
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
    let owned = core(index).withoutPossession
    let name = owned.hasSuffix("s") ? String(owned.dropLast()) : owned
    return days[name].map { ($0, index + 1) }
  }
}

/// Words that count or name a day: ten, £50, March; without the numbers of what is referred to.
func figures(in words: [Word]) -> [String] {
  words.indices.filter { index in
    let word = words[index]
    if months.contains(word.core) || weekdays.contains(word.core) { return word.isCapital }
    guard number(word.core) != nil || word.core.first?.isNumber == true, word.core != "one" else { return false }
    let isPartOfText = index > 0 && labels.contains(words[index - 1].core)
    return !isPartOfText && (!word.core.contains(".") || word.text.contains("£"))
  }.map { words[$0].core }
}

private let labels: Set<String> = [
  "appendix", "article", "chapter", "clause", "clauses", "item", "paragraph", "paragraphs", "part", "rule", "schedule",
  "section", "sections", "step", "table",
]

private func number(_ word: String) -> Double? {
  if let first = word.utf8.first, 0x30...0x39 ~= first { return Double(word.filter { $0 != "," }) }
  if let value = numerals[word] { return value }
  // Twenty-five.
  guard let hyphen = word.utf8.firstIndex(of: UInt8(ascii: "-")), let ten = numerals[String(word[..<hyphen])],
    ten >= 20,
    let one = numerals[String(word[word.index(after: hyphen)...])], one < 10
  else { return nil }
  return ten + one
}

private let numerals: [String: Double] = {
  let ones = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ].enumerated().map { ($1, Double($0 + 1)) }
  let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].enumerated().map {
    ($1, Double($0 * 10 + 20))
  }
  return Dictionary(uniqueKeysWithValues: ones + tens)
}()

private let days: [String: Double] = [
  "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 365 / 12, "half-term": 365 / 6,
  "term": 365 / 3, "quarter": 365 / 4, "year": 365,
].merging(weekdays.map { ($0, 7) } + months.filter { $0 != "may" }.map { ($0, 365) }) { unit, _ in unit }

private let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
private let months = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
  "december",
]

private let adverbs: [String: Double] = [
  "biennially": 0.5, "biennial": 0.5, "annually": 1, "annual": 1, "yearly": 1, "biannually": 2, "biannual": 2,
  "half-yearly": 2, "six-monthly": 2, "termly": 3, "quarterly": 4, "half-termly": 6, "monthly": 12,
  "fortnightly": 365 / 14, "weekly": 365 / 7, "daily": 365, "hourly": 8760,
]

private let repetitions: [String: Double] = ["once": 1, "twice": 2]

private func sequences(_ phrases: String...) -> [[String]] { phrases.map { $0.split(separator: " ").map(String.init) } }

private let atOnce = sequences(
  "at once", "immediately", "straight away", "straightaway", "forthwith", "without delay", "instantly")
private let soon = sequences(
  "as soon as possible", "as soon as practicable", "as soon as is practicable", "as soon as reasonably practicable",
  "without undue delay", "promptly", "in good time", "in due course", "swiftly", "quickly")
private let within = sequences(
  "within", "no later than", "not later than", "by no later than", "in no more than", "in less than", "in up to",
  "later than")
private let notSooner = sequences("no earlier than", "not earlier than", "no sooner than", "not sooner than")
private let by = sequences(
  "by", "before", "on or before", "no later than", "not later than", "by no later than", "later than")
private let onThe = sequences("on the", "by the")
private let ordinals: [String: Double] = Dictionary(
  uniqueKeysWithValues: [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ].enumerated().map { ($1, Double($0 + 1)) })
private let ahead = sequences("before", "ahead", "in advance", "prior to")
private let byTheEnd = sequences(
  "by the end of the", "by the end of that", "by the end of each", "the same", "by the next")
private let sometimes = sequences(
  "regularly", "periodically", "frequently", "often", "from time to time", "occasionally")
private let least = sequences(
  "at least", "a minimum of", "no fewer than", "not fewer than", "no less than", "not less than", "for at least",
  "for a minimum of")
private let most = sequences(
  "at most", "no more than", "not more than", "a maximum of", "more than", "for no more than", "for a maximum of",
  "no longer than", "not longer than", "for no longer than", "longer than", "in excess of", "exceed", "exceeds",
  "exceeding")
private let excesses = ["more than", "longer than", "later than", "in excess of", "exceed"]
private let upTo = sequences("up to", "for up to")

/// The first words of all measures but those of so many times.
private let openers = Set(adverbs.keys)
  .union(["every", "each", "once", "twice", "for", "a", "an"])
  .union(numerals.keys)
  .union(
    [atOnce, soon, within, notSooner, by, byTheEnd, onThe, sometimes, least, most, upTo].joined().map { $0[0] })
