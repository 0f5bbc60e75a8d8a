/// A line of prose: runs of words, terms, references and blanks, each with its style.
///
/// White space is single, none stands at either end, and the edge of an emphasis is never a space, so that two texts that
/// read the same are equal.
public struct Text: Hashable, Sendable {
  /// What one run holds.
  public enum Content: Hashable, Sendable {
    case words(String)
    case term(TermUse)
    /// A place that prints the number of other clauses: `[](#a,#b)`.
    case reference(Reference)
    /// Words printed as they would be typed into a computer.
    case code(String)
    /// A gap to be filled in by hand, named where a template leaves a term open.
    case blank(String?)
    case lineBreak
  }

  /// How a run is printed.
  public struct Style: Hashable, Sendable {
    /// Whether it is printed in italics.
    public var isEmphasised: Bool
    /// Whether it is printed in bold type.
    public var isStrong: Bool
    /// The destination of the link that the run is part of; `#identity` within the policy.
    public var link: String?

    public init(isEmphasised: Bool = false, isStrong: Bool = false, link: String? = nil) {
      self.isEmphasised = isEmphasised
      self.isStrong = isStrong
      self.link = link
    }

    /// What two styles have in common.
    public func shared(with other: Style) -> Style {
      Style(
        isEmphasised: isEmphasised && other.isEmphasised, isStrong: isStrong && other.isStrong,
        link: link == other.link ? link : nil)
    }
  }

  /// A stretch of prose in one style.
  public struct Run: Hashable, Sendable {
    /// The words, or what stands in their place.
    public var content: Content
    /// How all of it is printed.
    public var style: Style

    public init(_ content: Content, style: Style = Style()) {
      self.content = content
      self.style = style
    }

    fileprivate var isWords: Bool { if case .words = content { true } else { false } }
  }

  /// What the line is made of, in reading order; neighbouring words of one style are one run.
  public let runs: [Run]

  public init(_ runs: [Run]) {
    self.runs = Text.isNormal(runs) ? runs : Text.normalised(runs)
  }

  /// Plain words.
  public init(_ words: String) {
    self.init([Run(.words(words))])
  }

  /// Whether nothing would be printed; a text of white space alone has nothing either.
  public var isEmpty: Bool { runs.isEmpty }

  /// The words as a reader hears them; terms and references in their written form, a blank as four underscores.
  public var plain: String {
    runs.map { run in
      switch run.content {
      case .words(let words), .code(let words): words
      case .term(let use): use.written
      case .reference(let reference): reference.written
      case .blank(let name): name.map { "[\($0)]" } ?? "____"
      case .lineBreak: " "
      }
    }.joined()
  }
}

extension Text.Style {
  /// The clause that a link within the policy points to.
  public var localLink: Identity? {
    link.flatMap { $0.hasPrefix("#") ? Identity(String($0.dropFirst())) : nil }
  }
}

extension TermUse {
  /// As written in the source: `{{Employer.short}}`.
  public var written: String {
    let shown = isCapitalised ? name.prefix(1).uppercased() + name.dropFirst() : name
    return form == .long ? "{{\(shown)}}" : "{{\(shown).\(form.rawValue)}}"
  }
}

/// A place that prints the numbers of other clauses.
public struct Reference: Hashable, Sendable {
  /// What is pointed to: one clause, or several in a row.
  public enum Target: Hashable, Sendable {
    case single(Identity)
    /// The clauses at both ends and all between them, written `#a..#d`.
    case range(from: Identity, to: Identity)
  }

  /// What is pointed to, in the order written.
  public let targets: [Target]

  public init(_ targets: [Target]) {
    self.targets = targets
  }

  /// Every identity named, in order; of a range, its ends.
  public var identities: [Identity] {
    targets.flatMap { target -> [Identity] in
      switch target {
      case .single(let identity): [identity]
      case .range(let from, let to): [from, to]
      }
    }
  }

  /// As written in the source: `[](#a,#b..#c)`.
  public var written: String {
    let parts = targets.map { target in
      switch target {
      case .single(let identity): "\(identity)"
      case .range(let from, let to): "\(from)..\(to)"
      }
    }
    return "[](\(parts.joined(separator: ",")))"
  }
}

extension Text {
  /// Whether nothing is to be done: looked at first, because most lines are made of what was normal already.
  private static func isNormal(_ runs: [Run]) -> Bool {
    var followsSpace = true
    for index in runs.indices {
      guard case .words(let words) = runs[index].content else {
        if runs[index].content == .lineBreak { return false }
        followsSpace = false
        continue
      }
      let style = runs[index].style
      if words.isEmpty || index > 0 && runs[index - 1].style == style && runs[index - 1].isWords { return false }
      if words.utf8.first == space, index == 0 || runs[index - 1].style.shared(with: style) != style { return false }
      let isSingleSpaced = words.utf8.withContiguousStorageIfAvailable { bytes in
        bytes.allSatisfy { byte in
          defer { followsSpace = byte == space }
          return !(byte == space && followsSpace || (9...13).contains(byte))
        }
      }
      guard isSingleSpaced == true else { return false }
      if followsSpace, index + 1 < runs.count, runs[index + 1].style.shared(with: style) != style { return false }
    }
    return !followsSpace || runs.isEmpty
  }

  private static let space = UInt8(ascii: " ")

  /// Single spaces, none at the ends or at the edge of a style, and neighbours of one style joined.
  private static func normalised(_ runs: [Run]) -> [Run] {
    let joined = merged(spacesReleased(runs))
    var result: [Run] = []
    var followsSpace = true
    for run in joined {
      guard case .words(let words) = run.content else {
        if run.content == .lineBreak { dropTrailingSpace(&result) }
        followsSpace = run.content == .lineBreak
        result.append(run)
        continue
      }
      var kept = ""
      for character in words {
        if isSpace(character) {
          if !followsSpace { kept.append(" ") }
          followsSpace = true
        } else {
          kept.append(character)
          followsSpace = false
        }
      }
      if !kept.isEmpty { result.append(Run(.words(kept), style: run.style)) }
    }
    while result.last?.content == .lineBreak { result.removeLast() }
    while result.first?.content == .lineBreak { result.removeFirst() }
    dropTrailingSpace(&result)
    return merged(result)
  }

  /// Moves the spaces at the edge of a style into what the two neighbours share.
  private static func spacesReleased(_ runs: [Run]) -> [Run] {
    var result: [Run] = []
    for (index, run) in runs.enumerated() {
      guard case .words(let words) = run.content else {
        result.append(run)
        continue
      }
      let before = index > 0 ? runs[index - 1].style : Style()
      let after = index + 1 < runs.count ? runs[index + 1].style : Style()
      let leading = words.prefix(while: isSpace)
      guard leading.endIndex != words.endIndex else {
        result.append(Run(.words(words), style: run.style.shared(with: before).shared(with: after)))
        continue
      }
      let trailing = words.reversed().prefix(while: isSpace).count
      let core = words[leading.endIndex...].dropLast(trailing)
      if !leading.isEmpty { result.append(Run(.words(" "), style: run.style.shared(with: before))) }
      result.append(Run(.words(String(core)), style: run.style))
      if trailing > 0 { result.append(Run(.words(" "), style: run.style.shared(with: after))) }
    }
    return result
  }

  private static func merged(_ runs: [Run]) -> [Run] {
    var result: [Run] = []
    for run in runs {
      if case .words(let more) = run.content {
        if more.isEmpty { continue }
        if let last = result.last, case .words(let words) = last.content, last.style == run.style {
          result[result.count - 1].content = .words(words + more)
          continue
        }
      }
      result.append(run)
    }
    return result
  }

  private static func dropTrailingSpace(_ runs: inout [Run]) {
    guard let last = runs.last, case .words(let words) = last.content, words.last == " " else { return }
    runs.removeLast()
    if words.count > 1 { runs.append(Run(.words(String(words.dropLast())), style: last.style)) }
  }

  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\n" || character == "\t" || character == "\r\n" || character == "\r"
  }
}
