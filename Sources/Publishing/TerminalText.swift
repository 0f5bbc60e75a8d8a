/// How many characters stand in a line of what is printed for a terminal, which all of them show.
package let terminalWidth = 80

/// Words in lines of at most a width; a word longer than a line stands alone.
package func wrapped(_ text: String, first: String, rest: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = first
  var isEmpty = true
  for word in text.split(separator: " ") {
    if !isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = rest + word
    } else {
      line += (isEmpty ? "" : " ") + word
    }
    isEmpty = false
  }
  return lines + [line]
}

extension String {
  /// With spaces behind or before it, as a cell of a table.
  package func padded(to width: Int, atStart: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - count))
    return atStart ? padding + self : self + padding
  }
}
