import PolicyModel

extension [Finding] {
  /// A log in SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines.
  ///
  /// - Parameter rules: what is looked for; rules that are broken besides go by their names alone.
  package func sarif(rules: [RuleDescription]) -> JSON {
    let others = map(\.diagnostic.rule).filter { rule in !rules.contains { $0.rule == rule } }
    var seen: Set<Rule> = []
    let ids = rules.map(\.rule) + others.filter { seen.insert($0).inserted }
    let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    let described = rules.map(\.sarif) + ids.dropFirst(rules.count).map { JSON.object(["id": .text($0.rawValue)]) }
    return .object([
      "$schema": .text("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .text("2.1.0"),
      "runs": .list([
        .object([
          "tool": .object(["driver": .object(["name": .text("clausebook"), "rules": .list(described)])]),
          "columnKind": .text("unicodeCodePoints"),
          "results": .list(map { $0.sarif(ruleIndex: places[$0.diagnostic.rule]!) }),
        ])
      ]),
    ])
  }
}

extension RuleDescription {
  fileprivate var sarif: JSON {
    .object([
      "id": .text(rule.rawValue),
      "shortDescription": .object(["text": .text(summary)]),
      "defaultConfiguration": .object(["level": .text(severity.rawValue)]),
    ])
  }
}

extension Finding {
  fileprivate func sarif(ruleIndex: Int) -> JSON {
    var location: JSON.KeyValuePairs = [:]
    if let position = diagnostic.position { location.add("physicalLocation", position.sarif) }
    let names = addresses.map { address in address.description + (clause?.description ?? "") }
    if !names.isEmpty {
      location.add("logicalLocations", .list(names.map { .object(["fullyQualifiedName": .text($0)]) }))
    }
    var result: JSON.KeyValuePairs = [
      "ruleId": .text(diagnostic.rule.rawValue),
      "ruleIndex": .number(ruleIndex),
      "level": .text(diagnostic.severity.rawValue),
      "message": .object(["text": .text(diagnostic.message + (diagnostic.remedy.map { "\nhelp: \($0)" } ?? ""))]),
      "locations": .list(location.isEmpty ? [] : [.object(location)]),
    ]
    let related = diagnostic.notes.compactMap { note in
      note.position.map {
        JSON.object(["physicalLocation": $0.sarif, "message": .object(["text": .text(note.message)])])
      }
    }
    if !related.isEmpty { result.add("relatedLocations", .list(related)) }
    return .object(result)
  }
}

extension SourcePosition {
  fileprivate var sarif: JSON {
    .object([
      "artifactLocation": .object(["uri": .text(path.percentEncoded)]),
      "region": .object([
        "startLine": .number(line),
        "startColumn": .number(character),
      ]),
    ])
  }
}

extension String {
  /// A path as a reference of RFC 3986: all but letters, digits, `-._~` and the slashes between folders is encoded.
  fileprivate var percentEncoded: String {
    utf8.reduce(into: "") { encoded, byte in
      let sign = Unicode.Scalar(byte)
      if byte < 0x80,
        sign.properties.isAlphabetic || ("0"..."9").contains(sign) || "-._~/".unicodeScalars.contains(sign)
      {
        encoded.unicodeScalars.append(sign)
      } else {
        encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
