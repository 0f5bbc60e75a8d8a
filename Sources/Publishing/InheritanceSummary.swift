import PolicyModel

/// What a fork made of the clauses of its base, in short.
struct InheritanceSummary {
  /// The text of another policy on which it rests.
  let base: Address
  let extent: Variations.Extent
  /// How many clauses it has of its own.
  let added: Int
  /// What became of each clause of the base, in their order: a letter for each, so that thousands of forks fit in memory.
  private let letters: String

  private static let none = UInt8(ascii: "?")

  init(_ variations: Variations) {
    base = variations.base.address
    extent = variations.extent
    added = variations.count.added
    letters = String(
      decoding: variations.base.flat.map {
        variations.treatments[$0.clause.identity]?.letter ?? InheritanceSummary.none
      },
      as: UTF8.self)
  }

  /// Adds the line by which it is remembered.
  func write(to lines: inout MemoryLines) {
    lines.add("inheritance", base.description, extent.rawValue, String(added), letters)
  }

  /// Takes the line of a summary; nil where the next line is none.
  static func next(of lines: inout MemoryLines) throws(UnreadableMemory) -> InheritanceSummary? {
    guard let words = lines.next("inheritance") else { return nil }
    return InheritanceSummary(
      base: try words.required(0) { Address($0) }, extent: try words.required(1) { Variations.Extent(rawValue: $0) },
      added: try words.required(2) { Int($0) }, letters: try words.required(3))
  }

  private init(base: Address, extent: Variations.Extent, added: Int, letters: String) {
    (self.base, self.extent, self.added, self.letters) = (base, extent, added, letters)
  }

  /// In the order of the clauses of the base.
  var treatments: [Treatment?] { letters.utf8.map { $0 == InheritanceSummary.none ? nil : Treatment(letter: $0) } }
  var count: TreatmentCount { TreatmentCount(treatments.compactMap { $0 }, added: added) }
}

extension Treatment {
  /// From `@` on: two bits for the words, one for moved, one for renumbered.
  fileprivate var letter: UInt8 {
    UInt8(ascii: "@") + UInt8(words.rawValue) + (isMoved ? 4 : 0) + (isRenumbered ? 8 : 0)
  }

  fileprivate init(letter: UInt8) {
    let bits = letter &- UInt8(ascii: "@")
    self.init(words: Words(rawValue: Int(bits & 3))!, isMoved: bits & 4 != 0, isRenumbered: bits & 8 != 0)
  }
}
