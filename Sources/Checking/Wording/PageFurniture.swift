import PolicyModel
import Reading

extension Check {
  static let pageFurniture = Check(
    .pageFurniture, .warning,
    "A page number, a running title, a marking of pages or the date of a review stands in the text."
  ) { text, check in
    let title = Reading.words(of: text.resolved.title).map(\.core)
    return text.lines.filter { $0.place == .prose || $0.place == .heading }.flatMap { line in
      let places = line.words.furniture(title: line.place == .prose ? title : [])
      let edges = places.map { line.words[$0].text }.map { words in
        check.finding(
          "“\(words)” belongs to the edge of a page, not to the text",
          remedy: "take it out; pages are numbered and headed when the policy is printed",
          about: .words(words, in: line.clause))
      }
      let pointers = line.words.pagePointers.map { words in
        check.finding(
          "“\(words)” points to a page, and pages fall anew each time the policy is printed",
          remedy: "write a reference to the clause that is meant: [](#identity)", about: .words(words, in: line.clause))
      }
      let reviews = line.sentences.flatMap { Array(line.words[$0]).typedReviews }.map { words in
        check.finding(
          "“\(words)” is typed by hand, and is wrong after the next review",
          remedy: "take it out; editions, reviews and their dates are printed from the ledger",
          about: .words(words, in: line.clause))
      }
      return edges + pointers + reviews
    }
  }
}

extension [Word] {
  /// Where the text points to a page of itself: overleaf, on page 7; pages of other documents are theirs.
  fileprivate var pagePointers: [String] {
    indices.compactMap { index in
      if self[index].core == "overleaf" { return self[index...index].text }
      guard index > 0, self[index - 1].core == "on", self[index].core == "page", index + 1 < count,
        Int(self[index + 1].core) != nil,
        self[index + 1].endsPhrase || index + 2 == count || !["of", "in"].contains(self[index + 2].core)
      else { return nil }
      return self[(index - 1)...(index + 1)].text
    }
  }

  /// Where the text says when it was or will be reviewed: reviewed in September 2022, updated March 2021; what it says of
  /// others stays true.
  fileprivate var typedReviews: [String] {
    guard isOfText else { return [] }
    return indices.compactMap { index in
      guard ["reviewed", "updated", "revised", "amended"].contains(self[index].core) else { return nil }
      var month = index + 1
      while month < count, month < index + 3,
        ["in", "on", "by"].contains(self[month].core) || Int(self[month].core) != nil
      {
        month += 1
      }
      guard month + 1 < count, months.contains(self[month].core), self[month + 1].core.utf8.count == 4,
        Int(self[month + 1].core) != nil
      else { return nil }
      return self[index...(month + 1)].text
    }
  }

  /// Whether a sentence speaks of the text that it stands in, or does not say of what.
  private var isOfText: Bool {
    guard let first, !first.traits.contains(.preposition) else { return false }
    let subject = prefix { $0.traits.isDisjoint(with: [.auxiliary, .participle, .preposition, .subordinator]) }
    let named = subject.last {
      $0.core.first?.isLetter == true && $0.traits.isDisjoint(with: .adverb) && !["date", "last"].contains($0.core)
    }
    return named.map { texts.contains($0.core) } ?? true
  }

  /// Where words stand that were printed at the edge of a page.
  fileprivate func furniture(title: [String]) -> [Range<Int>] {
    if count == 1, let page = Int(self[0].core), page < 400, self[0].text.allSatisfy({ $0.isNumber || $0 == "-" }) {
      return [0..<1]
    }
    var found: [Range<Int>] = []
    var index = 0
    while index < count {
      guard let end = pageNumber(at: index) ?? stamp(at: index) ?? runningTitle(title, at: index) else {
        index += 1
        continue
      }
      found.append(index..<end)
      index = end
    }
    return found
  }

  /// Page 3 of 12 anywhere; Page 3 where one sentence has ended and another begins.
  private func pageNumber(at index: Int) -> Int? {
    guard pages.contains(self[index].core) else { return nil }
    var place = index + 1
    if place < count, self[place].text == "|" { place += 1 }
    guard place < count else { return nil }
    let (number, next) = (self[place].core, place + 1)
    // Page 1of 9 lost its space in the conversion.
    if number.hasSuffix("of"), Int(number.dropLast(2)) != nil, next < count, Int(self[next].core) != nil {
      return next + 1
    }
    guard Int(number) != nil else { return nil }
    if next + 1 < count, ["of", "/"].contains(self[next].text), Int(self[next + 1].core) != nil { return next + 2 }
    let isWhole = self[index].isCapital && self[index].core == "page" && !self[place].endsPhrase
    return isWhole && stands(index..<place + 1) ? place + 1 : nil
  }

  /// Version 2.0, OFFICIAL or Uncontrolled when printed, between sentences.
  private func stamp(at index: Int) -> Int? {
    if self[index].core == "uncontrolled",
      isAt(index + 1, ["when", "printed"]) || isAt(index + 1, ["if", "printed"])
    {
      return index + 3
    }
    guard self[index].isCapital, index == 0 || self[index - 1].endsSentence else { return nil }
    var place = index
    while place < count, markings.contains(self[place].core), self[place].text.allSatisfy({ !$0.isLowercase }) {
      place += 1
    }
    let isMarked = place > index
    if place + 1 < count, ["version", "issue", "v"].contains(self[place].core), Double(self[place + 1].core) != nil {
      place += 2
    }
    guard place > index, stands(index..<place) else { return nil }
    return isMarked || place == count ? place : nil
  }

  /// The title of the policy, cut off from the sentences on both sides.
  private func runningTitle(_ title: [String], at index: Int) -> Int? {
    guard title.count > 1, index + title.count <= count, index > 0, self[index].isCapital, self[index].core == title[0]
    else { return nil }
    let range = index..<index + title.count
    guard zip(range, title).allSatisfy({ self[$0].core == $1 }) else {
      return nil
    }
    return stands(range) ? range.upperBound : nil
  }

  /// Whether words stand for themselves: a sentence ended before them, and another begins behind them or none.
  private func stands(_ range: Range<Int>) -> Bool {
    guard range.lowerBound == 0 || self[range.lowerBound - 1].endsSentence else { return false }
    guard range.upperBound < count else { return range.lowerBound > 0 || count == range.count }
    return !self[range.upperBound - 1].endsPhrase && self[range.upperBound].isCapital
  }

  private func isAt(_ index: Int, _ phrase: [String]) -> Bool {
    index + phrase.count <= count && zip(index..., phrase).allSatisfy { self[$0].core == $1 }
  }
}

/// What a text calls itself.
private let texts: Set<String> = ["document", "edition", "issue", "policy", "procedure", "this", "version"]

private let pages: Set<String> = ["page", "pg", "p"]

private let months = Set(PartialDate.months.map { $0.lowercased() })

private let markings: Set<String> = [
  "public", "official", "official-sensitive", "sensitive", "restricted", "confidential", "not", "protectively",
  "marked",
  "unclassified", "internal",
]
