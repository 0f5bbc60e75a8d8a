import Amending
import PolicyModel
import PolicySource
import Testing

/// The law of adopting: the text of a fork, without names, terms and references, is found again as a fork with the same text.
@Suite struct AdoptionLawTests {
  private static let school = Organisation(name: TermValue("Hill School"), kind: .school)
  private static let cases = Laws.cases / 4

  @Test(arguments: Laws.seeds)
  func aForkIsFoundAgainFromItsWords(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    for number in 0..<Self.cases {
      let base = generator.policy().open
      var changed = base
      for _ in 0..<4 { changed = generator.changed(changed).open }
      changed.terms["clients"] = generator.pick([TermValue("pupils"), TermValue("young people")])
      try expectFound(changed, amending: base, "seed \(seed), case \(number)")
    }
  }

  @Test(arguments: Laws.seeds)
  func aStrangerIsFoundAgainFromItsWords(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    for number in 0..<(Self.cases / 4) {
      try expectFound(generator.policy().open, amending: generator.policy().open, "seed \(seed), strangers \(number)")
    }
  }

  @Test(arguments: Laws.seeds)
  func theBaseItselfNeedsNoAmendments(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    for number in 0..<Self.cases {
      let base = generator.policy().open
      let text = try #require(resolve([Self.level(base)]).resolved)
      let document = ForeignDocument(text, keepsIdentities: false)
      let adoption = adopt(document, amending: [Self.level(base)], as: Address("hill/trips@draft")!, by: Self.school)
      #expect(
        adoption?.instrument.amendments.isEmpty == true,
        "seed \(seed), case \(number): \(adoption.map { PolicyFile(.instrument($0.instrument)).canonicalSource } ?? "nothing")"
      )
    }
  }

  private static func level(_ policy: Policy) -> Level {
    Level(address: Address("county/trips@1.0")!, file: PolicyFile(.policy(policy)), organisation: school)
  }

  private func expectFound(_ policy: Policy, amending base: Policy, _ place: String) throws {
    let text = try #require(resolve([Self.level(policy)]).resolved)
    let fork = Address("hill/trips@draft")!
    let document = ForeignDocument(text, keepsIdentities: false)
    let adoption = adopt(document, amending: [Self.level(base)], as: fork, by: Self.school)
    guard let adoption else {
      Issue.record("\(place): nothing was found")
      return
    }
    let file = PolicyFile(.instrument(adoption.instrument))
    let resolution = resolve([Self.level(base), Level(address: fork, file: file, organisation: Self.school)])
    #expect(resolution.diagnostics.isEmpty, "\(place)")
    let (found, wanted) = (resolution.resolved?.outline(as: text) ?? [], text.outline(as: text))
    let difference = zip(found, wanted).first { $0 != $1 }
    #expect(difference == nil && found.count == wanted.count, "\(place): \(difference.map { "\($0)" } ?? "")")
  }
}

extension ResolvedPolicy {
  /// How the text reads, line by line, but for where its links within the document lead. Whether a paragraph without a number is
  /// a clause or part of the one above it is told by no page, nor whether the list behind such a part stands below the clause or
  /// beside it, and so by no line; nor whether a blank at the end of a line is a field's.
  ///
  /// - Parameter other: emphasis and links count only where its line has any: one without them lost those of its base.
  fileprivate func outline(as other: ResolvedPolicy) -> [String] {
    let others = other.lines.map(\.text)
    return lines.enumerated().map { place, line in
      let styles = (place < others.count ? others[place] : line.text).runs.map(\.style)
      let hasEmphasis = styles.contains { $0.isEmphasised || $0.isStrong }
      let hasLinks = styles.contains { $0.link != nil }
      let text = Text(
        line.text.runs.map { run in
          var run = run
          if run.style.localLink != nil || !hasLinks { run.style.link = nil }
          if !hasEmphasis { (run.style.isEmphasised, run.style.isStrong) = (false, false) }
          return run
        })
      return "\(line.start) \(text.withoutEndBlank.markdown())"
    }
  }

  private var lines: [(start: String, text: Text)] { lines(of: clauses, depth: 1) }

  private func lines(of clauses: [ResolvedClause], depth: Int) -> [(start: String, text: Text)] {
    var takesItems = false
    return clauses.flatMap { clause in
      let content = clause.content
      if content.kind != .item {
        let endsInPart = content.blocks.count > 1 || clause.number == nil
        takesItems = content.kind == .clause && clause.clauses.isEmpty && endsInPart
      }
      let depth = takesItems && content.kind == .item && clause.number != nil ? depth + 1 : depth
      let own = (content.texts.isEmpty ? [Text("")] : content.texts).enumerated().map { index, text in
        (start: "\(depth) \(index == 0 ? clause.number ?? "none" : "none")", text: text)
      }
      return own + lines(of: clause.clauses, depth: depth + 1)
    }
  }
}
