import Administration
import Datasets
import Diagnostics
import Expressions
import Instruments
import Monitoring
import Scoring
import Screens
import Storage
import TerminalUI
import Texts

/// Conducts sessions of one instrument: seats people, keeps what they answer, scores it, and sees what it changed.
struct Conduct {
  let office: Office
  let instrument: CheckedInstrument
  let today: CalendarDate
  /// What this terminal is called in the store.
  let terminal: String
  let language: Language

  /// A scored session with the school's board before and after it.
  struct Result {
    var session: Session
    var sheet: ScoreSheet
    var before: Board
    var after: Board
  }

  var occasion: Occasion {
    let form = instrument.delivery.form
    return Occasion(of: "\(form.id)/\(form.version)", on: today, in: office.plan)
  }

  /// The milliseconds of a clock that doesn't stand still while the machine sleeps.
  static func clock() -> Int64 { StoreEnvironment.system(folder: "").monotonic() }

  /// Seats somebody, or says why not.
  func seat(
    _ respondent: Respondent, takesOver: Bool = false, again: Bool = false, seed: UInt64? = nil,
    inputs: [Symbol: String] = [:]
  ) throws -> Office.Seating {
    var wish = Office.Wish(
      instrument: instrument, occasion: occasion, respondent: respondent, today: today, terminal: terminal,
      takesOver: takesOver, again: again, seed: seed)
    wish.inputs = inputs
    return try reportingFaults(in: language) { try office.seat(wish) }
  }

  /// Seats somebody who is known to have a seat, or fails with the words for why not.
  func seated(
    _ respondent: Respondent, takesOver: Bool, again: Bool, inputs: [Symbol: String] = [:]
  ) throws -> Sitting {
    switch try seat(respondent, takesOver: takesOver, again: again, inputs: inputs) {
    case .seated(let sitting): return sitting
    case .busy(let holder): throw Failure(.busyElsewhere, found: holder, in: language)
    case .finished: throw Failure(.alreadyFinished, found: name(of: respondent), in: language)
    }
  }

  private func name(of respondent: Respondent) -> String { respondent.person?.text ?? "—" }

  /// Puts events of a sitting into the journal; what the drivers call.
  func keep(_ events: [LoggedEvent], in sitting: inout Sitting) throws {
    do {
      try sitting.commit(events, through: office.store, keys: office.key)
    } catch Sitting.Refused.takenOver {
      throw RunnerDriver.TakenOver()
    }
  }

  /// Scores a sealed sitting. The board changes by this alone, so that is when it is looked at: a person who begins
  /// needn't wait for it.
  func result(of sitting: Sitting) throws -> Result {
    try reportingFaults(in: language) {
      let before = try board()
      let sheet = try office.score(sitting.record.id)
      return Result(session: sitting.session, sheet: sheet, before: before, after: try board())
    }
  }

  /// The board of the school this year.
  func board() throws -> Board {
    try reportingFaults(in: language) {
      let place = Coordinates(school: office.school, year: Symbol(office.plan.year.text))
      return try office.boardMaker(today: today).board(at: place)
    }
  }
}
