import PolicyModel

/// What the letterhead of an organisation's page says.
///
/// - Parameter folder: where the site keeps what is the organisation's.
func letterhead(_ organisation: Organisation, folder: String) -> TemplateValues {
  [
    "organisation": .words(organisation.name.long.capitalisedFirst), "organisationFolder": .words(folder),
    "kind": .words(organisation.kind.rawValue.capitalisedFirst),
    "contacts": .list(organisation.contacts) { contact in
      let isMail = contact.reached.contains("@") && !contact.reached.contains(" ")
      return [
        "role": .words(contact.role.capitalisedFirst), "reached": .words(contact.reached), "isMail": .truth(isMail),
      ]
    },
  ]
}
