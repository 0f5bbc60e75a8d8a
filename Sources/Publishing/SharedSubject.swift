import PolicyModel

/// What several organisations have a policy on, such as `social-media`.
struct SharedSubject {
  let name: String
  /// The newest text of each organisation, forks after what they amend; of many, only texts of their own.
  let listings: [Listing]

  /// How many texts a reader can take in side by side; where there are more, forks are left to the pages on adoption.
  private static let most = 40

  var title: String { name.replacing("-", with: " ").capitalisedFirst }

  /// Where the concordance stands in the site, without the ending that tells the format.
  var path: String { "concordance/\(name)" }

  /// What two or more organisations have a policy on, by name.
  static func all(of current: [Listing]) -> [SharedSubject] {
    var subjects: [SharedSubject] = []
    for (name, texts) in Dictionary(grouping: current, by: \.address.policy) {
      let compared = texts.count > most ? texts.filter { !$0.isFork } : texts
      guard compared.count > 1 else { continue }
      subjects.append(
        SharedSubject(name: name, listings: compared.sorted { $0.lineage.lexicographicallyPrecedes($1.lineage) }))
    }
    return subjects.sorted { $0.name < $1.name }
  }
}

extension Listing {
  /// The policies it rests on, the farthest first, and itself.
  fileprivate var lineage: [String] { (bases.reversed() + [address]).map(\.policyAddress.description) }
}
