/// A date as precisely as it is known: a day, a month or only a year.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  /// Written in full, from 1800 to 2999.
  public let year: Int
  /// From 1 for January to 12; nil where only the year is known.
  public let month: Int?
  /// From 1; nil where only the month or the year is known.
  public let day: Int?

  /// Nil for a date that no calendar has.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1800...2999).contains(year) else { return nil }
    if let month { guard (1...12).contains(month) else { return nil } }
    if let day {
      guard let month, (1...PartialDate.days(in: month, of: year)).contains(day) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2017`, `2017-04` or `2017-04-18`.
  public init?(_ written: String) {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// `2017-04`.
  public var description: String {
    [month, day].compactMap { $0 }.reduce(String(year)) { $0 + ($1 < 10 ? "-0" : "-") + String($1) }
  }

  /// “18 April 2017”, “April 2017”, “2017”.
  public var words: String {
    let month = month.map { PartialDate.months[$0 - 1] + " " } ?? ""
    return (day.map { "\($0) " } ?? "") + month + "\(year)"
  }

  /// “on 18 April 2017”, “in April 2017”, “in 2017”.
  public var phrase: String { (day == nil ? "in " : "on ") + words }

  /// The date a period later, known as precisely: months after a mere year make whole years, a begun one as well. The last day of
  /// a month where the day is missing there.
  public func adding(_ period: Period) -> PartialDate {
    switch period.unit {
    case .year:
      let later = year + period.count
      let lastDay = month.map { PartialDate.days(in: $0, of: later) }
      return PartialDate(year: later, month: month, day: day.map { min($0, lastDay ?? $0) }) ?? self
    case .month:
      guard let month else { return adding(Period((period.count + 11) / 12, .year)) }
      let months = year * 12 + month - 1 + period.count
      let (laterYear, laterMonth) = (months / 12, months % 12 + 1)
      let laterDay = day.map { min($0, PartialDate.days(in: laterMonth, of: laterYear)) }
      return PartialDate(year: laterYear, month: laterMonth, day: laterDay) ?? self
    }
  }

  /// The first day it may mean.
  public var earliest: PartialDate { PartialDate(year: year, month: month ?? 1, day: day ?? 1)! }

  /// The last day it may mean.
  public var latest: PartialDate {
    let month = month ?? 12
    return PartialDate(year: year, month: month, day: day ?? PartialDate.days(in: month, of: year))!
  }

  /// Whether it comes before another date whichever days are meant.
  public func isCertainlyBefore(_ other: PartialDate) -> Bool { self < other.earliest }

  /// Their English names, from January.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension PartialDate: Comparable {
  /// By the last day a date may mean, so that a review due “in April” is not overdue before the month is out.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 13, left.day ?? 32) < (right.year, right.month ?? 13, right.day ?? 32)
  }
}

/// How often a policy is reviewed: `1 year`, `18 months`.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// What a period is counted in.
  public enum Unit: String, Hashable, Sendable {
    case month, year
  }

  /// How many months or years it lasts.
  public let count: Int
  /// Whether months or years are counted.
  public let unit: Unit

  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads `1 year`, `2 years`, `6 months`; counts run from 1 to 120.
  public init?(_ written: String) {
    let parts = written.split(separator: " ")
    guard parts.count == 2, let count = Int(parts[0]), (1...120).contains(count) else { return nil }
    let name = parts[1].hasSuffix("s") ? parts[1].dropLast() : parts[1]
    guard let unit = Unit(rawValue: String(name)) else { return nil }
    self.init(count, unit)
  }

  public var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }
}

extension PartialDate {
  /// The day a number of days after the first of January 1970.
  ///
  /// The arithmetic is Howard Hinnant's `civil_from_days`: years that start in March put the leap day last.
  public init?(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// How many days its last day lies behind the first of January 1970, by Hinnant's `days_from_civil`.
  public var daysSince1970: Int {
    let last = latest
    let (month, day) = (last.month!, last.day!)
    let marchYear = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
  }

  /// The day a number of days after its last day; the last of all days where the calendar ends before.
  public func adding(days: Int) -> PartialDate {
    PartialDate(daysSince1970: daysSince1970 + days) ?? PartialDate(year: 2999, month: 12, day: 31)!
  }
}
