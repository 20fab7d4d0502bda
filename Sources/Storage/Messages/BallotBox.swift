package import Expressions
package import Instruments

/// Which box of anonymous answers.
package struct BallotFilter: Sendable, Hashable, Codable {
  package var school: Symbol
  package var activity: Symbol
  package var instrument: Digest

  package init(school: Symbol, activity: Symbol, instrument: Digest) {
    self.school = school
    self.activity = activity
    self.instrument = instrument
  }
}

/// Anonymous answers that were released, in the order of their random ids, and how many still wait for a full batch.
package struct BallotBox: Sendable, Hashable, Codable {
  package var released: [Ballot]
  package var waiting: Int

  package init(released: [Ballot], waiting: Int) {
    self.released = released
    self.waiting = waiting
  }

  /// How many must wait before any is released.
  package static let batch = 5
}

/// The record and the scores of one anonymous session. Nothing in it says whose, when or from where.
package struct Ballot: Sendable, Hashable, Codable {
  package var id: Token
  package var schoolClass: Symbol?
  package var about: Symbol?
  package var answers: [NamedValue]
  package var lines: [ScoreLine]

  package init(id: Token, schoolClass: Symbol?, about: Symbol?, answers: [NamedValue], lines: [ScoreLine]) {
    self.id = id
    self.schoolClass = schoolClass
    self.about = about
    self.answers = answers
    self.lines = lines
  }
}
