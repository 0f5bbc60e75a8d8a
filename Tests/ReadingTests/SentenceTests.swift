import Reading
import Testing

/// Prose is cut at the ends of its sentences and nowhere else; joined by a space it is the prose again.
@Suite struct SentenceTests {
  /// Each text with a bar where a sentence ends.
  @Test(arguments: [
    "Ask first. | Then go. | Is it far? | Not at all! | Good.",
    "Bring tools, e.g. a saw. | Phone first, i.e. Before nine.",
    "Pens, paper etc. are free. | Bring pens, paper etc. | The shop is open.",
    "Keep to the Safety at Work etc. Act 1974. | Then rest.",
    "See s. 4 of it. | See para. 5. | Then rest.",
    "See No. 4 on the list. | The answer was no. | Nobody came.",
    "The fair at St. Mary is small. | Mr. Brown met Dr. J. Smith there.",
    "School ends at 3.25pm. | Rule 6.4 applies. | The fee is £4.50. | See rule 6.4. | Then pay.",
    "Ask the cook (see section 5.) | Then wait.",
    "Ask the cook (see section 5. It is short.) and wait.",
    "(This is one. | This is another.) | And a third.",
    "The sign says ‘No entry.’ | Visitors turn back. | It says “Ask first.” | Then ask.",
    "He wrote ‘I left. They stayed.’ on the wall.",
    "The pupils’ work is done. | The ‘pupils’ work’ is not.",
    "Wait … then go. | Wait… | Then go. | Think... | Then act.",
    "Visit https://example.org/a.b?c=d. | Use del.icio.us or www.example.org. | That is all.",
    "A heading without a stop",
    "See Appendix A. | Staff must wait. | The meeting is at 9 a.m. | Staff attend. | Or at 9 a.m. on Monday.",
    "1. Staff must ask. | 2. They must wait.",
    "Wait (this bracket was never closed. | Then go.",
    "Staff must not post: – pictures of pupils; – their names.",
  ])
  func cuts(marked: String) {
    let expected = marked.split(separator: " | ").map(String.init)
    let found = sentences(of: expected.joined(separator: " "))
    #expect(found == expected)
  }

  @Test func nothingHasNoSentence() { #expect(sentences(of: "").isEmpty) }
}
