import PolicyModel

/// Where days stand on a line of months.
struct TimeScale {
  /// A mark on the line; `x` counts from its beginning.
  struct Tick {
    var x: Int
    var isYear: Bool
    var label: String?
  }

  private let firstYear: Int
  private let years: Int
  private let width: Int

  /// Whole years that hold all the days.
  init(_ days: [PartialDate], width: Int) {
    firstYear = days.map(\.year).min() ?? 2000
    years = (days.map(\.year).max() ?? 2000) - firstYear + 1
    self.width = width
  }

  func x(_ day: PartialDate) -> Int {
    // Months of one length: nobody sees the difference.
    let days = ((day.year - firstYear) * 12 + (day.month ?? 1) - 1) * 31 + (day.day ?? 1) - 1
    return days * width / (years * 12 * 31)
  }

  /// Every month, or only the years where the months have no room.
  var ticks: [Tick] {
    // As many years have names as find room, and the quarters too where they do.
    let named = [1, 2, 5, 10, 20, 50].first { $0 * width / years >= 40 } ?? 100
    return stride(from: 0, to: years * 12, by: years * 36 <= width ? 1 : 12).map { month in
      let (year, isYear) = (firstYear + month / 12, month % 12 == 0)
      let quarter = years <= 3 ? [3: "Apr", 6: "Jul", 9: "Oct"][month % 12] : nil
      return Tick(
        x: month * width / (years * 12), isYear: isYear, label: isYear ? (year % named == 0 ? "\(year)" : nil) : quarter
      )
    }
  }
}
