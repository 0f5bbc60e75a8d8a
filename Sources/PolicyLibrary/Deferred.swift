import Synchronization

/// A value that is made once, by whoever asks for it first.
final class Kept<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}

/// A value that is made once, when it is first asked for.
final class Deferred<Value: Sendable>: Sendable {
  private let made = Kept<Value>()
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  var value: Value { made.value(make) }
}
