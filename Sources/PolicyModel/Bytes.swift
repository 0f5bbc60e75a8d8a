extension UnsafeBufferPointer<UInt8> {
  /// Whether a byte of some kind stands among them.
  ///
  /// Every word that is published is looked at for what must be escaped, in each format, and most texts hold nothing of it:
  /// without a branch or an early end a processor looks at many bytes in one step, nine times as fast. Inlinable, or the
  /// question would be asked by a call.
  ///
  /// - Parameter wanted: 1 for a byte that is looked for and 0 for any other, made of `same` joined by `|`.
  @inlinable
  package func holds(_ wanted: (UInt8) -> UInt8) -> Bool {
    var held: UInt8 = 0
    for byte in self { held |= wanted(byte) }
    return held != 0
  }

  /// Whether the others are the same, told in the same way: they mostly are where it is asked.
  @inlinable
  package func areSame(as others: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == others.count else { return false }
    var difference: UInt8 = 0
    for place in indices { difference |= self[place] ^ others[place] }
    return difference == 0
  }

  /// The first place of some bytes, of which there are any, at or behind an index.
  package func firstRange(of sought: [UInt8], from start: Int) -> Range<Int>? {
    var start = start
    while start + sought.count <= count {
      if self[start] == sought[0], sought.indices.allSatisfy({ self[start + $0] == sought[$0] }) {
        return start..<start + sought.count
      }
      start += 1
    }
    return nil
  }
}

extension StringProtocol {
  /// Lends the text's bytes in UTF-8, where they stand.
  @inlinable
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? withScatteredBytes(body)
  }

  // Apart, or whoever is lent the bytes of a text would keep the text as well, which is counted.
  @inlinable @inline(never)
  func withScatteredBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension String {
  /// Where some words stand, from first to last and none across another; compared byte by byte, so that no character need be
  /// put together.
  package func places(of words: String) -> [Range<Index>] {
    let sought = Array(words.utf8)
    guard !sought.isEmpty else { return [] }
    var places: [Range<Index>] = []
    withBytes { bytes in
      var end = 0
      while let place = bytes.firstRange(of: sought, from: end) {
        places.append(
          utf8.index(startIndex, offsetBy: place.lowerBound)..<utf8.index(startIndex, offsetBy: place.upperBound))
        end = place.upperBound
      }
    }
    return places
  }

  /// Whether some words stand in it, compared in the same way.
  package func has(_ words: String) -> Bool {
    let sought = Array(words.utf8)
    return sought.isEmpty || withBytes { $0.firstRange(of: sought, from: 0) != nil }
  }

  /// The first words where there are many.
  ///
  /// - Parameter more: what tells that there are more.
  package func opening(_ words: Int, more: String = " …") -> String {
    var left = words
    let end = utf8.firstIndex { byte in
      if byte == UInt8(ascii: " ") { left -= 1 }
      return left == 0
    }
    return end.map { self[..<$0] + more } ?? self
  }

  /// Whether a byte of some kind stands in the text, looked for in the same way.
  @inlinable
  package func holds(_ wanted: (UInt8) -> UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.holds(wanted) } ?? utf8.contains { wanted($0) != 0 }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a byte of some kind stands among them, looked for in the same way.
  @inlinable
  package func holds(_ wanted: (UInt8) -> UInt8) -> Bool { withUnsafeBufferPointer { $0.holds(wanted) } }
}

extension UInt8 {
  /// Whether it is a letter or a digit of ASCII, as most words begin and end with: no character need be put together to tell.
  @inlinable
  package var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

/// 1 where two bytes are the same, else 0.
@inlinable
package func same(_ byte: UInt8, _ other: UInt8) -> UInt8 { byte == other ? 1 : 0 }
