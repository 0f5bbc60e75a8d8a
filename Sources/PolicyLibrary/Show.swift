import PolicyModel
import Publishing

/// How a policy is shown.
public enum ShowFormat: String, Sendable, CaseIterable {
  case text, md, json
}

extension ResolvedPolicy {
  /// Who must do what under the policy, for a reader or a program, without a final line end.
  public func duties(as format: ShowFormat) -> String {
    switch format {
    case .text: dutyText()
    case .md: dutyMarkdown
    case .json: dutyJSON.text
    }
  }

  /// The policy for a reader or a program, without a final line end.
  ///
  /// - Parameter provenance: whether text says of each clause where it comes from; JSON always does.
  public func shown(as format: ShowFormat, provenance: Bool = false) -> String {
    switch format {
    case .text: terminalText(showsProvenance: provenance)
    case .md: markdown
    case .json: json.text
    }
  }
}
