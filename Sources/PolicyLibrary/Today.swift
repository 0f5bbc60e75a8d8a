import Glibc
import PolicyModel

extension PartialDate {
  /// The day it is where the program runs: the one look at the clock.
  public static func today() -> PartialDate {
    var (now, day) = (time(nil), tm())
    localtime_r(&now, &day)
    // No clock shows a day that the calendar lacks; one set before 1800 is set wrongly.
    return PartialDate(year: Int(day.tm_year) + 1900, month: Int(day.tm_mon) + 1, day: Int(day.tm_mday))
      ?? PartialDate(year: 2000)!
  }
}
