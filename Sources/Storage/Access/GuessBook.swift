import Synchronization

/// How often wrong codes were tried, and how long the next try has to wait. In memory; what must outlive the process is
/// counted by the hour in the audit, from which a terminal's count is taken up again.
///
/// A terminal waits 1 s after its first wrong code, then 2 s, 4 s … 60 s; ten quiet minutes are forgotten. A right code
/// takes nothing away, or whoever has one could guess between. Where all terminals together try more than a hundred wrong
/// ones a minute, every try waits a second. A code is never locked: nobody can keep another out.
final class GuessBook: Sendable {
  private struct Terminal {
    var wrong = 0
    /// Monotonic milliseconds from which it may try again.
    var next: Int64 = 0
    /// When it was last wrong.
    var last: Int64 = 0
    /// A code of this terminal is being looked up.
    var isTrying = false
    /// Since when it waits for its turn while everybody is slowed.
    var asked: Int64?
  }

  private struct Notes {
    var terminals: [String: Terminal] = [:]
    /// When wrong codes were tried in the last minute, oldest first.
    var recent: [Int64] = []
  }

  static let longest: Int64 = 60_000
  static let quiet: Int64 = 600_000
  static let mostAMinute = 100
  private static let mostTerminals = 10_000

  private let notes = Mutex(Notes())

  /// Milliseconds after so many wrong codes.
  static func wait(after wrong: Int) -> Int64 {
    wrong < 1 ? 0 : wrong > 6 ? longest : min(longest, 1000 << Int64(wrong - 1))
  }

  func knows(_ terminal: String) -> Bool { notes.withLock { $0.terminals[terminal] != nil } }

  /// Takes up what the audit says of a terminal that this process has not heard of.
  func takeUp(_ terminal: String, wrong: Int, at now: Int64) {
    notes.withLock { notes in
      guard notes.terminals[terminal] == nil else { return }
      if notes.terminals.count >= Self.mostTerminals {
        notes.terminals = notes.terminals.filter { now - $0.value.last < Self.quiet && $0.value.wrong > 0 }
      }
      notes.terminals[terminal] = Terminal(wrong: wrong, next: now + Self.wait(after: wrong), last: now)
    }
  }

  /// Nil where the terminal may try now, and then `end` must follow; else the milliseconds until it may.
  func begin(_ terminal: String, at now: Int64) -> Int64? {
    notes.withLock { notes in
      var entry = notes.terminals[terminal] ?? Terminal()
      defer { notes.terminals[terminal] = entry }
      if entry.isTrying { return 1000 }
      if now - entry.last >= Self.quiet { entry.wrong = 0 }
      if entry.next > now { return entry.next - now }
      notes.recent.removeAll { now - $0 >= 60_000 }
      if notes.recent.count > Self.mostAMinute {
        let asked = entry.asked ?? now
        entry.asked = asked
        if now - asked < 1000 { return 1000 - (now - asked) }
      }
      entry.asked = nil
      entry.isTrying = true
      return nil
    }
  }

  /// The try that `begin` let in is over. Gives the milliseconds that the terminal waits now: none after a right code.
  @discardableResult
  func end(_ terminal: String, wasWrong: Bool, at now: Int64) -> Int64 {
    notes.withLock { notes in
      var entry = notes.terminals[terminal] ?? Terminal()
      defer { notes.terminals[terminal] = entry }
      entry.isTrying = false
      guard wasWrong else { return 0 }
      entry.wrong += 1
      entry.last = now
      let wait = Self.wait(after: entry.wrong)
      entry.next = now + wait
      notes.recent.append(now)
      return wait
    }
  }
}
