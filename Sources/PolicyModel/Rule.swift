/// The permanent names of what can be wrong; each has an example in the specification.
public enum Rule: String, Hashable, Sendable, CaseIterable {
  // The file
  case invalidUTF8 = "invalid-utf-8"
  case controlCharacter = "control-character"
  case fileTooLarge = "file-too-large"
  case lineTooLong = "line-too-long"
  case nestedTooDeep = "nested-too-deep"
  case missingFile = "missing-file"
  case unreadableFile = "unreadable-file"
  case malformedName = "malformed-name"
  /// A file was changed while a command was at work on it.
  case changedFile = "changed-file"
  // The front matter and other YAML
  case noFrontMatter = "no-front-matter"
  case brokenYAML = "broken-yaml"
  case yamlAlias = "yaml-alias"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case badValue = "bad-value"
  // The text
  case headingLevel = "heading-level"
  case underlinedHeading = "underlined-heading"
  case emptyHeading = "empty-heading"
  case emptyClause = "empty-clause"
  /// Markdown that has no place in a policy: a picture, a block of code.
  case unwelcomeMarkdown = "unwelcome-markdown"
  case rawHTML = "raw-html"
  case unsafeLink = "unsafe-link"
  // Marks, terms and references
  case malformedMark = "malformed-mark"
  case misplacedMark = "misplaced-mark"
  case unknownMark = "unknown-mark"
  case malformedIdentity = "malformed-identity"
  case duplicateIdentity = "duplicate-identity"
  case missingIdentity = "missing-identity"
  case malformedTerm = "malformed-term"
  case unfilledTerm = "unfilled-term"
  /// A value is given for a term that a text does not have.
  case unknownTerm = "unknown-term"
  case malformedReference = "malformed-reference"
  case referenceToNothing = "reference-to-nothing"
  case referenceToOmitted = "reference-to-omitted"
  // Forms
  case fieldOutsideForm = "field-outside-form"
  /// A blank is missing behind a label, or is there once too often.
  case fieldBlank = "field-blank"
  /// Something other than options stands below a field.
  case fieldContent = "field-content"
  /// A box to tick stands outside a field.
  case misplacedBox = "misplaced-box"
  // Amendments
  case textBeforeAmendment = "text-before-amendment"
  case amendmentNotUnderstood = "amendment-not-understood"
  /// An amendment lacks the new text below its heading.
  case missingText = "missing-text"
  /// An amendment has a text below its heading that it cannot use.
  case unexpectedText = "unexpected-text"
  case unknownTarget = "unknown-target"
  case ambiguousNumber = "ambiguous-number"
  /// Quoted words are not found.
  case textMissing = "text-missing"
  /// Quoted words are found more than once.
  case ambiguousText = "ambiguous-text"
  /// Quoted words end within a word, term, link or reference.
  case textCut = "text-cut"
  case fixedClause = "fixed-clause"
  case fillOnlyClause = "fill-only-clause"
  case identityTaken = "identity-taken"
  /// A clause cannot stand where an amendment puts it.
  case wrongPlace = "wrong-place"
  case moveIntoItself = "move-into-itself"
  case noHeading = "no-heading"
  /// An attribute is set on a clause of a sort that has none such.
  case settingMisplaced = "setting-misplaced"
  // Chains and editions
  case unknownAddress = "unknown-address"
  /// A text would be compared with itself.
  case sameText = "same-text"
  case missingBase = "missing-base"
  /// A fork would be made where a policy stands already.
  case existingPolicy = "existing-policy"
  /// A fork would say of its organisation what the organisation's file does not say.
  case existingOrganisation = "existing-organisation"
  case cycle
  /// More texts amend each other in a row than can be read.
  case longChain = "long-chain"
  case restsOnDraft = "rests-on-draft"
  /// An edition does not hold its organisation's name.
  case unfrozenEdition = "unfrozen-edition"
  /// A file says another edition than its name does.
  case wrongEdition = "wrong-edition"
  /// A ratified edition would be changed.
  case ratifiedEdition = "ratified-edition"
  /// No draft is there to be ratified.
  case missingDraft = "missing-draft"
  /// A draft says nothing that the newest edition does not say.
  case unchangedText = "unchanged-text"
  /// An edition would be numbered below one that is ratified already.
  case editionNotNewer = "edition-not-newer"
  /// A text to be ratified has a blank that nobody filled in.
  case openBlank = "open-blank"
  /// A comment stands where an edition could not keep it.
  case unkeptComment = "unkept-comment"
  /// A draft is still there, though the newest edition says all it says.
  case leftoverDraft = "leftover-draft"
  /// An edition's file is there, but its approval is not in the ledger.
  case unfinishedRatification = "unfinished-ratification"
  /// The ledger names an edition whose file is gone.
  case missingEdition = "missing-edition"
  /// An edition's file is not the one that was approved.
  case alteredEdition = "altered-edition"
  /// An edition reads differently from the text that was approved.
  case alteredText = "altered-text"
  /// The base reads differently from the one a fork was ratified on.
  case alteredBase = "altered-base"
  /// A fork was ratified before the edition that it rests on.
  case laterBase = "later-base"
  // Taking new editions of a base
  /// A text of its own would be taken to a new edition of a base.
  case notAFork = "not-a-fork"
  /// A fork would be taken back to an edition before the one it rests on.
  case olderBase = "older-base"
  /// Decisions were made on texts that have changed since.
  case staleDecisions = "stale-decisions"
  /// A decision is about an amendment that is not there, on which nothing is to be decided, or which stands all the same.
  case unknownDecision = "unknown-decision"
  /// A decision cannot be carried out.
  case impossibleDecision = "impossible-decision"
  /// A form would take the place of decisions that were made.
  case existingDecisions = "existing-decisions"
  // Ledgers
  case approvedTwice = "approved-twice"
  /// A review stands before the approval of the edition reviewed.
  case reviewBeforeApproval = "review-before-approval"
  /// A decision stands behind one of a later day.
  case datesBackwards = "dates-backwards"
  /// A decision would be entered that is there already.
  case repeatedDecision = "repeated-decision"
  /// An approval does not say which text was approved.
  case missingDigest = "missing-digest"
  /// Nothing can be written behind a ledger as it is laid out.
  case unextendableLedger = "unextendable-ledger"
  /// It is not recorded since when an edition was in force.
  case undatedApproval = "undated-approval"
  /// No edition was in force on a day.
  case notInForce = "not-in-force"
  // Adopting
  /// Little of a document comes from the text that it is to amend.
  case unlikelyBase = "unlikely-base"
  /// A document without headings has no sections to read it by.
  case noHeadings = "no-headings"
  /// An instrument is no whole text, which alone can be adopted.
  case notAWholeText = "not-a-whole-text"
  /// A draft stands where one would be written.
  case draftExists = "draft-exists"
  // Checks
  case handTypedReference = "hand-typed-reference"
  case wrongReference = "wrong-reference"
  case numberGap = "number-gap"
  case placeholder
  case draftingNote = "drafting-note"
  case unusedTerm = "unused-term"
  case twoNames = "two-names"
  case twoSpellings = "two-spellings"
  case repeatedParagraph = "repeated-paragraph"
  case reviewOverdue = "review-overdue"
  case noReviewDate = "no-review-date"
  case missingControl = "missing-control"
  case unsignedForm = "unsigned-form"
  case idleExcuse = "idle-excuse"
  /// Words that a fork changes throughout still stand in other letters or in the plural.
  case unevenThroughout = "uneven-throughout"
  // Checks of what is cited
  case repealedLaw = "repealed-law"
  case miscitedLaw = "miscited-law"
  case repealedProvision = "repealed-provision"
  /// An Act that is in force only in part is cited as a whole.
  case partlyRepealedLaw = "partly-repealed-law"
  case formerBody = "former-body"
  case formerService = "former-service"
  case supersededDocument = "superseded-document"
  /// A document is named that the related policies leave out.
  case unlistedDocument = "unlisted-document"
  /// An entry of a register was not gone through for half a year.
  case staleRegister = "stale-register"
  // Checks of the wording
  /// A person is named where a role would last.
  case namedPerson = "named-person"
  /// Something is to be done, and nobody is named who does it.
  case dutyWithoutBearer = "duty-without-bearer"
  /// An act and its undoing are forbidden together.
  case selfDefeatingProhibition = "self-defeating-prohibition"
  /// A clause allows or asks what it forbids.
  case contradiction
  /// A fork's clause binds less than its base's.
  case weakenedDuty = "weakened-duty"
  /// A page number, running title or marking stands in the text.
  case pageFurniture = "page-furniture"
  /// A hyphen, space or sign was left or lost when a document was converted.
  case conversionScar = "conversion-scar"
  /// How many sentences are long.
  case longSentences = "long-sentences"
  /// How many years of school a reader needs.
  case readingGrade = "reading-grade"
  // Formatting and publishing
  case cannotFormat = "cannot-format"
  case missingTemplate = "missing-template"
  case brokenTemplate = "broken-template"
}
