import PolicyModel
import PolicySource
import Testing

/// The laws of the ledger, on random decisions.
@Suite struct LedgerLawTests {
  @Test(arguments: Laws.seeds)
  func parsingWhatIsPrintedGivesTheSameLedger(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<Laws.cases {
      let ledger = Ledger(generator.list(1...6) { $0.decision() })
      let source = ledger.records.map(\.canonicalSource).joined()
      let parsed = parseLedger(Array(source.utf8), path: "ledger.yaml")
      #expect(parsed.value == ledger && parsed.diagnostics.isEmpty, "seed \(seed), case \(number)\n\(source)")
    }
  }

  @Test func countingDaysForthAndBackGivesTheSameDay() {
    for days in stride(from: -62_091, to: 376_200, by: 11) {
      let day = PartialDate(daysSince1970: days)
      #expect(day?.daysSince1970 == days && day?.adding(days: 1).daysSince1970 == days + 1)
    }
    #expect(PartialDate("2027-02")?.adding(days: 1) == PartialDate("2027-03-01"))
    #expect(PartialDate("2028-02-28")?.adding(days: 1) == PartialDate("2028-02-29"))
    #expect(PartialDate("2027")?.adding(days: 90) == PartialDate("2028-03-30"))
  }

  @Test(arguments: Laws.seeds)
  func theLedgerOfALaterDayGoesOnFromThatOfAnEarlier(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<Laws.cases {
      let ledger = Ledger(generator.list(1...6) { $0.decision() })
      let (first, second) = (generator.date(), generator.date())
      let (early, late) = (min(first, second).earliest, max(first, second).latest)
      #expect(
        ledger.asAt(late).records.starts(with: ledger.asAt(early).records), "seed \(seed), case \(number): \(ledger)")
    }
  }
}

extension Generator {
  fileprivate mutating func date() -> PartialDate {
    let year = Int.random(in: 2015...2030, using: &self)
    let month = chance(70) ? Int.random(in: 1...12, using: &self) : nil
    return PartialDate(year: year, month: month, day: month.flatMap { _ in chance(70) ? pick([1, 15, 28]) : nil })!
  }

  fileprivate mutating func decision() -> Ledger.Record {
    let event = pick(Ledger.Record.Event.allCases)
    func perhaps<Value>(_ value: (inout Generator) -> Value) -> Value? { chance(70) ? value(&self) : nil }
    return Ledger.Record(
      edition: pick(["1.0", "1.10", "2.0"].compactMap { Edition($0) }), event: event,
      body: perhaps { $0.pick(["Governors", "Head: \"A\" # 1", "no", "2027"]) }, on: perhaps { $0.date() },
      until: event == .deferred ? date() : nil, minute: perhaps { $0.pick(["27/12", "12", "- x"]) },
      source: perhaps { _ in "sha256:0" }, text: perhaps { _ in "sha256:1" })
  }
}
