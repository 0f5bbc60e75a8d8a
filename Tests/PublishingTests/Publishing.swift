import Foundation
import PolicyModel
import Publishing

/// Every file of a site, by its path.
///
/// - Parameter documents: whether the documents of the texts are among them.
func published(
  _ publications: [Publication], register: Register = Register(), asAt date: Int, formats: Set<Format> = [.html, .md],
  organisations: [String: Organisation] = [:], documents: Bool = true
) -> [String: String] {
  let addresses = publications.map(\.address)
  let site = Site(
    addresses: Set(addresses), register: register, asAt: PartialDate(year: date)!, formats: formats)
  let texts = Dictionary(uniqueKeysWithValues: zip(addresses, publications.map(\.manuscript.filled)))
  let overview = Overview(
    publications.map { Listing($0, citing: site.citations(in: $0.manuscript)) }, in: site, .ofTheProject
  ) {
    organisations[$0]
  } text: {
    texts[$0]
  }
  let files =
    (documents
      ? publications.flatMap { site.documents($0, citing: site.citations(in: $0.manuscript), .ofTheProject) } : [])
    + overview.pages.flatMap { $0.render() }
  return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
}
