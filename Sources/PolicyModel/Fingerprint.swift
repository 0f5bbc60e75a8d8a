/// 64 bits that stand for what was added: the same for the same, and by all odds others for anything else; after FNV-1a,
/// RFC 9923, but a number at a time.
///
/// What was approved is told by digests instead, since another text with the same fingerprint can be made on purpose.
package struct Fingerprint: Hashable, Sendable {
  @usableFromInline var bits: UInt64

  @inlinable
  package init() { bits = 0xcbf2_9ce4_8422_2325 }

  package init(of text: String) {
    self.init()
    add(text)
  }

  @inlinable
  package var number: Int { Int(truncatingIfNeeded: bits) }

  @inlinable
  package mutating func add(_ number: UInt64) { bits = (bits ^ number) &* 0x100_0000_01b3 }

  /// Adds bytes, told from what is added next.
  package mutating func add(_ bytes: [UInt8]) {
    add(UInt64(bytes.count))
    for byte in bytes { add(UInt64(byte)) }
  }

  /// Adds text, told from what is added next.
  package mutating func add(_ text: String) {
    for byte in text.utf8 { add(UInt64(byte)) }
    // No byte of any text.
    add(0xff)
  }

  package mutating func add(_ other: Fingerprint) { add(other.bits) }
}

// MARK: As text

extension Fingerprint: LosslessStringConvertible {
  package init?(_ text: String) {
    guard let bits = UInt64(text, radix: 16) else { return nil }
    self.bits = bits
  }

  package var description: String { String(bits, radix: 16) }
}
