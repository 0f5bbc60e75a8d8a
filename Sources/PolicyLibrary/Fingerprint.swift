/// Tells what something was made of from what it would be made of now, in 64 bits: FNV-1a (RFC 9923).
///
/// Much quicker than a digest; but what was approved is never told by it, since another text with the same fingerprint can
/// be made on purpose.
struct Fingerprint: Hashable, Sendable {
  private var bits: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  /// Adds text and its end, which is no byte of any text.
  mutating func add(_ text: String) {
    mix(text.utf8)
    mix(CollectionOfOne(0xff))
  }

  mutating func add(_ bytes: [UInt8]) {
    add(String(bytes.count))
    mix(bytes)
  }

  mutating func add(_ other: Fingerprint) {
    withUnsafeBytes(of: other.bits.littleEndian) { mix($0) }
  }

  private mutating func mix(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { bits = (bits ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}

// MARK: As text

extension Fingerprint: LosslessStringConvertible {
  init?(_ text: String) {
    guard let bits = UInt64(text, radix: 16) else { return nil }
    self.bits = bits
  }

  var description: String { String(bits, radix: 16) }
}
