package import Expressions
package import Instruments

/// A wish to begin a session, or to go on with it.
package struct OpenSession: Sendable, Hashable, Codable {
  package enum Respondent: Sendable, Hashable, Codable {
    /// A pseudonym of the register.
    case person(Symbol)
    /// Nobody that the store could name. `draft` is made from the access code, so that only who has the code finds the
    /// unfinished session again; nil where there is no code, and then nobody does.
    case anonymous(draft: Token?)
    /// The holder of an anonymous code, as `redeem` gave it: the unfinished session is encrypted under the code.
    case coded(CodedDraft)
  }

  package var school: Symbol
  /// The occasion: an activity of the plan.
  package var activity: Symbol
  package var schoolClass: Symbol?
  package var respondent: Respondent
  /// Whom or what it is about, where that is not the respondent: the teacher whose lesson is observed.
  package var about: Symbol?
  package var instrument: Digest
  package var seed: UInt64
  /// What a replay needs beside the seed: the respondent's data as they were at the start. The store doesn't read it.
  package var context: [UInt8]
  /// A stable name of the terminal: who asks again from the same one goes on without a question.
  package var terminal: String
  /// Takes the session from the terminal that holds it; a proctor confirms that.
  package var takesOver: Bool
  /// Begins a new attempt where the last one is sealed.
  package var again: Bool
  /// Where the instrument has booklets, how many: a new session gets one of those that its class had least often, which is
  /// the remainder of its seed. 1 where there are none.
  package var booklets = 1

  package init(
    school: Symbol, activity: Symbol, schoolClass: Symbol? = nil, respondent: Respondent, about: Symbol? = nil,
    instrument: Digest, seed: UInt64, context: [UInt8] = [], terminal: String, takesOver: Bool = false,
    again: Bool = false
  ) {
    self.school = school
    self.activity = activity
    self.schoolClass = schoolClass
    self.respondent = respondent
    self.about = about
    self.instrument = instrument
    self.seed = seed
    self.context = context
    self.terminal = terminal
    self.takesOver = takesOver
    self.again = again
  }
}

/// What came of the wish.
package enum Opening: Sendable, Hashable, Codable {
  /// The session is this terminal's. Where it `isResumed` its journal has events already, and it stays with the
  /// instrument that it began with, though a newer version was asked for.
  case opened(SessionRecord, Lease, isResumed: Bool)
  /// Another terminal is at it.
  case busy(holder: String)
  /// It is sealed, and no new attempt was asked for.
  case finished(SessionRecord)
}

/// The right to write into a session: every taking-over makes the older ones worthless.
package struct Lease: Sendable, Hashable, Codable {
  package var session: SessionID
  package var epoch: Int
  /// What opens the draft of an anonymous code: with it a store that starts anew goes on where it was.
  package var coded: CodedDraft?

  package init(session: SessionID, epoch: Int, coded: CodedDraft? = nil) {
    self.session = session
    self.epoch = epoch
    self.coded = coded
  }
}

/// A wish to open a sealed session again; a proctor's, named in the journal by the events that follow.
package struct Reopen: Sendable, Hashable, Codable {
  package var session: SessionID
  package var terminal: String

  package init(session: SessionID, terminal: String) {
    self.session = session
    self.terminal = terminal
  }
}
