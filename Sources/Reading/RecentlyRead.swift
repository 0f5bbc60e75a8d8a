import PolicyModel
import Synchronization

/// What was made of texts that were read lately: the forks of one policy share most of their sentences.
///
/// Nobody can tell from an answer whether it was remembered. Some thousand sentences are held; those not asked for since
/// are forgotten first.
package final class RecentlyRead<Made: Sendable>: Sendable {
  /// A text as it is written: with its accents apart it is another one.
  private struct Spelling: Hashable {
    let text: String

    static func == (one: Spelling, other: Spelling) -> Bool {
      one.text.withBytes { bytes in other.text.withBytes { bytes.areSame(as: $0) } }
    }

    func hash(into hasher: inout Hasher) {
      text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private struct Shelf {
    var new: [Spelling: Made] = [:]
    var old: [Spelling: Made] = [:]
    /// How long the new texts are together.
    var bytes = 0
  }

  private let shelf = Mutex(Shelf())
  private let make: @Sendable (String) -> Made

  /// - Parameter make: makes the same of the same text each time.
  package init(_ make: @escaping @Sendable (String) -> Made) { self.make = make }

  package subscript(text: String) -> Made {
    // What is longer than any sentence would take up room for many, and is hardly read twice.
    guard text.utf8.count <= 2000 else { return make(text) }
    let spelling = Spelling(text: text)
    if let known = shelf.withLock({ $0.new[spelling] }) { return known }
    let made = shelf.withLock { $0.old[spelling] } ?? make(text)
    shelf.withLock { shelf in
      if shelf.bytes > 400_000 { shelf = Shelf(old: shelf.new) }
      shelf.bytes += text.utf8.count
      shelf.new[spelling] = made
    }
    return made
  }
}
