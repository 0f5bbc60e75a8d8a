import PolicyModel

extension String {
  /// A literal for a style sheet, such as the running title of printed pages.
  var cssLiteral: String {
    let isPlain = !holds {
      same($0, UInt8(ascii: "\"")) | same($0, UInt8(ascii: "\\")) | same($0, UInt8(ascii: "<"))
        | same($0, UInt8(ascii: ">")) | same($0, UInt8(ascii: "&"))
    }
    guard !isPlain else { return "\"" + self + "\"" }
    var literal = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&": literal += "\\\(String(scalar.value, radix: 16)) "
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  /// At most some characters, the last of them a sign that there are more.
  func shortened(to length: Int) -> String {
    guard count > length else { return self }
    let kept = prefix(max(1, length - 1))
    return (kept.last == " " ? kept.dropLast() : kept) + "…"
  }

  /// In quotation marks, single ones inside.
  var quoted: String {
    // All marks of typography begin with one byte, which most words do not hold.
    guard holds({ same($0, 0xE2) }) else { return "“" + self + "”" }
    var quoted = "“"
    for scalar in unicodeScalars {
      switch scalar {
      case "“": quoted += "‘"
      case "”": quoted += "’"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "”"
  }
}

extension Int {
  /// “1 error”, “3 errors”.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
