/// One frozen, ratified text of a policy, numbered `1.0`, `1.1`, `2.0`.
///
/// Shape: whole numbers joined by dots. Compared number by number, so 1.10 is newer than 1.9.
public struct Edition: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// As it is written: no number can be written in two ways.
  public let description: String

  /// Nil unless `text` is one to four whole numbers of at most six digits, joined by dots.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    for digits in parts {
      guard (1...6).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }),
        digits.count == 1 || digits.first != UInt8(ascii: "0")
      else { return nil }
    }
    description = text
  }

  /// The numbers between the dots, the weightiest first; one to four of them, each from 0 to 999999.
  public var parts: [Int] {
    description.utf8.split(separator: UInt8(ascii: ".")).map { digits in
      digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
  }

  /// Whether it comes behind another, of which it is not the same number with more noughts: 1.0 is no successor of 1.
  package func succeeds(_ other: Edition) -> Bool {
    func significant(_ edition: Edition) -> [Int] { Array(edition.parts.reversed().drop { $0 == 0 }.reversed()) }
    return significant(other).lexicographicallyPrecedes(significant(self))
  }

  public static func < (left: Edition, right: Edition) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}

/// Which text of a policy: a numbered edition or the working text.
public enum TextChoice: Hashable, Sendable, CustomStringConvertible {
  /// The working text.
  case draft
  case edition(Edition)

  public var description: String {
    switch self {
    case .draft: "draft"
    case .edition(let edition): edition.description
    }
  }

  /// Reads `1.0` or `draft`; nil for anything else.
  public init?(_ text: String) {
    if text == "draft" {
      self = .draft
    } else if let edition = Edition(text) {
      self = .edition(edition)
    } else {
      return nil
    }
  }

  /// The text that a file of a policy's folder holds: `1.0.md`, `draft.md`; nil for any other name.
  package init?(file name: some StringProtocol) {
    guard name.hasSuffix(".md") else { return nil }
    self.init(String(name.dropLast(3)))
  }

  /// The numbered edition, where it is one.
  public var edition: Edition? {
    if case .edition(let edition) = self { edition } else { nil }
  }
}

/// Where a policy is found: `organisation/policy`, with `@edition` or `@draft` to choose one text of it.
public struct Address: Hashable, Sendable, CustomStringConvertible {
  private struct Parts: Hashable, Sendable {
    /// Both names joined by a slash, once: addresses are printed and looked up over and over.
    let names: String
    let organisation: String
    let policy: String
    var choice: TextChoice?

    /// The names say who and what.
    static func == (one: Parts, other: Parts) -> Bool { one.names == other.names && one.choice == other.choice }

    func hash(into hasher: inout Hasher) {
      hasher.combine(names)
      hasher.combine(choice)
    }
  }

  /// Kept in one place, since every clause has the addresses of those who wrote it.
  private let parts: Shared<Parts>

  private init(_ parts: Parts) { self.parts = Shared(parts) }

  /// Nil unless both names have the shape of an identity.
  public init?(organisation: String, policy: String, choice: TextChoice? = nil) {
    guard Identity.isWellFormed(organisation), Identity.isWellFormed(policy) else { return nil }
    self.init(
      Parts(names: "\(organisation)/\(policy)", organisation: organisation, policy: policy, choice: choice))
  }

  /// Who owns the policy, by the name of its folder: `escc`.
  public var organisation: String { parts.value.organisation }
  /// The subject, by the name of its folder: `social-media`.
  public var policy: String { parts.value.policy }
  /// The text meant; where nil, the newest ratified edition, or the draft where there is none yet.
  public var choice: TextChoice? { parts.value.choice }

  /// Reads `escc/social-media`, `escc/social-media@1.0` or `escc/social-media@draft`; nil for anything else.
  public init?(_ text: String) {
    let end = text.utf8.firstIndex(of: UInt8(ascii: "@")) ?? text.endIndex
    guard let slash = text.utf8[..<end].firstIndex(of: UInt8(ascii: "/")) else { return nil }
    var choice: TextChoice?
    if end != text.endIndex {
      choice = TextChoice(String(text[text.utf8.index(after: end)...]))
      guard choice != nil else { return nil }
    }
    self.init(
      organisation: String(text[..<slash]), policy: String(text[text.utf8.index(after: slash)..<end]), choice: choice)
  }

  /// The same policy without a chosen text.
  public var policyAddress: Address { choice == nil ? self : choosing(nil) }

  /// The numbered edition, where one is chosen.
  public var edition: Edition? { choice?.edition }

  /// The same policy at another text.
  public func at(_ choice: TextChoice) -> Address { choosing(choice) }

  private func choosing(_ choice: TextChoice?) -> Address {
    var parts = parts.value
    parts.choice = choice
    return Address(parts)
  }

  /// Both names with a slash between them, as the policy's folder is called.
  package var names: String { parts.value.names }

  public var description: String { choice.map { names + "@" + $0.description } ?? names }
}
