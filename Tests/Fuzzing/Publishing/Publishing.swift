import Dispatch
import PolicyLibrary
import PolicyModel

/// What libFuzzer calls with each input: policy files, each behind a line that starts with `%% `.
///
/// Whatever words they hold, the drafts of some organisations are checked, shown, compared and published, or it is said why
/// they cannot be.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let drafts = parts(of: input).map { String(decoding: $0, as: UTF8.self) }
  guard !drafts.isEmpty else { return -1 }
  var files = surroundings
  for (organisation, draft) in zip(organisations, drafts) { files["/Policies/\(organisation)/trips/draft.md"] = draft }
  let library = Library(root: "", files: MemoryFileSystem(files))
  wait { try await use(library) }
  return 0
}

private let organisations = ["county", "hill", "vale"]

/// What stands in the workspace beside the drafts: the templates that are shipped, and a register that is soon read.
private let surroundings: [String: String] = {
  let disk = LocalFileSystem()
  var files = [
    "/Policies/registers/legislation.yaml": """
    ukpga/1998/29:
      title: Data Protection Act 1998
      aliases: [DPA 1998]
      status: repealed
      replaced-by: [ukpga/2018/12]
      source: https://www.legislation.gov.uk/ukpga/1998/29
      checked-on: 2026-11-21
      confidence: high
    ukpga/2018/12:
      title: Data Protection Act 2018
      status: in-force
      source: https://www.legislation.gov.uk/ukpga/2018/12
      checked-on: 2026-11-21
      confidence: high

    """
  ]
  for organisation in organisations {
    files["/Policies/\(organisation)/organisation.yaml"] = """
      name: {long: The Hill School, short: the school, possessive: the school’s}
      kind: school

      """
  }
  func take(_ folder: String) {
    for entry in try! disk.entries(of: folder) {
      let path = "\(folder)/\(entry.name)"
      if entry.isFolder {
        take(path)
      } else {
        files["/" + path] = String(decoding: try! disk.contents(of: path, limit: .max), as: UTF8.self)
      }
    }
  }
  take("Templates")
  let problems = Library(root: "", files: MemoryFileSystem(files)).register().diagnostics
  precondition(problems.isEmpty, "nothing would be published: \(problems)")
  return files
}()

private func use(_ library: Library) async throws {
  let drafts = try library.policies().addresses.map { $0.at(.draft) }
  let report = try await library.check(drafts, asAt: PartialDate("2027-01-31")!)
  for format in CheckFormat.allCases { _ = report.printed(as: format) }
  for draft in drafts {
    guard let policy = try library.resolve(draft).resolved else { continue }
    for format in ShowFormat.allCases { _ = (policy.shown(as: format, provenance: true), policy.duties(as: format)) }
  }
  for other in drafts.dropFirst() {
    guard let redline = try library.compare(drafts[0], other).redline else { continue }
    for format in RedlineFormat.allCases { _ = try library.printed(redline, as: format) }
  }
  _ = try await library.publish(PublishRequest(includesDrafts: true), to: "/Output")
}

private func wait(for work: @escaping @Sendable () async throws -> Void) {
  let done = DispatchSemaphore(value: 0)
  Task {
    try! await work()
    done.signal()
  }
  done.wait()
}
