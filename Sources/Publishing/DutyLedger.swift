import PolicyModel
import Reading

/// Who must do what under a policy: its duties by bearer.
struct DutyLedger {
  /// The duties of one bearer, in document order.
  struct Part {
    /// As the text first names them; nil where nobody is named.
    let bearer: String?
    var duties: [Duty]
  }

  let policy: ResolvedPolicy
  /// In document order.
  let duties: [Duty]
  /// In the order in which the text names the bearers; what is asked of nobody by name comes last.
  let parts: [Part]
  private let labels: [Identity: String]

  init(_ policy: ResolvedPolicy) {
    self.policy = policy
    labels = policy.labels
    duties = Reading.duties(of: policy)
    var parts: [Part] = []
    var places: [String?: Int] = [:]
    for duty in duties {
      let name = duty.bearer?.lowercased()
      if let place = places[name] {
        parts[place].duties.append(duty)
      } else {
        places[name] = parts.count
        parts.append(Part(bearer: duty.bearer?.capitalisedFirst, duties: [duty]))
      }
    }
    self.parts = parts.filter { $0.bearer != nil } + parts.filter { $0.bearer == nil }
  }

  static let nobody = "Nobody named"
  /// What stands in place of the list where it has no entry.
  static let noDuty = "It asks nothing of anybody."

  /// By what a reader finds the clause of a duty.
  func place(of duty: Duty) -> String { labels[duty.clause] ?? "" }

  /// What the template of the page may say.
  var context: TemplateValues {
    [
      "parts": .list(parts.enumerated()) { index, part in
        [
          "id": "page_bearer_\(index + 1)", "bearer": .words(part.bearer ?? DutyLedger.nobody),
          "duties": .list(part.duties) { duty in
            [
              "number": .words(place(of: duty)), "anchor": .words(duty.clause.name),
              "duty": .words(duty.line.printed(as: .html)),
            ]
          },
        ]
      },
      "dutyCount": duties.count == 1 ? "1 duty" : duties.isEmpty ? "no duty" : "\(duties.count) duties",
    ]
  }
}

extension Duty {
  /// What is asked, as one line of prose.
  var line: Text {
    let (subject, action) = (wording.subject, wording.action)
    let rest = [subject.isEmpty ? action.loweredFirst : action, exception ?? ""].filter { !$0.isEmpty }
    return Text(
      (subject.isEmpty ? [] : [Text.Run(.words(subject + " "))]) + [
        Text.Run(.words(wording.binding), style: Text.Style(isStrong: true)),
        Text.Run(.words(rest.isEmpty ? "" : " " + rest.joined(separator: ", "))),
      ])
  }
}

extension String {
  /// With a small letter in front, unless its first word is a name or an abbreviation.
  fileprivate var loweredFirst: String {
    guard dropFirst().first?.isLowercase == true else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}

extension ResolvedPolicy {
  /// Who must do what, for a terminal.
  public func dutyText() -> String {
    let ledger = DutyLedger(self)
    var lines = ["Who must do what: \(title)", "\(organisation.name.long.capitalisedFirst), \(address)"]
    if ledger.parts.isEmpty { lines += ["", DutyLedger.noDuty] }
    for part in ledger.parts {
      lines += ["", part.bearer ?? DutyLedger.nobody]
      for duty in part.duties {
        lines += wrapped(
          "\(duty.line.plain) (\(ledger.place(of: duty)))", first: "  ", rest: "    ", width: terminalWidth)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Who must do what, as Markdown.
  public var dutyMarkdown: String {
    let ledger = DutyLedger(self)
    var lines = ["# Who must do what: \(title.markdownEscaped)"]
    if ledger.parts.isEmpty { lines += ["", DutyLedger.noDuty] }
    for part in ledger.parts {
      lines += ["", "## \((part.bearer ?? DutyLedger.nobody).markdownEscaped)", ""]
      lines += part.duties.map {
        "- \($0.line.printed(as: .markdown)) (\(ledger.place(of: $0).markdownEscaped))"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Who must do what, as data.
  package var dutyJSON: JSON { DutyLedger(self).json }
}

extension DutyLedger {
  /// `{address, duties: [{bearer, force, phrase, act, exception, clause, number, sentence}]}`, in document order.
  var json: JSON {
    .object([
      "address": .text(policy.address.description),
      "duties": .list(duties.map { $0.json(number: place(of: $0)) }),
    ])
  }
}

extension Duty {
  /// The duty as data.
  func json(number: String) -> JSON {
    .object([
      "bearer": JSON(bearer), "force": .text(force.rawValue), "phrase": .text(phrase), "act": .text(act),
      "exception": JSON(exception), "clause": .text(clause.name), "number": .text(number), "sentence": .text(sentence),
    ])
  }
}
