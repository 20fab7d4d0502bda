package import Expressions
package import Instruments

/// A session as the store knows it.
package struct SessionRecord: Sendable, Hashable, Codable {
  package enum State: String, Sendable, Hashable, Codable, CaseIterable { case open, sealed }

  package var id: SessionID
  package var school: Symbol
  package var activity: Symbol
  package var schoolClass: Symbol?
  /// The pseudonym; nil in an anonymous session.
  package var person: Symbol?
  package var about: Symbol?
  /// The version that the session began with and stays with.
  package var instrument: Digest
  package var seed: UInt64
  package var context: [UInt8]
  /// From 1.
  package var attempt: Int
  package var state: State
  /// The number that the next event must have, from 1.
  package var nextSequence: Int
  /// The chain's last link.
  package var head: Digest
  /// Milliseconds since 1970 of the opening; nil in an anonymous session.
  package var opened: Int64?
  /// Milliseconds since 1970 of the sealing.
  package var sealed: Int64?

  package init(
    id: SessionID, school: Symbol, activity: Symbol, schoolClass: Symbol?, person: Symbol?, about: Symbol?,
    instrument: Digest, seed: UInt64, context: [UInt8], attempt: Int, state: State, nextSequence: Int, head: Digest,
    opened: Int64?, sealed: Int64?
  ) {
    self.id = id
    self.school = school
    self.activity = activity
    self.schoolClass = schoolClass
    self.person = person
    self.about = about
    self.instrument = instrument
    self.seed = seed
    self.context = context
    self.attempt = attempt
    self.state = state
    self.nextSequence = nextSequence
    self.head = head
    self.opened = opened
    self.sealed = sealed
  }
}

/// A session with what happened in it.
package struct Journal: Sendable, Hashable, Codable {
  package var session: SessionRecord
  package var events: [JournalEvent]

  package init(session: SessionRecord, events: [JournalEvent]) {
    self.session = session
    self.events = events
  }
}

/// One event of a journal.
package struct JournalEvent: Sendable, Hashable, Codable {
  package var event: NewEvent
  /// Milliseconds since 1970 at which the store took it; nil in an anonymous session.
  package var wall: Int64?

  package init(event: NewEvent, wall: Int64?) {
    self.event = event
    self.wall = wall
  }
}

/// Which sessions. What is nil doesn't narrow.
package struct SessionFilter: Sendable, Hashable, Codable {
  package var school: Symbol?
  package var activity: Symbol?
  package var schoolClass: Symbol?
  package var person: Symbol?
  package var instrument: Digest?
  package var state: SessionRecord.State?

  package init(
    school: Symbol? = nil, activity: Symbol? = nil, schoolClass: Symbol? = nil, person: Symbol? = nil,
    instrument: Digest? = nil, state: SessionRecord.State? = nil
  ) {
    self.school = school
    self.activity = activity
    self.schoolClass = schoolClass
    self.person = person
    self.instrument = instrument
    self.state = state
  }
}
