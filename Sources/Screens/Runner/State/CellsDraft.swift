import Administration
import Instruments

/// A timed grid while a child reads it: where the pointer is, what is wrong so far, and how the clock stands.
struct CellsDraft: Sendable, Hashable {
  enum Phase: Sendable, Hashable {
    /// The child hasn't begun.
    case ready
    case running(since: Instant)
    /// The time is over; how far the child came isn't said yet.
    case timeOver
    /// `last` from 1; whole seconds that were left.
    case done(last: Int, left: Int)
  }

  var phase = Phase.ready
  /// From 0.
  var cursor = 0
  /// From 1.
  var wrong: Set<Int> = []

  init() {}

  init(_ result: TimedGridResult) {
    phase = .done(last: result.last, left: result.left)
    cursor = max(0, result.last - 1)
    wrong = Set(result.wrong)
  }

  /// What would be stored; nil while the last cell isn't known.
  var result: TimedGridResult? {
    guard case .done(let last, let left) = phase else { return nil }
    return TimedGridResult(last: last, wrong: wrong.filter { $0 <= last }.sorted(), left: left)
  }

  /// Milliseconds left at `now`; nil while no clock runs.
  func timeLeft(of form: TimedGridForm, at now: Instant) -> Int64? {
    guard case .running(let since) = phase else { return nil }
    return max(0, form.time - (now.milliseconds - since.milliseconds))
  }

  /// Sets the last cell that was tried, and stops the clock.
  mutating func finish(at last: Int, _ form: TimedGridForm, now: Instant) {
    let left =
      switch phase {
      case .ready, .timeOver: 0
      // To the nearest second.
      case .running: Int(((timeLeft(of: form, at: now) ?? 0) + 500) / 1_000)
      case .done(_, let left): left
      }
    phase = .done(last: last, left: min(left, form.seconds))
  }

  /// The first cells, as many as the form says, are wrong one and all: nobody is kept at what he can't read.
  func isHopeless(_ form: TimedGridForm) -> Bool {
    guard let limit = form.stopAfterWrong, limit > 0 else { return false }
    return (1...limit).allSatisfy(wrong.contains)
  }
}
