/// Why a clause may break a rule of checking, in the words of whoever answers for it.
public struct Excuse: Hashable, Sendable {
  /// The permanent name of the rule, as it is written; it may name none.
  public var rule: String
  /// Why the rule does not hold here; empty where nobody says.
  public var reason: String

  public init(_ rule: String, because reason: String) {
    self.rule = rule
    self.reason = reason
  }
}

extension [Excuse] {
  /// Reads `named-person: the post is set up by statute`, several parted by semicolons.
  package init(written: String) {
    var parts: [String] = []
    for part in written.split(separator: ";").map({ String($0) }) {
      let name = part.prefix { $0 != ":" }
      // A semicolon within a reason parts nothing.
      let isExcuse = name.count < part.count && Identity.isWellFormed(name.trimmed)
      if let last = parts.last, !isExcuse { parts[parts.count - 1] = last + ";" + part } else { parts.append(part) }
    }
    self = parts.map { part in
      let name = part.prefix { $0 != ":" }
      return Excuse(name.trimmed, because: part.dropFirst(name.count + 1).trimmed)
    }
  }

  /// As it stands behind `excuse=`.
  package var written: String {
    map { $0.reason.isEmpty ? $0.rule : "\($0.rule): \($0.reason)" }.joined(separator: "; ")
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var words = self
    while words.first == " " { words = words.dropFirst() }
    while words.last == " " { words = words.dropLast() }
    return String(words)
  }
}
