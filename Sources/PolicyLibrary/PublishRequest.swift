import PolicyModel
import Publishing

/// What publishing asks for.
public struct PublishRequest: Sendable {
  /// What documents are published as.
  public typealias Format = Publishing.Format
  /// What is published beside a document.
  public typealias Companion = Publishing.Companion

  /// The texts wanted; all of them where none is named.
  public var addresses: [Address]
  /// What each document is published as; everything there is, unless told.
  public var formats: Set<Format>
  /// What is published beside each document; everything there is, unless told.
  public var companions: Set<Companion>
  /// Whether drafts are published beside editions.
  public var includesDrafts: Bool
  /// The day by which reviews are due; the newest in the ledgers where none is given.
  public var asAt: PartialDate?
  /// Which part of the policies is published, without the pages around the documents; all of it where nil.
  public var shard: Shard?
  /// Folders into which parts were published, absolute; what they hold is taken over from there.
  public var parts: [String]

  public init(
    addresses: [Address] = [], formats: Set<Format> = Set(Format.allCases),
    companions: Set<Companion> = Set(Companion.allCases), includesDrafts: Bool = false, asAt: PartialDate? = nil,
    shard: Shard? = nil, parts: [String] = []
  ) {
    self.addresses = addresses
    self.formats = formats
    self.companions = companions
    self.includesDrafts = includesDrafts
    self.asAt = asAt
    self.shard = shard
    self.parts = parts
  }

  /// One of several parts of about the same size that together hold every policy once.
  public struct Shard: Hashable, Sendable {
    /// From 1 to the count.
    public let number: Int
    /// How many parts there are, from 1.
    public let count: Int

    /// Reads `2/8`; nil for anything that is no part of a whole.
    public init?(_ text: String) {
      let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let number = numbers[0], let count = numbers[1], number > 0, number <= count else {
        return nil
      }
      self.number = number
      self.count = count
    }

    func part<Element>(of all: [Element]) -> [Element] {
      all.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
    }
  }

  /// What of it is seen in every document.
  var common: [String] {
    [manner, addresses.filter { $0.choice == .draft }.map(\.description).sorted().joined(separator: ",")]
  }

  /// How it is published, whatever it is: `html,md changes,duties false`.
  var manner: String {
    [
      formats.map(\.rawValue).sorted().joined(separator: ","),
      companions.map(\.rawValue).sorted().joined(separator: ","), "\(includesDrafts)",
    ].joined(separator: " ")
  }

  /// Everything that there is, published in a manner.
  init?(manner: String) {
    let words = manner.split(separator: " ", omittingEmptySubsequences: false).map { $0.split(separator: ",") }
    guard words.count == 3 else { return nil }
    self.init(
      formats: Set(words[0].compactMap { Format(rawValue: String($0)) }),
      companions: Set(words[1].compactMap { Companion(rawValue: String($0)) }), includesDrafts: words[2] == ["true"])
  }
}

/// What publishing did.
public struct PublishReport: Sendable {
  /// How many texts were published; 0 where publishing was refused.
  public var documents = 0
  /// How many files the output holds of them, the pages around the documents included; 0 where publishing was refused.
  public var files = 0
  /// How many of the files were made anew; the others were made of the same sources before.
  public var rendered = 0
  /// The parts that held nothing made of these sources by this program, so that all of theirs was made anew.
  public var uselessParts: [String] = []
  /// Every problem met, each once; a single error keeps all from being published.
  public var diagnostics: [Diagnostic] = []

  /// Whether the output was left as it was because of errors.
  public var isRefused: Bool { diagnostics.hasErrors }
}
