package import Administration
package import Expressions
package import Instruments

/// Opening sessions and going on with them.
extension Office {
  /// What came of a wish to sit an instrument.
  package enum Seating: Sendable {
    case seated(Sitting)
    /// Another terminal is at it.
    case busy(holder: String)
    case finished(SessionRecord)
  }

  /// A wish to sit an instrument.
  package struct Wish: Sendable {
    package var instrument: CheckedInstrument
    package var occasion: Occasion
    package var respondent: Respondent
    package var today: CalendarDate?
    package var terminal: String
    package var takesOver = false
    package var again = false
    /// Fixed in rehearsals; drawn where nil.
    package var seed: UInt64?
    /// What is given of the inputs, as it is typed; the register gives the others.
    package var inputs: [Symbol: String] = [:]
    /// What the respondent's code opens, where they have one.
    package var grant: CodeGrant?

    package init(
      instrument: CheckedInstrument, occasion: Occasion, respondent: Respondent, today: CalendarDate?,
      terminal: String, takesOver: Bool = false, again: Bool = false, seed: UInt64? = nil
    ) {
      self.instrument = instrument
      self.occasion = occasion
      self.respondent = respondent
      self.today = today
      self.terminal = terminal
      self.takesOver = takesOver
      self.again = again
      self.seed = seed
    }
  }

  /// Seats a respondent: a new session, or the one that is open, just as it was left.
  package func seat(_ wish: Wish) throws(StoreFault) -> Seating {
    var request = OpenSession(
      school: wish.occasion.school, activity: wish.occasion.reference, schoolClass: wish.respondent.schoolClass,
      respondent: wish.grant?.respondent ?? wish.respondent.person.map { .person($0) } ?? .anonymous(draft: nil),
      about: wish.grant?.about,
      instrument: wish.instrument.hash.digest, seed: wish.seed ?? seed(),
      context: SessionContext(respondent: wish.respondent, today: wish.today, inputs: wish.inputs).bytes,
      terminal: wish.terminal, takesOver: wish.takesOver, again: wish.again)
    // A seed that was asked for is meant as it is.
    if wish.seed == nil { request.booklets = max(1, wish.instrument.delivery.form.booklets?.booklets.count ?? 1) }
    switch try store.open(request) {
    case .busy(let holder): return .busy(holder: holder)
    case .finished(let record): return .finished(record)
    case .opened(let record, let lease, let isResumed):
      // A session stays with the version that it began with, though a newer one was asked for.
      guard let instrument = try instrument(record.instrument) else {
        throw StoreFault(.reading, .damaged(record.instrument.short))
      }
      let journal = try store.journal(of: record.id) ?? Journal(session: record, events: [])
      guard let session = journal.session(of: instrument) else {
        throw StoreFault(.reading, .damaged(record.id.hex))
      }
      return .seated(
        Sitting(
          session: session, record: record, lease: lease, isResumed: isResumed && !journal.events.isEmpty,
          nextSequence: journal.events.count + 1))
    }
  }
}
