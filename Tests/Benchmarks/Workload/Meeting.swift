import PolicyModel

/// How two changes of one text stand to each other.
enum Meeting: Int, Comparable {
  case apart
  /// They changed words that stand side by side.
  case touching
  /// They changed the same words, or one of them took away what the other changed or names.
  case overlapping

  static func < (left: Meeting, right: Meeting) -> Bool { left.rawValue < right.rawValue }
}

extension School.Act {
  /// How it meets what the next edition did, by what is known of both.
  func meeting(_ changes: [Identity: NextEdition.Change]) -> Meeting {
    switch self {
    case .reword(let clause, let words, _):
      switch changes[clause] {
      case .edited(let edits): edits.map(words.meeting).max()!
      case .rewritten, .removed: .overlapping
      case .moved, nil: .apart
      }
    case .substitute(let clause, _):
      switch changes[clause] {
      case .edited, .rewritten, .removed: .overlapping
      case .moved, nil: .apart
      }
    case .omit(let clause):
      switch changes[clause] {
      case .edited, .rewritten: .overlapping
      case .moved, .removed, nil: .apart
      }
    case .insert(_, let place): changes[place]?.isRemoval == true ? .overlapping : .apart
    case .move(let clause, let place):
      switch changes[clause] {
      // Both moved it to the same place.
      case .moved(after: place): .apart
      case .moved, .removed: .overlapping
      case .edited, .rewritten, nil: changes[place]?.isRemoval == true ? .overlapping : .apart
      }
    case .throughout: .apart
    }
  }
}

extension NextEdition.Change {
  fileprivate var isRemoval: Bool { if case .removed = self { true } else { false } }
}

extension Range<Int> {
  /// How words that were changed stand to others; an empty range is a place between two words.
  fileprivate func meeting(_ other: Range<Int>) -> Meeting {
    if upperBound < other.lowerBound || other.upperBound < lowerBound { return .apart }
    if upperBound == other.lowerBound || other.upperBound == lowerBound { return .touching }
    return .overlapping
  }
}
