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
    func page(_ name: String, at path: String, html: TemplateValues, markdown: TemplateValues?, json: JSON?)
      -> [RenderedFile]
    {
      var files = json.map { [RenderedFile(path + ".json", $0.text + "\n")] } ?? []
      if formats.contains(.html) {
        files.append(templates.page(path + ".html", name + ".html", for: organisation, html))
      }
      if formats.contains(.md), let markdown {
        files.append(templates.page(path + ".md", name + ".md", for: organisation, markdown))
      }
      return files
    }
    func document(_ manuscript: Manuscript, path: String, isTemplate: Bool) -> [RenderedFile] {
      let context = DocumentContext(
        site: self, publication: publication, manuscript: manuscript, isTemplate: isTemplate,
        redline: isTemplate ? nil : redline, citations: citations)
      let shared = context.shared
      var files = page(
        "document", at: path, html: shared.joined(with: context.html), markdown: shared.joined(with: context.markdown),
        json: nil)
      if companions.contains(.duties), !isTemplate {
        let ledger = DutyLedger(manuscript.filled)
        files += page(
          "duties", at: path + "-duties", html: shared.joined(with: context.duties(ledger)), markdown: nil,
          json: ledger.json)
      }
      return files
    }
    let redline = publication.redline.map { RedlineContext($0, of: publication, in: self) }
    var files = document(publication.manuscript, path: publication.path, isTemplate: false)
    if let template = publication.template {
      files += document(template, path: publication.path + "-template", isTemplate: true)
    }
    if let redline {
      files += page(
        "redline", at: publication.changesPath, html: redline.html, markdown: redline.markdown, json: redline.json)
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
