extension Array where Element == UInt8 {
  /// The first place of some bytes at or behind an offset.
  func firstOffset(of bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard let first = bytes.first else { return nil }
    var index = start
    while let candidate = firstOffset(from: index, where: { $0 == first }), candidate + bytes.count <= count {
      if self[candidate..<(candidate + bytes.count)].elementsEqual(bytes) { return candidate }
      index = candidate + 1
    }
    return nil
  }

  /// The first place of a byte of some kind at or behind an offset.
  @inline(__always)
  func firstOffset(from start: Int, where isWanted: (UInt8) -> Bool) -> Int? {
    withUnsafeBufferPointer { bytes in
      var offset = start
      while offset < bytes.count {
        if isWanted(bytes[offset]) { return offset }
        offset += 1
      }
      return nil
    }
  }
}
