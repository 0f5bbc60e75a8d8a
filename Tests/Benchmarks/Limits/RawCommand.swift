import ArgumentParser
import CMarkGFM
import Foundation

/// The limit: the published Markdown of every fork, parsed, rendered and written by libcmark-gfm in one thread.
struct RawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "raw", abstract: "Renders the published Markdown of every fork with libcmark-gfm alone.")

  @Argument(help: "A published site.") var site: String
  @Argument(help: "Where to write.") var output: String

  func run() throws {
    let files = FileManager.default
    let schools = try files.contentsOfDirectory(atPath: site).filter { $0.hasPrefix("school-") }.sorted()
    for school in schools {
      try files.createDirectory(atPath: "\(output)/\(school)", withIntermediateDirectories: true)
    }
    cmark_gfm_core_extensions_ensure_registered()
    let table = cmark_find_syntax_extension("table")
    var figures = Figures()
    figures["processor"] = processorTime {
      for school in schools {
        let markdown = read("\(site)/\(school)/\(County.policy)/draft.md")
        let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
        cmark_parser_attach_syntax_extension(parser, table)
        markdown.withUnsafeBytes { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        let root = cmark_parser_finish(parser)
        let html = cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser))!
        markdown.withUnsafeBytes { write($0, "\(output)/\(school)/draft.md") }
        write(UnsafeRawBufferPointer(start: html, count: strlen(html)), "\(output)/\(school)/draft.html")
        free(html)
        cmark_node_free(root)
        cmark_parser_free(parser)
      }
    }
    figures["forks"] = Double(schools.count)
    figures.show()
  }

  private func read(_ path: String) -> [CChar] {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var status = stat()
    fstat(file, &status)
    return [CChar](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, _ path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    defer { close(file) }
    precondition(Glibc.write(file, bytes.baseAddress, bytes.count) == bytes.count, "\(path) cannot be written")
  }
}
