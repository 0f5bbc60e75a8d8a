import PolicyModel

extension Ledger.Record {
  /// What was decided, in words: “approved”, “deferred until 18 April 2028”.
  var decision: String {
    switch event {
    case .approved: "approved"
    case .approvedWithChanges: "approved with changes"
    case .reviewed: "reviewed, unchanged"
    case .deferred: "deferred" + (until.map { " until \($0.words)" } ?? "")
    }
  }

  /// The decision with who took it and when, as far as it is recorded: “approved by Governors on 18 April 2027”.
  var sentence: String {
    ([event == .reviewed ? "reviewed unchanged" : decision] + [body.map { "by \($0)" }, on?.phrase].compactMap { $0 })
      .joined(separator: " ")
  }
}
