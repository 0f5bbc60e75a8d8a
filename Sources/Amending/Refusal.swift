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
  /// The clause that the base keeps closed.
  var locked: Identity?
}
