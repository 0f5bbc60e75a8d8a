import Reading
import Testing

/// Sentences with what they ask, allow and forbid: `force | bearer | act | exception`, or `no duty | why`.
@Suite struct ModalReadingTests {
  private func check(_ row: Row) {
    let found = modals(in: row.sentence).map { reading in
      guard let force = reading.force else { return "no duty | \(reading.why)" }
      let parts = [force.rawValue, reading.bearer ?? "–", reading.act] + (reading.exception.map { [$0] } ?? [])
      return parts.joined(separator: " | ")
    }
    #expect(found == row.readings, "\(row.sentence)")
  }

  struct Row: CustomTestStringConvertible {
    let sentence: String
    let readings: [String]

    init(_ sentence: String, _ readings: String...) {
      self.sentence = sentence
      self.readings = readings
    }

    var testDescription: String { sentence }
  }

  @Test(arguments: [
    Row("Staff must lock the cupboard when they leave.", "must | Staff | lock the cupboard when they leave"),
    Row("The caretaker shall check the boiler.", "must | The caretaker | check the boiler"),
    Row("The chair shall not vote twice.", "must not | The chair | vote twice"),
    Row("Pupils must not run in the corridor.", "must not | Pupils | run in the corridor"),
    Row("Guests must never light a fire.", "must not | Guests | light a fire"),
    Row("Visitors should sign the book.", "should | Visitors | sign the book"),
    Row("Drivers shouldn’t leave the engine running.", "should not | Drivers | leave the engine running"),
    Row("Volunteers ought to read the handbook.", "should | Volunteers | read the handbook"),
    Row("Cooks must not only clean the pans but dry them.", "must | Cooks | not only clean the pans but dry them"),
    Row("The treasurer is to count the cash.", "must | The treasurer | count the cash"),
    Row("Pupils are not to climb the fence.", "must not | Pupils | climb the fence"),
    Row("Every club has to keep a register.", "must | Every club | keep a register"),
    Row("Coaches need to hold a licence.", "must | Coaches | hold a licence"),
    Row("All lodgers are required to lock the gate.", "must | All lodgers | lock the gate"),
    Row("Everyone here is bound to wear a hat.", "must | Everyone | wear a hat"),
    Row("Parents have a duty to tell the office.", "must | Parents | tell the office"),
    Row("The tenant is under a duty to mend the fence.", "must | The tenant | mend the fence"),
    Row("The site manager is responsible for testing the alarms.", "must | The site manager | testing the alarms"),
    Row("Checking the list is the responsibility of the driver.", "must | the driver | Checking the list"),
    Row("It is essential that every door stays closed.", "must | – | every door stays closed"),
    Row("The council requires every school to keep a log.", "must | every school | keep a log"),
    Row("A deposit is required before the first visit.", "must | – | A deposit before the first visit"),
    Row("The cook is accountable for the stores.", "must | The cook | the stores"),
    Row("The cook has overall responsibility for the stores.", "must | The cook | the stores"),
    Row("Responsibility for the stores rests with the cook.", "must | the cook | Responsibility for the stores"),
    Row("It is a condition of membership that riders hold a licence.", "must | – | riders hold a licence"),
    Row("It is a requirement to wear a hat.", "must | – | wear a hat"),
    Row("It is the clerk’s job to open letters.", "must | the clerk | open letters"),
    Row("At least one driver must have been trained.", "must | At least one driver | have been trained"),
    Row("Cooks must not fail to wash up.", "must | Cooks | wash up"),
    Row("Cooks must refrain from shouting.", "must not | Cooks | shouting"),
    Row("Cooks should avoid shouting.", "should not | Cooks | shouting"),
    Row("Cooks should avoid delay.", "should | Cooks | avoid delay"),
  ])
  func obligations(row: Row) { check(row) }

  @Test(arguments: [
    Row("Helpers are expected to arrive by nine.", "should | Helpers | arrive by nine"),
    Row("Teachers are strongly advised to keep copies.", "should | Teachers | keep copies"),
    Row("Clubs are advised not to buy more.", "should not | Clubs | buy more"),
    Row("It is also good practice to keep a spare key.", "should | – | keep a spare key"),
    Row("Families are encouraged to walk to school.", "should | Families | walk to school"),
    Row("Clubs are recommended to buy insurance.", "should | Clubs | buy insurance"),
    Row("Anyone hiring the hall is asked to sweep it.", "should | Anyone hiring the hall | sweep it"),
    Row("The trust expects its schools to share results.", "should | its schools | share results"),
    Row("Hirers will be expected to pay in advance.", "should | Hirers | pay in advance"),
    Row("It is important to wash hands before cooking.", "should | – | wash hands before cooking"),
    Row("It is therefore important for cooks to wash their hands.", "should | cooks | wash their hands"),
    Row("To keep a spare key is good practice.", "should | – | To keep a spare key"),
    Row("Please return the key to the office.", "should | – | return the key to the office"),
    Row("When the form is complete, please send it back.", "should | – | send it back when the form is complete"),
    Row("Please do not feed the ducks.", "should not | – | feed the ducks"),
  ])
  func advice(row: Row) { check(row) }

  @Test(arguments: [
    Row("Do not open the windows.", "must not | – | open the windows"),
    Row("Never lend your badge to anyone.", "must not | – | lend your badge to anyone"),
    Row("Bear in mind that the walls are thin.", "must | – | Bear in mind that the walls are thin"),
    Row("See to it that the lights are off.", "must | – | See to it that the lights are off"),
    Row("Always wear gloves.", "must | – | wear gloves"),
    Row("Be kind.", "must | – | Be kind"),
    Row("Use strong locks.", "must | – | Use strong locks"),
    Row("If the alarm sounds, leave by the nearest door.", "must | – | leave by the nearest door if the alarm sounds"),
    Row("To save power, switch off the screens.", "must | – | switch off the screens"),
    Row("Write clearly; do not use red ink.", "must | – | Write clearly", "must not | – | use red ink"),
    // Nouns that look like verbs, places to look things up, and where to find help.
    Row("Use of the pool is free."),
    Row("Post is delivered daily."),
    Row("Report forms are on the shelf."),
    Row("See rule 4."),
    Row("For more information, ask the porter."),
    Row("Leave will be granted.", "must | – | Leave be granted"),
    Row("Time off will be given with pay.", "must | – | Time off be given with pay"),
    Row("Check lists must be kept.", "must | – | Check lists be kept"),
    Row("Open fires are banned.", "must not | – | Open fires"),
    Row("Support staff who work all year may leave early.", "may | Support staff who work all year | leave early"),
    Row("In this policy “staff” means all cooks, supply teachers and drivers."),
    Row("Make sure doors are shut.", "must | – | Make sure doors are shut"),
    Row("Ensure pupils are safe.", "must | – | Ensure pupils are safe"),
    Row("Before you leave, lock the door.", "must | – | lock the door"),
    Row(
      "Report all faults to the office, which has a list.",
      "must | – | Report all faults to the office, which has a list"),
    Row("When the bell goes pupils must, instead, talk quietly.", "must | pupils | talk quietly when the bell goes"),
    Row(
      "Where pupils push, behave badly or shout, staff must step in.",
      "must | staff | step in where pupils push, behave badly or shout"),
  ])
  func imperatives(row: Row) { check(row) }

  @Test(arguments: [
    Row("Parents may bring a friend to the concert.", "may | Parents | bring a friend to the concert"),
    Row("Sixth formers are allowed to leave the site.", "may | Sixth formers | leave the site"),
    Row("Bikes are allowed on the path.", "may | – | Bikes on the path"),
    Row("The school allows pupils to cycle.", "may | pupils | cycle"),
    Row("The Head has the right to close the field.", "may | The Head | close the field"),
    Row("The trust reserves the right to close the pool.", "may | The trust | close the pool"),
    Row("The Head has the right, and keeps it, to close the pool.", "may | The Head | close the pool"),
    Row("Members are free to leave at any time.", "may | Members | leave at any time"),
    Row("The minibus may be borrowed at weekends.", "may | – | The minibus be borrowed at weekends"),
    Row("The hall may be used only by members.", "may | members | The hall be used only by members"),
    Row("The hall can only be used at weekends.", "may | – | The hall be used at weekends"),
    Row("Clubs can use the hall only at weekends.", "may | Clubs | use the hall only at weekends"),
    Row("Only trained staff may drive.", "may | Only trained staff | drive"),
    Row("At most two drivers may rest.", "may | At most two drivers | rest"),
    Row("Cooks are entitled to a free lunch.", "may | Cooks | a free lunch"),
    Row("A guest is entitled to be joined by a friend.", "may | A guest | be joined by a friend"),
    Row("Staff may eat here but must wash up.", "may | Staff | eat here", "must | Staff | wash up"),
    Row("Only the Head can suspend a pupil.", "may | Only the Head | suspend a pupil"),
    Row("Parents can appeal within ten days.", "may | Parents | appeal within ten days"),
    Row("Where a guest disagrees they may appeal.", "may | they | appeal where a guest disagrees"),
    Row("Employees may be accompanied by a friend.", "may | Employees | be accompanied by a friend"),
    Row("Debts may be written off by the Head.", "may | the Head | Debts be written off by the Head"),
    Row("A pupil may be suspended by the Head.", "may | the Head | A pupil be suspended by the Head"),
  ])
  func permissions(row: Row) { check(row) }

  @Test(arguments: [
    Row("Governors may not vote on their own pay.", "must not | Governors | vote on their own pay"),
    Row("Lockers may not be painted.", "must not | – | Lockers be painted"),
    Row("Pupils cannot use their phones in lessons.", "must not | Pupils | use their phones in lessons"),
    Row("Year 7 pupils are not allowed to leave the site.", "must not | Year 7 pupils | leave the site"),
    Row("Staff are not allowed any alcohol.", "must not | Staff | any alcohol"),
    Row("Dogs are not permitted on the field.", "must not | – | Dogs on the field"),
    Row("Smoking is forbidden in every building.", "must not | – | Smoking in every building"),
    Row("Drivers are prohibited from overtaking.", "must not | Drivers | overtaking"),
    Row("Late homework is not acceptable.", "must not | – | Late homework"),
    Row("Noise after ten will not be tolerated.", "must not | – | Noise after ten"),
    Row("Guests have no right to park on the grass.", "must not | Guests | park on the grass"),
    Row("The Head will normally allow visits.", "must | The Head | normally allow visits"),
    Row("The Head will not normally allow visits.", "must not | The Head | normally allow visits"),
    Row(
      "A driver cannot be dismissed for a first offence.", "must not | – | A driver be dismissed for a first offence"),
    Row("No one may leave.", "must not | anyone | leave"),
    Row("Fees must not exceed £20.", "must not | – | Fees exceed £20"),
    Row("In no case may a visit exceed five days.", "must not | – | a visit exceed five days"),
    Row("Nothing may be sold.", "must not | – | anything be sold"),
    // Who must not is not “nobody”.
    Row("Nobody should swim alone.", "should not | anybody | swim alone"),
    Row("No pupil may leave before the bell.", "must not | any pupil | leave before the bell"),
    Row("Neither cooks nor drivers may smoke.", "must not | either cooks or drivers | smoke"),
    Row("No use may be made of the crest.", "must not | – | any use be made of the crest"),
    Row("Under no circumstances may a child be left alone.", "must not | – | a child be left alone"),
    Row("At no time may staff smoke.", "must not | staff | smoke"),
    Row("Under no circumstances may any member of staff smoke.", "must not | any member of staff | smoke"),
    Row("In no case may any use be made of the crest.", "must not | – | any use be made of the crest"),
    Row(
      "Staff must not share a password, nor should they write it down.",
      "must not | Staff | share a password", "should not | they | write it down"),
    Row("No member of staff may be here alone.", "must not | any member of staff | be here alone"),
    Row("No one may be here alone.", "must not | anyone | be here alone"),
    Row("USB sticks may not be used.", "must not | – | USB sticks be used"),
    Row("No one will suffer for asking.", "must not | – | anyone suffer for asking"),
    Row("Employees may not be accompanied.", "must not | Employees | be accompanied"),
  ])
  func prohibitions(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "No sooner than ten days before the trip must the office ask for money.",
      "must | the office | ask for money no sooner than ten days before the trip"),
    Row("Not until the Head agrees may parents be told.", "may | – | parents be told not until the Head agrees"),
    Row("Only with consent may pupils swim.", "may | pupils | swim only with consent"),
    Row("Only the Head may swim.", "may | Only the Head | swim"),
    Row("Rarely should a visit be long.", "should | – | a visit be long rarely"),
    Row(
      "Staff must tell the head at once, who must ring home.",
      "must | Staff | tell the head at once, who must ring home",
      "must | the head | ring home"),
    Row("By 31 May each year, the Head must report.", "must | the Head | report by 31 May each year"),
    Row("Within a day the clerk must ring.", "must | the clerk | ring within a day"),
    Row("From the sixth day the school must send work.", "must | the school | send work from the sixth day"),
    Row("At noon the list must be read.", "must | – | the list be read at noon"),
  ])
  func wordsPutFirst(row: Row) { check(row) }

  @Test(arguments: [
    Row("The Head will decide who goes.", "must | The Head | decide who goes"),
    Row("The clerk will not read out names.", "must not | The clerk | read out names"),
    Row("The council will have to tell the police.", "must | The council | tell the police"),
    Row(
      "The rota will be published by the office team.",
      "must | the office team | The rota be published by the office team"),
    Row("This will help.", "no duty | “will” tells what comes about: “this” is nobody who could promise something"),
    Row(
      "Rain will stop the match.",
      "no duty | “will” tells what comes about: “rain” is nobody who could promise something"),
    Row("Pupils will probably eat later.", "no duty | “will” tells what comes about, not what somebody undertakes"),
    Row("Parents will find a map overleaf.", "no duty | “will” tells what comes about, not what somebody undertakes"),
    Row(
      "Pupils should assume that their work will be shown.", "should | Pupils | assume that their work will be shown",
      "no duty | “will” tells what somebody is to suppose"),
    Row("Each cook will receive a badge.", "must | – | Each cook receive a badge"),
    Row("You will receive a reply.", "no duty | “will” tells what comes about, not what somebody undertakes"),
    Row("The clerk will have overall responsibility for the log.", "must | The clerk | the log"),
    Row("The clerk will be the point of contact.", "must | The clerk | be the point of contact"),
    Row(
      "The winner will be the pupil with most points.",
      "no duty | “will” tells what comes about, not what somebody undertakes"),
    Row("Staff will be aware of it.", "no duty | “will” tells what comes about, not what somebody undertakes"),
  ])
  func undertakings(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "A fall may lead to injury.",
      "no duty | “may” tells what can happen here: “fall” is nobody who could be allowed something"),
    Row(
      "Prices may differ.",
      "no duty | “may” tells what can happen here: “prices” is nobody who could be allowed something"),
    Row(
      "The minibus may be late.",
      "no duty | “may” tells what can happen here: “minibus” is nobody who could be allowed something"),
    Row("Staff may face questions from the press.", "no duty | “may face” tells what can happen, not what is allowed"),
    Row("Staff may be dismissed.", "no duty | “may be dismissed” tells what can happen, not what is allowed"),
    Row("Action may be taken.", "no duty | “may be taken” tells what can happen, not what is allowed"),
    Row("Pupils may well disagree.", "no duty | “may disagree” tells what can happen, not what is allowed"),
    Row("Not all staff may drive.", "no duty | “may” is said of not all, and leaves open of whom"),
    Row("Not every club is required to pay.", "no duty | “is required to” is said of not all, and leaves open of whom"),
    Row("Food that may contain nuts is labelled.", "no duty | “may” only describes something here"),
    Row("Whoever may complain is heard.", "no duty | “may” only tells who is meant"),
    Row("Pupils that may need help are asked.", "no duty | “may” only tells who is meant"),
    Row(
      "The office must tell parents that pupils may be late.",
      "must | The office | tell parents that pupils may be late",
      "no duty | “may” tells what can happen, behind “parents that”"),
    Row("If visitors may enter early, the gate is open.", "no duty | “may” stands in a condition, behind “if”"),
    Row(
      "Ask early, as the shop may close.", "must | – | Ask early, as the shop may close",
      "no duty | “may” gives a reason here"),
    Row(
      "Staff must know that guests may film them.", "must | Staff | know that guests may film them",
      "no duty | “may” tells what can happen, behind “know that”"),
    Row("Mistakes cannot be foreseen.", "no duty | “cannot” tells what is possible, not what is allowed"),
    Row("The lock allows pupils to leave.", "no duty | “allows … to” tells what “lock” makes possible"),
    Row("May 2019 was the wettest month."),
    Row("Staff can ask for help.", "no duty | “can” tells what is possible, not what is allowed"),
    Row("Staff can expect help.", "no duty | “can” tells what is possible, not what is allowed"),
    Row("These rules can apply to guests.", "no duty | “can” tells what is possible, not what is allowed"),
  ])
  func possibilities(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "If you must shout, go outside.", "no duty | “must” stands in a condition, behind “if”",
      "must | – | go outside if you must shout"),
    Row(
      "Should you lose your badge, tell the office.", "no duty | “should” opens a condition here, as “if” would",
      "must | – | tell the office"),
    Row(
      "If you should fall, stay down.", "no duty | “should” stands in a condition, behind “if”",
      "must | – | stay down if you should fall"),
    Row("Drivers need not carry a list.", "no duty | “need not” says what nobody has to do"),
    Row("Nobody is required to sing.", "no duty | “no … is required to” says what nobody has to do"),
    Row("No driver has to sing.", "no duty | “no … has to” says what nobody has to do"),
    Row("No driver will be expected to sing.", "no duty | “no … will be expected to” says what nobody has to do"),
    Row("Cooks are under no obligation to sing.", "no duty | “are under no obligation to” says what nobody has to do"),
    Row("Cooks are no longer required to sing.", "no duty | “are no longer required to” says what nobody has to do"),
    Row("The Head no longer requires cooks to sing.", "no duty | “no longer requires … to” says what nobody has to do"),
    Row("Cooks are rarely required to sing.", "no duty | “are rarely required to” says what nobody has to do"),
    Row(
      "Nothing in these rules requires a cook to sing.", "no duty | “no … requires … to” says what nobody has to do"),
    Row("Singing is not forbidden.", "no duty | “is not forbidden” says what nobody has to leave undone"),
    Row(
      "This does not mean that cooks must sing.", "no duty | “must” tells what is not meant, said or thought"),
    Row(
      "Nothing here means that cooks must sing.", "no duty | “must” tells what is not meant, said or thought"),
    Row(
      "Cooks must not forget that they must wash up.", "must not | Cooks | forget that they must wash up",
      "must | they | wash up"),
    Row(
      "Nobody should feel that they must sing.", "should not | anybody | feel that they must sing",
      "no duty | “must” tells what is not meant, said or thought"),
    Row(
      "Cooks should not feel that they must sing.", "should not | Cooks | feel that they must sing",
      "no duty | “must” tells what is not meant, said or thought"),
    Row(
      "Cooks must rest, so that lunch is late and guests can sleep.",
      "must | Cooks | rest, so that lunch is late and guests can sleep",
      "no duty | “can” tells what is possible, not what is allowed"),
    Row("Pupils can swim.", "no duty | “can” tells what is possible, not what is allowed"),
    Row(
      "Volunteers may sign the log, but visitors needn’t.", "may | Volunteers | sign the log",
      "no duty | “needn't” says what nobody has to do"),
    Row(
      "Helpers are not expected by the club to bring tools.",
      "no duty | “are not expected … to” says what nobody has to do"),
    Row(
      "Pupils should know how they should behave.", "should | Pupils | know how they should behave",
      "no duty | “should” stands behind “how”, which leaves open what is to be done"),
    Row(
      "The door is locked so that nobody may enter.",
      "no duty | “no … may” tells what something is for, behind “so that”"),
    Row("The sign reads ‘Visitors must report here’.", "no duty | “must” stands in words that are only quoted"),
    Row("The aim is to save paper.", "no duty | “is to” tells what the “aim” is"),
    Row("What is to be done about noise?", "no duty | “is to” stands in a question, which binds nobody"),
    Row("The work should have been finished in June.", "no duty | “should have been” tells what was or was not so"),
    Row(
      "Guests who must travel should tell the porter.", "no duty | “must” only tells who is meant",
      "should | Guests who must travel | tell the porter"),
    Row("The gate has to do with safety."),
    Row("The need to save water is clear."),
    Row(
      "Ask if unsure what is, and isn’t, acceptable here.",
      "must | – | Ask if unsure what is, and isn’t, acceptable here"),
    Row("This is to make sure that nobody falls.", "no duty | “is to” only describes something here"),
    Row("The plan is recommended to other schools."),
    Row("Rain is likely to fall."),
    Row("The forms are to be found in the hall."),
    Row("There is no assumption that guests will pay.", "no duty | “will” tells what somebody is to suppose"),
    Row("There is no expectation that cooks will sing.", "no duty | “will” tells what is not meant, said or thought"),
    Row(
      "Tables that the club has a duty to lend are red.", "no duty | “has a duty to” only tells what is meant"),
    Row(
      "A place is lost if the guest has stated in writing that they will not come.",
      "no duty | “will not” stands in a condition, behind “if”"),
    Row(
      "A place is lost if the guest sends notice that they will not come.",
      "no duty | “will not” stands in a condition, behind “if”"),
    Row(
      "No guest will be sent home because their club cannot or will not pay.",
      "must not | – | any guest be sent home because their club cannot or will not pay",
      "no duty | “cannot” tells what is possible, not what is allowed", "no duty | “will not” gives a reason here"),
    Row(
      "Guests whose clubs cannot or will not pay must wait.",
      "no duty | “cannot” only tells who is meant", "no duty | “will not” only tells who is meant",
      "must | Guests whose clubs cannot or will not pay | wait"),
  ])
  func whatBindsNobody(row: Row) { check(row) }

  @Test(arguments: [
    Row("While on duty, lifeguards must not read.", "must not | lifeguards | read"),
    Row(
      "If it is to work, it is vital that cooks rest.", "no duty | “is to” stands in a condition, behind “if”",
      "should | – | cooks rest if it is to work"),
    Row("Having heard all sides, the panel must decide.", "must | the panel | decide"),
    Row("Working with cooks, managers must draw up a plan.", "must | managers | draw up a plan"),
    Row(
      "Acting for the trust, the Site Officer must report to members.", "must | the Site Officer | report to members"),
    Row(
      "Cleaning for staff, the governors and volunteers must be arranged.",
      "must | – | Cleaning for staff, the governors and volunteers be arranged"),
    Row(
      "The chair must be told by the head of every complaint.",
      "must | the head | The chair be told by the head of every complaint"),
    Row(
      "The chair must be told by the head of the school.",
      "must | the head of the school | The chair be told by the head of the school"),
    Row(
      "The companion may speak, but may not answer questions.", "may | The companion | speak",
      "must not | The companion | answer questions"),
    Row("The bursar may delegate tasks to a steward.", "may | The bursar | delegate tasks to a steward"),
    Row("Share, the reading charity, gives away books."),
    Row("When you borrow a book, you must write it down.", "must | you | write it down when you borrow a book"),
    Row("During working time drivers must not eat.", "must not | drivers | eat"),
    Row(
      "When writing in class or at home pupils must use ink.",
      "must | pupils | use ink when writing in class or at home"),
    Row("Once online, pictures must be checked.", "must | – | pictures be checked"),
    Row(
      "Staff whose office is upstairs, or in the annex, must not use the lift.",
      "must not | Staff whose office is upstairs | use the lift"),
    Row(
      "Information that staff can see must not be passed on.",
      "must not | – | Information that staff can see be passed on"),
    Row("Cleaners, cooks and drivers must wear a badge.", "must | Cleaners, cooks and drivers | wear a badge"),
    Row("Before a trip, leaders must telephone the parents.", "must | leaders | telephone the parents"),
    Row("Guests who wish to swim, or to help children swim, must ask.", "must | Guests who wish to swim | ask"),
    Row("Staff, in term time, must sign in.", "must | Staff | sign in"),
    Row("The Head, who must sign the form, keeps a copy.", "must | The Head | sign the form"),
    Row("The Head of Service’s approval must be obtained.", "must | – | The Head of Service’s approval be obtained"),
    Row(
      "Approval must be obtained by the team leader.",
      "must | the team leader | Approval be obtained by the team leader"),
    Row("Ladders must, in wet weather, be left indoors.", "must | – | Ladders be left indoors in wet weather"),
    Row("A site must have strong locks.", "must | – | A site have strong locks"),
    Row("From the start there must be a plan.", "must | – | there be a plan"),
    Row("A stall that the Town Band runs must be clean.", "must | – | A stall that the Town Band runs be clean"),
    Row("Any news staff hear at work must not be sold.", "must not | – | Any news staff hear at work be sold"),
    Row("Prior to a match, the pitch must be swept.", "must | – | the pitch be swept"),
    Row("It is the responsibility of the driver to check the tyres.", "must | the driver | check the tyres"),
    Row("The plan must be read and approved by the Head.", "must | – | The plan be read and approved by the Head"),
    Row(
      "Guests should know that when on the ice they must wear a helmet.",
      "should | Guests | know that when on the ice they must wear a helmet", "must | they | wear a helmet"),
    Row("Everything they say must be true.", "must | – | Everything they say be true"),
    Row("The Designated Lead must come.", "must | The Designated Lead | come"),
    Row("The data subject must sign.", "must | The data subject | sign"),
    Row(
      "Guests must sign a form, which must be kept by the clerk.",
      "must | Guests | sign a form, which must be kept by the clerk", "must | the clerk | a form be kept by the clerk"),
    Row(
      "The log may be seen only by the cook, the clerk and the guests.",
      "may | the cook, the clerk and the guests | The log be seen only by the cook, the clerk and the guests"),
    Row("Each day pupil must bring lunch.", "must | Each day pupil | bring lunch"),
    Row("Guests who leave early must knock.", "must | Guests who leave early | knock"),
    Row("Guests who swim must also knock.", "must | Guests who swim | knock"),
    Row("Anyone who has been ill must rest.", "must | Anyone who has been ill | rest"),
    Row("Lunch must be paid by 31 March.", "must | – | Lunch be paid by 31 March"),
    Row("Lunch must be paid by Friday.", "must | – | Lunch be paid by Friday"),
    Row("Every six months the cook must rest.", "must | the cook | rest every six months"),
    Row("Each September all cooks must rest.", "must | all cooks | rest each September"),
    Row("Each month must begin with a walk.", "must | – | Each month begin with a walk"),
    Row(
      "Beer must be drunk at feasts approved by the Head.", "must | – | Beer be drunk at feasts approved by the Head"),
    Row(
      "The form must be signed by the cook, and sealed by the clerk.",
      "must | the cook | The form be signed by the cook, and sealed by the clerk"),
    Row(
      "The form must be signed by the cook, sealed by the clerk and sent home.",
      "must | – | The form be signed by the cook, sealed by the clerk and sent home"),
    Row("No fewer than two adults must come.", "must | No fewer than two adults | come"),
    Row("No less than 3 staff should be there.", "should | No less than 3 staff | be there"),
    Row("No more than £50 may be spent.", "may | – | No more than £50 be spent"),
    Row("No more than two parents may watch.", "may | No more than two parents | watch"),
    Row("No later than Friday, staff must sign.", "must | staff | sign no later than Friday"),
    Row("Staff and, with consent, pupils must wear badges.", "must | Staff and, with consent, pupils | wear badges"),
    Row("Those of a lower rank must salute.", "must | – | Those of a lower rank salute"),
    Row("Those in charge of a trip must carry a phone.", "must | Those in charge of a trip | carry a phone"),
    Row(
      "Everyone who works in the kitchen on a Saturday or a Sunday in the summer months must wash up.",
      "must | Everyone who works in the kitchen on a Saturday | wash up"),
    Row("Cooks who believe that a pan is hot must say so.", "must | Cooks who believe that a pan is hot | say so"),
    Row("Cooks who think a pan is hot must say so.", "must | Cooks who think a pan is hot | say so"),
    Row("Cooks who know that they have a cold must rest.", "must | Cooks who know that they have a cold | rest"),
    Row("Cooks who know they have a cold must rest.", "must | Cooks who know they have a cold | rest"),
    Row(
      "A driver who discovers that the brakes of the bus appear to have been taken out must ring.",
      "must | A driver who discovers that the brakes of the bus appear to have been taken out | ring"),
    Row("USB sticks must not be used.", "must not | – | USB sticks be used"),
    Row("DBS checks must be made by the clerk.", "must | the clerk | DBS checks be made by the clerk"),
    Row("First aiders must wear gloves.", "must | First aiders | wear gloves"),
    Row("The IT manager is responsible for the log.", "must | The IT manager | the log"),
    Row(
      "A trip must be approved by the Head beforehand.", "must | the Head | A trip be approved by the Head beforehand"),
    Row("Knives must be kept locked by the cook.", "must | the cook | Knives be kept locked by the cook"),
  ])
  func bearers(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "Cooks must not taste with their fingers and should wear a cap.",
      "must not | Cooks | taste with their fingers", "should | Cooks | wear a cap"),
    Row(
      "Staff must keep a log, must sign it and should file it.",
      "must | Staff | keep a log", "must | Staff | sign it", "should | Staff | file it"),
    Row(
      "The caretaker must lock the gate, and the cook must lock the kitchen.",
      "must | The caretaker | lock the gate", "must | the cook | lock the kitchen"),
    Row(
      "What guests write must be read, and any complaint must not be ignored.",
      "must | – | What guests write be read", "must not | – | any complaint be ignored"),
    Row(
      "Cooks should know that any stain from spilt food, will be noted.",
      "should | Cooks | know that any stain from spilt food, will be noted",
      "must | – | any stain from spilt food be noted"),
    Row("Everyone who rides has paid and is bound to wear a hat.", "must | Everyone who rides | wear a hat"),
    Row(
      "Comments must go, and where one is criminal the right people, such as the police, must be told.",
      "must | – | Comments go", "must | – | the right people be told where one is criminal"),
  ])
  func severalDuties(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "Teachers must not drive pupils unless a parent agrees.",
      "must not | Teachers | drive pupils | unless a parent agrees"),
    Row("Unless the Head agrees, visitors must not film.", "must not | visitors | film | unless the Head agrees"),
    Row("Nobody may enter except engineers.", "must not | anybody | enter | except engineers"),
    Row(
      "Cyclists must dismount except where a lane is marked.",
      "must | Cyclists | dismount | except where a lane is marked"),
    Row("Everybody other than the clerk must leave.", "must | Everybody | leave | other than the clerk"),
    Row("Apart from the clerk, nobody may sign.", "must not | anybody | sign | apart from the clerk"),
    Row("Keys may be lent, save for the master key.", "may | – | Keys be lent | save for the master key"),
    Row(
      "All doors must be locked, with the exception of the fire exits.",
      "must | – | All doors be locked | with the exception of the fire exits"),
    Row(
      "Pictures must not be taken without written permission.",
      "must not | – | Pictures be taken | without written permission"),
    Row("Where possible, meetings should end by six.", "should | – | meetings end by six | where possible"),
    Row(
      "Records should be kept, as far as is practicable, on paper.",
      "should | – | Records be kept on paper | as far as is practicable"),
    Row("Cooks should, where appropriate, label the dishes.", "should | Cooks | label the dishes | where appropriate"),
    // What looks like an exception.
    Row("Knives must be kept well apart from the food.", "must | – | Knives be kept well apart from the food"),
    Row(
      "Staff must remove any page that was set up without approval.",
      "must | Staff | remove any page that was set up without approval"),
    Row(
      "Guests must report a fault (say, a lamp lit without permission) soon.",
      "must | Guests | report a fault (say, a lamp lit without permission) soon"),
    Row("Pupils must save the file as a copy.", "must | Pupils | save the file as a copy"),
  ])
  func exceptions(row: Row) { check(row) }

  @Test func aPhraseIsQuotedWithItsGap() {
    let sentences = [
      "Clubs can use the hall only at weekends.", "The school allows pupils to cycle.", "Nobody may enter.",
      "Staff are strongly advised to wait.", "It is important for cooks to wait.",
    ]
    #expect(
      sentences.flatMap { modals(in: $0).map(\.phrase) } == [
        "can … only", "allows … to", "no … may", "are strongly advised to", "is important … to",
      ])
  }
}
