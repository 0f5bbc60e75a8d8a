import FoundationEssentials
import PolicyModel
import Publishing

/// What the files of an output were made of, kept beside them so that the next publishing makes anew only what has changed.
///
/// It can be deleted at any time: all is made anew then.
struct PublishedMemory: Codable, Sendable {
  /// Files that were made together of the same sources.
  struct Part: Codable, Sendable {
    /// The digest of all that they were made of.
    let sources: String
    let files: [WrittenFile]
    /// Of a policy: what is listed of its texts, and what of them was asked of the calendar.
    var policy: Policy?
  }

  struct Policy: Codable, Sendable {
    let listings: [Listing]
    /// The texts of other policies on which it rests.
    let bases: [Address]
    /// The newest day in its ledger.
    let newestDecision: PartialDate?
  }

  /// The day by which reviews were judged.
  var asAt: PartialDate
  /// By the address of the policy, or the name of the pages.
  var parts: [String: Part]
}

/// An output of a former publishing, with what its files were made of.
struct FormerOutput: Sendable {
  let folder: OutputFolder
  let memory: PublishedMemory

  /// Nil where nothing is remembered, or not in a way that can be read.
  init?(_ folder: OutputFolder) {
    let path = "\(folder.path)/\(OutputFolder.memory)"
    guard folder.files.exists(path), let bytes = try? folder.files.contents(of: path, limit: 1_000_000_000),
      let memory = try? JSONDecoder().decode(PublishedMemory.self, from: Data(bytes))
    else { return nil }
    self.folder = folder
    self.memory = memory
  }

  /// A part as it was made of the same sources, if all its files are as they were written.
  func part(_ name: String, of sources: String) -> PublishedMemory.Part? {
    guard let part = memory.parts[name], part.sources == sources else { return nil }
    let isWhole = part.files.allSatisfy { (try? folder.files.stamp(of: "\(folder.path)/\($0.path)")) == $0.stamp }
    return isWhole ? part : nil
  }
}

extension PublishedMemory {
  var bytes: [UInt8] { (try? JSONEncoder().encode(self)).map(Array.init) ?? [] }
}
