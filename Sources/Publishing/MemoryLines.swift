import PolicyModel

/// Lines of words between tabs, the first of which tells what kind of line it is: what is kept between two publishings.
package struct MemoryLines: Sendable {
  package private(set) var bytes: [UInt8]
  /// Where reading goes on.
  private var place = 0

  package init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  /// Whether all was read.
  package var isAtEnd: Bool { place == bytes.count }

  // MARK: Writing

  /// Adds a line; a word that is nil is read as nil again.
  package mutating func add(_ kind: String, _ words: String?...) {
    bytes += kind.utf8
    for word in words {
      bytes.append(tab)
      if let word { add(word) }
    }
    bytes.append(newline)
  }

  /// Adds lines that are read on their own, behind one that says how long they are.
  package mutating func add(_ kind: String, _ lines: MemoryLines) {
    add(kind, String(lines.bytes.count))
    bytes += lines.bytes
  }

  private mutating func add(_ word: String) {
    if word.isEmpty { bytes += [escape, UInt8(ascii: "e")] }
    guard word.holds({ same($0, tab) | same($0, newline) | same($0, escape) }) else {
      bytes += word.utf8
      return
    }
    for byte in word.utf8 {
      switch byte {
      case tab: bytes += [escape, UInt8(ascii: "t")]
      case newline: bytes += [escape, UInt8(ascii: "n")]
      case escape: bytes += [escape, escape]
      default: bytes.append(byte)
      }
    }
  }

  // MARK: Reading

  /// Takes the next line and gives the words behind its kind; nil, and nothing is taken, where it is of another.
  package mutating func next(_ kind: String) -> Words? {
    guard bytes[place...].starts(with: kind.utf8) else { return nil }
    let start = place + kind.utf8.count
    guard let end = bytes[start...].firstIndex(of: newline), start == end || bytes[start] == tab else { return nil }
    place = end + 1
    var words: [String?] = []
    words.reserveCapacity(8)
    var rest = bytes[start..<end]
    // A tab stands before each word.
    while rest.popFirst() != nil {
      let written = rest.prefix { $0 != tab }
      words.append(word(written))
      rest = rest[written.endIndex...]
    }
    return Words(words)
  }

  /// Takes lines that were added as such.
  package mutating func lines(_ kind: String) throws(UnreadableMemory) -> MemoryLines {
    guard let length = try next(kind)?.required(0, { Int($0) }), 0...(bytes.count - place) ~= length else {
      throw UnreadableMemory()
    }
    defer { place += length }
    return MemoryLines(Array(bytes[place..<place + length]))
  }

  private func word(_ written: ArraySlice<UInt8>) -> String? {
    guard !written.isEmpty else { return nil }
    guard written.contains(escape) else { return String(decoding: written, as: UTF8.self) }
    var word: [UInt8] = []
    var isEscaped = false
    for byte in written {
      switch byte {
      case escape where !isEscaped:
        isEscaped = true
        continue
      case UInt8(ascii: "e") where isEscaped: break
      case UInt8(ascii: "t") where isEscaped: word.append(tab)
      case UInt8(ascii: "n") where isEscaped: word.append(newline)
      default: word.append(byte)
      }
      isEscaped = false
    }
    return String(decoding: word, as: UTF8.self)
  }

  /// The words of a line, by their places; nil for one that is not there.
  package struct Words {
    private let words: [String?]

    fileprivate init(_ words: [String?]) { self.words = words }

    package subscript(place: Int) -> String? { place < words.count ? words[place] : nil }

    /// A word that must be there.
    package func required(_ place: Int) throws(UnreadableMemory) -> String {
      guard let word = self[place] else { throw UnreadableMemory() }
      return word
    }

    /// A value that must be there, and be written as such.
    package func required<Value>(_ place: Int, _ read: (String) -> Value?) throws(UnreadableMemory) -> Value {
      guard let value = read(try required(place)) else { throw UnreadableMemory() }
      return value
    }

    /// A value that must be written as such where it is there.
    package func optional<Value>(_ place: Int, _ read: (String) -> Value?) throws(UnreadableMemory) -> Value? {
      guard self[place] != nil else { return nil }
      return try required(place, read)
    }
  }
}

/// That a memory is not as it was written, so that all is made anew.
package struct UnreadableMemory: Error {
  package init() {}
}

private let tab = UInt8(ascii: "\t")
private let newline = UInt8(ascii: "\n")
private let escape = UInt8(ascii: "\\")
