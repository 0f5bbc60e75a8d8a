import Foundation
import PolicyModel
import Publishing
import Testing

/// The register of reviews in formats that other programs read, with names that try to break out of them.
@Suite struct ReviewFormatTests {
  private static let names = [
    "=1+1", "+44", "-2", "@SUM(A1)", "\u{FF1D}1", " =1", "a,b", "say \"yes\"", "a;b\\n,c", "Ünïversal – “x” 日本語",
    String(repeating: "ü日", count: 90), "</summary><b>&amp;", "X\u{301}", "end:vevent",
  ]

  private static let register: PolicyRegister = {
    let policies = names.enumerated().map { index, name in
      let policy = ResolvedPolicy(
        address: Address("hill/policy-\(index)@1.0")!, title: name,
        organisation: Organisation(name: TermValue(name), kind: .school),
        control: DocumentControl(reviewEvery: Period(1, .year)), restates: nil, bases: [], numbering: NumberingScheme(),
        clauses: [])
      let approval = Ledger.Record(
        edition: Edition("1.0")!, event: .approved, body: name, on: PartialDate(year: 2027, month: 1, day: index + 1))
      return PolicyStatus(policy, Ledger([approval]), asAt: PartialDate(year: 2028, month: 1, day: 5)!)
    }
    return PolicyRegister(policies, asAt: PartialDate(year: 2028, month: 1, day: 5)!)
  }()

  @Test func aSpreadsheetSeesTheWordsAndNoFormula() throws {
    let rows = try #require(Self.fields(of: Self.register.csv))
    #expect(rows.count == Self.names.count + 1 && rows.allSatisfy { $0.count == 7 })
    for (row, name) in zip(rows.dropFirst(), Self.names) {
      #expect(row[1] == name || row[1] == "'" + name)
      for field in row {
        let first = field.unicodeScalars.first { $0 != " " }
        #expect(first.map { !"=+-@\u{FF1D}".unicodeScalars.contains($0) } ?? true, "\(field)")
      }
    }
  }

  @Test func aCalendarGivesBackTheWords() {
    let octets = Array(Self.register.calendar.utf8)
    let lines = octets.split(separator: 10, omittingEmptySubsequences: false).dropLast()
    #expect(lines.allSatisfy { $0.last == 13 && $0.count <= 76 && !$0.dropLast().contains(13) })
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil }, "a fold cuts a character")
    let unfolded = String(decoding: octets, as: UTF8.self).replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    let summaries = unfolded.filter { $0.hasPrefix("SUMMARY:Review due: ") }.map { Self.words($0.dropFirst(20)) }
    #expect(summaries == Self.names.map { "\($0) (\($0.prefix(1).uppercased() + $0.dropFirst()))" })
    #expect(unfolded.count { $0 == "BEGIN:VEVENT" } == Self.names.count)
  }

  @Test func theMostPressingComesFirst() {
    #expect(Self.register.policies.map(\.state) == names(4, .overdue) + names(10, .due))
    #expect(Self.register.policies.map(\.nextReview?.day) == (1...14).map { $0 })
  }

  private func names(_ count: Int, _ state: PolicyStatus.State) -> [PolicyStatus.State] {
    Array(repeating: state, count: count)
  }

  /// The rows of a CSV file as RFC 4180 has them; nil where it is none.
  private static func fields(of csv: String) -> [[String]]? {
    var rows: [[String]] = [[]]
    var rest = Array(csv.unicodeScalars)[...]
    while !rest.isEmpty {
      var field = ""
      if rest.first == "\"" {
        rest.removeFirst()
        while let next = rest.popFirst() {
          if next == "\"" { if rest.first == "\"" { rest.removeFirst() } else { break } }
          field.unicodeScalars.append(next)
        }
      } else {
        while let next = rest.first, next != ",", next != "\r", next != "\"" {
          field.unicodeScalars.append(rest.removeFirst())
        }
      }
      rows[rows.count - 1].append(field)
      switch rest.popFirst() {
      case ",": continue
      case "\r":
        guard rest.popFirst() == "\n" else { return nil }
        rows.append([])
      default: return nil
      }
    }
    return rows.removeLast().isEmpty ? rows : nil
  }

  /// A text value of a calendar without its escapes.
  private static func words(_ value: Substring) -> String {
    var words = ""
    var rest = value.unicodeScalars
    while let next = rest.popFirst() {
      words.unicodeScalars.append(next == "\\" ? rest.popFirst()! : next)
    }
    return words
  }
}
