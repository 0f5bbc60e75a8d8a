import FoundationEssentials
import PolicyModel
import Publishing

/// What the files of an output were made of, kept beside them so that the next publishing makes anew only what has changed.
///
/// It can be deleted at any time: all is made anew then.
struct PublishedMemory: Sendable {
  /// Files that were made together of the same sources.
  struct Part: Sendable {
    /// The digest of all that they were made of.
    let sources: String
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
    /// What is listed of its texts, as JSON: it is read only where a page is made anew.
    fileprivate let encoded: [UInt8]

    init(listings: [Listing], bases: [Address], newestDecision: PartialDate?) throws {
      texts = listings.map(\.address)
      self.bases = bases
      self.newestDecision = newestDecision
      encoded = Array(try JSONEncoder().encode(listings))
    }

    fileprivate init(texts: [Address], bases: [Address], newestDecision: PartialDate?, encoded: [UInt8]) {
      self.texts = texts
      self.bases = bases
      self.newestDecision = newestDecision
      self.encoded = encoded
    }

    /// Nil where they cannot be read.
    var listings: [Listing]? { try? JSONDecoder().decode([Listing].self, from: Data(encoded)) }
  }

  /// The day by which reviews were judged.
  var asAt: PartialDate
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
  /// A line for each part, policy, list of listings and file; the words of a line stand between tabs.
  var bytes: [UInt8] {
    var text = "\(asAt)\n"
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      text += "part\t\(part.sources)\t\(name)\n"
      for file in part.files { text += "file\t\(file.stamp.bytes)\t\(file.stamp.written)\t\(file.path)\n" }
      guard let policy = part.policy else { continue }
      text +=
        "policy\t\(policy.newestDecision?.description ?? "")\t\(written(policy.texts))\t\(written(policy.bases))\n"
      text += "listings\t\(String(decoding: policy.encoded, as: UTF8.self))\n"
    }
    return Array(text.utf8)
  }

  private func written(_ addresses: [Address]) -> String { addresses.map(\.description).joined(separator: " ") }

  /// Nil where the bytes are no memory.
  init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
    guard let first = lines.popFirst(), let asAt = PartialDate(text(first)) else { return nil }
    self.init(asAt: asAt, parts: [:])
    while let part = words(of: &lines, "part", 2) {
      var files: [WrittenFile] = []
      while let file = words(of: &lines, "file", 3) {
        guard let bytes = Int(text(file[0])), let written = Int(text(file[1])) else { return nil }
        files.append(WrittenFile(path: text(file[2]), stamp: FileStamp(bytes: bytes, written: written)))
      }
      var policy: Policy?
      if let known = words(of: &lines, "policy", 3), let listings = words(of: &lines, "listings", 1) {
        policy = Policy(
          texts: addresses(known[1]), bases: addresses(known[2]), newestDecision: PartialDate(text(known[0])),
          encoded: Array(listings[0]))
      }
      parts[text(part[1])] = Part(sources: text(part[0]), files: files, policy: policy)
    }
    guard lines.isEmpty else { return nil }
  }
}

/// Takes the next line where it is of a kind, and gives the words behind that.
private func words(
  of lines: inout ArraySlice<ArraySlice<UInt8>>, _ kind: String, _ count: Int
) -> [ArraySlice<UInt8>]? {
  guard let line = lines.first, line.starts(with: kind.utf8),
    case let words = line.split(separator: UInt8(ascii: "\t"), maxSplits: count, omittingEmptySubsequences: false),
    words.count == count + 1
  else { return nil }
  lines.removeFirst()
  return Array(words.dropFirst())
}

private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

private func addresses(_ bytes: ArraySlice<UInt8>) -> [Address] {
  text(bytes).split(separator: " ").compactMap { Address(String($0)) }
}
