/// A value that is kept in one place however often it is copied.
///
/// What forks leave alone is copied many times over, and is told to be the same without a look into it.
struct Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private let box: Box

  init(_ value: Value) { box = Box(value) }

  var value: Value { box.value }

  static func == (one: Shared, other: Shared) -> Bool { one.box === other.box || one.value == other.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
