// What is kept between two publishings is written as it is written in sources, so that it is read by the same rules.

extension Address: Codable {
  public init(from decoder: any Decoder) throws { self = try decoder.written { Address($0) } }
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension Edition: Codable {
  public init(from decoder: any Decoder) throws { self = try decoder.written { Edition($0) } }
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension TextChoice: Codable {
  public init(from decoder: any Decoder) throws { self = try decoder.written { TextChoice($0) } }
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension Identity: Codable {
  public init(from decoder: any Decoder) throws { self = try decoder.written { Identity(String($0.dropFirst())) } }
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension PartialDate: Codable {
  public init(from decoder: any Decoder) throws { self = try decoder.written { PartialDate($0) } }
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension Period: Codable {
  public init(from decoder: any Decoder) throws { self = try decoder.written { Period($0) } }
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension Decoder {
  fileprivate func written<Value>(_ read: (String) -> Value?) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = read(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a \(Value.self)")
    }
    return value
  }
}

extension Encoder {
  fileprivate func write(_ value: some CustomStringConvertible) throws {
    var container = singleValueContainer()
    try container.encode(value.description)
  }
}
