import PolicyModel
import Publishing

/// What the files of an output were made of, kept beside them so that the next publishing makes anew only what has changed.
///
/// It can be deleted at any time: all is made anew then.
struct PublishedMemory: Sendable {
  /// Files that were made together of the same sources.
  struct Part: Sendable {
    /// Of all that they were made of.
    let sources: Fingerprint
    let files: [WrittenFile]
    /// Of documents, what is to be known of their policy.
    var policy: Policy?
  }

  struct Policy: Sendable {
    /// Its texts that are published.
    let texts: [Address]
    /// The texts of other policies on which they rest.
    let bases: [Address]
    /// The newest day in its ledger.
    let newestDecision: PartialDate?
    /// The lines of what is listed of its texts, which nobody reads where nothing has changed.
    let listed: MemoryLines
  }

  /// The day by which reviews were judged.
  var asAt: PartialDate
  /// How the whole of it was published (see `PublishRequest.manner`).
  var manner: String
  /// By the address of the policy, or the name of the pages.
  var parts: [String: Part]
}

/// A file of the output as it was written.
struct WrittenFile: Hashable, Sendable {
  /// Below the output folder.
  let path: String
  let stamp: FileStamp
}

// MARK: As a file

extension PublishedMemory {
  /// A line for each part and each of its files; of documents, then, for their policy and its texts.
  var bytes: [UInt8] {
    var lines = MemoryLines()
    lines.add("published", asAt.description, manner)
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      lines.add("part", part.sources.description, name)
      for file in part.files { lines.add("file", String(file.stamp.bytes), String(file.stamp.written), file.path) }
      guard let policy = part.policy else { continue }
      lines.add("policy", policy.newestDecision?.description)
      for text in policy.texts { lines.add("text", text.description) }
      for base in policy.bases { lines.add("base", base.description) }
      lines.add("listed", policy.listed)
    }
    // What was cut off between two lines is told by it.
    lines.add("end")
    return lines.bytes
  }

  init(_ bytes: [UInt8]) throws(UnreadableMemory) {
    var lines = MemoryLines(bytes)
    guard let published = lines.next("published") else { throw UnreadableMemory() }
    self.init(
      asAt: try published.required(0) { PartialDate($0) }, manner: try published.required(1), parts: [:])
    while let part = lines.next("part") {
      var files: [WrittenFile] = []
      while let file = lines.next("file") {
        let stamp = FileStamp(bytes: try file.required(0) { Int($0) }, written: try file.required(1) { Int($0) })
        files.append(WrittenFile(path: try file.required(2), stamp: stamp))
      }
      parts[try part.required(1)] = Part(
        sources: try part.required(0) { Fingerprint($0) }, files: files,
        policy: try lines.next("policy").map { words throws(UnreadableMemory) in try Policy(words, &lines) })
    }
    guard lines.next("end") != nil, lines.isAtEnd else { throw UnreadableMemory() }
  }
}

extension PublishedMemory.Policy {
  init(listings: [Listing], bases: [Address], newestDecision: PartialDate?) {
    var lines = MemoryLines()
    for listing in listings { listing.write(to: &lines) }
    self.init(texts: listings.map(\.address), bases: bases, newestDecision: newestDecision, listed: lines)
  }

  fileprivate init(_ words: MemoryLines.Words, _ lines: inout MemoryLines) throws(UnreadableMemory) {
    var texts: [Address] = []
    while let text = lines.next("text") { texts.append(try text.required(0) { Address($0) }) }
    var bases: [Address] = []
    while let base = lines.next("base") { bases.append(try base.required(0) { Address($0) }) }
    self.init(
      texts: texts, bases: bases, newestDecision: try words.optional(0) { PartialDate($0) },
      listed: try lines.lines("listed"))
  }

  /// What is listed of its texts.
  func listings() throws(UnreadableMemory) -> [Listing] {
    var (lines, listings) = (listed, [Listing]())
    while let listing = try Listing.next(of: &lines) { listings.append(listing) }
    guard lines.isAtEnd else { throw UnreadableMemory() }
    return listings
  }
}
