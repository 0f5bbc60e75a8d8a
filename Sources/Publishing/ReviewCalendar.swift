import PolicyModel

extension PolicyRegister {
  /// The next reviews as an iCalendar file (RFC 5545), with alarms.
  ///
  /// The event of a policy keeps its name and moves with the review. It is dated by the ledger, never by a clock.
  package var calendar: String {
    let lines =
      [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Clausebook//Register of policies//EN", "CALSCALE:GREGORIAN",
        "NAME:Policy reviews", "X-WR-CALNAME:Policy reviews",
      ] + policies.flatMap(event) + ["END:VCALENDAR"]
    return lines.map { $0.folded + "\r\n" }.joined()
  }

  private func event(_ policy: PolicyStatus) -> [String] {
    guard let next = policy.nextReview else { return [] }
    // On the last day it may mean: from the next one on it is overdue.
    let day = next.latest
    let changed = policy.ledger.records.last { $0.on != nil }?.on?.earliest ?? asAt.earliest
    let summary = "Review due: \(policy.title) (\(policy.organisation.capitalisedFirst))"
    let last = policy.ledger.records.last { $0.edition == policy.address.edition }
    let description = [
      "The review of \(policy.address) is due \(next.phrase).", last.map { "Last decision: \($0.sentence)." },
    ].compactMap { $0 }.joined(separator: "\n")
    return [
      "BEGIN:VEVENT", "UID:\(policy.address.organisation).\(policy.address.policy).review@\(authority)",
      "DTSTAMP:\(changed.basic)T000000Z", "SEQUENCE:\(policy.ledger.records.count)",
      "DTSTART;VALUE=DATE:\(day.basic)", "DTEND;VALUE=DATE:\(day.adding(days: 1).basic)",
      "SUMMARY:\(summary.calendarText)", "DESCRIPTION:\(description.calendarText)", "CATEGORIES:Policy review",
      "TRANSP:TRANSPARENT",
    ] + Set([dueDays, 7]).sorted(by: >).flatMap { alarm(summary, daysBefore: $0) } + ["END:VEVENT"]
  }

  private func alarm(_ summary: String, daysBefore days: Int) -> [String] {
    [
      "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P\(days)D", "DESCRIPTION:\(summary.calendarText)", "END:VALARM",
    ]
  }
}

extension PartialDate {
  /// `20170418`, of a day.
  fileprivate var basic: String { description.replacing("-", with: "") }
}

extension String {
  /// A text value: RFC 5545, 3.3.11.
  fileprivate var calendarText: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", ";", ",": text += "\\\(scalar)"
      case "\n": text += "\\n"
      case _ where scalar.properties.generalCategory == .control: continue
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// A content line in pieces of at most 75 octets, none of which cuts a character: RFC 5545, 3.1.
  fileprivate var folded: String {
    var folded = ""
    var octets = 0
    for scalar in unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += size
    }
    return folded
  }
}
