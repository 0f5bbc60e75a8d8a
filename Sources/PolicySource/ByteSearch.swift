import PolicyModel

extension Array where Element == UInt8 {
  /// The first place of some bytes at or behind an offset.
  func firstOffset(of bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard let first = bytes.first else { return nil }
    var index = start
    while let candidate = firstOffset(from: index, where: { same($0, first) }), candidate + bytes.count <= count {
      if self[candidate..<(candidate + bytes.count)].elementsEqual(bytes) { return candidate }
      index = candidate + 1
    }
    return nil
  }

  /// The first place of a byte of some kind at or behind an offset.
  ///
  /// - Parameter wanted: 1 for a byte that is looked for and 0 for any other, made of `same` joined by `|`.
  @inline(__always)
  func firstOffset(from start: Int, where wanted: (UInt8) -> UInt8) -> Int? {
    withUnsafeBufferPointer { bytes in
      var offset = start
      // Stretches that hold none are left behind in a few steps each: what is counted needs no branch at any byte.
      let stretch = 32
      while offset + stretch <= bytes.count {
        var others: UInt8 = 0
        for place in offset..<offset + stretch { others &+= 1 &- wanted(bytes[place]) }
        guard others == stretch else { break }
        offset += stretch
      }
      while offset < bytes.count, wanted(bytes[offset]) == 0 { offset += 1 }
      return offset < bytes.count ? offset : nil
    }
  }
}
