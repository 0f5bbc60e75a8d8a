import PolicyModel
import Reading
import Testing

/// Which differences are of spelling alone, and which make another word.
@Suite struct EditorialTests {
  private func reason(_ old: String, _ new: String) -> String? {
    editorialReason(from: tokens(of: Text(old)), to: tokens(of: Text(new)), isAtEnd: false)
  }

  @Test(arguments: [
    ("recieve", "receive"), ("organizer", "organiser"), ("committed", "commited"), ("travelling", "traveling"),
    ("practice", "practise"), ("licence", "license"), ("behavior", "behaviour"), ("centre", "center"),
  ])
  func oneWordInTwoSpellings(old: String, new: String) {
    #expect(reason(old, new) == "only spelling differs")
    #expect(reason(new, old) == "only spelling differs")
  }

  @Test(arguments: [
    ("casual", "causal"), ("complaint", "compliant"), ("filing", "filling"), ("united", "untied"),
    ("desert", "dessert"),
    ("advice", "advise"), ("form", "from"), ("morning", "mourning"), ("weeding", "wedding"), ("hoping", "hopping"),
    ("planed", "planned"), ("prefects", "perfects"), ("discrete", "discreet"), ("diner", "dinner"),
    ("re-sign", "resign"),
  ])
  func twoWords(old: String, new: String) {
    #expect(reason(old, new) == nil)
    #expect(reason(new, old) == nil)
  }
}
