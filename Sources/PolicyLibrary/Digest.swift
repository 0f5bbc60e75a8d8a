/// The SHA-256 digest of some bytes, written `sha256:` and 64 hexadecimal digits (FIPS 180-4).
///
/// The package that offers it adds minutes to a first build, and the C libraries that do are one more thing to install.
func digest(_ bytes: [UInt8]) -> String {
  var message = bytes + [0x80]
  message += [UInt8](repeating: 0, count: (120 - message.count % 64) % 64)
  message += (0..<8).map { UInt8(truncatingIfNeeded: (bytes.count * 8) >> (56 - 8 * $0)) }
  var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
  var schedule = [UInt32](repeating: 0, count: 64)
  message.withUnsafeBytes { message in
    schedule.withUnsafeMutableBufferPointer { schedule in
      for start in stride(from: 0, to: message.count, by: 64) {
        for index in 0..<16 {
          schedule[index] = message.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self).bigEndian
        }
        for index in 16..<64 {
          let (early, late) = (schedule[index - 15], schedule[index - 2])
          let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
          let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
          schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
        }
        compress(UnsafeBufferPointer(schedule), into: &state)
      }
    }
  }
  var text = Array("sha256:".utf8)
  for index in state.indices {
    for shift in stride(from: 28, through: 0, by: -4) { text.append(digits[Int(state[index] >> shift & 15)]) }
  }
  return String(decoding: text, as: UTF8.self)
}

private func compress(_ schedule: UnsafeBufferPointer<UInt32>, into state: inout SIMD8<UInt32>) {
  var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
  roundConstants.withUnsafeBufferPointer { constants in
    /// One round; instead of the eight words, their names move on from round to round.
    func round(
      _ index: Int, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
      _ h: inout UInt32
    ) {
      h &+=
        (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ (g ^ e & (f ^ g)) &+ constants[index] &+ schedule[index]
      d &+= h
      h &+= (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ (a & b | c & (a | b))
    }
    for index in stride(from: 0, to: 64, by: 8) {
      round(index, a, b, c, &d, e, f, g, &h)
      round(index + 1, h, a, b, &c, d, e, f, &g)
      round(index + 2, g, h, a, &b, c, d, e, &f)
      round(index + 3, f, g, h, &a, b, c, d, &e)
      round(index + 4, e, f, g, &h, a, b, c, &d)
      round(index + 5, d, e, f, &g, h, a, b, &c)
      round(index + 6, c, d, e, &f, g, h, a, &b)
      round(index + 7, b, c, d, &e, f, g, h, &a)
    }
  }
  state &+= SIMD8(a, b, c, d, e, f, g, h)
}

private func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

private let digits = Array("0123456789abcdef".utf8)

private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
