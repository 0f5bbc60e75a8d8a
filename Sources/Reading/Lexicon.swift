/// What a word can be in a sentence; most words are several things, many are none of these.
package struct Traits: OptionSet, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Somebody who can act: a person, a body, a group of persons.
  package static let agent = Traits(rawValue: 1 << 0)
  /// Something that cannot, though its name may look as if it could.
  package static let thing = Traits(rawValue: 1 << 1)
  package static let determiner = Traits(rawValue: 1 << 2)
  /// Stands for a subject alone: they, it, there.
  package static let pronoun = Traits(rawValue: 1 << 3)
  package static let preposition = Traits(rawValue: 1 << 4)
  package static let coordinator = Traits(rawValue: 1 << 5)
  package static let adverb = Traits(rawValue: 1 << 6)
  /// A finite form of to be, to have, to do, or a modal.
  package static let auxiliary = Traits(rawValue: 1 << 7)
  package static let modal = Traits(rawValue: 1 << 8)
  /// The plain form of a verb: create.
  package static let verb = Traits(rawValue: 1 << 9)
  /// The form of a verb after one person or thing: creates.
  package static let singularVerb = Traits(rawValue: 1 << 10)
  /// A verb that is as often a noun: post.
  static let nounToo = Traits(rawValue: 1 << 11)
  package static let participle = Traits(rawValue: 1 << 12)
  /// Goes before the name of an agent: senior, other.
  package static let modifier = Traits(rawValue: 1 << 13)
  /// Opens a clause below another: if, who, that.
  package static let subordinator = Traits(rawValue: 1 << 14)
}

package func traits(of core: String) -> Traits {
  if let known = lexicon[core] { return known }
  if core.hasSuffix("'s") || core.hasSuffix("s'") { return [] }
  var traits: Traits = []
  if core.utf8.count > 4 {
    if core.hasSuffix("ly") { traits.insert(.adverb) }
    if core.hasSuffix("ed") { traits.insert(.participle) }
    for ending in agentEndings where core.hasSuffix(ending) { traits.insert(.agent) }
  }
  return traits
}

private let agentEndings = ["er", "ers", "or", "ors", "ee", "ees", "ist", "ists", "ian", "ians"]

/// The words that reading turns on; all others are told by their endings or left open.
package let lexicon: [String: Traits] = {
  var lexicon: [String: Traits] = [:]
  for (list, traits, inflectedTraits) in vocabulary {
    for word in list.split(whereSeparator: \.isWhitespace) {
      lexicon[String(word), default: []].formUnion(traits)
      if !inflectedTraits.isEmpty { lexicon[inflected(word), default: []].formUnion(inflectedTraits) }
    }
  }
  return lexicon
}()

/// Words with what they are, and what their form in -s is, where they have one.
private let vocabulary: [(words: String, traits: Traits, inflected: Traits)] = [
  (agents, .agent, .agent), (collectives, .agent, []), (things, .thing, .thing), (bareThings, .thing, []),
  (verbs, .verb, .singularVerb), (verbsAndNouns, [.verb, .nounToo], [.singularVerb, .nounToo]),
  (
    """
    the a an any all every each some no this that these those my your his her its our their both either neither another
    such several many most more few two three four five one none
    """, .determiner, []
  ),
  (
    """
    i you he she we they whoever who anyone anybody everyone everybody someone somebody nobody
    """, [.pronoun, .agent], []
  ),
  ("everything anything something nothing", [.pronoun, .thing], []),
  ("it there this that these those what whatever which both all each some many few none one", .pronoun, []),
  (
    """
    of in on at by for with from to into onto about against between during within without under over through throughout
    across among amongst upon via towards before after since until till behind beyond below above beside besides despite
    except including concerning regarding per than like near off out outside inside as unlike around apart according following
    given save
    """, .preposition, []
  ),
  ("and but or nor yet", .coordinator, []),
  (
    """
    also always therefore however then thus likewise instead too still ever now just even well again never not normally
    otherwise further nevertheless moreover furthermore meanwhile hence accordingly only here alone first often sometimes
    once perhaps later rather together longer beforehand afterwards
    """, .adverb, []
  ),
  ("is are was were has have had does do did am isn't aren't hasn't haven't doesn't don't", .auxiliary, []),
  (
    """
    can could will would may might must shall should ought cannot can't couldn't won't wouldn't mustn't shan't shouldn't
    oughtn't needn't
    """, [.auxiliary, .modal], []
  ),
  (
    """
    if unless when whenever where wherever whether while whilst because although though whereas so who whom whose which
    that what whatever whoever whichever how why
    """, .subordinator, []
  ),
  (
    """
    given taken made kept told sent seen held put set built drawn written shown known chosen spoken left lost paid read
    sought brought met found sold cut broken worn begun borne done gone said thought understood withdrawn laid led let
    bought caught driven eaten fed felt forgotten hung heard hit hurt shut swept sworn thrown torn upheld withheld
    used lent bound forbidden got hidden spent split stuck stolen taught run become overseen undertaken
    """, .participle, []
  ),
  ("accused", .participle, []),
  (
    """
    other others relevant responsible senior appropriate new line teaching school staff governing present former past
    individual council external internal local own first
    """, .modifier, []
  ),
  ("authorised approved designated elected nominated trained concerned named", [.modifier, .participle], []),
  // They end as adverbs and names of agents do, and are neither.
  ("likely unlikely friendly timely costly elderly better greater longer proper wider further number", [], []),
]

/// The form in -s of a noun or verb.
private func inflected(_ word: Substring) -> String {
  if let last = word.last, last == "y", let before = word.dropLast().last, !"aeiou".contains(before) {
    return word.dropLast() + "ies"
  }
  let hisses = ["s", "x", "z", "ch", "sh", "o"].contains { word.hasSuffix($0) }
  return word + (hisses ? "es" : "s")
}

private let agents = """
  academy accused administrator adult adviser advisor agency appellant applicant apprentice assembly assistant association auditor
  author authority blogger board body boy bursar business candidate carer chair chairman chairperson charity
  chief child claimant clerk client club
  co-ordinator coach colleague college commissioner committee community companion company complainant consortium contractor
  contributor cook coordinator council councillor counsellor court customer delegate department deputy director directorate
  editor employee employer executive expert federation friend girl governor group guard guardian guest head
  headteacher holder host individual inspector intern keeper lawyer lead leader learner leaver librarian lodger manager
  member minister minor moderator neighbour nurse offender office officer official ombudsman operator organisation organiser
  owner panel parent participant partner party person photographer practitioner principal professional provider pupil
  receptionist recipient relative representative resident respondent school secretary sender signatory society solicitor speaker
  specialist sponsor steward student sub-committee subcommittee supervisor supplier teacher team technician tenant trainee
  trainer translator treasurer tribunal trust trustee tutor union user visitor volunteer witness worker
  """

private let collectives = """
  anybody anyone cabinet ceop chairmen children dfe dsl everybody everyone families headship hr ico lado leadership man
  management men no-one nobody ofsted ombudsmen others people personnel police pta public residents senco somebody someone staff
  whoever woman women workforce
  """

private let bareThings = """
  advice april august behaviour christmas cover data december easter equipment facebook february friday gender hardware
  information internet january july june law legislation march media misconduct monday november october saturday september
  software sunday thursday tuesday twitter water weather wednesday work
  """

private let things = """
  account act action activity agreement answer app appendix approval article audience banner behaviour blog boiler
  book border breach brief browser calendar care centre chapter charter clause code comment complaint computer concern
  consent consequence container content control cooker copy corner counter cover data date decision definition degree
  design device disclaimer disorder document door drawer duty effort email encyclopaedia enquiry error event example
  factor failure favour feature fee file filter floor folder form guarantee guidance guideline header heading heater
  hour humour image investment item job labour ladder law letter level limit link list locker logo material matter
  media medium message monitor name need network newsletter newspaper notice number offence offer order page paper
  paragraph part password permission phone photo photograph picture plan platform policy post poster power principle
  printer procedure process profile project protocol purpose quarter query reason record register regulation remainder
  report request requirement responsibility result review risk role rule scanner schedule screen section semester
  server service setting shower site statement step sticker subject success suggestion summer system task term text
  thought time tool trailer training transfer trial use video view visit web website webspace wiki winter word work
  """

private let verbs = """
  abide accept accompany achieve acknowledge acquire add adhere admit adopt advertise advise agree allow amend
  announce apologise appear apply appoint approve arise arrange ask assess assign assist assume attend attract
  authorise avoid ban be bear become befriend begin behave believe belong bind brief bring browse build bully buy
  cancel carry cease check choose circulate cite clarify co-operate collect come commit communicate compile complain
  comply confer confirm conform connect consider consist consult contain continue contribute convey cooperate create
  declare decline defame defend define delete deliver deny depend describe designate destroy determine develop differ
  disable disagree disclose discriminate discuss dispose disregard distribute divulge do doubt download edit employ enable encourage
  endanger engage ensure enter erase escalate establish evaluate examine exceed exclude exist expect explain expose express
  extend fail fear feel fill find follow forbid forget forward gather get give go govern grant happen harass have hear help hope identify
  ignore imagine impersonate implement imply improve include indicate inform infringe initiate insist inspect install
  instruct intend interact intervene invest investigate invite involve join keep know lay learn leave lend let listen
  lodge lose maintain make manage mean meet mention minimise moderate modify nominate notify obey observe obtain occur
  offend oppose organise oversee participate permit persuade pose possess prefer prepare preserve presume prevent
  proceed produce prohibit promote protect prove provide publish pursue put reach read realise receive recognise
  recommend redact reduce refer reflect refrain refuse reject relate rely remain remember remind remove repeat
  represent reproduce require resign resolve respond restrict retain reveal revoke safeguard satisfy save say scan
  scrutinise see seek select sell send serve shred sit speak specify spend stay stick submit succeed suffer suggest
  supervise suppose suspend take teach tell think threaten throw tolerate treat try turn undermine understand
  undertake unfriend uphold upload utilise verify vet violate wait want warn wear weigh withdraw withhold write
  """

private let verbsAndNouns = """
  abuse access act address aim alert answer appeal approach attack attempt audit award back blame block blog book
  breach break call care cause challenge change charge claim close combine comment complete concern conduct contact
  control copy correct cost cover damage date deal decrease delay delegate demand design direct display document email end
  exercise experience face fall feed file film finish fix focus force form function gain guard guide handle harm hold
  host increase influence insult interest issue judge label lead like limit link list live lock log look mark matter
  mind misuse monitor move name need neglect note notice object offer open order own pass pay phone photograph place
  plan plot post practise praise present print process produce project promise prompt purchase quarrel question quote
  raise rate reason record regard register release remark remedy rent reply report request research respect rest
  result return review ring risk rule run schedule score search secure set share show sign signal spread stand start
  state step stop store study subject suit supply support surprise swap switch tag talk target tend test text time
  touch trade train transfer trust tweet update use value view visit voice vote watch wish work worry
  """
