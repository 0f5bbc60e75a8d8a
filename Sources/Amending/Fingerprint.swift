/// A number that stands for some others: the same for the same, and by all odds another for any others (FNV-1a).
struct Fingerprint {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  /// Of how many numbers.
  private(set) var count = 0

  var number: Int { Int(truncatingIfNeeded: state) }

  mutating func add(_ number: UInt64) {
    state = (state ^ number) &* 0x100_0000_01B3
    count += 1
  }
}
