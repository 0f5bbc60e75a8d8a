/// A part of an Act, named as in the addresses of legislation.gov.uk: `section/127/2/a` is section 127(2)(a).
public struct Provision: Hashable, Sendable, CustomStringConvertible {
  /// What parts of an Act are called.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case section, part, schedule, article, regulation
  }

  /// What the outermost part is called.
  public let kind: Kind
  /// From the outside in: `127`, `2`, `a`; never empty.
  public let numbers: [String]

  /// Nil without a number, or where one has more than letters and digits.
  public init?(_ kind: Kind, _ numbers: [String]) {
    guard !numbers.isEmpty,
      numbers.allSatisfy({ (1...5).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isLetterOrDigit) })
    else { return nil }
    self.kind = kind
    self.numbers = numbers
  }

  /// Reads `section/127/2/a`.
  public init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard let kind = Kind(rawValue: parts[0]) else { return nil }
    self.init(kind, Array(parts.dropFirst()))
  }

  /// `section 127(2)(a)`, `Part 4`.
  public var description: String {
    let noun =
      kind == .part || kind == .schedule
      ? kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst() : kind.rawValue
    return "\(noun) \(numbers[0])" + numbers.dropFirst().map { "(\($0))" }.joined()
  }

  /// `section/127/2/a`.
  public var path: String { ([kind.rawValue] + numbers).joined(separator: "/") }

  /// Whether it is another one or a part of it.
  public func isWithin(_ other: Provision) -> Bool { kind == other.kind && numbers.starts(with: other.numbers) }
}

/// An Act or instrument, or one provision of it: `ukpga/2023/50/section/179`.
public struct LegislationPassage: Hashable, Sendable {
  /// As in `https://www.legislation.gov.uk/id/…`: `ukpga/2023/50`.
  public let identifier: String
  /// Nil for the whole.
  public let provision: Provision?

  /// Reads the path of an address of legislation.gov.uk; what it cannot read behind the identifier is the whole's.
  public init?(_ path: some StringProtocol) {
    let parts = path.split(separator: "/").map { String($0) }
    // Statutes before 1963 are numbered by the year of a reign: ukpga/Eliz2/7-8/66.
    let count = parts.count > 1 && parts[1].first?.isNumber == true ? 3 : 4
    guard parts.count >= count else { return nil }
    identifier = parts.prefix(count).joined(separator: "/")
    provision = Provision(parts.dropFirst(count).joined(separator: "/"))
  }
}
