import Amending
import PolicyModel
import Publishing
import Testing

/// The page of what changed: what a table, a number and a long text look like on it.
@Suite struct RedlineTests {
  private static let header = ["Activity", "Control"].map { Text($0) }

  private func policy(_ blocks: [Block], with more: [Clause] = []) -> Policy {
    Policy(title: "Trips", clauses: [Forks.section("rules", "Rules", more + [Clause("risks", blocks: blocks)])])
  }

  private func page(from old: Policy, to new: Policy) throws -> String {
    let texts = [(old, "1.0"), (new, "2.0")].map { policy, edition in
      resolve([Forks.level("hill", at: edition, .policy(policy))])
    }
    return Templates.ofTheProject.standalone(try #require(redline(from: texts[0], to: texts[1])))
  }

  /// - Parameter words: what differs in each row.
  private func table(_ rows: [String]) -> Block {
    .table(
      Table(
        header: Self.header,
        rows: rows.enumerated().map { index, word in
          [Text("Outing \(index)"), Text("\(word) adults walk beside the pupils and know the way")]
        }))
  }

  @Test func aTableThatIsPutInStaysATable() throws {
    let before = [Block.paragraph(Text("See below."))]
    let page = try page(from: policy(before), to: policy(before + [table(["Two"])]))
    #expect(page.matches(of: /<th scope="col"><ins>.*?Activity/).count == 2)
    #expect(page.contains("<td data-label") == false && !page.contains("<th scope=\"col\"></th>"))
  }

  @Test func ofALongTableTheSentenceTellsOnlySome() throws {
    let page = try page(
      from: policy([table((0..<20).map { "a\($0)" })]), to: policy([table((0..<20).map { "b\($0)" })]))
    #expect(
      page.contains("“a0” became “b0”; “a1” became “b1”; “a2” became “b2”; “a3” became “b3”; and 16 more changes."))
  }

  @Test func ofALongClauseTheSentenceTellsTheBeginning() throws {
    let words = (0..<100).map { "w\($0)" }.joined(separator: " ")
    let page = try page(from: policy([]), to: policy([.paragraph(Text(words))]))
    #expect(page.contains("w79 …”.") && !page.contains("w79 w80 w81.</p>"))
  }

  @Test func aNumberOfTheOldTextAloneIsSaidToBeFormer() throws {
    let gone = Clause("gone", blocks: [.paragraph(Text("A teacher leads."))])
    let rest = [Block.paragraph(Text("Pupils follow."))]
    let page = try page(from: policy(rest, with: [gone]), to: policy(rest))
    #expect(page.contains("<span class=\"number\"><span class=\"unseen\">formerly </span>1.1</span>"))
    #expect(page.components(separatedBy: "formerly").count == 2)
  }
}
