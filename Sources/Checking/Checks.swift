import PolicyModel

/// Every check, in the order of the specification.
public let checks: [Check] = [
  // The structure
  .handTypedReference, .wrongReference, .numberGap, .placeholder, .draftingNote, .unusedTerm, .twoNames, .twoSpellings,
  .repeatedParagraph, .reviewOverdue, .noReviewDate, .missingControl, .unsignedForm, .idleExcuse, .unevenThroughout,
  // What is cited
  .repealedLaw, .miscitedLaw, .repealedProvision, .partlyRepealedLaw, .formerBody, .formerService, .supersededDocument,
  .unlistedDocument, .staleRegister,
  // The wording
  .namedPerson, .dutyWithoutBearer, .selfDefeatingProhibition, .contradiction, .weakenedDuty, .pageFurniture,
  .conversionScar, .longSentences, .readingGrade,
]

/// Everything that the checks find in a text, in the order of the checks, but for what clauses are excused from.
public func check(_ text: CheckedText) -> [Diagnostic] {
  let excuses = Dictionary(
    uniqueKeysWithValues: text.clauses.filter { !$0.excuses.isEmpty }.map { ($0.identity, $0.excuses) })
  return checks.flatMap { $0.run(on: text) }.filter { finding in
    let excuse = finding.subject?.clause.flatMap { excuses[$0] }?.first { $0.rule == finding.rule.rawValue }
    return excuse.map(\.reason.isEmpty) ?? true
  }
}
