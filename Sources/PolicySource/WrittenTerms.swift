import PolicyModel

extension TermUse {
  /// Reads what stands between the braces of a term.
  init?(written: String) {
    let end = written.utf8.firstIndex(of: UInt8(ascii: ".")) ?? written.endIndex
    let rest = written[end...].dropFirst()
    guard let form = end == written.endIndex ? .long : TermForm(rawValue: String(rest)) else { return nil }
    let shown = written[..<end]
    let isCapitalised = shown.utf8.first.map { (65...90).contains($0) } ?? false
    let name = isCapitalised ? shown.prefix(1).lowercased() + shown.dropFirst() : String(shown)
    guard Identity.isWellFormed(name) else { return nil }
    self.init(name, form: form, isCapitalised: isCapitalised)
  }
}

extension Reference {
  /// Reads `#a,#b..#c`.
  init?(written: String) {
    var targets: [Target] = []
    for part in written.split(separator: ",", omittingEmptySubsequences: false) {
      // No identity holds a dot, so that the first one ends it.
      let end = part.utf8.firstIndex(of: UInt8(ascii: ".")) ?? part.endIndex
      guard let first = Reference.identity(part[..<end]) else { return nil }
      guard end != part.endIndex else {
        targets.append(.single(first))
        continue
      }
      let rest = part[end...]
      guard rest.hasPrefix(".."), let last = Reference.identity(rest.dropFirst(2)) else { return nil }
      targets.append(.range(from: first, to: last))
    }
    self.init(targets)
  }

  private static func identity(_ written: Substring) -> Identity? {
    written.utf8.first == UInt8(ascii: "#") ? Identity(String(written.dropFirst())) : nil
  }
}
