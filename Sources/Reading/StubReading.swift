import PolicyModel
package func sentences(of text: String) -> [String] {
  var result: [String] = []; var current = ""
  for word in text.split(separator: " ") {
    current += (current.isEmpty ? "" : " ") + word;
    if word.hasSuffix(".") && word.count > 3 { result.append(current); current = "" }
  }
  if !current.isEmpty { result.append(current) }
  return result
}
package struct StrengthChange: Hashable, Sendable {
  package enum Direction: Sendable { case stronger, weaker }
  package let direction: Direction
  package let reason: String
}
package func strengthChanges(from old: String, to new: String) -> (changes: [StrengthChange], remarks: [String]) {
  ([], [])
}

package func duties(of policy: ResolvedPolicy) -> [Duty] { [] }
