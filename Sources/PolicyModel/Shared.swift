/// A value that is kept in one place however often it is copied.
///
/// What forks leave alone is copied many times over, and two copies are told to be the same without a look into them.
/// Inlinable, so that a part of the value can be read without a copy of all of it.
@usableFromInline
struct Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  @usableFromInline
  final class Box: Sendable {
    @usableFromInline let value: Value

    init(_ value: Value) { self.value = value }
  }

  @usableFromInline let box: Box

  init(_ value: Value) { box = Box(value) }

  @inlinable var value: Value { box.value }

  @usableFromInline
  static func == (one: Shared, other: Shared) -> Bool { one.box === other.box || one.value == other.value }

  @usableFromInline
  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
