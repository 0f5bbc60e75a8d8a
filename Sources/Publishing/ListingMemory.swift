import PolicyModel

extension Listing {
  /// Adds the lines by which it is remembered.
  package func write(to lines: inout MemoryLines) {
    lines.add(
      "text", address.description, title, reviewEvery?.description, newest.description, digest, hasTemplate.sign,
      hasChanges.sign, bases.map(\.description).joined(separator: " "))
    lines.add(
      "organisation", organisation.kind.rawValue, organisation.name.long, organisation.name.short,
      organisation.name.possessive)
    for contact in organisation.contacts { lines.add("contact", contact.role, contact.reached) }
    for record in ledger.records {
      lines.add(
        "decision", record.edition.description, record.event.rawValue, record.body, record.on?.description,
        record.until?.description, record.minute, record.source, record.text)
    }
    if let amended { lines.add("amended", amended.title, amended.owner) }
    inheritance?.write(to: &lines)
    for entry in citations {
      lines.add("cited", entry.key.table.rawValue, entry.key.name)
      for clause in entry.clauses { lines.add("clause", clause.identity.name, clause.label) }
    }
  }

  /// Takes the lines of a listing; nil where the next line starts none.
  package static func next(of lines: inout MemoryLines) throws(UnreadableMemory) -> Listing? {
    guard let text = lines.next("text") else { return nil }
    return try Listing(text, &lines)
  }
}

extension Organisation {
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

extension Bool {
  /// Written where it is true.
  fileprivate var sign: String? { self ? "yes" : nil }
}

func addresses(_ text: String) throws(UnreadableMemory) -> [Address] {
  var addresses: [Address] = []
  for written in text.utf8.split(separator: UInt8(ascii: " ")) {
    guard let address = Address(String(Substring(written))) else { throw UnreadableMemory() }
    addresses.append(address)
  }
  return addresses
}
