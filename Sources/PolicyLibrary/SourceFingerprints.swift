import PolicyModel
import PolicySource
import Publishing
import Synchronization

/// What documents are made of, as fingerprints of the very bytes that are read for them.
final class SourceFingerprints: Sendable {
  /// Of the program, the templates, the registers, and what was asked for: what all documents have in common.
  private let common: Fingerprint
  /// Of the texts on which others rest.
  private let bases = Mutex<[Address: Fingerprint]>([:])

  /// - Parameter common: what all documents have in common.
  init(common: Fingerprint) {
    self.common = common
  }

  /// Of all that the documents of a policy are made of.
  ///
  /// - Parameters:
  ///   - bases: the texts of other policies on which it rests.
  ///   - library: that which reads them.
  func sources(
    of policy: Address, restingOn bases: [Address], in library: Library
  ) throws(FileFailure) -> Fingerprint {
    var sources = common
    sources.add(policy.description)
    try library.addFolder(of: policy, to: &sources)
    for base in bases {
      sources.add(base.description)
      sources.add(fingerprint(of: base, in: library))
    }
    return sources
  }

  /// An edition depends on nothing but its file.
  private func fingerprint(of base: Address, in library: Library) -> Fingerprint {
    bases.value(of: base) {
      var sources = Fingerprint()
      if base.edition == nil {
        try? library.addFolder(of: base.policyAddress, to: &sources)
      } else {
        library.addFile(library.path(of: base), to: &sources)
      }
      return sources
    }
  }

  /// Of all that some pages are made of.
  func sources(of pages: PageGroup, asAt date: PartialDate, around documents: DocumentSources) -> Fingerprint {
    var sources = common
    for fact in [date.description, pages.name] + pages.facts { sources.add(fact) }
    guard let policies = pages.policies else {
      sources.add(documents.whole)
      return sources
    }
    for policy in policies { if let own = documents[policy] { sources.add(own) } }
    return sources
  }
}

/// Of what the documents of each policy are made.
struct DocumentSources: Sendable {
  private let sources: [Address: Fingerprint]
  /// Of all of them.
  let whole: Fingerprint

  /// - Parameter sources: those of the policies in their order.
  init(_ sources: [(policy: Address, sources: Fingerprint)]) {
    self.sources = Dictionary(uniqueKeysWithValues: sources.map { ($0.policy, $0.sources) })
    whole = sources.reduce(into: Fingerprint()) { $0.add($1.sources) }
  }

  subscript(policy: Address) -> Fingerprint? { sources[policy] }
}

extension Library {
  /// Adds the file that describes a policy's organisation, and each file in the policy's folder, with its name.
  fileprivate func addFolder(of policy: Address, to sources: inout Fingerprint) throws(FileFailure) {
    addFile(Library.organisationPath(policy.organisation), to: &sources)
    try addFiles(in: folder(of: policy), to: &sources)
  }

  /// Adds each file that stands in a folder, with its name.
  func addFiles(in folder: String, to sources: inout Fingerprint) throws(FileFailure) {
    for entry in try entries(of: folder) where !entry.isFolder && !entry.isHidden {
      sources.add(entry.name)
      addFile("\(folder)/\(entry.name)", to: &sources)
    }
  }

  /// Adds a file's bytes; of one that cannot be read, why not.
  fileprivate func addFile(_ path: String, to sources: inout Fingerprint) {
    do {
      sources.add(try contents(of: path))
    } catch {
      sources.add(error.explanation)
    }
  }
}
