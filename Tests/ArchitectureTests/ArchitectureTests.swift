import Foundation
import Testing

/// The rooms of the house and the doors between them. SwiftPM does not see an import that is not declared.
@Suite struct ArchitectureTests {
  /// Which modules each module may import, besides the standard ones and packages.
  static let doors: [String: Set<String>] = [
    "PolicyModel": [],
    "PolicySource": ["CMarkGFM", "CYAML", "PolicyModel"],
    "Reading": ["PolicyModel"],
    "Amending": ["PolicyModel", "Reading"],
    "Checking": ["PolicyModel", "Reading"],
    "Publishing": ["PolicyModel", "Reading"],
    "PolicyLibrary": ["PolicyModel", "PolicySource", "Reading", "Amending", "Checking", "Publishing"],
    "Commands": ["PolicyLibrary", "PolicyModel"],
    "clausebook": ["Commands"],
  ]

  /// Packages and system modules, each with the rooms that use it.
  static let outside: [String: Set<String>] = [
    "ArgumentParser": ["Commands"],
    "FoundationEssentials": ["PolicyLibrary", "Commands"],
    "Glibc": ["PolicyLibrary", "Commands"],
    "Synchronization": ["Reading", "PolicyLibrary", "Commands"],
  ]

  static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  @Test(arguments: doors.keys.sorted())
  func importsOnlyThroughDoors(module: String) throws {
    let folder = Self.sources.appendingPathComponent(module)
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where name.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for line in text.components(separatedBy: "\n") {
        let words = line.split(separator: " ")
        guard words.dropLast().last == "import", words.count <= 3 else { continue }
        let imported = String(words.last!)
        let isAllowed = Self.doors[module]!.contains(imported) || Self.outside[imported]?.contains(module) == true
        #expect(isAllowed, "\(module)/\(name) imports \(imported)")
      }
    }
  }

  @Test func everyRoomIsOnThePlan() throws {
    let rooms = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(Set(rooms) == Set(Self.doors.keys).union(["CMarkGFM", "CYAML"]))
  }
}
