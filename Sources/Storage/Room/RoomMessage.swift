package import Administration
package import Expressions
package import Instruments

/// What a terminal of a room may ask of the process that owns the store. Whatever it asks, no key comes back.
package enum RoomRequest: Sendable, Hashable, Codable {
  /// First of all: who calls. The same terminal that calls again goes on where it was.
  case hello(terminal: String)
  /// Those who may choose themselves from a list.
  case people
  case sit(RoomWish)
  case append(Append)
  case seal(Seal)
  /// How far the person is; asks whether others changed anything.
  case beat(RoomBeat)
  /// Whether an answer earns anything, for sections that stop after so many that don't.
  case verdict(Lease, item: Symbol, Value)
  /// What comes where the way is open.
  case choice(Lease, RoomGate)
  /// The person got up; the terminal is free.
  case leave

  // A proctor's, through a door of its own
  case status
  case order(RoomOrder)
  case minutes
}

/// What is answered: a case a request, or why not.
package enum RoomReply: Sendable, Hashable, Codable {
  case welcome(RoomWelcome)
  case people([RoomPerson])
  case seating(RoomSeating)
  case acks([Ack])
  case sealing(Sealing)
  case news(RoomNews)
  case verdict(AnswerJudge.Verdict)
  /// The event's line, as the log has it; nil where nothing can be chosen.
  case choice(String?)
  case left
  case status(RoomStatus)
  case ordered(RoomOutcome)
  case minutes(RoomMinutes)
  case fault(StoreFault)
  /// The request isn't one that this door takes, or came before `hello`.
  case refused
}

/// What a terminal shows before anybody sits down.
package struct RoomWelcome: Sendable, Hashable, Codable {
  /// How people say who they are.
  package enum Entry: String, Sendable, Hashable, Codable, CaseIterable {
    /// They choose their names.
    case names
    /// They type a code.
    case codes
    /// Nobody asks.
    case open
  }

  package var entry: Entry
  /// The instrument without keys, as XML, with the hash of the whole; nil where only the code tells which it is.
  package var form: RoomForm?

  package init(entry: Entry, form: RoomForm?) {
    self.entry = entry
    self.form = form
  }
}

/// An instrument as a terminal may have it.
package struct RoomForm: Sendable, Hashable, Codable {
  package var hash: Digest
  /// XML without anything that scores.
  package var source: String
  /// The file, beside which its pictures lie where the terminal is on the same machine; empty where there is none.
  package var file: String

  package init(hash: Digest, source: String, file: String = "") {
    self.hash = hash
    self.source = source
    self.file = file
  }
}

/// Somebody who may choose himself from a list.
package struct RoomPerson: Sendable, Hashable, Codable {
  package enum Standing: String, Sendable, Hashable, Codable { case new, begun, finished }

  package var person: Symbol
  package var name: String
  package var schoolClass: String
  package var standing: Standing

  package init(person: Symbol, name: String, schoolClass: String, standing: Standing) {
    self.person = person
    self.name = name
    self.schoolClass = schoolClass
    self.standing = standing
  }
}

/// A wish to sit down.
package struct RoomWish: Sendable, Hashable, Codable {
  package enum Who: Sendable, Hashable, Codable {
    case person(Symbol)
    case code(String)
    case nobody
  }

  package var who: Who
  /// The session is at this terminal already: it only wants to know it as others left it.
  package var isAgain: Bool

  package init(_ who: Who, isAgain: Bool = false) {
    self.who = who
    self.isAgain = isAgain
  }
}

/// What came of it.
package enum RoomSeating: Sendable, Hashable, Codable {
  case seated(RoomSeat)
  /// Another terminal is at it; a proctor can move the session.
  case busy(holder: String)
  case finished
  /// There is no such person or code here. `wait`: milliseconds before the next try.
  case unknown(wait: Int64)
  /// What was typed can't be a code: a slip of the fingers, which isn't counted.
  case mistyped
  /// Too many wrong codes: so many milliseconds before the next try.
  case wait(Int64)
  /// The code was called back.
  case revoked
  /// The code was used up.
  case spent
  /// The time of the activity isn't now: its first and last day, where the plan has any.
  case outside(from: CalendarDate?, to: CalendarDate?)
  /// The proctor hasn't begun yet.
  case notBegun
}

/// A place at a session: all that a terminal needs to go on with it.
package struct RoomSeat: Sendable, Hashable, Codable {
  package var form: RoomForm
  package var journal: Journal
  package var lease: Lease
  package var isResumed: Bool
  /// The person handed nothing in before.
  package var isFirst = true
  /// The items on whose answers the owner of the keys has a say while the session runs.
  package var judged: [Symbol]

  package init(form: RoomForm, journal: Journal, lease: Lease, isResumed: Bool, judged: [Symbol]) {
    self.form = form
    self.journal = journal
    self.lease = lease
    self.isResumed = isResumed
    self.judged = judged
  }
}

/// How far the person at a terminal is.
package struct RoomBeat: Sendable, Hashable, Codable {
  package var lease: Lease
  /// The number of the last event that the terminal knows of.
  package var sequence: Int
  package var answered: Int
  package var total: Int
  package var flagged: Int
  /// Of the question on the screen; nil at the end.
  package var number: Int?
  /// Session time in milliseconds.
  package var now: Int64

  package init(lease: Lease, sequence: Int, answered: Int, total: Int, flagged: Int, number: Int?, now: Int64) {
    self.lease = lease
    self.sequence = sequence
    self.answered = answered
    self.total = total
    self.flagged = flagged
    self.number = number
    self.now = now
  }
}

/// What a terminal hears in reply.
package enum RoomNews: String, Sendable, Hashable, Codable {
  case nothing
  /// The journal went on without it: sit down again.
  case changed
  /// The session is at another terminal now.
  case moved
}

/// Where a session's way is open, as its terminal has it.
package struct RoomGate: Sendable, Hashable, Codable {
  /// An event that isn't in the journal yet.
  package struct Entry: Sendable, Hashable, Codable {
    package var line: String
    /// Session time in milliseconds.
    package var at: Int64

    package init(line: String, at: Int64) {
      self.line = line
      self.at = at
    }
  }

  package var stop: Int
  /// How many were chosen there already.
  package var given: Int
  package var pending: [Entry]

  package init(stop: Int, given: Int, pending: [Entry]) {
    self.stop = stop
    self.given = given
    self.pending = pending
  }
}
