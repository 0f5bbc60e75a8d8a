import Foundation
import Testing

/// The commands, tried in a terminal: `Transcripts/*.md` hold what is typed and what is answered.
@Suite struct TranscriptTests {
  @Test(arguments: Transcript.all)
  func transcript(_ transcript: Transcript) throws {
    let workspace = try Shell.freshWorkspace()
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    for exchange in transcript.exchanges {
      let answer =
        try exchange.typed.isEmpty
        ? Shell.run(exchange.command, in: workspace)
        : Shell.converse(exchange.command, typing: exchange.typed, in: workspace)
      #expect(
        answer == exchange.screen,
        "Transcripts/\(transcript.file):\(exchange.line): $ \(exchange.command)\nexpected:\n\(exchange.screen)\ngot:\n\(answer)"
      )
    }
  }
}
