import Glibc
import Synchronization

/// A line on the terminal that tells how far long work is; nothing where no terminal listens or the work is short.
final class Progress: Sendable {
  private let isWatched = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private let state = Mutex((isShown: false, percent: -1))

  func show(_ done: Int, of total: Int) {
    guard isWatched, ContinuousClock.now - start > .milliseconds(500) else { return }
    state.withLock { state in
      let percent = done * 100 / max(1, total)
      guard percent != state.percent else { return }
      state = (true, percent)
      let bar = String(repeating: "█", count: percent / 4) + String(repeating: "░", count: 25 - percent / 4)
      Terminal.tell("\r\(bar) \(done) of \(total)")
    }
  }

  /// Clears the line.
  func finish() {
    if state.withLock({ $0.isShown }) { Terminal.tell("\r\u{1B}[K") }
  }
}

/// Does work that says how much of it is done.
func withProgress<Value>(
  _ work: (@escaping @Sendable (Int, Int) -> Void) async throws -> Value
) async rethrows -> Value {
  let progress = Progress()
  defer { progress.finish() }
  return try await work { progress.show($0, of: $1) }
}
