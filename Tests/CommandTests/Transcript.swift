import Foundation
import Testing

/// A conversation with the command line: commands behind `$ `, each with what it answers and, where it is not 0, its exit
/// code as `[exit 1]`. Written as a fenced block `console` in `Transcripts/*.md`. What is typed when the command asks stands as
/// `«words»`, and Ctrl-D as `«^D»`.
struct Transcript: CustomTestStringConvertible, Sendable {
  struct Exchange: Sendable {
    let command: String
    let answer: String
    let line: Int

    /// What is typed when the command asks, in the order of its questions.
    var typed: [String] { answer.matches(of: /«([^»]*)»/).map { String($0.1) } }

    /// What stands on the screen in the end.
    var screen: String { answer.replacing("«^D»", with: "").replacing(/[«»]/, with: "") }
  }

  let file: String
  let line: Int
  let exchanges: [Exchange]

  var testDescription: String { "\(file):\(line)" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  static let all: [Transcript] = {
    let transcripts = folder.appendingPathComponent("Transcripts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: transcripts.path)) ?? []
    return names.sorted().flatMap { name in
      read((try? String(contentsOf: transcripts.appendingPathComponent(name), encoding: .utf8)) ?? "", file: name)
    }
  }()

  private static func read(_ text: String, file: String) -> [Transcript] {
    var transcripts: [Transcript] = []
    var start: Int?
    var exchanges: [Exchange] = []
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line == "```console" {
        start = index + 1
        exchanges = []
      } else if line == "```", let first = start {
        transcripts.append(Transcript(file: file, line: first, exchanges: exchanges))
        start = nil
      } else if start != nil, line.hasPrefix("$ ") {
        exchanges.append(Exchange(command: String(line.dropFirst(2)), answer: "", line: index + 1))
      } else if start != nil, let last = exchanges.popLast() {
        let answer = last.answer.isEmpty ? line : last.answer + "\n" + line
        exchanges.append(Exchange(command: last.command, answer: answer, line: last.line))
      }
    }
    return transcripts
  }
}
