import Administration
import Instruments

/// The countdown: warnings in time, and the end that takes what is there.
extension RunnerState {
  /// Minutes before the end at which a person is told.
  static let warnings: [Int64] = [5, 1]
  private static let minute: Int64 = 60_000

  mutating func passTime(to instant: Instant) {
    let before = now
    if practice != nil {
      uncounted = instant.milliseconds - now.milliseconds
      return
    }
    now = max(now, sessionTime(at: instant), session.state.now)
    guard session.state.phase == .running else { return }
    remindOfSamples(since: before)
    passCellsTime()
    passPartTime(since: before)
    guard let limit = session.timeLimit, let left = session.timeLeft(at: now) else { return }
    if left == 0 {
      endOfTime(limit)
      return
    }
    let leftBefore = session.timeLeft(at: before) ?? left
    for minutes in Self.warnings where leftBefore > minutes * Self.minute && left <= minutes * Self.minute {
      message = .phrase(.minutesLeft, ["n": "\(minutes)"])
      rings = true
    }
  }

  /// The session's time where the driver's clock says `instant`.
  func sessionTime(at instant: Instant) -> Instant { Instant(milliseconds: instant.milliseconds - uncounted) }

  /// Seals the session as it stands. What was chosen before the end and is an answer is still taken.
  private mutating func endOfTime(_ limit: Instant) {
    now = max(limit, session.state.now)
    confirmAllDrafts()
    lost = drafts.keys.filter { complaints[$0] != nil }.sorted()
    if record(.sealed(.timeUp)) == nil {
      mode = .finished
      message = nil
      scroll = 0
      rings = true
    }
  }

  /// Observers are reminded when the next record of a time sample is due, wherever they are.
  private mutating func remindOfSamples(since before: Instant) {
    for (slot, every) in samples where now.milliseconds / every > before.milliseconds / every {
      guard session.state.shownSlots.contains(slot) else { continue }
      message = .phrase(.sampleDue, ["n": number(ofSlot: slot).map { "\($0)" } ?? ""])
      rings = true
    }
  }

  /// Time is seen to pass.
  var showsClock: Bool {
    !isOver && practice == nil
      && (session.timeLimit != nil || !samples.isEmpty || hasPartLimits || cellsTimeLeft != nil)
  }

  /// The time samples of a form: their slots, and their intervals in milliseconds.
  static func samples(in delivery: DeliveryForm) -> [(slot: Int, every: Int64)] {
    delivery.items.compactMap { item in
      guard case .timeSample(let every, _) = item.item.kind, every > 0 else { return nil }
      return (item.slot, every)
    }
  }
}
