import Amending
import PolicyModel

extension AdoptReport {
  /// What was found, for a reader; nil where nothing was.
  public var summary: String? {
    guard let (base, adoption) = adoption else { return nil }
    let counts = adoption.counts
    var lines: [String] = []
    if let path { lines.append("\(path) is written; it amends \(base).") }
    lines.append(
      "Clauses: \(counts.inherited) inherited, \(counts.amended) amended, \(counts.added) added, "
        + "\(counts.moved) only moved; \(counts.leftOut) of the base left out.")
    let terms = adoption.instrument.amendments.compactMap { amendment -> String? in
      guard case .setDocument(.term(let name, let value?)) = amendment.operation else { return nil }
      return "\(name) is “\(value.long)”"
    }
    if !terms.isEmpty { lines.append("Terms: \(terms.joined(separator: ", ")).") }
    if let name = adoption.organisation {
      lines.append("The document calls the organisation “\(name.long)”: that is the name for its organisation.yaml.")
    }
    if let newer {
      lines.append(
        "The document is nearer to \(base) than to \(newer): “clausebook update” then takes what changed since.")
    }
    for words in leftOut { lines.append("Not read: \(words).") }
    return lines.joined(separator: "\n")
  }
}
