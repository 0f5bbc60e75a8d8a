/// The mark that a picture of adoption shows for one clause of one fork: told by its shape, the colour only repeats it.
enum AdoptionMark: CaseIterable {
  case inherited, termsOnly, moved, amended, amendedAndMoved, leftOut

  init(_ treatment: Treatment) {
    self =
      switch treatment.words {
      case .inherited: treatment.isMoved ? .moved : .inherited
      case .termsOnly: treatment.isMoved ? .moved : .termsOnly
      case .amended: treatment.isMoved ? .amendedAndMoved : .amended
      case .leftOut: .leftOut
      }
  }

  /// For the key.
  var words: String {
    switch self {
    case .inherited: "inherited"
    case .termsOnly: "only terms filled in"
    case .moved: "moved, with all below it"
    case .amended: "amended"
    case .amendedAndMoved: "amended and moved"
    case .leftOut: "left out"
    }
  }

  /// The mark around a point, as path data that can follow that of other marks.
  func path(x: Int, y: Int) -> String {
    switch self {
    case .inherited: "M\(x) \(y)h0"
    case .termsOnly: "M\(x - 3) \(y)a3 3 0 1 0 6 0a3 3 0 1 0-6 0"
    case .moved: "M\(x - 5) \(y)h9m-4-4l4 4-4 4"
    case .amended: "M\(x) \(y - 5)l5 5-5 5-5-5z"
    case .amendedAndMoved: "M\(x - 3) \(y - 4)l4 4-4 4-4-4zM\(x + 2) \(y - 1)h2v-2l3 3-3 3v-2h-2z"
    case .leftOut: "M\(x - 4) \(y - 4)l8 8m0-8l-8 8"
    }
  }

  /// How its path is drawn.
  var style: String {
    switch self {
    case .inherited: "stroke=\"#66727e\" stroke-width=\"3\" stroke-linecap=\"round\""
    case .termsOnly: "fill=\"none\" stroke=\"#1d4e79\" stroke-width=\"1.5\""
    case .moved: "fill=\"none\" stroke=\"#55398b\" stroke-width=\"1.75\""
    case .amended, .amendedAndMoved: "fill=\"#86480a\""
    case .leftOut: "stroke=\"#961b1b\" stroke-width=\"2\""
    }
  }
}
