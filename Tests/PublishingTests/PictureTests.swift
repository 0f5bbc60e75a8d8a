import Foundation
import Testing

@testable import Publishing

/// Pictures that a page holds.
@Suite struct PictureTests {
  @Test(arguments: 0...7)
  func anAddressHoldsAllOfAPicture(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 251 &* ($0 + 1)) }
    let picture = RenderedFile(path: "county/Logo.JPG", bytes: bytes)
    #expect(picture.pictureAddress == "data:image/jpeg;base64," + Data(bytes).base64EncodedString())
  }

  @Test func onlyPicturesAreHeld() {
    #expect(RenderedFile(path: "form.js", bytes: []).pictureAddress == nil)
    #expect(RenderedFile(path: "hill/logo.svg", bytes: []).pictureAddress == "data:image/svg+xml;base64,")
  }
}
