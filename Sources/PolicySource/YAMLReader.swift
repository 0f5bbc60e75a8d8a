import PolicyModel

/// Reads YAML node by node, so that every complaint has its line and column.
///
/// Values stay as they are written: `1.10` is text and `no` is a word. Anchors and aliases are refused: a few of them can
/// stand for gigabytes.
struct YAMLReader {
  let source: SourceText
  /// How many lines of the file precede the YAML.
  let firstLine: Int
  var diagnostics: [Diagnostic] = []

  init(source: SourceText, firstLine: Int = 0) {
    self.source = source
    self.firstLine = firstLine
  }

  /// The root of the document; nil with a diagnostic where it is no YAML.
  mutating func root(of yaml: ArraySlice<UInt8>) -> YAMLNode? {
    do {
      return try YAMLNode.parse(yaml)
    } catch {
      let position = position(error.place)
      switch error.reason {
      case .reference:
        report(
          .yamlAlias, "anchors, aliases and tags are not read",
          "write the value out; put a text that starts with &, * or ! in quotation marks", position)
      case .repeatedKey(let key): report(.brokenYAML, "“\(key)” is said twice", "keep one of them", position)
      case .syntax where source.line(position.line).prefix(while: \.isBlank).contains(tab):
        report(.brokenYAML, "a tab stands before the words", "type spaces in the place of the tab", position)
      case .syntax(let problem):
        report(
          .brokenYAML, "this is not YAML: \(problem)",
          "compare with a file that works; texts with “: ” or “#” need quotation marks", position)
      }
      return nil
    }
  }

  func position(_ node: YAMLNode?) -> SourcePosition {
    position(node?.place ?? (line: 1, character: 1))
  }

  private func position(_ place: YAMLNode.Place) -> SourcePosition {
    source.position(line: firstLine + place.line, character: place.character)
  }

  mutating func report(_ rule: Rule, _ message: String, _ remedy: String, _ position: SourcePosition) {
    diagnostics.append(Diagnostic(rule, message, remedy: remedy, at: position))
  }

  mutating func report(_ rule: Rule, _ message: String, _ remedy: String, _ node: YAMLNode?) {
    report(rule, message, remedy, position(node))
  }

  /// The values of a mapping by key; complains of keys that are not known.
  ///
  /// - Parameter below: the keys of one of its values, which are easily written a level too high.
  mutating func fields(
    _ node: YAMLNode, known: [String], of what: String, below: (key: String, known: [String])? = nil
  ) -> [String: YAMLNode]? {
    guard let pairs = pairs(node, of: what) else { return nil }
    var fields = [String: YAMLNode](minimumCapacity: pairs.count)
    for (key, value) in pairs {
      guard known.contains(key.text) else {
        let suggestion = nearest(to: key.text, among: known).map { "did you mean “\($0)”? " } ?? ""
        let place = below.flatMap { $0.known.contains(key.text) ? $0.key : nil }
        report(
          .unknownKey, "\(what) has no “\(key.text)”",
          place.map { "write it under \($0):, with two spaces before it" }
            ?? suggestion + "known: " + known.joined(separator: ", "), key.node)
        continue
      }
      fields[key.text] = value
    }
    return fields
  }

  /// The keys and values of a mapping in the order written.
  mutating func pairs(_ node: YAMLNode, of what: String) -> [(key: (text: String, node: YAMLNode), value: YAMLNode)]? {
    guard let mapping = node.mapping else {
      report(.badValue, "\(what) is a list of names with values", "write “name: value”, one a line", node)
      return nil
    }
    return mapping.map { key, value in ((key.scalar ?? "", key), value) }
  }

  /// A text; nil where it is empty or no text.
  mutating func text(_ node: YAMLNode?, _ key: String) -> String? {
    guard let node else { return nil }
    guard let scalar = node.scalar, !scalar.isEmpty else {
      report(.badValue, "“\(key)” needs a text", "write \(key): and the words", node)
      return nil
    }
    guard !scalar.isPrintable else { return scalar }
    guard let words = scalar.printable else {
      report(.badValue, "“\(key)” holds no words that can be printed", "write \(key): and the words", node)
      return nil
    }
    return words
  }

  /// A value of some shape; complains with an example where it has another.
  mutating func value<Value>(
    _ node: YAMLNode?, _ key: String, example: @autoclosure () -> String, _ read: (String) -> Value?
  ) -> Value? {
    guard let node, let written = text(node, key) else { return nil }
    if let value = read(written) { return value }
    report(.badValue, "“\(written)” is not a value for “\(key)”", "write it like this: \(key): \(example())", node)
    return nil
  }

  /// One of a closed set of words.
  mutating func choice<Value: RawRepresentable & CaseIterable>(_ node: YAMLNode?, _ key: String, _: Value.Type)
    -> Value?
  where Value.RawValue == String {
    value(node, key, example: Value.allCases.map(\.rawValue).joined(separator: " | "), Value.init(rawValue:))
  }

  /// A list of texts.
  mutating func texts(_ node: YAMLNode?, _ key: String) -> [String] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      report(.badValue, "“\(key)” is a list", "write \(key): [one, two]", node)
      return []
    }
    return sequence.compactMap { text($0, key) }
  }
}

private let tab: UInt8 = 0x09

extension UInt8 {
  /// Whether it is a space or a tab.
  var isBlank: Bool { self == 0x20 || self == tab }
}

extension String {
  /// Whether it holds words with single spaces between them and nothing else, as most texts do.
  fileprivate var isPrintable: Bool {
    var isBehindSpace = true
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20 where !isBehindSpace: isBehindSpace = true
      case 0x21..<0x7F: isBehindSpace = false
      // Behind a space it could be joined to that, which is then another space.
      case 0xA0... where !isBehindSpace && !scalar.properties.isWhitespace && !scalar.isNoCharacter:
        break
      default: return false
      }
    }
    return !isBehindSpace
  }
}

/// Reads a file that is YAML as a whole.
///
/// - Parameter yaml: what is YAML of a source that is not quite, every value where it stands.
func parseYAML<Value>(
  _ bytes: [UInt8], path: String, as yaml: (SourceText) -> [UInt8] = \.bytes,
  _ read: (inout YAMLReader, YAMLNode) -> Value?
) -> Sourced<Value> {
  var diagnostics: [Diagnostic] = []
  let sourceMap = SourceMap(path: path)
  guard let source = SourceText(path: path, bytes: bytes, diagnostics: &diagnostics) else {
    return Sourced(nil, sourceMap, diagnostics)
  }
  var reader = YAMLReader(source: source)
  guard let root = reader.root(of: yaml(source)[...]) else {
    if reader.diagnostics.isEmpty {
      reader.report(.badValue, "the file is empty", "write its entries, or delete it", nil)
    }
    return Sourced(nil, sourceMap, reader.diagnostics)
  }
  let value = read(&reader, root)
  return Sourced(value, sourceMap, reader.diagnostics)
}
