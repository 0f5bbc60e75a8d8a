import PolicyModel
import PolicySource
import Publishing
import Synchronization

/// What documents are made of, as digests of the very bytes that are read for them.
final class SourceDigests: Sendable {
  /// Of the program, the templates, the registers, and what was asked for: what all documents have in common.
  private let common: String
  /// Of the texts on which others rest.
  private let bases = Mutex<[Address: String]>([:])

  /// - Parameter common: what all documents have in common.
  init(common: [String]) {
    self.common = combined(common)
  }

  /// Of all that the documents of a policy are made of.
  ///
  /// - Parameters:
  ///   - bases: the texts of other policies on which it rests.
  ///   - library: that which reads them.
  func sources(
    of policy: Address, restingOn bases: [Address], in library: Library
  ) throws(FileFailure) -> String {
    combined(
      [common] + (try library.folderDigests(of: policy))
        + bases.flatMap { [$0.description, digest(of: $0, in: library)] })
  }

  /// An edition depends on nothing but its file.
  private func digest(of base: Address, in library: Library) -> String {
    bases.value(of: base) {
      base.edition == nil
        ? combined((try? library.folderDigests(of: base.policyAddress)) ?? [])
        : library.fileDigest(library.path(of: base))
    }
  }

  /// Of all that some pages are made of.
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
  /// Of the file that describes a policy's organisation, and of each file in the policy's folder, with its name.
  func folderDigests(of policy: Address) throws(FileFailure) -> [String] {
    let folder = folder(of: policy)
    let names = try entries(of: folder).filter { !$0.isFolder && !$0.isHidden }.map(\.name)
    return [fileDigest(Library.organisationPath(policy.organisation))]
      + names.flatMap { [$0, fileDigest("\(folder)/\($0)")] }
  }

  /// Of a file's bytes; of one that cannot be read, why not.
  func fileDigest(_ path: String) -> String {
    do {
      return digest(try contents(of: path))
    } catch {
      return error.explanation
    }
  }
}
