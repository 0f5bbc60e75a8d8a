import PolicyModel

extension Organisation {
  /// The organisation as its file describes it, ending with a line end.
  package var canonicalSource: String { FrontMatterPrinter.lines(self).joined(separator: "\n") + "\n" }
}
