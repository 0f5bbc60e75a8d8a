extension Array where Element == UInt8 {
  /// The first place of some bytes at or behind an offset.
  func firstOffset(of bytes: [UInt8], from start: Int) -> Int? {
    guard let first = bytes.first, count >= bytes.count else { return nil }
    var index = start
    while index + bytes.count <= count {
      guard let candidate = self[index...(count - bytes.count)].firstIndex(of: first) else { return nil }
      if self[candidate..<(candidate + bytes.count)].elementsEqual(bytes) { return candidate }
      index = candidate + 1
    }
    return nil
  }
}
