import PolicyModel

/// A picture of reviews as SVG: months along, policies down. Every mark is told by its shape first, and by words.
struct ReviewTimeline {
  private let register: PolicyRegister
  /// Those of which any date is known.
  private let policies: [PolicyStatus]
  private let scale: TimeScale

  init(_ register: PolicyRegister) {
    self.register = register
    policies = register.policies.filter { $0.lastReading != nil || $0.nextReview != nil }
    let dates = policies.flatMap { [$0.lastReading?.earliest, $0.nextReview?.latest] }.compactMap { $0 }
    scale = TimeScale(dates + [register.asAt.latest], width: Size.width - 2 * Size.left - 8)
  }

  private enum Size {
    static let row = 66
    static let head = 44
    static let left = 8
    static let width = 760
    static let perPicture = 12
  }

  /// The picture as SVG, in parts that each fit a sheet of paper; none where there is nothing to show.
  var parts: [String] {
    stride(from: 0, to: policies.count, by: Size.perPicture).map { start in
      part(policies[start..<min(start + Size.perPicture, policies.count)], number: start)
    }
  }

  private func part(_ policies: ArraySlice<PolicyStatus>, number: Int) -> String {
    let height = Size.head + policies.count * Size.row + 36
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Size.width) \(height)\" role=\"img\" aria-labelledby=\"timeline_\(number)\" font-size=\"13\">",
      "<title id=\"timeline_\(number)\">\(description(policies).htmlEscaped)</title>",
      "<rect width=\"\(Size.width)\" height=\"\(height)\" fill=\"#ffffff\"/>",
    ]
    lines += axis(height: height - 36)
    for (index, policy) in policies.enumerated() { lines += row(policy, y: Size.head + index * Size.row) }
    return (lines + legend(y: height - 12) + ["</svg>"]).joined(separator: "\n")
  }

  private func description(_ policies: ArraySlice<PolicyStatus>) -> String {
    let states = policies.map { "\($0.organisation.capitalisedFirst), \($0.title): \(words(on: $0))." }
    return "When reviews were and will be, as at \(register.asAt.words). \(states.joined(separator: " "))"
  }

  /// What stands beside the marks of a policy.
  private func words(on policy: PolicyStatus) -> String {
    switch policy.state {
    case .overdue: "overdue: was due \(policy.nextReview?.phrase ?? "")"
    case .due, .notDue: "due \(policy.nextReview?.phrase ?? "")"
    case .noDate: "no review date recorded"
    case .notRatified: "not ratified"
    }
  }

  // MARK: Drawing

  private func axis(height: Int) -> [String] {
    var lines: [String] = []
    for tick in scale.ticks {
      let x = Size.left + tick.x
      let top = tick.isYear ? Size.head - 10 : Size.head - 5
      lines.append(
        "<path d=\"M\(x) \(top) V\(tick.isYear ? height : Size.head)\" stroke=\"\(tick.isYear ? "#cdd5dc" : "#66727e")\"/>"
      )
      if let label = tick.label { lines.append(text(label, x: x + 4, y: Size.head - 12, "fill=\"#3d4a57\"")) }
    }
    let x = Size.left + scale.x(register.asAt.latest)
    let isLate = x > Size.width - 150
    lines.append("<path d=\"M\(x) 16 V\(height)\" stroke=\"#14202b\" stroke-width=\"2\"/>")
    lines.append(
      text(
        "as at \(register.asAt.words)", x: isLate ? x - 5 : x + 5, y: 14,
        "fill=\"#14202b\" font-weight=\"600\"\(isLate ? " text-anchor=\"end\"" : "")"))
    return lines
  }

  private func row(_ policy: PolicyStatus, y: Int) -> [String] {
    let middle = y + 52
    let name = "\(policy.organisation.capitalisedFirst.shortened(to: 48)): \(policy.title.shortened(to: 42))"
    var lines = [
      "<path d=\"M0 \(y) H\(Size.width)\" stroke=\"#cdd5dc\"/>",
      edged("\(name), \(policy.address.choice ?? .draft)", x: 0, y: y + 17, "font-weight=\"600\""),
    ]
    let done = policy.lastReading.map { Size.left + scale.x($0.earliest) }
    let next = policy.nextReview.map { Size.left + scale.x($0.latest) }
    if let done, let next, done < next {
      lines.append("<path d=\"M\(done) \(middle) H\(next)\" stroke=\"#1d4e79\" stroke-width=\"2\"/>")
    }
    if policy.state == .overdue, let next {
      let now = Size.left + scale.x(register.asAt.latest)
      lines.append(
        "<path d=\"M\(next) \(middle) H\(now)\" stroke=\"#961b1b\" stroke-width=\"2\" stroke-dasharray=\"5 4\"/>")
    }
    if let done { lines.append(mark(.done, x: done, y: middle)) }
    if let next, let kind = Mark(policy.state) { lines.append(mark(kind, x: next, y: middle)) }
    if let mark = next ?? done { lines.append(words(on: policy, at: mark, y: middle)) }
    return lines
  }

  /// The words over the line at the mark of the next review; behind the last mark where there is no line.
  private func words(on policy: PolicyStatus, at mark: Int, y: Int) -> String {
    guard policy.nextReview != nil else { return edged(words(on: policy), x: mark + 15, y: y + 5, "") }
    let isLate = mark > Size.width - 220
    return edged(words(on: policy), x: isLate ? mark + 8 : mark - 8, y: y - 15, isLate ? "text-anchor=\"end\"" : "")
  }

  private enum Mark: CaseIterable {
    case done, notDue, due, overdue

    init?(_ state: PolicyStatus.State) {
      switch state {
      case .overdue: self = .overdue
      case .due: self = .due
      case .notDue: self = .notDue
      case .noDate, .notRatified: return nil
      }
    }
  }

  private func mark(_ mark: Mark, x: Int, y: Int) -> String {
    switch mark {
    case .done: "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"6\" fill=\"#1d4e79\"/>"
    case .notDue: "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"6\" fill=\"#ffffff\" stroke=\"#1d4e79\" stroke-width=\"2\"/>"
    case .due:
      "<path d=\"M\(x) \(y - 9) L\(x + 9) \(y) L\(x) \(y + 9) L\(x - 9) \(y) Z\" fill=\"#ffffff\" stroke=\"#86480a\" stroke-width=\"3\"/>"
    case .overdue:
      "<rect x=\"\(x - 8)\" y=\"\(y - 8)\" width=\"16\" height=\"16\" fill=\"#961b1b\"/>"
        + text("!", x: x, y: y + 5, "fill=\"#ffffff\" font-weight=\"800\" text-anchor=\"middle\"")
    }
  }

  private func legend(y: Int) -> [String] {
    let names: [Mark: String] = [
      .done: "approved or reviewed", .notDue: "due later", .due: "due within \(register.dueDays) days",
      .overdue: "overdue",
    ]
    return zip(Mark.allCases, [10, 200, 320, 480]).flatMap { kind, x in
      [mark(kind, x: x, y: y - 4), text(names[kind]!, x: x + 16, y: y, "fill=\"#3d4a57\"")]
    }
  }

  private func text(_ words: String, x: Int, y: Int, _ attributes: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" \(attributes)>\(words.htmlEscaped)</text>"
  }

  /// Words that lines behind them do not cross out: the style sheet gives them a white edge.
  private func edged(_ words: String, x: Int, y: Int, _ attributes: String) -> String {
    text(words, x: x, y: y, "class=\"edged\"\(attributes.isEmpty ? "" : " " + attributes)")
  }
}
