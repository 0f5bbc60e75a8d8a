import PolicyModel

/// A document in UTF-8 while it is written, from start to end.
///
/// It has one owner, who adds to it without asking whose it is, as an array would at each of the thousands of pieces that a page
/// is made of.
package struct Sheet: ~Copyable {
  private var storage: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes are written.
  package private(set) var count = 0

  /// - Parameter capacity: for how many bytes there is room before more is made.
  package init(capacity: Int = 256) { storage = .allocate(capacity: max(capacity, 1)) }

  deinit { storage.deallocate() }

  private var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: storage[..<count]) }

  /// All that is written.
  package var bytes: [UInt8] { Array(written) }

  /// All that is written, as text.
  package var text: String { String(decoding: written, as: UTF8.self) }

  /// The byte written last.
  var last: UInt8? { count == 0 ? nil : storage[count - 1] }

  mutating func add(_ part: UnsafeBufferPointer<UInt8>) {
    if let start = part.baseAddress { add(start, count: part.count) }
  }

  mutating func add(_ part: [UInt8]) { part.withUnsafeBufferPointer { add($0) } }

  mutating func add(_ part: StaticString) { add(part.utf8Start, count: part.utf8CodeUnitCount) }

  mutating func add(words: String) { words.withBytes { add($0) } }

  private mutating func add(_ start: UnsafePointer<UInt8>, count more: Int) {
    makeRoom(for: more)
    (storage.baseAddress! + count).initialize(from: start, count: more)
    count += more
  }

  /// Makes room for some more bytes.
  mutating func makeRoom(for more: Int) {
    if more > storage.count - count { grow(by: more) }
  }

  // Seldom called, and so kept out of the way of what is called for every piece.
  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(count + more, 2 * storage.count))
    _ = larger.initialize(fromContentsOf: written)
    storage.deallocate()
    storage = larger
  }
}
