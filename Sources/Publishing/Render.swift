import PolicyModel

extension Site {
  /// Every file of the site.
  ///
  /// - Parameters:
  ///   - templates: the shells.
  ///   - wanted: the texts whose documents are rendered; the register lists all.
  package func render(
    _ templates: Templates, documentsOf wanted: Set<Address>
  ) -> [RenderedFile] {
    publications.filter { wanted.contains($0.address) }.flatMap { documents($0, templates) }
      + overview(templates)
  }

  /// The documents of one text: as HTML, as Markdown, and as a template where it is one.
  func documents(_ publication: Publication, _ templates: Templates) -> [RenderedFile] {
    var files: [RenderedFile] = []
    let organisation = publication.address.organisation
    func add(_ policy: ResolvedPolicy, path: String, isTemplate: Bool) {
      let context = DocumentContext(
        site: self, publication: publication, policy: policy, isTemplate: isTemplate,
        hasOwnStyle: templates.hasStyle(organisation))
      if self.formats.contains(.html) {
        files.append(RenderedFile(path + ".html", templates.render("document.html", for: organisation, context.html)))
      }
      if self.formats.contains(.md) {
        files.append(RenderedFile(path + ".md", templates.render("document.md", for: organisation, context.markdown)))
      }
      guard !isTemplate else { return }
      files.append(RenderedFile(path + "-duties.json", policy.dutyJSON.text + "\n"))
      guard self.formats.contains(.html) else { return }
      files.append(
        RenderedFile(path + "-duties.html", templates.render("duties.html", for: organisation, context.duties)))
    }
    add(publication.policy, path: publication.path, isTemplate: false)
    if let template = publication.template { add(template, path: publication.path + "-template", isTemplate: true) }
    if let redline = publication.redline { files += changes(redline, of: publication, templates) }
    if let variations = publication.variations { files += statement(variations, of: publication, templates) }
    return files
  }

  /// What changed since the edition before, as a page, as Markdown and as data.
  private func changes(_ redline: Redline, of publication: Publication, _ templates: Templates) -> [RenderedFile] {
    let (path, organisation) = (publication.changesPath, publication.address.organisation)
    let context = RedlineContext(redline, of: publication, in: self)
    var files = [RenderedFile(path + ".json", redline.json.text + "\n")]
    if formats.contains(.html) {
      var values = context.html
      values["root"] = "../../"
      values["hasOwnStyle"] = templates.hasStyle(organisation)
      files.append(RenderedFile(path + ".html", templates.render("redline.html", for: organisation, values)))
    }
    if formats.contains(.md) {
      files.append(RenderedFile(path + ".md", templates.render("redline.md", for: organisation, context.markdown)))
    }
    return files
  }

  /// What a fork says otherwise than its base, as a page, as Markdown and as data.
  private func statement(
    _ variations: Variations, of publication: Publication, _ templates: Templates
  ) -> [RenderedFile] {
    let (path, organisation) = (publication.variationsPath, publication.address.organisation)
    let context = VariationsContext(variations, of: publication, in: self)
    var files = [RenderedFile(path + ".json", context.json.text + "\n")]
    if formats.contains(.html) {
      var values = context.html
      values["root"] = "../../"
      values["hasOwnStyle"] = templates.hasStyle(organisation)
      files.append(RenderedFile(path + ".html", templates.render("variations.html", for: organisation, values)))
    }
    if formats.contains(.md) {
      files.append(RenderedFile(path + ".md", templates.render("variations.md", for: organisation, context.markdown)))
    }
    return files
  }

  /// Who adopted a policy, as a page, as data and as a picture.
  private func files(
    of adoption: Adoption, among adopted: Set<Address>, _ templates: Templates
  ) -> [RenderedFile] {
    let organisation = adoption.publication.address.organisation
    var page = AdoptionContext(adoption, in: self, adopted: adopted).html
    page["hasOwnStyle"] = templates.hasStyle(organisation)
    return [
      RenderedFile(adoption.path + ".html", templates.render("adoption.html", for: organisation, page)),
      RenderedFile(adoption.path + ".json", adoption.json(asAt: asAt).text + "\n"),
      RenderedFile(adoption.path + ".svg", AdoptionPicture(adoption).svg),
    ]
  }

  /// The register of policies, a page for each policy, organisation and shared subject, the data and the picture.
  func overview(_ templates: Templates) -> [RenderedFile] {
    let context = OverviewContext(self)
    let organisations = Set(publications.map(\.address.organisation))
    var files = templates.assets(for: organisations)
    files.append(RenderedFile("index.html", templates.render("index.html", for: nil, context.index)))
    for organisation in organisations.sorted() {
      files.append(
        RenderedFile(
          "\(organisation)/index.html",
          templates.render("organisation.html", for: organisation, context.organisation(organisation, templates))))
    }
    for publication in current {
      let address = publication.address
      files.append(
        RenderedFile(
          "\(address.organisation)/\(address.policy)/index.html",
          templates.render("policy.html", for: address.organisation, context.policy(publication, templates))))
    }
    for subject in context.subjects {
      let concordance = Concordance(subject, register: register)
      let page = ConcordanceContext(site: self, concordance: concordance).html
      files.append(RenderedFile(subject.path + ".html", templates.render("concordance.html", for: nil, page)))
      files.append(RenderedFile(subject.path + ".json", concordance.json.text + "\n"))
    }
    let adoptions = adoptions
    let adopted = Set(adoptions.map(\.publication.address.policyAddress))
    for adoption in adoptions { files += self.files(of: adoption, among: adopted, templates) }
    files += registerPages(templates)
    let reviews = self.reviews
    files.append(
      RenderedFile("reviews.html", templates.render("reviews.html", for: nil, ReviewsContext(reviews, in: self).html)))
    files.append(RenderedFile("reviews.ics", reviews.calendar))
    files.append(RenderedFile("editions.atom", EditionFeed(self).atom))
    files.append(RenderedFile("policies.json", context.json.text + "\n"))
    files.append(RenderedFile("inheritance.svg", InheritancePicture(self).svg))
    return files
  }
}
