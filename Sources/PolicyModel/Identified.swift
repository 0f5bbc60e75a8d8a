extension [Clause] {
  /// The same clauses, each without an identity given one made of its first words.
  ///
  /// - Parameter taken: identities that are in use elsewhere.
  package func identified(taken: Set<Identity> = []) -> [Clause] {
    var taken = taken.union(flatMap(\.withDescendants).compactMap(\.identity))
    return map { $0.identified(&taken) }
  }
}

extension Clause {
  fileprivate func identified(_ taken: inout Set<Identity>) -> Clause {
    var clause = self
    if identity == nil {
      let words = Identity.words(of: texts.first?.plain ?? "")
      let stem = words.isEmpty ? ["clause"] : words
      var candidates = (1...).lazy.map { count in
        Identity((stem + (count == 1 ? [] : [String(count)])).joined(separator: "-"))!
      }.makeIterator()
      while let candidate = candidates.next() {
        if taken.insert(candidate).inserted {
          clause.identity = candidate
          break
        }
      }
    }
    clause.clauses = clauses.map { $0.identified(&taken) }
    return clause
  }
}

extension Identity {
  /// Up to four words that tell a clause from others.
  fileprivate static func words(of text: String) -> [String] {
    let plain = text.lowercased().unicodeScalars.map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) ? Character(scalar) : " "
    }
    let words = String(plain).split(separator: " ").map { String($0.prefix(16)) }
    let telling = words.filter { $0.count > 1 && !common.contains($0) }
    return Array((telling.isEmpty ? words : telling).prefix(4))
  }

  private static let common: Set<String> = [
    "the", "of", "and", "to", "in", "for", "or", "by", "on", "with", "at", "is", "are", "be", "this", "that", "these",
    "those", "an", "as", "it", "its", "their", "they", "any", "all", "from", "such", "which", "who", "may", "must", "should",
    "not", "will", "can", "has", "have", "if", "when", "employer",
  ]
}
