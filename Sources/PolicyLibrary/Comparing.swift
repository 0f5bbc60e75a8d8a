import Amending
import PolicyModel
import Publishing

/// How a redline is printed.
public enum RedlineFormat: String, Sendable, CaseIterable {
  case text, md, html, json
}

extension Library {
  /// Compares two texts as they read.
  ///
  /// - Returns: the redline, or nil and what is wrong with the texts.
  public func compare(
    _ old: Address, _ new: Address
  ) throws(FileFailure) -> (redline: Redline?, diagnostics: [Diagnostic]) {
    let (before, after) = (try resolve(old), try resolve(new))
    // What is wrong with a base that both texts rest on is said once.
    let diagnostics = before.diagnostics + after.diagnostics.filter { !before.diagnostics.contains($0) }
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    if let text = before.resolved?.address, text == after.resolved?.address {
      return (
        nil,
        [
          Diagnostic(
            .sameText, "both names mean \(text)",
            remedy: "name two texts, such as \(old.policyAddress)@1.0 and \(old.policyAddress)@draft")
        ]
      )
    }
    return (Amending.redline(from: before, to: after), diagnostics)
  }

  /// A redline for a reader or a program, without a final line end; HTML as one page that needs no other file.
  ///
  /// - Parameter isColoured: whether text carries the colours of a terminal.
  /// - Returns: nil and what is wrong with the templates, where one is needed and cannot be used.
  public func printed(
    _ redline: Redline, as format: RedlineFormat, isColoured: Bool = false
  ) throws(FileFailure) -> (text: String?, diagnostics: [Diagnostic]) {
    switch format {
    case .text: return (redline.terminalText(isColoured: isColoured), [])
    case .json: return (redline.json.text, [])
    case .md, .html:
      let (templates, diagnostics) = try templates()
      guard !diagnostics.hasErrors else { return (nil, diagnostics) }
      return (format == .md ? templates.markdown(redline) : templates.standalone(redline), [])
    }
  }
}
