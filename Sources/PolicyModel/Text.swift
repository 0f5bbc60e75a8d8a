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

    /// Whether words are printed like those around them, and are no link.
    @inlinable package var isPlain: Bool { !isEmphasised && !isStrong && link == nil }

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

    var isWords: Bool { if case .words = content { true } else { false } }

    /// In bytes; what is put in the place of words is short.
    package var likelyLength: Int { if case .words(let words) = content { words.utf8.count } else { 20 } }
  }

  /// What the line is made of, in reading order; neighbouring words of one style are one run.
  public let runs: [Run]

  public init(_ runs: [Run]) {
    self.runs = Text.isNormal(runs) ? runs : Text.normalised(runs)
  }

  /// Plain words.
  public init(_ words: String) {
    self.init(words.isEmpty ? [] : [Run(.words(words))])
  }

  /// The same line with each run changed.
  package func mapRuns(_ change: (inout Run) -> Void) -> Text {
    var runs = runs
    for index in runs.indices { change(&runs[index]) }
    return Text(runs)
  }

  /// Whether nothing would be printed; a text of white space alone has nothing either.
  public var isEmpty: Bool { runs.isEmpty }

  /// Whether a term, a reference or a link to a clause stands in it, so that what it prints depends on the policy.
  package var isOpen: Bool {
    runs.contains { run in
      switch run.content {
      case .term, .reference: true
      case .words, .code, .blank, .lineBreak: run.style.link?.utf8.first == UInt8(ascii: "#")
      }
    }
  }

  /// The terms that it uses, in their order.
  package var termUses: [TermUse] {
    runs.compactMap { if case .term(let use) = $0.content { use } else { nil } }
  }

  /// The words as a reader hears them; terms and references in their written form, a blank as four underscores.
  public var plain: String {
    if runs.count == 1, case .words(let words) = runs[0].content { return words }
    var plain = ""
    plain.reserveCapacity(runs.reduce(0) { $0 + $1.likelyLength })
    for run in runs {
      switch run.content {
      case .words(let words), .code(let words): plain += words
      case .term(let use): plain += use.written
      case .reference(let reference): plain += reference.written
      case .blank(let name): plain += name.map { "[\($0)]" } ?? "____"
      case .lineBreak: plain += " "
      }
    }
    return plain
  }
}

extension Text {
  /// Whether the last thing is a blank to fill in.
  package var endsInBlank: Bool { if case .blank? = runs.last?.content { true } else { false } }

  /// The words before such a blank.
  package var withoutEndBlank: Text { endsInBlank ? Text(Array(runs.dropLast())) : self }
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
    var written = "{{"
    written.reserveCapacity(name.utf8.count + 16)
    if isCapitalised, let first = name.first {
      written += first.uppercased()
      written += name.dropFirst()
    } else {
      written += name
    }
    if form != .long {
      written += "."
      written += form.rawValue
    }
    written += "}}"
    return written
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
