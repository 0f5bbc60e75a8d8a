import PolicyModel

extension TermUse {
  /// Reads what stands between the braces of a term.
  init?(written: ArraySlice<UInt8>) {
    let end = written.firstIndex(of: UInt8(ascii: ".")) ?? written.endIndex
    let rest = written[end...].dropFirst()
    guard let form = end == written.endIndex ? .long : TermForm(rawValue: String(decoding: rest, as: UTF8.self)) else {
      return nil
    }
    var letters = written[..<end]
    let isCapitalised = letters.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
    if isCapitalised { letters[letters.startIndex] |= 0x20 }
    let name = String(decoding: letters, as: UTF8.self)
    guard Identity.isWellFormed(name) else { return nil }
    self.init(name, form: form, isCapitalised: isCapitalised)
  }
}

extension Reference {
  /// Reads `#a,#b..#c`.
  init?(written: String) {
    var targets: [Target] = []
    for part in written.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      // No identity holds a dot, so that the first one ends it.
      let end = part.firstIndex(of: UInt8(ascii: ".")) ?? part.endIndex
      guard let first = Reference.identity(part[..<end]) else { return nil }
      guard end != part.endIndex else {
        targets.append(.single(first))
        continue
      }
      let rest = part[end...]
      guard rest.starts(with: "..".utf8), let last = Reference.identity(rest.dropFirst(2)) else { return nil }
      targets.append(.range(from: first, to: last))
    }
    self.init(targets)
  }

  private static func identity(_ written: Substring.UTF8View) -> Identity? {
    written.first == UInt8(ascii: "#") ? Identity(String(Substring(written.dropFirst()))) : nil
  }
}
