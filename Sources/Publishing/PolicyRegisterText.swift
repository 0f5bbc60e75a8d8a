import PolicyModel

extension PolicyRegister {
  /// The register for a terminal, without a final line end.
  package var terminalText: String {
    let head = wrapped("As at \(asAt.words): \(summary)", first: "", rest: "", width: terminalWidth)
    guard !policies.isEmpty else { return head.joined(separator: "\n") }
    let rows = policies.map { policy in
      [
        // In capitals, so that it stands out without colour.
        policy.state == .overdue ? "OVERDUE" : policy.state.rawValue,
        policy.nextReview?.description ?? notRecorded, policy.approval?.on?.description ?? notRecorded,
      ]
    }
    let names = ["State", "Next review", "Approved"]
    let widths = names.indices.map { index in ([names] + rows).map { $0[index].count }.max()! + 2 }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).map { $0.padded(to: $1) }.joined()
    }
    let indent = widths.reduce(0, +)
    let lines = zip(policies, rows).flatMap { policy, cells in
      let pieces = policy.address.pieces(width: terminalWidth - indent)
      return zip(pieces.indices, pieces).map { (line($0 == 0 ? cells : ["", "", ""]) + $1) }
    }
    return (head + ["", line(names) + "Policy"] + lines).joined(separator: "\n")
  }

  /// The register for programs.
  package var json: JSON {
    .list(
      policies.map { policy in
        .object([
          "address": .text(policy.address.description),
          "title": .text(policy.title),
          "organisation": .text(policy.organisation.capitalisedFirst),
          "approvedBy": JSON(policy.approval?.body),
          "approvedOn": JSON(policy.approval?.on?.description),
          "nextReview": JSON(policy.nextReview?.description),
          "state": .text(policy.state.rawValue),
        ])
      })
  }

  /// The register for spreadsheets: RFC 4180, with a head line.
  package var csv: String {
    let head = ["address", "title", "organisation", "approvedBy", "approvedOn", "nextReview", "state"]
    let rows = policies.map { policy in
      [
        policy.address.description, policy.title, policy.organisation.capitalisedFirst, policy.approval?.body ?? "",
        policy.approval?.on?.description ?? "", policy.nextReview?.description ?? "", policy.state.rawValue,
      ]
    }
    return ([head] + rows).map { $0.map(\.csvField).joined(separator: ",") + "\r\n" }.joined()
  }
}

extension Address {
  /// Itself in pieces that fit a width, broken behind the organisation first.
  fileprivate func pieces(width: Int) -> [String] {
    guard description.count > width else { return [description] }
    let rest = description.dropFirst(organisation.count + 1)
    return [organisation[...] + "/", rest].flatMap { piece in
      stride(from: 0, to: piece.count, by: width).map { String(piece.dropFirst($0).prefix(width)) }
    }
  }
}

extension String {
  /// A field of a CSV file that no spreadsheet takes for a formula.
  fileprivate var csvField: String {
    let first = unicodeScalars.first { !$0.properties.isWhitespace || "\t\r\n".unicodeScalars.contains($0) }
    let safe = first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } == true ? "'" + self : self
    guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
    return "\"\(safe.replacing("\"", with: "\"\""))\""
  }
}
