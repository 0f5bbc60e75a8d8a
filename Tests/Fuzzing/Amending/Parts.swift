/// What stands behind each line that starts with `%% `, of the first four such lines.
func parts(of input: String) -> [[UInt8]] {
  var parts: [[UInt8]] = []
  for line in input.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if line.starts(with: "%% ".utf8) {
      parts.append([])
    } else if !parts.isEmpty {
      parts[parts.count - 1] += line
      parts[parts.count - 1].append(UInt8(ascii: "\n"))
    }
  }
  return Array(parts.prefix(4))
}
