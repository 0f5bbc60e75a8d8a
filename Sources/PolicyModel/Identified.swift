extension [Clause] {
  /// The same clauses, each without an identity given one made of its first words.
  ///
  /// - Parameter taken: identities that are in use elsewhere.
  package func identified(taken: Set<Identity> = []) -> [Clause] {
    guard !isIdentified else { return self }
    var names = FreeNames(taken: taken.union(flatMap(\.withDescendants).compactMap(\.identity)))
    return map { $0.identified(&names) }
  }

  /// Whether every clause has an identity.
  package var isIdentified: Bool { allSatisfy { $0.identity != nil && $0.clauses.isIdentified } }
}

/// Finds identities that are not in use yet: a name, then the name with 2, 3 and so on.
package struct FreeNames {
  private var taken: Set<Identity>
  private var counts: [Identity: Int] = [:]

  /// - Parameter taken: identities that are in use.
  package init(taken: Set<Identity>) {
    self.taken = taken
  }

  /// The name itself or one like it; whichever it is, it is in use from now on.
  package mutating func next(_ name: Identity) -> Identity {
    while true {
      let count = counts[name, default: 0] + 1
      counts[name] = count
      let candidate = count == 1 ? name : name.numbered(count)
      if taken.insert(candidate).inserted { return candidate }
    }
  }
}

extension Identity {
  /// The name with a number behind it, cut where both would be longer than a name may be.
  fileprivate func numbered(_ number: Int) -> Identity {
    let stem = name.prefix(70)
    return Identity("\(stem.last == "-" ? stem.dropLast() : stem)-\(number)")!
  }
}

extension Clause {
  fileprivate func identified(_ names: inout FreeNames) -> Clause {
    var clause = self
    if identity == nil {
      let words = Identity.words(of: texts.first?.plain ?? "")
      clause.identity = names.next(words.isEmpty ? "clause" : Identity(words.joined(separator: "-"))!)
    }
    clause.clauses = clauses.map { $0.identified(&names) }
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
    "those", "an", "as", "it", "its", "their", "they", "any", "all", "from", "such", "which", "who", "may", "must",
    "should",
    "not", "will", "can", "has", "have", "if", "when",
  ]
}
