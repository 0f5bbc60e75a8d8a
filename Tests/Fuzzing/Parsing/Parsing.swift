import PolicyModel
import PolicySource

/// What libFuzzer calls with each input: the first byte says which kind of file the others are.
///
/// No bytes may break a reader, and what is read without errors is the same when it is printed and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first, let kind = FileKind(rawValue: first) else { return -1 }
  kind.test(Array(bytes.dropFirst()))
  return 0
}

/// The files that people write, by the letter that stands before one in the corpus.
private enum FileKind: UInt8 {
  case policy = 0x70  // p
  case ledger = 0x6C  // l
  case organisation = 0x6F  // o
  case decisions = 0x64  // d
  case register = 0x72  // r
  case document = 0x66  // f, for a foreign one

  func test(_ bytes: [UInt8]) {
    switch self {
    case .policy: testPolicy(bytes)
    case .ledger:
      // Records are added to what is there: of none, nothing is written.
      testSame(bytes, parseLedger) { $0.records.isEmpty ? "[]\n" : $0.records.map(\.canonicalSource).joined() }
    case .organisation: testSame(bytes, parseOrganisation) { $0.canonicalSource }
    case .decisions:
      testSame(bytes, parseDecisionForm) { $0.canonicalSource(heading: []) { _ in [] } }
    case .register:
      _ = parseLegislation(bytes, path: "legislation.yaml")
      _ = parseBodies(bytes, path: "bodies.yaml")
      _ = parseServices(bytes, path: "services.yaml")
      _ = parseRelatedDocuments(bytes, path: "documents.yaml")
      _ = parseTopics(bytes, path: "topics.yaml")
    case .document: _ = parseDocument(bytes, path: "document.md")
    }
  }
}

private func testPolicy(_ bytes: [UInt8]) {
  testSame(bytes, parse) { $0.canonicalSource }
  guard var file = parse(bytes, path: "draft.md").withoutErrors, case .policy(var policy) = file.body else { return }
  policy.clauses = policy.clauses.identified()
  file.body = .policy(policy)
  testSame(Array(file.canonicalSource.utf8), parse) { $0.canonicalSource }
}

private func testSame<Value: Equatable>(
  _ bytes: [UInt8], _ parse: ([UInt8], String) -> Sourced<Value>, print: (Value) -> String
) {
  guard let value = parse(bytes, "file").withoutErrors else { return }
  let printed = print(value)
  let again = parse(Array(printed.utf8), "file")
  guard again.withoutErrors == value else {
    let problems = again.diagnostics.map(\.description).joined(separator: "\n")
    fatalError("printed and read again it is another:\n\(printed)\n\(problems)\n\(again.value.map(print) ?? "nothing")")
  }
}

extension Sourced {
  fileprivate var withoutErrors: Value? { diagnostics.hasErrors ? nil : value }
}
