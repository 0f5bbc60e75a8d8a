import PolicyModel

extension TermUse {
  /// Reads what stands between the braces of a term.
  init?(written: String) {
    let parts = written.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    guard (1...2).contains(parts.count), let form = parts.count == 2 ? TermForm(rawValue: parts[1]) : .long else {
      return nil
    }
    let name = parts[0].prefix(1).lowercased() + parts[0].dropFirst()
    guard Identity.isWellFormed(name) else { return nil }
    self.init(name, form: form, isCapitalised: name != parts[0])
  }
}

extension Reference {
  /// Reads `#a,#b..#c`.
  init?(written: String) {
    var targets: [Target] = []
    for part in written.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = String(part).components(separatedBy: "..")
      let identities = ends.compactMap { $0.hasPrefix("#") ? Identity(String($0.dropFirst())) : nil }
      guard identities.count == ends.count else { return nil }
      switch identities.count {
      case 1: targets.append(.single(identities[0]))
      case 2: targets.append(.range(from: identities[0], to: identities[1]))
      default: return nil
      }
    }
    self.init(targets)
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
  }
}
