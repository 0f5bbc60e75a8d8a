import PolicyModel

/// Every check, in the order of the specification.
public let checks: [Check] = [
  .unusedTerm,
  // The wording
  .namedPerson, .dutyWithoutBearer, .selfDefeatingProhibition, .contradiction, .weakenedDuty, .pageFurniture,
  .conversionScar, .longSentences, .readingGrade,
]

/// Everything that the checks find in a text, in the order of the checks.
public func check(_ text: CheckedText) -> [Diagnostic] {
  checks.flatMap { $0.run(on: text) }
}
