import PolicyModel

/// The number of a clause, as printed and as references give it.
struct PrintedNumber: Hashable {
  /// What a reference calls the clause.
  enum Noun: Hashable {
    /// “section”, or the word the section asks for.
    case section(String)
    /// What stands before an appendix's number: “Appendix ”.
    case appendix(prefix: String)
    case clause
    /// An item of a clause's list, whose number stands on its own.
    case item(of: Identity?)
  }

  /// Nil where none is printed.
  let printed: String?
  /// As references give it, printed or not; nil for what is not counted.
  let bare: String?
  let noun: Noun
}

/// The numbers of all clauses that have an identity.
func printedNumbers(of policy: Policy) -> [Identity: PrintedNumber] {
  var counter = ClauseCounter(scheme: policy.numbering)
  counter.count(policy.clauses)
  return counter.numbers
}

/// Counts through a policy: sections and clauses share their parent's count, appendices have their own, items theirs.
private struct ClauseCounter {
  let scheme: NumberingScheme
  private(set) var numbers: [Identity: PrintedNumber] = [:]

  init(scheme: NumberingScheme) {
    self.scheme = scheme
    // Of most policies; what a larger one has besides is made room for on the way.
    numbers.reserveCapacity(250)
  }

  mutating func count(_ clauses: [Clause]) {
    var sections = 0
    var appendices = 0
    for clause in clauses {
      if clause.isAppendix {
        count([clause], under: [], inAppendix: true, ordinal: &appendices, parent: nil)
      } else {
        count([clause], under: [], inAppendix: false, ordinal: &sections, parent: nil)
      }
    }
  }

  private mutating func count(
    _ clauses: [Clause], under path: [Int], inAppendix: Bool, ordinal: inout Int, parent: Clause?
  ) {
    var items = 0
    for clause in clauses {
      switch clause.kind {
      // The groups of a form carry no numbers.
      case .section where parent?.isForm == true:
        record(clause, path: nil, inAppendix: inAppendix)
        count(clause.clauses, under: path, inAppendix: inAppendix, ordinal: &ordinal, parent: clause)
      case .section, .clause:
        guard clause.numbering != .none else {
          record(clause, path: nil, inAppendix: inAppendix)
          if clause.isSection {
            count(clause.clauses, under: path, inAppendix: inAppendix, ordinal: &ordinal, parent: clause)
          } else {
            countBelow(clause, path: path, inAppendix: inAppendix)
          }
          continue
        }
        ordinal = clause.numbering.ordinal ?? ordinal + 1
        let path = path + [ordinal]
        record(clause, path: path, inAppendix: inAppendix)
        countBelow(clause, path: path, inAppendix: inAppendix)
      case .item:
        if clause.numbering != .none { items = clause.numbering.ordinal ?? items + 1 }
        record(item: clause, ordinal: clause.numbering == .none ? nil : items, parent: parent)
        countBelow(clause, path: path, inAppendix: inAppendix)
      case .field, .option:
        countBelow(clause, path: path, inAppendix: inAppendix)
      }
    }
  }

  private mutating func countBelow(_ clause: Clause, path: [Int], inAppendix: Bool) {
    var ordinal = 0
    count(clause.clauses, under: path, inAppendix: inAppendix, ordinal: &ordinal, parent: clause)
  }

  private mutating func record(_ clause: Clause, path: [Int]?, inAppendix: Bool) {
    guard let identity = clause.identity else { return }
    let isTop = path?.count == 1
    let level: NumberingScheme.Level = inAppendix ? (isTop ? .appendix : .appendixClause) : (isTop ? .section : .clause)
    var printed: String?
    var bare: String?
    var prefix = ""
    if let path, case .example(let example) = scheme[level] {
      let number = example.bare(path)
      printed = example.prefix + number + example.suffix
      bare = number
      prefix = example.prefix
    }
    if clause.numbering == .hidden { printed = nil }
    if let label = clause.label {
      printed = label
      if inAppendix && isTop { (bare, prefix) = (label, "") }
    }
    let noun: PrintedNumber.Noun =
      inAppendix && isTop
      ? .appendix(prefix: prefix) : clause.isSection ? .section(clause.word ?? "section") : .clause
    numbers[identity] = PrintedNumber(printed: printed, bare: bare, noun: noun)
  }

  private mutating func record(item: Clause, ordinal: Int?, parent: Clause?) {
    guard let identity = item.identity else { return }
    var printed: String?
    var bare: String?
    if let ordinal, case .example(let example) = parent?.items ?? scheme[.item] {
      let number = example.bare([ordinal])
      printed = example.prefix + number + example.suffix
      bare = example.prefix == "(" ? printed : number
    }
    if item.numbering == .hidden { printed = nil }
    if let label = item.label { printed = label }
    numbers[identity] = PrintedNumber(printed: printed, bare: bare, noun: .item(of: parent?.identity))
  }
}
