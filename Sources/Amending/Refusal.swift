import PolicyModel

/// Why an amendment cannot be applied.
struct Refusal: Error {
  let rule: Rule
  let message: String
  let remedy: String
  /// What it is about, where that is not the amendment as a whole.
  var subject: Subject?
  var notes: [Diagnostic.Note] = []
  /// A name that no clause has.
  var unknown: Identity?
  /// Words that are not in a clause as they are quoted.
  var misquoted: (words: Text, node: ClauseTree.Node, isHeading: Bool)?
  /// The clause that the base keeps closed.
  var locked: Identity?
}
