import Glibc

/// What the terminal can show, and whether anybody sits at it.
enum Terminal {
  /// Whether results go to a terminal whose owner has not asked for plain text (see no-color.org).
  static var showsColour: Bool {
    isatty(STDOUT_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// Whether somebody can be asked, and answer.
  static var isConversation: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// What the shell says under a name; nil where it says nothing.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Writes on standard error, at once; where nobody listens, nothing is lost.
  static func tell(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Shows what was printed without a line end.
  static func flush() { fflush(nil) }

  /// Lets no file take the place of a stream that is closed: what is printed would be written into it.
  static func holdStreams() {
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/full", O_RDWR)
    }
  }

  /// Whether not all that was printed arrived.
  static var hasLost: Bool { fflush(nil) != 0 }
}
