import Synchronization

/// When each session's terminal was last heard of. Only in memory: what keeps an old terminal out is the epoch, which is
/// on the disk; this only decides whether a newcomer has to ask first. A store that starts anew has heard of nobody.
final class LeaseBook: Sendable {
  private let seen = Mutex<[SessionID: Int64]>([:])
  /// Drafts that went into the box since the store was opened, so that a submission sent twice gets its reply. On the disk
  /// nothing tells that they ever were.
  private let casts = Mutex<Set<SessionID>>([])
  private let duration: Int64

  /// `duration` in milliseconds.
  init(duration: Int64) { self.duration = duration }

  func hear(of session: SessionID, at now: Int64) {
    seen.withLock { $0[session] = now }
  }

  func isAlive(_ session: SessionID, at now: Int64) -> Bool {
    guard let last = seen.withLock({ $0[session] }) else { return false }
    return now - last < duration
  }

  func forget(_ session: SessionID) {
    seen.withLock { _ = $0.removeValue(forKey: session) }
  }

  func cast(_ draft: SessionID) {
    casts.withLock { _ = $0.insert(draft) }
  }

  func isCast(_ draft: SessionID) -> Bool { casts.withLock { $0.contains(draft) } }
}
