import PolicyModel
import Yams

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
  mutating func root(of yaml: String) -> Node? {
    if let position = aliasPosition(yaml) {
      report(
        .yamlAlias, "anchors, aliases and tags are not read",
        "write the value out; put a text that starts with &, * or ! in quotation marks", position)
      return nil
    }
    do {
      return try Yams.compose(yaml: yaml)
    } catch let YamlError.duplicatedKeysInMapping(duplicates, context) {
      let key = duplicates.first ?? ""
      let line = secondLine(of: key, in: yaml, from: context.mark.line) ?? context.mark.line
      report(
        .brokenYAML, "“\(key)” is said twice", "keep one of them", source.position(line: firstLine + line, column: 1))
    } catch let error as YamlError {
      let (message, position) = explain(error)
      report(
        .brokenYAML, message, "compare with a file that works; texts with “: ” or “#” need quotation marks", position)
    } catch {
      report(.brokenYAML, "\(error)", "compare with a file that works", position(nil))
    }
    return nil
  }

  func position(_ node: Node?) -> SourcePosition {
    guard let mark = node?.mark else { return source.position(line: firstLine + 1, column: 1) }
    return source.position(line: firstLine + mark.line, character: mark.column)
  }

  mutating func report(_ rule: Rule, _ message: String, _ remedy: String, _ position: SourcePosition) {
    diagnostics.append(Diagnostic(rule, message, remedy: remedy, at: position))
  }

  mutating func report(_ rule: Rule, _ message: String, _ remedy: String, _ node: Node?) {
    report(rule, message, remedy, position(node))
  }

  /// The values of a mapping by key; complains of keys that are not known.
  mutating func fields(_ node: Node, known: [String], of what: String) -> [String: Node]? {
    guard let pairs = pairs(node, of: what) else { return nil }
    var fields: [String: Node] = [:]
    for (key, value) in pairs {
      guard known.contains(key.text) else {
        let suggestion = nearest(to: key.text, among: known).map { "did you mean “\($0)”? " } ?? ""
        report(
          .unknownKey, "\(what) has no “\(key.text)”",
          suggestion + "known: " + known.joined(separator: ", "), key.node)
        continue
      }
      fields[key.text] = value
    }
    return fields
  }

  /// The keys and values of a mapping in the order written.
  mutating func pairs(_ node: Node, of what: String) -> [(key: (text: String, node: Node), value: Node)]? {
    guard case .mapping(let mapping) = node else {
      report(.badValue, "\(what) is a list of names with values", "write “name: value”, one a line", node)
      return nil
    }
    return mapping.map { key, value in ((key.scalar?.string ?? "", key), value) }
  }

  /// A text; nil where it is empty or no text.
  mutating func text(_ node: Node?, _ key: String) -> String? {
    guard let node else { return nil }
    guard let scalar = node.scalar, !scalar.string.isEmpty else {
      report(.badValue, "“\(key)” needs a text", "write \(key): and the words", node)
      return nil
    }
    let words = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty, !words.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      report(.badValue, "“\(key)” holds no words that can be printed", "write \(key): and the words", node)
      return nil
    }
    return words
  }

  /// A value of some shape; complains with an example where it has another.
  mutating func value<Value>(_ node: Node?, _ key: String, example: String, _ read: (String) -> Value?) -> Value? {
    guard let node, let written = text(node, key) else { return nil }
    if let value = read(written) { return value }
    report(.badValue, "“\(written)” is not a value for “\(key)”", "write it like this: \(key): \(example)", node)
    return nil
  }

  /// One of a closed set of words.
  mutating func choice<Value: RawRepresentable & CaseIterable>(_ node: Node?, _ key: String, _: Value.Type) -> Value?
  where Value.RawValue == String {
    value(node, key, example: Value.allCases.map(\.rawValue).joined(separator: " | "), Value.init(rawValue:))
  }

  /// A list of texts.
  mutating func texts(_ node: Node?, _ key: String) -> [String] {
    guard let node else { return [] }
    guard case .sequence(let sequence) = node else {
      report(.badValue, "“\(key)” is a list", "write \(key): [one, two]", node)
      return []
    }
    return sequence.compactMap { text($0, key) }
  }

  private func explain(_ error: YamlError) -> (String, SourcePosition) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return ("this is not YAML: \(problem)", source.position(line: firstLine + mark.line, character: mark.column))
    default:
      return ("this is not YAML: \(error)", position(nil))
    }
  }

  /// Where a key is said again in the mapping that starts at a line, counted from 1.
  private func secondLine(of key: String, in yaml: String, from first: Int) -> Int? {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(first - 1)
    let indent = lines.first?.prefix { $0 == " " }.count ?? 0
    let places = lines.indices.filter { index in
      let line = lines[index]
      return line.prefix { $0 == " " }.count == indent && line.dropFirst(indent).hasPrefix(key + ":")
    }
    return places.dropFirst().first.map { $0 + 1 }
  }
}

/// Reads a file that is YAML as a whole.
func parseYAML<Value>(
  _ bytes: [UInt8], path: String, _ read: (inout YAMLReader, Node) -> Value?
) -> Sourced<Value> {
  var diagnostics: [Diagnostic] = []
  let sourceMap = SourceMap(path: path)
  guard let source = SourceText(path: path, bytes: bytes, diagnostics: &diagnostics) else {
    return Sourced(nil, sourceMap, diagnostics)
  }
  var reader = YAMLReader(source: source)
  guard let root = reader.root(of: String(decoding: source.bytes, as: UTF8.self)) else {
    if reader.diagnostics.isEmpty {
      reader.report(.badValue, "the file is empty", "write its entries, or delete it", nil)
    }
    return Sourced(nil, sourceMap, reader.diagnostics)
  }
  let value = read(&reader, root)
  return Sourced(value, sourceMap, reader.diagnostics)
}
