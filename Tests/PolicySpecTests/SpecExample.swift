import Foundation
import Testing

/// One example of the specification: small files, and what a command makes of them.
///
/// Written as a fenced block `example` in `Spec/*.md`. A line that starts with `%% ` opens a part: `%% PATH` a file of the
/// workspace, any other a command with its expected answer below: `%% show ADDRESS [--as-at DATE]`, `%% origins ADDRESS`,
/// `%% compare OLD NEW`, `%% duties ADDRESS`, `%% problems ADDRESS`, `%% format PATH`, `%% verify ADDRESS`, `%% ratify ADDRESS OPTIONS`,
/// `%% fork BASE OPTIONS`, `%% adopt PATH OPTIONS`, `%% update ADDRESS OPTIONS`, `%% outdated .`,
/// `%% check ADDRESS… [--as-at DATE]`,
/// `%% status --as-at DATE [--due 90d]`, `%% file PATH`; `%% write PATH` puts what follows into a file. Each finds the files as
/// those before it left them.
struct SpecExample: CustomTestStringConvertible, Sendable {
  struct Check: Sendable {
    let command: String
    let argument: String
    let expected: String
    /// Where the expectation starts in the specification.
    let line: Int
  }

  /// The file of the specification and the line of the example.
  let file: String
  let line: Int
  private(set) var files: [String: String] = [:]
  private(set) var checks: [Check] = []

  var testDescription: String { "\(file):\(line)" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Spec")

  static let all: [SpecExample] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().flatMap { name in
      examples(in: (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? "", file: name)
    }
  }()

  private static func examples(in text: String, file: String) -> [SpecExample] {
    var examples: [SpecExample] = []
    var current: (start: Int, lines: [String])?
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line == "````example" {
        current = (index + 1, [])
      } else if line == "````", let (start, lines) = current {
        examples.append(SpecExample(file: file, line: start, lines: lines))
        current = nil
      } else {
        current?.lines.append(line)
      }
    }
    return examples
  }

  private init(file: String, line: Int, lines: [String]) {
    self.file = file
    self.line = line
    var opened: (title: String, line: Int, body: [String])?
    for (index, text) in lines.enumerated() {
      if text.hasPrefix("%% ") {
        close(opened)
        opened = (String(text.dropFirst(3)), line + index + 2, [])
      } else {
        opened?.body.append(text)
      }
    }
    close(opened)
  }

  private mutating func close(_ part: (title: String, line: Int, body: [String])?) {
    guard let part else { return }
    var body = part.body
    while body.last == "" { body.removeLast() }
    let text = body.joined(separator: "\n")
    let words = part.title.split(separator: " ", maxSplits: 1).map { String($0) }
    if words.count == 2 {
      checks.append(Check(command: words[0], argument: words[1], expected: text, line: part.line))
    } else {
      files[part.title] = text + "\n"
    }
  }
}
