import PolicyModel
import PolicySource
import Publishing

/// What documents are made of, as digests taken before anything is read from it: what changes later is noticed next time.
struct SourceDigests: Sendable {
  /// Of the program, the templates, the registers, and what was asked for: what all documents have in common.
  private let common: String
  private let folders: [Address: Folder]

  /// The folder of a policy.
  struct Folder: Sendable {
    /// Of the file that describes its organisation.
    let organisation: String
    /// By the names of the files.
    let files: [String: String]

    /// Of all in it.
    var whole: String { combined([organisation] + files.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }) }
  }

  /// - Parameters:
  ///   - common: what all documents have in common.
  ///   - folders: those of all policies.
  init(common: [String], folders: [Address: Folder]) {
    self.common = combined(common)
    self.folders = folders
  }

  /// Of all that the documents of a policy are made of.
  ///
  /// - Parameter bases: the texts of other policies on which it rests; an edition depends on nothing but its file.
  func sources(of policy: Address, restingOn bases: [Address]) -> String {
    let own = folders[policy]?.whole ?? ""
    return combined(
      [common, own]
        + bases.flatMap { base in
          let folder = folders[base.policyAddress]
          return [base.description, base.edition.map { folder?.files["\($0).md"] ?? "" } ?? folder?.whole ?? ""]
        })
  }

  /// Of all that some pages are made of.
  ///
  func sources(of pages: PageGroup, asAt date: PartialDate, around documents: DocumentSources) -> String {
    let policies = pages.policies?.map { documents[$0] } ?? [documents.whole]
    return combined([common, date.description, pages.name] + pages.facts + policies)
  }
}

/// Of what the documents of each policy are made.
struct DocumentSources: Sendable {
  private let sources: [Address: String]
  /// Of all of them.
  let whole: String

  /// - Parameter sources: those of the policies in their order.
  init(_ sources: [(policy: Address, sources: String)]) {
    self.sources = Dictionary(uniqueKeysWithValues: sources.map { ($0.policy, $0.sources) })
    whole = combined(sources.map(\.sources))
  }

  subscript(policy: Address) -> String { sources[policy] ?? "" }
}

private func combined(_ parts: [String]) -> String { digest(Array(parts.joined(separator: "\n").utf8)) }

extension Library {
  /// The digests of a policy's folder and of the file that describes its organisation.
  func folderDigests(of policy: Address) throws(FileFailure) -> SourceDigests.Folder {
    let folder = folder(of: policy)
    var found: [String: String] = [:]
    for entry in try files.entries(of: location(folder)) where !entry.isFolder && !entry.isHidden {
      found[entry.name] = fileDigest("\(folder)/\(entry.name)")
    }
    return SourceDigests.Folder(
      organisation: fileDigest(Library.organisationPath(policy.organisation)), files: found)
  }

  /// Of a file's bytes; of one that cannot be read, why not.
  func fileDigest(_ path: String) -> String {
    do {
      return digest(try files.contents(of: location(path), limit: largestPolicyFile))
    } catch {
      return error.explanation
    }
  }
}
