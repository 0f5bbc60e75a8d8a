import PolicyLibrary
import PolicyModel
import Testing

/// Whatever stops a ratification, what stands is the old state, the new one, or one that can be completed or taken back.
@Suite struct RatifySafetyTests {
  private static let folder = "/Policies/hill/uniform"
  private static let policy = Address("hill/uniform")!
  private static let approval = ratification(.approval(of: Edition("2.0")!))

  private static func ratification(_ kind: Ratification.Kind) -> Ratification {
    Ratification(kind, of: policy, by: "Governors", on: PartialDate("2027-04-18")!)!
  }

  /// A policy with an edition that is in force, and the draft of the next.
  private static let old: [String: String] = {
    let files = MemoryFileSystem([
      "/Policies/hill/organisation.yaml": "name: Hill\nkind: school\n", "\(folder)/draft.md": text("black"),
    ])
    let first = Ratification(
      .approval(of: Edition("1.0")!), of: policy, by: "Governors", on: PartialDate("2025")!)!
    _ = try? Library(root: "", files: files).ratify(first)
    var all = files.everything.mapValues { String(decoding: $0, as: UTF8.self) }
    all["\(folder)/draft.md"] = text("brown")
    return all
  }()

  private static func text(_ colour: String) -> String {
    "---\ntitle: Uniform\n---\n\n1. {#shoes} Shoes are \(colour).\n"
  }

  private static let new: [String: [UInt8]] = {
    let files = MemoryFileSystem(old)
    _ = try? Library(root: "", files: files).ratify(approval)
    return files.everything
  }()

  @Test func anEditionIsAddedAndTheDraftGoes() throws {
    #expect(Set(Self.new.keys).subtracting(Self.old.keys) == ["\(Self.folder)/2.0.md"])
    #expect(Set(Self.old.keys).subtracting(Self.new.keys) == ["\(Self.folder)/draft.md"])
    #expect(try Library(root: "", files: FailingFileSystem(Self.old)).verify(Self.policy) == [])
  }

  @Test(arguments: 0...3)
  func theMachineStopsAndTheRatificationIsCompleted(changesBefore count: Int) throws {
    let files = FailingFileSystem(Self.old)
    let library = Library(root: "", files: files)
    files.stop(after: count)
    _ = try? library.ratify(Self.approval)
    files.stop(after: .max)
    let rules: [[Rule]] = [[], [.unfinishedRatification], [.leftoverDraft], []]
    #expect(try library.verify(Self.policy).map(\.rule) == rules[count])
    let report = try library.ratify(Self.approval)
    #expect(report.isRefused == (count == 3))
    #expect(files.everything == Self.new)
  }

  @Test func anUnfinishedRatificationIsTakenBack() throws {
    let files = FailingFileSystem(Self.old)
    let library = Library(root: "", files: files)
    files.stop(after: 1)
    #expect(throws: FileFailure.self) { try library.ratify(Self.approval) }
    #expect(files.everything.count == Self.old.count + 1)
    files.stop(after: .max)
    #expect(try library.withdraw(Edition("2.0")!, of: Self.policy) == [])
    #expect(files.everything == Self.old.mapValues { Array($0.utf8) })
  }

  @Test func aWithdrawalThatStopsLosesNoText() throws {
    var withoutDraft = Self.new.mapValues { String(decoding: $0, as: UTF8.self) }
    withoutDraft["\(Self.folder)/ledger.yaml"] = Self.old["\(Self.folder)/ledger.yaml"]
    for count in 0...2 {
      let files = FailingFileSystem(withoutDraft)
      let library = Library(root: "", files: files)
      files.stop(after: count)
      _ = try? library.withdraw(Edition("2.0")!, of: Self.policy)
      files.stop(after: .max)
      let again = try library.withdraw(Edition("2.0")!, of: Self.policy)
      #expect(again.map(\.rule) == (count == 2 ? [.unknownAddress] : []))
      #expect(files.everything["\(Self.folder)/draft.md"] == Self.new["\(Self.folder)/2.0.md"])
      #expect(try library.ratify(Self.approval).decision != nil)
      #expect(files.everything == Self.new)
    }
  }

  @Test(arguments: 1...2)
  func aFullDiskLeavesTheOldState(writesBefore count: Int) throws {
    let files = FailingFileSystem(Self.old)
    files.fail(writing: count, because: .diskFull)
    #expect(throws: FileFailure.self) { try Library(root: "", files: files).ratify(Self.approval) }
    #expect(files.everything == Self.old.mapValues { Array($0.utf8) })
  }

  @Test(arguments: [Ratification.Kind.review(of: nil), .deferral(of: nil, until: PartialDate(year: 2028)!)])
  func aFullDiskLeavesTheLedgerAsItWas(kind: Ratification.Kind) throws {
    let files = FailingFileSystem(Self.old)
    files.fail(writing: 1, because: .diskFull)
    #expect(throws: FileFailure.self) { try Library(root: "", files: files).ratify(Self.ratification(kind)) }
    #expect(files.everything == Self.old.mapValues { Array($0.utf8) })
  }

  @Test func aDeferralTouchesNothingButTheLedger() throws {
    let files = MemoryFileSystem(Self.old)
    let deferral = Self.ratification(.deferral(of: nil, until: PartialDate(year: 2028)!))
    #expect(try Library(root: "", files: files).ratify(deferral).decision != nil)
    let before = Self.old.mapValues { Array($0.utf8) }
    let changed = files.everything.filter { before[$0.key] != $0.value }
    #expect(changed.keys.sorted() == ["\(Self.folder)/ledger.yaml"] && files.everything.count == before.count)
    #expect(changed.allSatisfy { $0.value.starts(with: before[$0.key] ?? []) })
  }

  @Test func aDraftThatCannotBeRemovedIsToldOf() throws {
    let files = FailingFileSystem(Self.old)
    files.stop(after: 2)
    let report = try Library(root: "", files: files).ratify(Self.approval)
    #expect(report.decision?.edition.edition == Edition("2.0"))
    #expect(report.diagnostics.map(\.rule) == [.leftoverDraft])
  }

  @Test func aDraftThatSomebodySavesMeanwhileStays() throws {
    let files = FailingFileSystem(Self.old)
    files.save(Self.text("green"), onceReadAt: "\(Self.folder)/draft.md")
    let report = try Library(root: "", files: files).ratify(Self.approval)
    #expect(report.decision?.edition.edition == Edition("2.0"))
    #expect(report.diagnostics.map(\.rule) == [.changedFile])
    #expect(files.everything == Self.new.merging(["\(Self.folder)/draft.md": Array(Self.text("green").utf8)]) { $1 })
  }

  /// The same library, asked again, sees what ratifying wrote.
  @Test func whatWasReadBeforeIsNotRemembered() throws {
    let library = Library(root: "", files: MemoryFileSystem(Self.old))
    #expect(try library.resolve(Self.policy.at(.draft)).resolved != nil)
    #expect(try library.ratify(Self.approval).decision != nil)
    #expect(try library.resolve(Self.policy).resolved?.address.edition == Edition("2.0"))
    #expect(try library.resolve(Self.policy.at(.draft)).resolved == nil)
  }
}
