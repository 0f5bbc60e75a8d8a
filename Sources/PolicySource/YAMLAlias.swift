import PolicyModel

/// Finds anchors and aliases before any YAML is read, since a few of them can stand for gigabytes.
extension YAMLReader {
  func aliasPosition(_ yaml: String) -> SourcePosition? { likelyAliasPosition(yaml) ?? boundAliasPosition(yaml) }

  /// Where an anchor or alias stands: `&` or `*` at the start of a value.
  private func likelyAliasPosition(_ yaml: String) -> SourcePosition? {
    for (index, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var previous: UInt8 = 0
      var beforeSpace: UInt8 = UInt8(ascii: ":")
      var quote: UInt8?
      let bytes = Array(line.utf8)
      for (column, byte) in bytes.enumerated() {
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "#"), column == 0 || previous == 0x20 {
          break
        } else {
          let startsValue =
            column == 0 || (previous == 0x20 ? ":-,[{".utf8.contains(beforeSpace) : "[{,".utf8.contains(previous))
          if startsValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
          if startsValue, "&*!".utf8.contains(byte),
            column + 1 < bytes.count, bytes[column + 1] != 0x20
          {
            return source.position(line: firstLine + index + 1, column: column + 1)
          }
          if byte != 0x20 { beforeSpace = byte }
        }
        previous = byte
      }
    }
    return nil
  }

  /// Where an alias stands that names an anchor, wherever in the text: without such a pair nothing multiplies.
  private func boundAliasPosition(_ yaml: String) -> SourcePosition? {
    let bytes = Array(yaml.utf8)
    func names(after sign: Character) -> [(offset: Int, name: ArraySlice<UInt8>)] {
      bytes.indices.filter { bytes[$0] == sign.asciiValue }.map { offset in
        (offset, bytes[(offset + 1)...].prefix { isNameByte($0) })
      }
    }
    let anchors = Set(names(after: "&").map(\.name))
    guard let alias = names(after: "*").first(where: { !$0.name.isEmpty && anchors.contains($0.name) }) else {
      return nil
    }
    return source.position(ofOffset: source.offset(line: firstLine + 1, column: 1) + alias.offset)
  }
}

private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
  default: false
  }
}
