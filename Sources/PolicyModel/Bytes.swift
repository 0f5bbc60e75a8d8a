extension StringProtocol {
  /// Whether a byte of some kind stands in the text.
  ///
  /// Goes through all of them without stopping, which a processor does many at a time: most texts hold none of what must be
  /// escaped. Inlinable, or the question would be asked by a call for each byte.
  @inlinable
  package func holds(_ isWanted: (UInt8) -> Bool) -> Bool {
    let held = utf8.withContiguousStorageIfAvailable { bytes in
      var held = false
      for byte in bytes where isWanted(byte) { held = true }
      return held
    }
    return held ?? utf8.contains(where: isWanted)
  }
}
