/// One duty in two versions.
struct ReadingComparison {
  let old: Reading
  let new: Reading
  /// What makes the new one bind more or less.
  private(set) var changes: [StrengthChange] = []
  /// What is worth knowing though it makes neither.
  private(set) var remarks: [String] = []

  init(old: Reading, new: Reading) {
    (self.old, self.new) = (old, new)
    guard let before = force(of: old, beside: new), let after = force(of: new, beside: old) else {
      if old.modal.why == new.modal.why { return }
      if new.modal.force != nil {
        remarks = ["asks something new: \(new.statement)"]
      } else {
        remarks = [new.modal.why] + (old.modal.force == nil ? [] : ["no longer asks: \(old.statement)"])
      }
      return
    }
    let limits = (
      old: old.limits.own.map { $0.reading(under: before) }, new: new.limits.own.map { $0.reading(under: after) }
    )
    // To work no more than ten hours is not to work more than ten hours.
    let isOneStance =
      before.stance == after.stance
      || before.stance != .free && after.stance != .free && isOneCap(limits.old, limits.new)
    changes = phraseChanges(from: before, to: after, isOneStance) + hedgeChanges(after)
    if new.modal.force == nil { remarks = [new.modal.why] }
    if isOneStance {
      if let (before, after) = changedExceptions { remarks.append("the exception “\(before)” became “\(after)”") }
      let measures = limitChanges(limits, after)
      changes += exceptionChanges(after) + conditionChanges(after) + measures.changes
      remarks += measures.remarks
    }
    // Who may appeal no more, or not for so long, has lost by it.
    if old.isRight, new.isRight {
      changes = changes.map { StrengthChange(direction: $0.direction.reversed, reason: $0.reason) }
    }
  }

  /// How binding one version is; beside a duty, a “may” or “can” that only tells what can happen counts as one that
  /// allows it, and so do words that free somebody of it.
  private func force(of reading: Reading, beside other: Reading) -> Duty.Force? {
    if let force = reading.modal.force { return force }
    return other.modal.force != nil && (reading.isRelease || ["may", "can"].contains(reading.modal.phrase)) ? .may : nil
  }

  // MARK: The phrase

  private func phraseChanges(
    from before: Duty.Force, to after: Duty.Force, _ isOneStance: Bool
  ) -> [StrengthChange] {
    let reason = "“\(old.modal.phrase)” became “\(new.modal.phrase)”"
    switch (before.stance, after.stance) {
    case (.asked, .forbidden) where !isOneStance, (.forbidden, .asked) where !isOneStance:
      let (asked, now) = before.stance == .asked ? ("asked", "ruled out") : ("ruled out", "asked")
      let instead = StrengthChange(direction: .stronger, reason: "\(reason): it is \(now) instead")
      // What should be done and now must not is forbidden more than it was ever asked.
      if before == .should, after == .mustNot { return [instead] }
      return [StrengthChange(direction: .weaker, reason: "\(reason): what was \(asked) is so no more"), instead]
    case _ where before.rank == after.rank: return []
    default:
      return [StrengthChange(direction: after.rank > before.rank ? .stronger : .weaker, reason: reason)]
    }
  }

  /// Whether what one version asks to be kept to is what the other forbids to go beyond.
  private func isOneCap(_ before: [Limit], _ after: [Limit]) -> Bool {
    before.contains { limit in
      limit.kind != .open && after.contains { $0.kind == limit.kind && $0.isExcess != limit.isExcess }
    }
  }

  /// What is normally so leaves room for what is not.
  private func hedgeChanges(_ force: Duty.Force) -> [StrengthChange] {
    switch (old.hedge, new.hedge) {
    case (nil, let hedge?) where force != .may:
      return [StrengthChange(direction: .weaker, reason: "“\(hedge)” was added")]
    case (let hedge?, nil) where force != .may:
      return [StrengthChange(direction: .stronger, reason: "“\(hedge)” was taken out")]
    default: return []
    }
  }

  // MARK: Exceptions

  private func exceptionChanges(_ force: Duty.Force) -> [StrengthChange] {
    // An exception loosens what is asked, and narrows what is allowed; but what is allowed without leave is allowed the more.
    func loosening(_ exception: String) -> StrengthChange.Direction {
      force == .may && !exception.hasPrefix("without") ? .stronger : .weaker
    }
    func named(_ exception: String) -> String {
      force == .may && exception.hasPrefix("without") ? "“\(exception)”" : "the exception “\(exception)”"
    }
    var changes: [StrengthChange] = []
    switch (old.modal.exception, new.modal.exception) {
    case (let before?, nil):
      changes.append(StrengthChange(direction: loosening(before).reversed, reason: "\(named(before)) was taken out"))
    case (nil, let after?):
      changes.append(StrengthChange(direction: loosening(after), reason: "\(named(after)) was added"))
    default: break
    }
    guard force == .may else { return changes }
    switch (old.restriction, new.restriction) {
    case (let before?, nil):
      changes.append(StrengthChange(direction: .weaker, reason: "the limit “\(before)” was taken out"))
    case (nil, let after?):
      changes.append(StrengthChange(direction: .stronger, reason: "the limit “\(after)” was added"))
    default: break
    }
    return changes
  }

  private var changedExceptions: (String, String)? {
    guard let before = old.modal.exception, let after = new.modal.exception, before != after else { return nil }
    return (before, after)
  }

  // MARK: Conditions

  /// A condition narrows what is asked, and what is allowed.
  private func conditionChanges(_ force: Duty.Force) -> [StrengthChange] {
    let narrowing: StrengthChange.Direction = force == .may ? .stronger : .weaker
    switch (old.suppositions.first, new.suppositions.first) {
    case (nil, let condition?):
      return [StrengthChange(direction: narrowing, reason: "the condition “\(condition)” was added")]
    case (let condition?, nil):
      return [StrengthChange(direction: narrowing.reversed, reason: "the condition “\(condition)” was taken out")]
    default: return []
    }
  }

  // MARK: Measures

  /// What became of the measures that tell when or of whom it holds.
  private var otherRemarks: [String] {
    let (others, newOthers) = (old.limits.others, new.limits.others)
    let gone = others.filter { limit in !newOthers.contains { $0.isSame(as: limit) } }.map { "“\($0.words)”" }
    let come = newOthers.filter { limit in !others.contains { $0.isSame(as: limit) } }.map { "“\($0.words)”" }
    let changes =
      zip(gone, come).map { "\($0) became \($1)" } + gone.dropFirst(come.count).map { "\($0) was taken out" }
      + come.dropFirst(gone.count).map { "\($0) was added" }
    return changes.map { $0 + ", which tells when or of whom it holds" }
  }

  private func limitChanges(
    _ limits: (old: [Limit], new: [Limit]), _ force: Duty.Force
  ) -> (changes: [StrengthChange], remarks: [String]) {
    let before = limits.old.filter { limit in !limits.new.contains { $0.isSame(as: limit) } }
    var after = limits.new.filter { limit in !limits.old.contains { $0.isSame(as: limit) } }
    var changes: [StrengthChange] = []
    var remarks = otherRemarks
    func tell(_ direction: StrengthChange.Direction?, _ reason: String) {
      if let direction {
        changes.append(StrengthChange(direction: direction, reason: reason))
      } else {
        remarks.append(reason)
      }
    }
    for limit in before {
      let place =
        after.firstIndex { $0.kind == limit.kind && $0.noun == limit.noun } ?? after.firstIndex { $0.isLike(limit) }
      guard let place else {
        let isLoss = new.unmeasured(as: limit).isSubset(of: old.unmeasured(as: limit))
        tell(isLoss ? limit.addition(to: force, beside: limits.new)?.reversed : nil, "“\(limit.words)” was taken out")
        continue
      }
      let now = after.remove(at: place)
      let reason = "“\(limit.words)” became “\(now.words)”"
      let isClear = !limit.isDeadline || old.unmeasured(as: limit) == new.unmeasured(as: limit)
      if let isTighter = isClear ? now.isTighter(than: limit, allowing: force == .may) : nil {
        tell(isTighter ? .stronger : .weaker, reason)
      } else {
        tell(nil, limit.isDeadline ? "\(reason): which of them is sooner depends on the case" : reason)
      }
    }
    for limit in after {
      let isGain = old.unmeasured(as: limit).isSubset(of: new.unmeasured(as: limit))
      tell(isGain ? limit.addition(to: force, beside: limits.old) : nil, "“\(limit.words)” was added")
    }
    return (changes, remarks)
  }
}

extension Limit {
  /// What it is in a sentence of some force.
  fileprivate func reading(under force: Duty.Force) -> Limit {
    var limit = self
    switch (kind, force.stance) {
    case (.threshold, _): break
    case (_, .asked) where isExcess, (_, .free) where isExcess: limit.kind = .open
    // To be told what must not be done at once or every week binds neither more nor less.
    case (_, .forbidden) where !isExcess && !isAmount: limit.kind = .open
    case (.lasting, .free): limit.kind = .upTo
    case (.lasting, _): limit.kind = .atLeast
    default: break
    }
    return limit
  }

  /// Whether the one can stand in the place of the other.
  fileprivate func isLike(_ other: Limit) -> Bool {
    kind == other.kind || isDeadline && other.isDeadline
      || isAmount && other.isAmount && isOfTime == other.isOfTime
  }

  /// What adding it to other measures makes of what is asked, forbidden or allowed; nil where that cannot be said.
  fileprivate func addition(to force: Duty.Force, beside others: [Limit]) -> StrengthChange.Direction? {
    switch kind {
    case .open: nil
    case .threshold: force == .may ? .stronger : .weaker
    // A first bound leaves free what is within it; one more may forbid what the first left free.
    case _ where force.stance == .forbidden: others.isEmpty ? .weaker : nil
    default: .stronger
    }
  }

  /// Whether it asks more than another of its kind, or allows less; nil where that cannot be said.
  func isTighter(than other: Limit, allowing: Bool) -> Bool? {
    guard kind == other.kind, isOfTime == other.isOfTime, value != other.value else { return nil }
    switch kind {
    case .day:
      // By the end of January is sooner than by the end of December, or later.
      return value.flatMap { value in other.value.flatMap { abs(value - $0) > 186 ? nil : value < $0 } }
    case .deadline, .clock, .date:
      if isAtOnce || other.isAtOnce { return isAtOnce }
      return value.flatMap { value in other.value.map { value < $0 } }
    case .frequency:
      // “regularly” leaves open what “monthly” settles.
      guard let value else { return allowing }
      guard let before = other.value else { return !allowing }
      return (value > before) != allowing
    case .atLeast: return value.flatMap { value in other.value.map { value > $0 } }
    case .upTo: return value.flatMap { value in other.value.map { (value > $0) != allowing } }
    case .threshold: return value.flatMap { value in other.value.map { (value < $0) != allowing } }
    case .atMost: return value.flatMap { value in other.value.map { value < $0 } }
    case .lasting, .open: return nil
    }
  }
}

extension Duty.Force {
  enum Stance { case asked, forbidden, free }

  var stance: Stance {
    switch self {
    case .must, .should: .asked
    case .mustNot, .shouldNot: .forbidden
    case .may: .free
    }
  }

  var rank: Int {
    switch self {
    case .may: 0
    case .should, .shouldNot: 1
    case .must, .mustNot: 2
    }
  }
}

extension Reading {
  /// Words of time, or figures, that belong to no measure that was understood, and can stand for one like another.
  fileprivate func unmeasured(as limit: Limit) -> Set<String> {
    scope.unmeasured(besides: limits.own + limits.others, ofTime: limit.isOfTime)
  }

  /// The conditions behind “if”, but for those of an exception or a limit on leave: if possible, only if.
  fileprivate var suppositions: [String] {
    let limit = modal.force == .may ? restriction : nil
    let elsewhere = [modal.exception, limit].compactMap { $0?.lowercased() }
    return scope.conditions.map { $0.prefix(1).lowercased() + $0.dropFirst() }.filter { condition in
      ["if ", "provided ", "providing "].contains(where: condition.hasPrefix)
        && !elsewhere.contains { $0.contains(condition.lowercased()) }
    }
  }

  /// The adverb behind the phrase that makes a rule of it with exceptions: must not *normally*.
  fileprivate var hedge: String? {
    words(of: wording.action).prefix { $0.traits.contains(.adverb) }.first { Verbs.guesses.contains($0.core) }?.core
  }

  /// The words from “only” on that narrow what is allowed, or those before it.
  fileprivate var restriction: String? {
    if let bearer = modal.bearer, bearer.hasPrefix("Only ") || bearer.hasPrefix("only ") {
      return "only" + bearer.dropFirst(4)
    }
    let places = scope.indices.filter { $0 >= phrase.lowerBound && $0 < max(end, phrase.upperBound) }
    guard let only = places.first(where: { scope[$0].core == "only" }) else { return nil }
    let stop = (only..<places.last! + 1).first { scope[$0].mark != nil } ?? places.last!
    return scope[only...stop].text
  }
}
