extension String {
  /// The HTML of a page as a part of another one, its anchors apart from those of the other parts.
  ///
  /// - Parameters:
  ///   - part: what stands before each of its anchors.
  ///   - document: a page that is a part of the same one, whose anchors stay as they are: `draft.html`.
  func anchored(_ part: String, besides document: String? = nil) -> String {
    // In words, quotation marks are escaped: these stand in tags alone.
    let html = [" id=\"", " for=\"", " aria-labelledby=\"", " href=\"#"].reduce(self) { html, attribute in
      html.replacing(attribute, with: attribute + part)
    }
    return document.map { html.replacing(" href=\"\($0)#", with: " href=\"#") } ?? html
  }

  /// The HTML with its headings one level deeper.
  var oneLevelDeeper: String {
    (2...5).reversed().reduce(self) { html, level in
      html.replacing("<h\(level)", with: "<h\(level + 1)").replacing("</h\(level)>", with: "</h\(level + 1)>")
    }
  }

  /// The Markdown with its headings one level deeper.
  var oneMarkdownLevelDeeper: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("#") && !$0.hasPrefix("######") ? "#" + $0 : String($0) }.joined(separator: "\n")
  }
}
