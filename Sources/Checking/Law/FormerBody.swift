import PolicyModel

extension Check {
  static let formerBody = Check(
    .formerBody, .warning, "A clause names a body that was abolished or has another name now."
  ) { text, check in
    text.formerNames(check, .bodies, text.register.body) { status in
      switch status {
      case .abolished: "was abolished"
      case .renamed: "was renamed"
      case .current, .unknown: nil
      }
    }
  }
}
