extension RenderedFile {
  /// The address of a picture that holds all of it, so that a page needs no other file; nil of what is no picture.
  var pictureAddress: String? {
    let endings = [
      ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp", ".svg": "svg+xml",
    ]
    return endings.first { path.lowercased().hasSuffix($0.key) }.map { "data:image/\($0.value);base64,\(bytes.base64)" }
  }
}

extension [UInt8] {
  /// As in RFC 4648: four signs for three bytes.
  fileprivate var base64: String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: count, by: 3) {
      let group = self[start..<Swift.min(start + 3, count)]
      let bits = (group + [0, 0]).prefix(3).reduce(0) { $0 << 8 | Int($1) }
      for place in 0..<4 {
        text.append(place <= group.count ? signs[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
