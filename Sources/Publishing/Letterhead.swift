import PolicyModel

/// The contacts of an organisation as the letterhead shows them.
func contactValues(_ organisation: Organisation) -> [[String: Any]] {
  organisation.contacts.map { contact in
    var value: [String: Any] = ["role": contact.role.capitalisedFirst, "reached": contact.reached]
    if contact.reached.contains("@"), !contact.reached.contains(" ") { value["isMail"] = true }
    return value
  }
}
