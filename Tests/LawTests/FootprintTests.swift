import Amending
import PolicyModel
import Testing

/// Amendments that must not be carried out in any order are told from those that may.
@Suite struct FootprintTests {
  private static let base = """
    ## One {#s}

    1. {#a} Ask a client:

       - {#i} by day
       - {#j} at night.
    2. {#b} Wait.
    3. {#c number=none} Go.

    ## Two {#t}

    ### Three {#u}

    1. {#d} Come.

    ### Four {#v}

    ## Form {#f .form}

    - {#host} Who hosts it?

      - [ ] {#us} We
      - [ ] {#them} They
    """

  @Test(arguments: [
    ("## In #a, for “Ask” substitute “Beg”", "## For the text of #a substitute\n\nTell a client:"),
    ("## In #i, for “by” substitute “each”", "## Omit #a"),
    ("## In the heading of #s, for “One” substitute “Eins”", "## Omit #s"),
    ("## In #a, for “Ask” substitute “Beg”", "## Set #a .fixed"),
    ("## After #b insert\n\n1. {#n} Sit.", "## Before #c insert\n\n1. {#o} Stand."),
    ("## After #b insert\n\n1. {#n} Sit.", "## Omit #b"),
    ("## Before #b insert\n\n1. {#n} Sit.", "## Move #b to the end of #t"),
    ("## At the end of #s insert\n\n1. {#n} Sit.", "## Move #d to the end of #s"),
    ("## After #b insert\n\n1. {#n} Sit.", "## After #d insert\n\n1. {#n} Stand."),
    // What is no section lands before the sections, wherever it is put.
    ("## After #u insert\n\n1. {#n} Sit.", "## After #v insert\n\n1. {#o} Stand."),
    ("## Omit #us", "## Omit #them"),
    ("## Move #s to the end of #t", "## Move #t to the end of #s"),
    ("## Move #d to the end of #s", "## Omit #s"),
    ("## Move #c to the end of #a", "## Renumber #c as automatic"),
    ("## Renumber #b as hidden", "## Renumber #b as number 4"),
    ("## Set #b topic=waiting", "## Set #b topic=none"),
    ("## Throughout, for “client” substitute “pupil”", "## In #a, for “Ask” substitute “Beg”"),
    ("## Throughout, for “client” substitute “pupil”", "## Set #a .fixed"),
    ("---\ntitle: Journeys\n---", "---\ntitle: Tours\n---"),
  ])
  func meet(ours: String, theirs: String) throws {
    let (one, other) = try footprints(ours, theirs)
    #expect(one.meets(other) && other.meets(one))
  }

  @Test(arguments: [
    ("## In #a, for “Ask” substitute “Beg”", "## In #i, for “by” substitute “each”"),
    ("## In the heading of #s, for “One” substitute “Eins”", "## In #a, for “Ask” substitute “Beg”"),
    ("## In #b, for “Wait” substitute “Sit”", "## Omit #a"),
    ("## In #b, for “Wait” substitute “Sit”", "## Move #c to the end of #t"),
    ("## After #a insert\n\n1. {#n} Sit.", "## After #b insert\n\n1. {#o} Stand."),
    ("## After #b insert\n\n1. {#n} Sit.", "## In #b, for “Wait” substitute “Sit”"),
    ("## Omit #a", "## Omit #d"),
    ("## Set #b label=9", "## Set #b topic=waiting"),
    ("## Throughout, for “client” substitute “pupil”", "## In #b, for “Wait” substitute “Sit”"),
    ("## Throughout, for “client” substitute “pupil”", "## Omit #u"),
    ("---\ntitle: Journeys\n---", "## Omit #a"),
  ])
  func passEachOtherBy(ours: String, theirs: String) throws {
    let (one, other) = try footprints(ours, theirs)
    #expect(!one.meets(other) && !other.meets(one))
  }

  private func footprints(_ ours: String, _ theirs: String) throws -> (Footprint, Footprint) {
    let base = try policy(Self.base)
    let (one, other) = (try amendments(ours), try amendments(theirs))
    #expect(base.amended(one).diagnostics.isEmpty && base.amended(other).diagnostics.isEmpty)
    return (footprint(of: one, on: base), footprint(of: other, on: base))
  }
}
