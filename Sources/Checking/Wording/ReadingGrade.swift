import PolicyModel

extension Check {
  static let readingGrade = Check(
    .readingGrade, .note, "How many years of school the text asks of its readers; a trend to watch, never a failure."
  ) { text, check in
    let (now, base) = (text.readability, text.base?.readability)
    // The formula says nothing of short texts, and up to the twelfth year is as easy as policies get.
    guard now.words >= 300, now.grade > 12, base.map({ $0.grade < now.grade - 0.1 }) ?? true else { return [] }
    let before = base.map { "; grade \($0.grade.rounded) in the base" } ?? ""
    let length = (Double(now.words) / Double(now.sentences)).rounded
    return [
      check.finding(
        "reading grade \(now.grade.rounded), with \(length) words to a sentence\(before)", about: .document)
    ]
  }
}

extension Double {
  /// To one place behind the point.
  fileprivate var rounded: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
