/// What terms and references print in one text; asked so often that it is shared, not copied.
package protocol PrintedWords: AnyObject, Sendable {
  /// The words in the place of a term; nil where it is left to be filled in by hand.
  func words(of use: TermUse) -> String?

  /// Goes through what stands in the place of a reference.
  ///
  /// - Parameter clause: where the reference stands.
  /// - Returns: whether all clauses that it names are there; else nothing is gone through.
  func forEachPart(of reference: Reference, in clause: Identity, _ body: (ReferencePart) -> Void) -> Bool
}

extension PrintedWords {
  /// What stands in the place of a reference; nothing where a clause that it names is not there.
  package func parts(of reference: Reference, in clause: Identity) -> [ReferencePart] {
    var parts: [ReferencePart] = []
    _ = forEachPart(of: reference, in: clause) { parts.append($0) }
    return parts
  }
}

/// A stretch of what a reference prints.
package struct ReferencePart: Sendable {
  package let words: String
  /// The clause whose number it is, and to which it links; nil for words between numbers.
  package let target: Identity?

  package init(_ words: String, linkedTo target: Identity? = nil) {
    self.words = words
    self.target = target
  }

  /// As a part of a line.
  package func run(_ style: Text.Style) -> Text.Run {
    var style = style
    if let target { style.link = target.description }
    return Text.Run(.words(words), style: style)
  }
}

/// A policy ready to be printed: amended and numbered, its terms and references still open, and what each of them prints.
///
/// What forks of one base leave alone is the same in each of them until then.
package struct Manuscript: Sendable {
  /// The policy with its prose as it is written.
  package let policy: ResolvedPolicy
  /// What its terms and references print; nil where none is open.
  package let words: (any PrintedWords)?

  /// - Parameter words: what terms and references print; nil for a policy that holds none.
  package init(_ policy: ResolvedPolicy, words: (any PrintedWords)? = nil) {
    self.policy = policy
    self.words = words
  }

  /// The policy as it reads.
  package var filled: ResolvedPolicy {
    guard words != nil else { return policy }
    var filled = policy
    filled.clauses = policy.clauses.map(self.filled)
    return filled
  }

  private func filled(_ clause: ResolvedClause) -> ResolvedClause {
    ResolvedClause(
      identity: clause.identity, number: clause.number,
      provenance: clause.provenance.mapReasons { filled($0, in: clause.identity) }, content: filledContent(of: clause),
      clauses: clause.clauses.map(filled))
  }

  /// A clause without those below it, as it reads.
  private func filledContent(of clause: ResolvedClause) -> Clause {
    var content = clause.content
    if content.heading.isOpen { content.heading = filled(content.heading, in: clause.identity) }
    for index in content.blocks.indices where content.blocks[index].isOpen {
      content.blocks[index] = filled(content.blocks[index], in: clause.identity)
    }
    return content
  }

  /// The words of a clause's heading as they read.
  package func heading(of clause: ResolvedClause) -> String {
    filled(clause.content.heading, in: clause.identity).plain
  }

  /// A block of a clause as it reads.
  package func filled(_ block: Block, in clause: Identity) -> Block { block.mapTexts { filled($0, in: clause) } }

  /// A line of a clause as it reads.
  package func filled(_ text: Text, in clause: Identity) -> Text {
    guard text.isOpen, let words else { return text }
    return text.filled(with: words, in: clause)
  }
}

extension Text {
  /// The same line with what its terms and references print.
  ///
  /// - Parameter clause: where it stands.
  package func filled(with words: some PrintedWords, in clause: Identity) -> Text {
    guard isOpen else { return self }
    var filled: [Run] = []
    filled.reserveCapacity(runs.count + 2)
    for run in runs {
      switch run.content {
      case .term(let use):
        filled.append(Run(words.words(of: use).map(Content.words) ?? .blank(use.name), style: run.style))
      case .reference(let reference):
        let isThere = words.forEachPart(of: reference, in: clause) { filled.append($0.run(run.style)) }
        if !isThere { filled.append(Run(.blank(nil), style: run.style)) }
      default: filled.append(run)
      }
    }
    return Text(filled)
  }
}

extension Provenance {
  /// The same with each reason changed.
  fileprivate func mapReasons(_ change: (Text) -> Text) -> Provenance {
    guard amendedBy.contains(where: { $0.reason != nil }) else { return self }
    return Provenance(
      origin: origin,
      amendedBy: amendedBy.map { Touch(by: $0.by, operation: $0.operation, reason: $0.reason.map(change)) })
  }
}
