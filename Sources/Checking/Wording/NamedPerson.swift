import PolicyModel
import Reading

extension Check {
  static let namedPerson = Check(
    .namedPerson, .warning, "A person is named, or a person’s own e-mail address given, where a role would last."
  ) { text, check in
    var findings: [Diagnostic] = []
    var told: Set<[String]> = []
    func tell(_ words: String, _ message: String, _ remedy: String, about subject: Subject) {
      guard told.insert(["\(subject)", words]).inserted else { return }
      findings.append(check.finding(message, remedy: remedy, about: subject))
    }
    func tellPersons(_ words: [Word], about subject: (String) -> Subject) {
      let persons = words.persons
      let number = !persons.isEmpty && words.hasTelephoneNumber ? ", with a telephone number beside it" : ""
      for person in persons {
        let name = words[person].text.replacing("(", with: "")
        tell(
          name, "“\(name)” is the name of a person\(number); people leave, roles stay",
          "name the role, such as “the headteacher”, and keep names out of the policy", about: subject(name))
      }
    }
    for line in text.lines {
      tellPersons(line.words) { .words($0, in: line.clause) }
      for address in line.words.compactMap(\.personalAddress) {
        tell(
          address, "“\(address)” is the e-mail address of a person; people leave, roles stay",
          "give the address of an office, such as “office@…”", about: .words(address, in: line.clause))
      }
    }
    if let owner = text.resolved.control.owner.value {
      tellPersons(Reading.words(of: owner)) { _ in .frontMatter("control") }
    }
    return findings
  }
}

extension Word {
  /// The e-mail address that the word is, if it is made of a person’s name: j.smith@…, not office@….
  fileprivate var personalAddress: String? {
    guard let at = text.utf8.firstIndex(of: UInt8(ascii: "@")), text[at...].contains(".") else { return nil }
    let address = text.drop { !$0.isLetter && !$0.isNumber }
    let name = address.prefix { $0 != "@" }.lowercased()
    let parts = name.split { ".-_".contains($0) }.map(String.init)
    guard let first = parts.first, let last = parts.last, !name.contains(":") else { return nil }
    let isPersonal =
      if parts.count == 1 { givenNames.contains(first) } else {
        (first.count == 1 || givenNames.contains(first)) && last.count > 1 && last.allSatisfy(\.isLetter)
          && Reading.traits(of: last).isDisjoint(with: [.agent, .thing, .verb])
      }
    guard isPersonal else { return nil }
    return String(address.reversed().drop { !$0.isLetter }.reversed())
  }
}

extension [Word] {
  /// Whether a British telephone number stands among the words.
  fileprivate var hasTelephoneNumber: Bool {
    var digits = ""
    for word in self {
      let number = word.text.filter { !"()+,.;:".contains($0) }
      guard !number.isEmpty, number.allSatisfy(\.isASCIIDigit) else {
        digits = ""
        continue
      }
      digits += number
      if digits.count >= 10, digits.count <= 13, digits.hasPrefix("0") || digits.hasPrefix("44") { return true }
    }
    return false
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
