extension UpdateReport {
  /// Whether the fork rests on the new edition, and nothing is to be mended.
  public var isFinished: Bool {
    switch outcome {
    case .current, .drafted: !diagnostics.hasErrors
    case .undecided, nil: false
    }
  }

  /// What became of the fork; nil where it was refused.
  public var sentence: String? {
    switch outcome {
    case .current(let base, let newest)? where base == newest:
      "\(policy) rests on \(base), the newest edition: there is nothing to do."
    case .current(let base, let newest)?:
      "\(policy) rests on \(base) already; \(newest) is the newest: leave --to out to take it."
    case .drafted(let path)?: "Written: \(path)"
    case .undecided(let path)?:
      "\(update?.open.count ?? 0) to decide, no draft is written: fill in \(path) and give it back with --decide"
    case nil: nil
    }
  }
}

extension [UpdateReport] {
  /// How many forks were updated, wait for decisions, or could not be read.
  public var total: String {
    var (drafted, waiting, current, refused) = (0, 0, 0, 0)
    for report in self {
      switch report.outcome {
      case .drafted?: drafted += 1
      case .undecided?: waiting += 1
      case .current?: current += 1
      case nil: refused += 1
      }
    }
    return "\(drafted) updated, \(waiting) to decide, \(current) up to date"
      + (refused > 0 ? ", \(refused) refused" : "")
  }
}
