import PolicyModel

// What is remembered of a listing's organisation, ledger and bases.

extension Organisation {
  func write(to lines: inout MemoryLines) {
    lines.add("organisation", kind.rawValue, name.long, name.short, name.possessive)
    for contact in contacts { lines.add("contact", contact.role, contact.reached) }
  }

  init(_ lines: inout MemoryLines) throws(UnreadableMemory) {
    guard let words = lines.next("organisation") else { throw UnreadableMemory() }
    var contacts: [Contact] = []
    while let contact = lines.next("contact") {
      contacts.append(Contact(role: try contact.required(0), reached: try contact.required(1)))
    }
    self.init(
      name: TermValue(try words.required(1), short: words[2], possessive: words[3]),
      kind: try words.required(0) { Kind(rawValue: $0) }, contacts: contacts)
  }
}

extension Ledger {
  func write(to lines: inout MemoryLines) {
    for record in records {
      lines.add(
        "decision", record.edition.description, record.event.rawValue, record.body, record.on?.description,
        record.until?.description, record.minute, record.source, record.text)
    }
  }

  init(_ lines: inout MemoryLines) throws(UnreadableMemory) {
    self.init()
    while let words = lines.next("decision") {
      records.append(
        Record(
          edition: try words.required(0) { Edition($0) }, event: try words.required(1) { Record.Event(rawValue: $0) },
          body: words[2], on: try words.optional(3) { PartialDate($0) },
          until: try words.optional(4) { PartialDate($0) },
          minute: words[5], source: words[6], text: words[7]))
    }
  }
}

/// Reads addresses with a space between them.
func addresses(_ text: String) throws(UnreadableMemory) -> [Address] {
  var addresses: [Address] = []
  for written in text.utf8.split(separator: UInt8(ascii: " ")) {
    guard let address = Address(String(Substring(written))) else { throw UnreadableMemory() }
    addresses.append(address)
  }
  return addresses
}
