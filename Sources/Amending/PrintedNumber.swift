import PolicyModel

/// The number of a clause, as printed and as references give it.
struct PrintedNumber: Hashable {
  /// What a reference calls the clause.
  enum Noun: Hashable {
    /// What stands before a section's number: “section ”, or the word that it asks for.
    case section(prefix: String)
    /// What stands before an appendix's number: “Appendix ”.
    case appendix(prefix: String)
    case clause
    /// An item of a clause's list, whose number stands on its own.
    case item
    /// A field or option, which has none.
    case none
  }

  /// Nil where none is printed.
  let printed: String?
  /// As references give it, printed or not; nil for what is not counted.
  let bare: String?
  let noun: Noun

  /// That of what takes no part in counting.
  static let none = PrintedNumber(printed: nil, bare: nil, noun: .none)
}
