import Foundation

/// What the terminal can show, and whether anybody sits at it.
enum Terminal {
  /// Whether results go to a terminal whose owner has not asked for plain text (see no-color.org).
  static var showsColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }

  /// Whether somebody can be asked, and answer.
  static var isConversation: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Shows what was printed without a line end.
  static func flush() { fflush(nil) }
}
