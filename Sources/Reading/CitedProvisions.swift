import PolicyModel

/// The parts of an Act that words around its title name: “sections 4 and 5 of the Libel Act 1843”, “Libel Act 1843, s.4”.
func provisions(of title: Range<Int>, in line: CitedWords) -> [Provision] {
  let before = provisions(before: title.lowerBound, in: line)
  guard before.isEmpty, [" ", ", ", " ("].contains(line.gap(after: title.upperBound - 1)) else { return before }
  return provisions(at: title.upperBound, in: line).found
}

/// Those that end in “of” or “of the” before the title.
private func provisions(before title: Int, in line: CitedWords) -> [Provision] {
  var end = title
  if end > 0, line.words[end - 1].core == "the" { end -= 1 }
  guard end > 0, line.words[end - 1].core == "of" else { return [] }
  end -= 1
  for start in stride(from: end - 1, through: max(0, end - 12), by: -1) {
    let (found, next) = provisions(at: start, in: line)
    if !found.isEmpty, next == end { return found }
  }
  return []
}

/// Those that start at a word, and the word behind them.
private func provisions(at start: Int, in line: CitedWords) -> (found: [Provision], next: Int) {
  guard start < line.words.count, var (kind, number) = opening(line.words[start].core) else { return ([], start) }
  var found: [Provision] = []
  var index = start
  if number == nil {
    index += 1
    guard index < line.words.count else { return ([], start) }
    number = line.words[index].core
  }
  while let first = number, first.first?.isNumber == true {
    var numbers = [first]
    while isBracket(line.gap(after: index)), index + 1 < line.words.count {
      index += 1
      numbers.append(line.words[index].core)
    }
    // “6.2” is a clause of the policy itself.
    let isDotted = line.gap(after: index) == "." && index + 1 < line.words.count
    if isDotted, line.words[index + 1].core.first?.isNumber == true { return ([], start) }
    if let provision = Provision(kind, numbers) { found.append(provision) }
    index += 1
    var next = index
    if next < line.words.count, ["and", "or", "to"].contains(line.words[next].core) { next += 1 }
    number = next < line.words.count ? line.words[next].core : nil
    if let next = number, let (other, inner) = opening(next) { (kind, number) = (other, inner) }
    if number?.first?.isNumber == true { index = next }
  }
  return (found, index)
}

/// The kind of provision that a word announces, with the number where it clings to it: “section”, “ss”, “s127”.
private func opening(_ word: String) -> (kind: Provision.Kind, number: String?)? {
  switch word {
  case "section", "sections", "s", "ss", "sec": return (.section, nil)
  case "part", "parts": return (.part, nil)
  case "schedule", "schedules", "sch": return (.schedule, nil)
  case "article", "articles", "art": return (.article, nil)
  case "regulation", "regulations", "reg": return (.regulation, nil)
  default:
    let letters = word.prefix { $0 == "s" }
    guard (1...2).contains(letters.count), word.dropFirst(letters.count).first?.isNumber == true else { return nil }
    return (.section, String(word.dropFirst(letters.count)))
  }
}

private func isBracket(_ gap: Substring) -> Bool { gap == "(" || gap == ")(" }
