import PolicyModel
import Reading

/// What all documents of a site have in common.
package struct Site: Sendable {
  /// Every text that is published.
  package let addresses: Set<Address>
  package let register: Register
  /// The day by which reviews are due or overdue.
  package let asAt: PartialDate
  /// What documents are published as.
  package let formats: Set<Format>
  /// What is published beside each document.
  package let companions: Set<Companion>
  let citationFinder: CitationFinder

  package init(
    addresses: Set<Address>, register: Register, asAt: PartialDate, formats: Set<Format> = Set(Format.allCases),
    companions: Set<Companion> = Set(Companion.allCases)
  ) {
    self.addresses = addresses
    self.register = register
    self.asAt = asAt
    self.formats = formats
    self.companions = companions
    citationFinder = CitationFinder(register)
  }

  /// Where a text stands in the site, without the ending that tells the format; nil where it is not published.
  func path(of text: Address) -> String? { addresses.contains(text) ? text.path : nil }

  /// Of the documents that pages link to.
  var ending: String { formats.contains(.html) ? ".html" : ".md" }
}

/// What a document is published as.
public enum Format: String, Sendable, CaseIterable {
  case html, md
}

/// What is published beside the document of a text.
public enum Companion: String, Sendable, CaseIterable {
  /// What changed since the edition before.
  case changes
  /// What a fork says otherwise than its base, and for the base who adopted it.
  case variations
  /// Who must do what.
  case duties
}

/// One file of the site: its path below the output folder, and its bytes.
package struct RenderedFile: Hashable, Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(_ path: String, _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// What is said of a fact that nobody recorded.
let notRecorded = "not recorded"

extension Address {
  /// The text in words: “edition 1.0”, “the draft”.
  var textName: String { choice.map { $0 == .draft ? "the draft" : "edition \($0)" } ?? "the newest text" }

  /// Where a text stands in the site, without the ending.
  var path: String { names + "/" + (choice ?? .draft).description }
}

/// Who names events and entries, as nobody knows where the site will be: a name that can never be somebody's address.
let authority = "clausebook.invalid"
