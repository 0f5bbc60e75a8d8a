/// One paragraph, quotation or table of a clause.
public enum Block: Hashable, Sendable {
  case paragraph(Text)
  case quotation([Text])
  case table(Table)

  /// The lines of prose in the block, in reading order.
  public var texts: [Text] {
    switch self {
    case .paragraph(let text): [text]
    case .quotation(let texts): texts
    case .table(let table): table.header + table.rows.flatMap { $0 }
    }
  }

  /// Goes through the lines of prose in reading order, without a list of them.
  package func forEachText(_ body: (Text) -> Void) {
    switch self {
    case .paragraph(let text): body(text)
    case .quotation(let texts): texts.forEach(body)
    case .table(let table):
      table.header.forEach(body)
      for row in table.rows { row.forEach(body) }
    }
  }

  /// Whether what it prints depends on the policy.
  package var isOpen: Bool { contains(where: \.isOpen) }

  /// Whether some line of prose in it is of a kind.
  package func contains(where isOfKind: (Text) -> Bool) -> Bool {
    switch self {
    case .paragraph(let text): isOfKind(text)
    case .quotation(let texts): texts.contains(where: isOfKind)
    case .table(let table):
      table.header.contains(where: isOfKind) || table.rows.contains { $0.contains(where: isOfKind) }
    }
  }

  /// The same block with each line of prose changed.
  public func mapTexts(_ change: (Text) -> Text) -> Block {
    switch self {
    case .paragraph(let text): .paragraph(change(text))
    case .quotation(let texts): .quotation(texts.map(change))
    case .table(let table):
      .table(Table(header: table.header.map(change), rows: table.rows.map { $0.map(change) }))
    }
  }
}

/// A table of prose: every row as long as the header.
public struct Table: Hashable, Sendable {
  /// The words at the head of each column.
  public var header: [Text]
  /// What stands below the header, from top to bottom, a cell for each column.
  public var rows: [[Text]]

  public init(header: [Text], rows: [[Text]]) {
    self.header = header
    self.rows = rows
  }
}
