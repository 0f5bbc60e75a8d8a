import Synchronization

/// A value that is made once, by whoever asks for it first.
struct Once<Value: Sendable>: ~Copyable, Sendable {
  private let made = Mutex<Value?>(nil)

  func value(make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}

extension Mutex {
  /// What is kept under a key, made where there is nothing yet; of what is made at once the first is kept, for all.
  func value<Key: Hashable & Sendable, Made: Sendable, Failure: Error>(
    of key: Key, make: () throws(Failure) -> Made
  ) throws(Failure) -> Made where Value == [Key: Made] {
    if let known = withLock({ $0[key] }) { return known }
    let made = try make()
    return withLock { kept in
      if let known = kept[key] { return known }
      kept[key] = made
      return made
    }
  }
}
