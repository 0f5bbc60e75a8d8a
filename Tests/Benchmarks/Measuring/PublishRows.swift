import Foundation

/// What publishing costs beside the limit.
struct PublishRows {
  let publisher: Publisher
  let scratch: URL
  let repetitions: Int

  private(set) var raw: [Double] = []
  private(set) var documents: [ChildProcess.Cost] = []
  private(set) var everything: [ChildProcess.Cost] = []
  private(set) var oneCore: [ChildProcess.Cost] = []
  private(set) var twoCores: [ChildProcess.Cost] = []

  private let hasTwoCores = ProcessInfo.processInfo.activeProcessorCount > 1

  /// Takes the figures in turn, so that what else the machine does falls on all of them.
  init(_ publisher: Publisher, in scratch: URL, repetitions: Int) throws {
    self.publisher = publisher
    self.scratch = scratch
    self.repetitions = repetitions
    for _ in 0..<repetitions {
      everything.append(try publisher.whole(.everything))
      for _ in 0..<PublishRows.rounds {
        documents.append(try publisher.whole())
        raw.append(try PublishRows.raw(of: publisher, in: scratch))
        guard hasTwoCores else { continue }
        oneCore.append(try publisher.whole(cores: 1))
        twoCores.append(try publisher.whole(cores: 2))
      }
    }
  }

  /// How often what takes about a second is taken in each repetition: the machine may change its pace from one to the next.
  private static let rounds = 3

  /// Processor seconds of libcmark-gfm for all documents of the forks.
  private static func raw(of publisher: Publisher, in scratch: URL) throws -> Double {
    let output = scratch.appendingPathComponent("raw")
    defer { try? FileManager.default.removeItem(at: output) }
    let site = publisher.workspace.appendingPathComponent("Output").path
    let figures = try Figures(of: ["raw", site, output.path])
    guard figures["forks"] == Double(publisher.forks) else {
      throw ChildProcess.Failure(description: "\(site) does not hold a document of each of \(publisher.forks) forks")
    }
    return figures["processor"]
  }

  var rows: [Row] {
    let forks = Double(publisher.forks)
    let only = publisher.canPublishDocumentsOnly ? "" : " (not to be had alone yet)"
    let speedUp = hasTwoCores ? oneCore.map(\.wall).ratio(to: twoCores.map(\.wall)) : nil
    return [
      .figure("raw: libcmark-gfm alone, for one fork", raw.median / forks * 1000, "ms"),
      .times(
        "publish documents and index\(only), processor time", documents.map(\.processor).ratio(to: raw), of: "raw",
        atMost: 1.5),
      .times("publish everything, processor time", everything.processor / raw.median, of: "raw"),
      Row(
        what: "publish on 2 cores, wall time",
        measured: speedUp.map { "\($0.shown) times faster than on 1" } ?? "—", target: "at least 1.7 times",
        isMet: speedUp.map { $0 >= 1.7 }, ratio: speedUp.map { 1 / $0 }),
    ]
  }

  /// What publishing costs again, after nothing, one fork or the base was edited.
  func again() throws -> [Row] {
    let everything = try again(.everything)
    let documents = try again(.documents)
    var (base, raw): ([ChildProcess.Cost], [Double]) = ([], [])
    for repetition in 0..<repetitions * PublishRows.rounds {
      try publisher.editBase(isCorrected: repetition % 2 == 0)
      base.append(try publisher.again())
      raw.append(try PublishRows.raw(of: publisher, in: scratch))
    }
    return everything + documents + [
      .times(
        "publish documents and index again after editing the base, processor time",
        base.map(\.processor).ratio(to: raw), of: "raw", atMost: 1),
      .times(
        "publish documents and index again after editing the base, wall time", base.map(\.wall).ratio(to: raw),
        of: "raw", atMost: 1),
    ]
  }

  private func again(_ extent: Publisher.Extent) throws -> [Row] {
    let (what, whole) =
      extent == .everything ? ("publish everything", everything) : ("publish documents and index", documents)
    _ = try publisher.whole(extent)
    var (nothing, one): ([ChildProcess.Cost], [ChildProcess.Cost]) = ([], [])
    for _ in 0..<repetitions {
      nothing.append(try publisher.again(extent))
      try publisher.edit()
      one.append(try publisher.again(extent))
    }
    return [
      share("\(what) again after nothing", nothing, of: whole, atMost: 0.02),
      share("\(what) again after editing one fork", one, of: whole, atMost: 0.03),
    ]
  }

  private func share(
    _ what: String, _ costs: [ChildProcess.Cost], of whole: [ChildProcess.Cost], atMost limit: Double
  ) -> Row {
    let processor = costs.processor / whole.processor
    let wall = costs.wall / whole.wall
    func percent(_ share: Double) -> String { (share * 100).shown + "%" }
    return Row(
      what: what,
      measured: "\(percent(processor)) of the processor time, \(percent(wall)) of the wall time of a full one",
      target: "at most \((limit * 100).round)% of the processor time", isMet: processor <= limit, ratio: processor)
  }

  /// What ten times as many forks cost.
  func growth(to publisher: Publisher) throws -> [Row] {
    var (costs, fewer): ([ChildProcess.Cost], [ChildProcess.Cost]) = ([], [])
    for _ in 0..<repetitions {
      costs.append(try publisher.whole())
      fewer.append(try self.publisher.whole())
    }
    let peak = costs.peak
    return [
      .times(
        "publish \(publisher.forks) forks, processor time", costs.processor / fewer.processor,
        of: "that of \(self.publisher.forks)", atMost: 10.5),
      Row(
        what: "memory for \(publisher.forks) forks", measured: "\(peak.shown) MB", target: "at most 300 MB",
        isMet: peak <= 300, ratio: peak / 300),
    ]
  }
}
