package import Expressions
import Instruments
package import Texts

/// All sessions of a room, as its proctor sees them.
package struct RoomStatus: Sendable, Hashable, Codable {
  /// By language, for whoever reads it.
  package var title: [Language: String]
  package var hasBegun: Bool
  package var places: [RoomPlace]
  /// Somebody is expected and nobody came: pseudonyms and names of the room's classes.
  package var absent: [RoomPerson]
  /// What the store couldn't do for a terminal within the last minute: a full disk, and the like.
  package var trouble: StoreFault?

  package init(title: [Language: String], hasBegun: Bool, places: [RoomPlace], absent: [RoomPerson]) {
    self.title = title
    self.hasBegun = hasBegun
    self.places = places
    self.absent = absent
  }
}

/// A session and where it is.
package struct RoomPlace: Sendable, Hashable, Codable {
  package enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// A terminal without anybody.
    case free
    case working
    case paused
    /// The terminal was left, or isn't heard of.
    case away
    case finished
    case timeUp
    case closed
    case annulled
  }

  /// Nil where nobody sits.
  package var session: SessionID?
  package var terminal: String
  /// The name; a dash for somebody unnamed.
  package var name: String
  package var schoolClass: String
  package var state: State
  package var answered: Int
  package var total: Int
  package var flagged: Int
  package var number: Int?
  /// Milliseconds since the last answer or move; nil where nothing was heard.
  package var idle: Int64?
  /// Milliseconds left; nil without a limit.
  package var left: Int64?

  package init(
    session: SessionID?, terminal: String, name: String, schoolClass: String, state: State, answered: Int = 0,
    total: Int = 0, flagged: Int = 0, number: Int? = nil, idle: Int64? = nil, left: Int64? = nil
  ) {
    self.session = session
    self.terminal = terminal
    self.name = name
    self.schoolClass = schoolClass
    self.state = state
    self.answered = answered
    self.total = total
    self.flagged = flagged
    self.number = number
    self.idle = idle
    self.left = left
  }
}

/// What a proctor decides, under a name.
package struct RoomOrder: Sendable, Hashable, Codable {
  package enum Action: Sendable, Hashable, Codable {
    /// Lets sessions begin.
    case begin
    case pause
    case goOn
    /// So many milliseconds more.
    case extend(Int64)
    case close
    case reopen
    case annul(reason: String)
    /// Lets another terminal have the session.
    case move
  }

  package var action: Action
  /// Whose; empty for all that it can be done to.
  package var sessions: [SessionID]
  /// The proctor.
  package var by: Symbol

  package init(_ action: Action, sessions: [SessionID] = [], by: Symbol) {
    self.action = action
    self.sessions = sessions
    self.by = by
  }
}

/// What came of it: how many sessions it was done to, and how many couldn't have it.
package struct RoomOutcome: Sendable, Hashable, Codable {
  package var done: Int
  package var refused: Int

  package init(done: Int, refused: Int) {
    self.done = done
    self.refused = refused
  }
}

/// What happened in a room, for its printed minutes.
package struct RoomMinutes: Sendable, Hashable, Codable {
  package struct Entry: Sendable, Hashable, Codable {
    /// Milliseconds since 1970.
    package var wall: Int64
    package var what: What
    /// Whom it was done to, by name; empty for all.
    package var whom: String
    package var terminal: String
    package var by: Symbol?

    package init(wall: Int64, what: What, whom: String, terminal: String, by: Symbol?) {
      self.wall = wall
      self.what = what
      self.whom = whom
      self.terminal = terminal
      self.by = by
    }
  }

  package enum What: Sendable, Hashable, Codable {
    case begun, resumed, left, lost, finished, timeUp
    case started, paused, continued, closed, reopened, moved
    case extended(Int64)
    case annulled(String)
    /// Somebody at a second terminal was told that the session is at this one.
    case secondTerminal
    case wrongCode
  }

  /// By language, for whoever reads it.
  package var title: [Language: String]
  package var entries: [Entry]
  package var places: [RoomPlace]

  package init(title: [Language: String], entries: [Entry], places: [RoomPlace]) {
    self.title = title
    self.entries = entries
    self.places = places
  }
}
