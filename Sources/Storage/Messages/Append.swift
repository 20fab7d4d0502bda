package import Instruments

/// Events for a session's journal.
package struct Append: Sendable, Hashable, Codable {
  package var lease: Lease
  package var events: [NewEvent]

  package init(lease: Lease, events: [NewEvent]) {
    self.lease = lease
    self.events = events
  }
}

/// One event, as its terminal made it.
package struct NewEvent: Sendable, Hashable, Codable {
  /// Made where the respondent confirms, kept until the ack: the same event sent twice is stored once.
  package var key: Token
  /// Its number in the journal, from 1.
  package var sequence: Int
  package var kind: String
  package var payload: [UInt8]
  /// Milliseconds that the session had run.
  package var at: Int64

  package init(key: Token, sequence: Int, kind: String, payload: [UInt8], at: Int64) {
    self.key = key
    self.sequence = sequence
    self.kind = kind
    self.payload = payload
    self.at = at
  }
}

/// What became of one event.
package enum Ack: Sendable, Hashable, Codable {
  case stored
  /// It had come before: as good as `stored`.
  case alreadyStored
  /// The journal doesn't stand where the terminal thinks: read it again. `have` is the number of its last event.
  case staleSequence(have: Int)
  /// Another terminal took the session over: stop here.
  case staleLease(holder: String)
  /// The session is sealed.
  case closed
  /// The event is larger than 64 KB, or the journal has 100,000 of them.
  case tooMuch

  /// True where the event is in the journal.
  package var isStored: Bool { self == .stored || self == .alreadyStored }

  /// The most bytes that a payload may have.
  package static let largestPayload = 65_536
  /// The most events that a journal may have.
  package static let longestJournal = 100_000
}

/// A wish to close a journal.
package struct Seal: Sendable, Hashable, Codable {
  package var lease: Lease
  package var reason: String
  /// Events that belong to the sealing, stored with it or not at all.
  package var last: [NewEvent]

  package init(lease: Lease, reason: String, last: [NewEvent] = []) {
    self.lease = lease
    self.reason = reason
    self.last = last
  }
}

/// What came of it.
package enum Sealing: Sendable, Hashable, Codable {
  /// Closed, now or before; `head` is the chain's last link.
  case sealed(head: Digest)
  case staleLease(holder: String)
  /// An event of `last` can't be stored, for this reason; the session is as it was.
  case refused(Ack)
}
