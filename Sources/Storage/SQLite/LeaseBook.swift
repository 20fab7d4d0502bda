import Synchronization

/// When each session's terminal was last heard of. Only in memory: what keeps an old terminal out is the epoch, which is
/// on the disk; this only decides whether a newcomer has to ask first. A store that starts anew has heard of nobody.
///
/// What is noted here while a transaction is made holds only when it does: `keep` where it came to its end, `takeBack`
/// where it is lost. A try that failed would else have a terminal find itself at its own session.
final class LeaseBook: Sendable {
  private struct Notes {
    var seen: [SessionID: Int64] = [:]
    /// Drafts that went into the box since the store was opened, so that a submission sent twice gets its reply. On the
    /// disk nothing tells that they ever were.
    var casts: Set<SessionID> = []
    /// What stood before the notes of the transaction that is being made, in their order.
    var before: [Before] = []
  }

  private enum Before {
    case seen(SessionID, Int64?)
    case notCast(SessionID)
  }

  private let notes = Mutex(Notes())
  private let duration: Int64
  /// What opens the drafts of anonymous codes.
  let drafts = DraftKeys()

  /// `duration` in milliseconds.
  init(duration: Int64) { self.duration = duration }

  func hear(of session: SessionID, at now: Int64) { note(session, now) }

  func forget(_ session: SessionID) { note(session, nil) }

  private func note(_ session: SessionID, _ instant: Int64?) {
    notes.withLock { notes in
      notes.before.append(.seen(session, notes.seen[session]))
      notes.seen[session] = instant
    }
  }

  func isAlive(_ session: SessionID, at now: Int64) -> Bool {
    guard let last = notes.withLock({ $0.seen[session] }) else { return false }
    return now - last < duration
  }

  func cast(_ draft: SessionID) {
    notes.withLock { notes in
      if notes.casts.insert(draft).inserted { notes.before.append(.notCast(draft)) }
    }
  }

  func isCast(_ draft: SessionID) -> Bool { notes.withLock { $0.casts.contains(draft) } }

  func keep() { notes.withLock { $0.before = [] } }

  func takeBack() {
    notes.withLock { notes in
      for before in notes.before.reversed() {
        switch before {
        case .seen(let session, let instant): notes.seen[session] = instant
        case .notCast(let draft): notes.casts.remove(draft)
        }
      }
      notes.before = []
    }
  }
}
