import PolicyModel

/// Reads `organisation.yaml`.
package func parseOrganisation(_ bytes: [UInt8], path: String) -> Sourced<Organisation> {
  parseYAML(bytes, path: path) { reader, root in reader.organisation(root) }
}
