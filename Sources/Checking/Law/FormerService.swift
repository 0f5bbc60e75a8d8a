import PolicyModel

extension Check {
  static let formerService = Check(
    .formerService, .warning, "A clause names a site or service that has closed or has another name now."
  ) { text, check in
    text.formerNames(check, .services, text.register.service) { status in
      switch status {
      case .closed: "closed"
      case .renamed: "was renamed"
      case .open, .unknown: nil
      }
    }
  }
}
