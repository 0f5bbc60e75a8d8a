import CYAML

/// A value in a YAML document, as it is written.
struct YAMLNode {
  /// Where it starts: line and character, counted from 1.
  let place: Place
  let content: Content

  typealias Place = (line: Int, character: Int)
  typealias Pair = (key: YAMLNode, value: YAMLNode)

  enum Content {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  /// Its words, where it is neither a list nor a mapping.
  var scalar: String? { if case .scalar(let words) = content { words } else { nil } }

  /// Its items, where it is a list.
  var sequence: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }

  /// Its keys and values in the order written, where it is a mapping.
  var mapping: [Pair]? { if case .mapping(let pairs) = content { pairs } else { nil } }
}

/// Why a text is no YAML that can be read.
struct YAMLFailure: Error {
  enum Reason {
    /// In the parser's words.
    case syntax(String)
    case repeatedKey(String)
    /// An anchor, an alias or a tag: a few lines of them can stand for gigabytes.
    case reference
  }

  let reason: Reason
  let place: YAMLNode.Place
}

extension YAMLNode {
  /// The root of a document; nil where there is none.
  static func parse(_ bytes: ArraySlice<UInt8>) throws(YAMLFailure) -> YAMLNode? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    yaml_parser_initialize(parser)
    defer {
      yaml_parser_delete(parser)
      parser.deallocate()
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    return try bytes.withUnsafeBufferPointer { buffer throws(YAMLFailure) in
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      return try YAMLEvents(parser: parser).document()
    }
  }
}

/// What libyaml says of a text, event by event.
private struct YAMLEvents {
  let parser: UnsafeMutablePointer<yaml_parser_t>

  /// Deeper than any file is written, and far from where the stack ends.
  private static let deepest = 50

  func document() throws(YAMLFailure) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return root
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_DOCUMENT_START_EVENT where root != nil: throw failure("but found another document", event)
      case YAML_DOCUMENT_START_EVENT: continue
      default: root = try node(event, depth: 0)
      }
    }
  }

  private func node(_ event: yaml_event_t, depth: Int) throws(YAMLFailure) -> YAMLNode {
    guard !isReference(event) else { throw YAMLFailure(reason: .reference, place: place(event.start_mark)) }
    guard depth < Self.deepest else { throw failure("values stand in values more than \(Self.deepest) deep", event) }
    let content: YAMLNode.Content =
      switch event.type {
      case YAML_SCALAR_EVENT: .scalar(words(of: event))
      case YAML_SEQUENCE_START_EVENT: .sequence(try nodes(until: YAML_SEQUENCE_END_EVENT, depth: depth + 1))
      case YAML_MAPPING_START_EVENT:
        .mapping(try pairs(try nodes(until: YAML_MAPPING_END_EVENT, depth: depth + 1)))
      default: throw failure("this is no value", event)
      }
    return YAMLNode(place: place(event.start_mark), content: content)
  }

  private func nodes(until end: yaml_event_type_t, depth: Int) throws(YAMLFailure) -> [YAMLNode] {
    var nodes: [YAMLNode] = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == end { return nodes }
      nodes.append(try node(event, depth: depth))
    }
  }

  /// Keys and values, which stand one behind the other.
  private func pairs(_ nodes: [YAMLNode]) throws(YAMLFailure) -> [YAMLNode.Pair] {
    var pairs: [YAMLNode.Pair] = []
    pairs.reserveCapacity(nodes.count / 2)
    var keys = Set<String>(minimumCapacity: nodes.count / 2)
    for index in stride(from: 0, to: nodes.count - 1, by: 2) {
      let key = nodes[index]
      if let words = key.scalar, !keys.insert(words).inserted {
        throw YAMLFailure(reason: .repeatedKey(words), place: key.place)
      }
      pairs.append((key, nodes[index + 1]))
    }
    return pairs
  }

  private func next() throws(YAMLFailure) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
      throw YAMLFailure(reason: .syntax(problem), place: place(parser.pointee.problem_mark))
    }
    return event
  }

  private func isReference(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_ALIAS_EVENT: true
    case YAML_SCALAR_EVENT: event.data.scalar.anchor != nil || event.data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
    default: false
    }
  }

  private func words(of event: yaml_event_t) -> String {
    let scalar = event.data.scalar
    return String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }

  private func failure(_ problem: String, _ event: yaml_event_t) -> YAMLFailure {
    YAMLFailure(reason: .syntax(problem), place: place(event.start_mark))
  }

  private func place(_ mark: yaml_mark_t) -> YAMLNode.Place { (Int(mark.line) + 1, Int(mark.column) + 1) }
}
