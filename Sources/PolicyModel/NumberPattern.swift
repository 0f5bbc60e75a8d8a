/// How numbers of one level look, given by an example: `1.`, `1.1`, `(a)`, `Appendix A`, `A.1.1`, `bullet`, `none`.
public enum NumberPattern: Hashable, Sendable, CustomStringConvertible {
  /// A dot before each, and no number.
  case bullet
  /// Nothing is printed.
  case none
  /// Numbers that look like the one given.
  case example(Example)

  /// An example number taken apart.
  public struct Example: Hashable, Sendable {
    /// How one ordinal is written; the raw value is how the first one looks.
    public enum Style: Character, Hashable, Sendable {
      case decimal = "1"
      case upperLetter = "A"
      case lowerLetter = "a"
      case upperRoman = "I"
      case lowerRoman = "i"
    }

    /// What stands before the number: “Appendix ”, “(”.
    public let prefix: String
    /// One for each level of the number, the outermost first.
    public let styles: [Style]
    /// What stands between two levels: “.”, “-”, “/”; empty where the example has one level.
    public let separator: String
    /// What stands after the number: “.”, “)”.
    public let suffix: String
  }

  /// Nil when the example holds no number that can be counted on from.
  public init?(_ written: String) {
    switch written {
    case "bullet": self = .bullet
    case "none": self = .none
    default:
      guard let example = Example(written) else { return nil }
      self = .example(example)
    }
  }

  public var description: String {
    switch self {
    case .bullet: "bullet"
    case .none: "none"
    case .example(let example): example.description
    }
  }
}

extension NumberPattern.Example: CustomStringConvertible {
  init?(_ written: String) {
    var rest = Substring(written)
    let suffix = rest.reversed().prefix { ".):".contains($0) }
    rest = rest.dropLast(suffix.count)
    var styles: [Style] = []
    var separator = ""
    while let last = rest.last, let style = Style(rawValue: last) {
      styles.insert(style, at: 0)
      rest = rest.dropLast()
      guard let mark = rest.last, ".-/".contains(mark), let next = rest.dropLast().last, Style(rawValue: next) != nil,
        separator.isEmpty || separator == String(mark)
      else { break }
      separator = String(mark)
      rest = rest.dropLast()
    }
    guard !styles.isEmpty, rest.last?.isLetter != true, rest.last?.isNumber != true else { return nil }
    prefix = String(rest)
    self.styles = styles
    self.separator = separator
    self.suffix = String(suffix.reversed())
  }

  public var description: String { prefix + styles.map { String($0.rawValue) }.joined(separator: separator) + suffix }

  /// The printed number of a path of ordinals; a path longer than the example goes on in the last style.
  public func printed(_ path: [Int]) -> String { prefix + bare(path) + suffix }

  /// The number without what stands before and after it.
  public func bare(_ path: [Int]) -> String {
    var bare = ""
    for (level, ordinal) in path.enumerated() {
      bare = self.bare(ordinal, at: level, behind: level > 0 ? lead(to: bare) : "")
    }
    return bare
  }

  /// The number of an ordinal behind what leads to it.
  ///
  /// - Parameters:
  ///   - level: how many ordinals stand before it.
  ///   - lead: these with a separator behind each; empty where there are none.
  package func bare(_ ordinal: Int, at level: Int, behind lead: String) -> String {
    lead + (level < styles.count ? styles[level] : styles.last!).printed(ordinal)
  }

  /// What leads to the numbers below one.
  package func lead(to above: String) -> String { above + (separator.isEmpty ? "." : separator) }
}

extension NumberPattern.Example.Style {
  func printed(_ ordinal: Int) -> String {
    switch self {
    case .decimal: decimals.indices.contains(ordinal) ? decimals[ordinal] : String(ordinal)
    case .upperLetter: letters(ordinal, from: "A")
    case .lowerLetter: letters(ordinal, from: "a")
    case .upperRoman: roman(ordinal)
    case .lowerRoman: roman(ordinal).lowercased()
    }
  }

  /// a … z, aa, ab …
  private func letters(_ ordinal: Int, from first: Unicode.Scalar) -> String {
    var rest = ordinal
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(Unicode.Scalar(first.value + UInt32(rest % 26))!) + letters
      rest /= 26
    }
    return letters
  }

  private func roman(_ ordinal: Int) -> String {
    var rest = ordinal
    var result = ""
    for (value, letters) in [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        result += letters
        rest -= value
      }
    }
    return result
  }
}

/// The numbers that clauses mostly have, made once: a policy prints hundreds of them.
private let decimals = (0..<100).map(String.init)
