import PolicyModel

extension Amender {
  /// Changes quoted words in one clause or throughout.
  mutating func reword(_ scope: Scope, _ rewording: Rewording, _ amendment: Amendment) throws(Refusal) {
    let quotation = Quotation(rewording.quoted)
    guard !quotation.isEmpty else {
      throw Refusal(
        rule: .textMissing, message: "the quotation is empty", remedy: "quote the words to change",
        subject: .quotation(amendment: index))
    }
    guard let target = scope.target else { return try rewordThroughout(quotation, rewording, amendment) }
    let node = try node(target)
    var clause = tree[node]
    try requireAmendable([node])
    var isHeading = false
    if case .heading = scope {
      isHeading = true
      guard clause.isSection else {
        throw Refusal(rule: .noHeading, message: "\(target) has no heading", remedy: "write “In \(target), …”")
      }
    }
    let (places, miss) = clause.reword(quotation, rewording.change, isHeading: isHeading)
    guard places > 0 else {
      var refusal = missing(rewording, in: isHeading ? "the heading of \(target)" : "\(target)", miss)
      if miss == .absent { refusal.misquoted = (rewording.quoted, node, isHeading) }
      throw refusal
    }
    guard places == 1 || rewording.each else {
      throw Refusal(
        rule: .ambiguousText, message: "“\(rewording.quoted.plain)” stands \(places) times in \(target)",
        remedy: "quote more of the words around it, or write “each” before the quotation",
        subject: .quotation(amendment: index))
    }
    try replace(node, by: clause, amendment)
  }

  private mutating func rewordThroughout(
    _ quotation: Quotation, _ rewording: Rewording, _ amendment: Amendment
  ) throws(Refusal) {
    var reworded: [(node: ClauseTree.Node, clause: Clause)] = []
    var miss = Quotation.Miss.absent
    for node in tree.all where tree.has(node, aTextWhere: quotation.mayStand) {
      var clause = tree[node]
      let found = clause.reword(quotation, rewording.change, isHeading: nil)
      if found.miss == .cut { miss = .cut }
      if found.places > 0 { reworded.append((node, clause)) }
    }
    guard !reworded.isEmpty else { throw missing(rewording, in: "the document", miss) }
    try requireAmendable(reworded.map(\.node))
    for (node, clause) in reworded { try requireWellFormed(clause, isBare: tree.children(of: node).isEmpty) }
    for (node, clause) in reworded { try replace(node, by: clause, amendment) }
  }

  func missing(_ rewording: Rewording, in place: String, _ miss: Quotation.Miss) -> Refusal {
    let words = rewording.quoted.plain
    return switch miss {
    case .absent:
      Refusal(
        rule: .textMissing, message: "“\(words)” is not found in \(place)",
        remedy: "quote the words as the base has them; a list item is a clause of its own",
        subject: .quotation(amendment: index))
    case .cut:
      Refusal(
        rule: .textCut, message: "“\(words)” cuts a word, term, link or reference in \(place)",
        remedy: "quote the whole of it", subject: .quotation(amendment: index))
    }
  }
}

extension Clause {
  /// Changes the quoted words wherever they stand in the clause's own words; says how often, and why not.
  ///
  /// - Parameter isHeading: whether the heading alone is searched, the blocks alone, or (nil) both.
  mutating func reword(
    _ quotation: Quotation, _ change: Rewording.Change, isHeading: Bool?
  ) -> (places: Int, miss: Quotation.Miss) {
    var places = 0
    var miss = Quotation.Miss.absent
    func reworded(_ text: Text) -> Text {
      if case .substitute(let new) = change, !new.isEmpty, let found = quotation.plainMatches(in: text) {
        if found.miss == .cut, found.places.isEmpty { miss = .cut }
        places += found.places.count
        return found.places.isEmpty ? text : text.replacing(found.places, with: new)
      }
      guard quotation.mayStand(in: text) else { return text }
      var line = Line(text)
      let found = quotation.matches(in: line)
      if found.places.isEmpty {
        if found.miss == .cut { miss = .cut }
        return text
      }
      places += found.places.count
      for place in found.places.reversed() { line.change(place, change) }
      return line.text
    }
    if isHeading != false, !heading.isEmpty { heading = reworded(heading) }
    if isHeading != true { blocks = blocks.compactMap { $0.mapTexts(reworded).withoutEmptyLines } }
    return (places, miss)
  }
}

extension Block {
  /// The block without lines that say nothing; nil where none is left. The cells of a table stay.
  fileprivate var withoutEmptyLines: Block? {
    switch self {
    case .paragraph(let text): text.isEmpty ? nil : self
    case .quotation(let texts):
      texts.allSatisfy(\.isEmpty) ? nil : .quotation(texts.filter { !$0.isEmpty })
    case .table: self
    }
  }
}

extension Clause {
  /// Whether quoted words stand in the heading, or else in the blocks.
  func holds(_ quotation: Quotation, isHeading: Bool) -> Bool {
    isHeading ? quotation.stands(in: heading) : blocks.contains { $0.contains(where: quotation.stands) }
  }
}

extension Text {
  /// Puts other words in the place of some, each within a run; they take its emphasis.
  ///
  /// Joined as they are put together: a text made of loose pieces would be read once more to be put in order.
  ///
  /// - Parameter places: in their order, as ranges of bytes.
  fileprivate func replacing(_ places: [(run: Int, part: Range<Int>)], with new: Text) -> Text {
    var result: [Run] = []
    result.reserveCapacity(runs.count + places.count)
    /// Words not yet among the runs, as others may be joined to them.
    var open: (words: String, style: Style)?
    func end() {
      if let (words, style) = open, !words.isEmpty { result.append(Run(.words(words), style: style)) }
      open = nil
    }
    func join(_ words: Substring, _ style: Style) {
      if open?.style == style {
        open?.words += words
      } else {
        end()
        open = (String(words), style)
      }
    }
    func add(_ run: Run, isOpen: Bool = false) {
      if case .words(let words) = run.content, isOpen || open?.style == run.style {
        join(words[...], run.style)
      } else {
        end()
        result.append(run)
      }
    }
    func add(_ runs: ArraySlice<Run>) {
      guard let first = runs.first else { return }
      add(first)
      end()
      result += runs.dropFirst()
    }
    var places = places[...]
    var next = 0
    while let index = places.first?.run, case .words(let words) = runs[index].content {
      add(runs[next..<index])
      next = index + 1
      let style = runs[index].style
      var rest = words.utf8[...]
      while let place = places.first, place.run == index {
        let start = words.utf8.index(words.startIndex, offsetBy: place.part.lowerBound)
        join(Substring(rest[..<start]), style)
        for run in new.emphasised(like: style).runs { add(run, isOpen: true) }
        rest = words.utf8[words.utf8.index(start, offsetBy: place.part.count)...]
        places.removeFirst()
      }
      join(Substring(rest), style)
    }
    add(runs[next...])
    end()
    return Text(result)
  }
}
