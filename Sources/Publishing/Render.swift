import PolicyModel
import Reading

extension Site {
  /// The documents of one text: as HTML, as Markdown, as a template where it is one, and what is published beside them.
  ///
  /// - Parameter citations: what the text cites.
  package func documents(
    _ publication: Publication, citing citations: [Citation], _ templates: Templates
  ) -> [RenderedFile] {
    let organisation = publication.address.organisation
    func page(_ name: String, at path: String, html: [String: Any], markdown: [String: Any]?, json: JSON?)
      -> [RenderedFile]
    {
      var files = json.map { [RenderedFile(path + ".json", $0.text + "\n")] } ?? []
      if formats.contains(.html) {
        let values = html.merging(["root": "../../", "hasOwnStyle": templates.hasStyle(organisation)]) { $1 }
        files.append(
          RenderedFile(path: path + ".html", bytes: templates.render(name + ".html", for: organisation, values)))
      }
      if formats.contains(.md), let markdown {
        files.append(
          RenderedFile(path: path + ".md", bytes: templates.render(name + ".md", for: organisation, markdown)))
      }
      return files
    }
    func document(_ manuscript: Manuscript, path: String, isTemplate: Bool) -> [RenderedFile] {
      let context = DocumentContext(
        site: self, publication: publication, manuscript: manuscript, isTemplate: isTemplate, citations: citations)
      return page("document", at: path, html: context.html, markdown: context.markdown, json: nil)
    }
    var files = document(publication.manuscript, path: publication.path, isTemplate: false)
    if let template = publication.template {
      files += document(template, path: publication.path + "-template", isTemplate: true)
    }
    if companions.contains(.duties) {
      let ledger = DutyLedger(publication.manuscript.filled)
      let context = DocumentContext(
        site: self, publication: publication, manuscript: publication.manuscript, isTemplate: false,
        citations: citations)
      files += page(
        "duties", at: publication.path + "-duties", html: context.duties(ledger), markdown: nil, json: ledger.json)
    }
    if let redline = publication.redline {
      let context = RedlineContext(redline, of: publication, in: self)
      files += page(
        "redline", at: publication.changesPath, html: context.html, markdown: context.markdown, json: redline.json)
    }
    if let variations = publication.variations {
      let context = VariationsContext(variations, of: publication, in: self)
      files += page(
        "variations", at: publication.variationsPath, html: context.html, markdown: context.markdown,
        json: context.json)
    }
    return files
  }
}
