import Reading

/// Finds the names of persons among words; names of bodies, places and things that begin like one are left aside.
extension [Word] {
  /// Where persons are named: `Mr A. Smith`, `Jane Smith`, `Head: Jan Okoro`.
  var persons: [Range<Int>] {
    var persons: [Range<Int>] = []
    var index = 0
    while index < count {
      if let person = titled(at: index) ?? givenName(at: index) ?? labelled(at: index) {
        persons.append(person)
        index = person.upperBound
      } else {
        index += 1
      }
    }
    return persons
  }

  /// A title with a name: Mr Smith, Professor A. B. Jones.
  private func titled(at index: Int) -> Range<Int>? {
    guard self[index].isCapital, !self[index].isShouted, titles.contains(self[index].core), self[index].mark == nil
    else { return nil }
    let end = nameEnd(from: index + 1, most: 4)
    return end > index + 1 && self[index + 1..<end].contains { $0.core.count > 1 } && isPerson(index..<end)
      ? index..<end : nil
  }

  /// A given name with a family name.
  private func givenName(at index: Int) -> Range<Int>? {
    guard self[index].isCapital, givenNames.contains(self[index].core), !self[index].endsPhrase else { return nil }
    let end = nameEnd(from: index + 1, most: 3)
    guard end > index + 1, self[end - 1].core.count > 1, isPerson(index..<end), hasTask(index..<end) else { return nil }
    if self[index + 1..<end].contains(where: { !$0.traits.isDisjoint(with: .ofGrammar) }) { return nil }
    guard index > 0, self[index - 1].text.last?.isLetter == true else { return index..<end }
    // The Jo Bloggs Foundation, St Peter; but: Headteacher Jo Bloggs.
    let before = self[index - 1]
    let isArticle = ["the", "a", "an"].contains(before.core)
    return isArticle || before.isCapital && index > 1 && !before.traits.contains(.agent) ? nil : index..<end
  }

  /// Whether somebody named without a title has a role or a task here, or can be reached; houses, prizes and lessons are
  /// called after others.
  private func hasTask(_ range: Range<Int>) -> Bool {
    if range.count == count || contains(where: \.isContact) { return true }
    if let before = self[..<range.lowerBound].last {
      if before.mark == .stop || before.mark == .dash || before.isRole { return true }
      if before.mark == nil, leadsToPersons.contains(before.core) { return true }
    }
    guard range.upperBound < count else { return false }
    let next = self[range.upperBound]
    if next.isRole || next.core == "who" { return true }
    let verbs: Traits = [.verb, .singularVerb, .auxiliary, .modal]
    return !self[range.upperBound - 1].endsPhrase && !next.traits.isDisjoint(with: verbs)
      && !["was", "were", "had", "did"].contains(next.core)
  }

  /// A name behind a role and a colon or dash.
  private func labelled(at index: Int) -> Range<Int>? {
    guard index + 2 < count else { return nil }
    let dash = self[index + 1].core.isEmpty && self[index + 1].mark == .dash
    guard dash || self[index].mark == .stop && self[index].text.hasSuffix(":"),
      lexicon[self[index].core]?.contains(.agent) == true
    else { return nil }
    let start = index + (dash ? 2 : 1)
    let end = nameEnd(from: start, most: 3)
    let isWhole =
      end == count || self[end - 1].endsPhrase && self[end - 1].text.last != ")" || self[end].core.isEmpty
    let isName = (start..<end).allSatisfy { place in
      let word = self[place]
      return lexicon[word.core] == nil && !notNames.contains(word.core) && !word.isPossessive
        && !word.text.allSatisfy { $0.isUppercase }
        && !commonEndings.contains { word.core.count > 5 && word.core.hasSuffix($0) }
    }
    return end - start >= 2 && isWhole && isName && isPerson(start..<end) ? start..<end : nil
  }

  /// Where a row of capital words and initials ends.
  private func nameEnd(from start: Int, most: Int) -> Int {
    var end = start
    while end < count, end - start < most, self[end].isCapital, self[end].depth == self[start].depth {
      let word = self[end]
      if word.core.count > 1, word.core.contains(where: \.isNumber) || word.isShouted && !self[start].isShouted {
        break
      }
      end += 1
      if word.endsPhrase, !(word.core.count == 1 && word.text.hasSuffix(".")) { break }
    }
    return end
  }

  /// Whether nothing in or behind a name shows that a body, a place, an Act or a thing is called so.
  private func isPerson(_ range: Range<Int>) -> Bool {
    let last = self[range.upperBound - 1]
    let next = range.upperBound < count && !last.endsPhrase ? self[range.upperBound] : nil
    // A row that goes on is the name of something longer.
    if let next, next.isCapital, next.depth == last.depth { return false }
    let named = self[range].map(\.core) + (next.map { [$0.core] } ?? [])
    return !named.contains { institutions.contains($0.hasSuffix("'s") ? String($0.dropLast(2)) : $0) }
      && !brands.contains(named.prefix(range.count).joined(separator: " "))
      && !(range.count == 2 && last.isPossessive && next?.core == "law")
  }
}

extension Word {
  /// Whether it is written in capital letters throughout.
  fileprivate var isShouted: Bool { core.count > 1 && text.allSatisfy { !$0.isLowercase } }

  /// Whether it says what somebody is: Headteacher, SENCO.
  fileprivate var isRole: Bool { traits.contains(.agent) || isCapital && isShouted }

  /// Whether it tells how somebody is reached.
  fileprivate var isContact: Bool {
    text.contains("@") || ["extension", "ext", "tel", "telephone", "phone", "mobile"].contains(core)
      || core.count > 4 && core.allSatisfy(\.isNumber) && core.hasPrefix("0")
  }
}

extension Traits {
  /// Words that hold sentences together and begin or end no name.
  fileprivate static let ofGrammar: Traits = [
    .determiner, .pronoun, .preposition, .coordinator, .auxiliary, .modal, .subordinator,
  ]
}

private let titles: Set<String> = [
  "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "cllr", "rev", "revd", "reverend", "sir", "dame",
]

/// What a name belongs to when it stands with one of these: Sir John Soane School, Victoria Road.
private let institutions: Set<String> = wordList(
  """
  academy academies act arms association avenue award awards bill building buildings care case centre charity charter
  church class clinic close club code college committee company convention cottage council court cross cup day drive
  estate farm federation field fields formula foundation fund gallery garden gardens group guidance guidelines hall
  heath hill home hospital house houses infant infants inn inquiry institute island junior juniors lane law lecture lecturer
  library limited line lodge ltd mark medal memorial method model museum nursery office orchestra palace park partners
  partnership place plc post practice prayer primary principles prize programme project report review river road rule
  rules scale scheme school schools secondary services sixth society square stadium standard station street studio
  surgery syndrome team terrace test theatre theorem tower training trust university versus view village walk ward way
  wood year
  """)

/// What stands before the name of somebody who is to do something.
private let leadsToPersons: Set<String> = [
  "to", "from", "by", "with", "through", "via", "ask", "tell", "contact", "ring", "call", "see", "inform", "notify",
  "email",
  "e-mail", "is", "are",
]

/// What is called after somebody, and those after whom much is called.
private let brands: Set<String> = [
  "ada lovelace", "alan turing", "albert einstein", "amy johnson", "benjamin zephaniah", "charles dickens",
  "edith cavell", "elizabeth fry", "emily davison", "emmeline pankhurst", "george stephenson", "harriet tubman",
  "isaac newton",
  "isambard brunel", "isambard kingdom brunel", "jane austen", "jesse owens", "joan of arc", "martin luther king",
  "mary anning", "mary seacole", "michael faraday", "nelson mandela", "roald dahl", "rosa parks", "rosalind franklin",
  "stephen hawking", "stephen lawrence", "william shakespeare", "william wilberforce", "winston churchill",
  "adam smith", "anne frank", "calvin klein", "charles darwin", "dr barnardo's", "dr martens", "dr seuss", "dr who",
  "duncan lewis",
  "father christmas", "florence nightingale", "harry potter", "jack wills", "john lewis", "karen millen", "kurt geiger",
  "marie curie", "martin luther", "mr men", "oliver bonas", "paul smith", "peter pan", "ralph lauren", "ted baker",
  "thomas cook", "tommy hilfiger",
]

/// Words of headings and departments that stand behind a role and a colon and name nobody.
private let notNames: Set<String> = wordList(
  """
  adult annual april august autumn business central children communications corporate county customer data date
  december deputy digital early education emergency equality estates facilities family february finance friday full
  general hall health home house human inclusion information january july june key legal local march marketing
  medical monday name national network november october pastoral people phase planning policy primary property
  public pupil reception records resources review safety saturday schools secondary september services sixth social
  special spring standards strategic summer sunday support term thursday transport tuesday vacant wednesday year
  years
  """)

private let commonEndings = [
  "tion", "tions", "ment", "ments", "ance", "ence", "ing", "ings", "ity", "ities", "ship", "ness", "ics", "al", "ive",
  "ary", "ous", "able", "ible",
]
