import Foundation
import PolicyModel

extension PartialDate {
  /// The day it is where the program runs: the one look at the clock.
  public static func today() -> PartialDate {
    let day = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    // No clock shows a day that the calendar lacks; one set before 1800 is set wrongly.
    return PartialDate(year: day.year ?? 2000, month: day.month, day: day.day) ?? PartialDate(year: 2000)!
  }
}
