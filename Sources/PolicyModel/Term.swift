/// What a term stands for: the name of an employer, of the people served, of who approves.
public struct TermValue: Hashable, Sendable {
  /// As printed where no form is asked for.
  public var long: String
  /// As printed for `.short`; the long form where there is none.
  public var short: String?
  /// As printed for `.possessive`; formed from the long form where there is none.
  public var possessive: String?

  public init(_ long: String, short: String? = nil, possessive: String? = nil) {
    self.long = long
    self.short = short
    self.possessive = possessive
  }

  /// The words of one form.
  public func words(_ form: TermForm) -> String {
    switch form {
    case .long: long
    case .short: short ?? long
    case .possessive: possessive ?? long.possessive
    }
  }
}

extension String {
  /// As one to whom something belongs; *St Mary’s* says so already.
  fileprivate var possessive: String {
    if hasSuffix("’s") || hasSuffix("'s") { return self }
    return self + (hasSuffix("s") ? "’" : "’s")
  }
}

/// The form in which a term is asked for: `{{employer}}`, `{{employer.short}}`, `{{employer.possessive}}`.
public enum TermForm: String, Hashable, Sendable, CaseIterable {
  case long, short, possessive
}

/// One place in a text where a term is to be filled in.
public struct TermUse: Hashable, Sendable {
  /// The name of the term, lower case.
  public let name: String
  /// Which of the words of its value are printed.
  public let form: TermForm
  /// Whether the first letter is printed as a capital: `{{Employer}}`.
  public let isCapitalised: Bool

  public init(_ name: String, form: TermForm = .long, isCapitalised: Bool = false) {
    self.name = name
    self.form = form
    self.isCapitalised = isCapitalised
  }

  /// The words that a value puts in this place.
  public func words(of value: TermValue) -> String {
    let words = value.words(form)
    return isCapitalised ? words.capitalisedFirst : words
  }

  /// What stands in this place while there is no value: the name in the same form, “employer’s”.
  package var open: String { words(of: TermValue(name)) }
}

/// The term every policy has: the name of the organisation whose policy it is.
package let organisationTerm = "organisation"
