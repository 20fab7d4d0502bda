import Administration
import Datasets
import Expressions
import Formats
import Foundation
import Instruments
import Monitoring
import Scoring
import Testing
import Texts

@testable import Storage

/// The office on the shipped school: sittings, scores, and the board that they change.
@Suite("The office")
struct OfficeTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "instruments")

  private static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  private let world = TestWorld()
  private let today = CalendarDate("2026-11-25")

  private func office(_ store: any Store) throws -> Office {
    let set = try #require(IndicatorSetReader.check(Self.bytes("indicators.xml"), file: "i").set)
    let plan = try #require(
      MonitoringPlanReader.check(Self.bytes("plan-2026-2027.xml"), file: "p", against: set.definition).plan)
    let office = Office(store: store, indicators: set, plan: plan, random: world.environment.random)
    let register = RegisterReader.read(try Self.bytes("sample-register.csv"), file: "r").register
    try store.importRegister(SchoolRegister(school: office.school, register))
    return office
  }

  private func published(_ name: String, in office: Office) throws -> CheckedInstrument {
    let bytes = try Self.bytes(name)
    let outcome = InstrumentCheck.check(bytes, file: name, datasets: office.indicators.definition.datasets)
    let instrument = try #require(outcome.instrument)
    try office.publish(instrument, source: bytes)
    return instrument
  }

  /// Somebody sits an instrument, answers as typed and hands in.
  @discardableResult
  private func sit(
    _ instrument: CheckedInstrument, _ person: String, _ answers: KeyValuePairs<String, String>, again: Bool = false,
    in office: Office
  ) throws -> ScoreSheet {
    let sitting = try handIn(instrument, person, answers, again: again, in: office)
    return try office.score(sitting.record.id)
  }

  private func handIn(
    _ instrument: CheckedInstrument, _ person: String, _ answers: KeyValuePairs<String, String>, again: Bool = false,
    in office: Office
  ) throws -> Sitting {
    let form = instrument.delivery.form
    let entry = try #require(office.store.register(of: office.school).first { $0.person.text == person })
    let wish = Office.Wish(
      instrument: instrument,
      occasion: Occasion(of: "\(form.id)/\(form.version)", on: try #require(today), in: office.plan),
      respondent: Respondent(
        person: entry.person, schoolClass: entry.schoolClass, grade: entry.grade, sex: entry.sex,
        language: entry.language),
      today: today, terminal: "tty1", again: again)
    guard case .seated(var sitting) = try office.seat(wish) else {
      throw StoreFault(.storing, .wrongMessage("not seated"))
    }
    var events: [Event] = [.started(.ky)]
    for (id, typed) in answers {
      let slot = try #require(instrument.delivery.slot(of: Symbol(id)))
      let value = try #require(instrument.delivery.item(at: slot)).value(typed: typed, language: .ky).get()
      events.append(.answered(Address(slot: slot), value))
    }
    events.append(.sealed(.submitted))
    for event in events {
      try sitting.commit([LoggedEvent(event, at: .start)], through: office.store, keys: office.key)
    }
    return sitting
  }

  private func value(of indicator: Symbol, in office: Office) throws -> IndicatorValue {
    let place = Coordinates(school: office.school, year: Symbol(office.plan.year.text))
    let board = try office.boardMaker(today: try #require(today)).board(at: place)
    return try #require(board.rows.first { $0.indicator.id == indicator }).value
  }

  private static let right: KeyValuePairs = [
    "m1": "623", "m2": "c", "m3": "60", "m4": "a c", "m5": "b a d c", "m6": "23",
  ]

  @Test("A second attempt stands in the place of the first: a class of 25 stays a class of 25")
  func secondAttempt() throws {
    let store = try world.open()
    defer { store.close() }
    let office = try office(store)
    let test = try published("math-4-diagnostic.xml", in: office)
    try sit(test, "u-0001", ["m1": "1"], in: office)
    #expect(try value(of: "BAZ", in: office).rows == 25)
    #expect(try value(of: "BAZ", in: office).number == Decimal64(0))
    try sit(test, "u-0001", Self.right, again: true, in: office)
    #expect(try value(of: "BAZ", in: office).rows == 25)
    #expect(try value(of: "BAZ", in: office).number == Decimal64(100))
  }

  @Test("An earlier attempt that is scored late changes nothing")
  func earlierAttemptScoredLate() throws {
    let store = try world.open()
    defer { store.close() }
    let office = try office(store)
    let test = try published("math-4-diagnostic.xml", in: office)
    let first = try handIn(test, "u-0001", ["m1": "1"], in: office)
    try sit(test, "u-0001", Self.right, again: true, in: office)
    _ = try office.score(first.record.id)
    #expect(try value(of: "BAZ", in: office).rows == 25)
    #expect(try value(of: "BAZ", in: office).number == Decimal64(100))
  }

  @Test("Two observations by one observer are two rows")
  func observations() throws {
    let store = try world.open()
    defer { store.close() }
    let office = try office(store)
    let sheet = try published("lesson-observation.xml", in: office)
    try sit(sheet, "m-0011", ["goal": "2", "feedback": "2"], in: office)
    try sit(sheet, "m-0011", ["goal": "0", "feedback": "0"], again: true, in: office)
    #expect(try value(of: "SAB", in: office).rows == 2)
    #expect(try value(of: "SAB", in: office).number == Decimal64(50))
  }

  @Test("An office that opens a store finds the board that another left, from components alone")
  func keptComponents() throws {
    let left: IndicatorValue
    do {
      let store = try world.open()
      defer { store.close() }
      let office = try office(store)
      let test = try published("math-4-diagnostic.xml", in: office)
      for number in 1...6 {
        try sit(test, "u-000\(number)", number % 2 == 0 ? Self.right : ["m1": "623"], in: office)
      }
      left = try value(of: "BAZ", in: office)
      #expect(left.number == Decimal64(50))
    }
    let store = try world.open()
    defer { store.close() }
    #expect(try value(of: "BAZ", in: try office(store)) == left)
  }

  @Test("A class of a seven-booklet test gets them in turn, and each session is found again just as it was opened")
  func booklets() throws {
    let store = try world.open()
    defer { store.close() }
    let office = try office(store)
    let sections = (1...7).map { "<section id=\"s\($0)\"><number id=\"n\($0)\"><ky>С?</ky></number></section>" }
    let source = Array(
      """
      <questionnaire xmlns="urn:synak:1" id="seven" version="1" languages="ky"><title><ky>Т</ky></title>
      \(sections.joined())<booklets clusters="s1 s2 s3 s4 s5 s6 s7" size="3"/></questionnaire>
      """.utf8)
    let outcome = InstrumentCheck.check(source, file: "seven.xml", datasets: nil)
    let instrument = try #require(outcome.instrument, "\(outcome.findings)")
    try office.publish(instrument, source: source)
    func seat(_ person: Int) throws -> Sitting {
      let wish = Office.Wish(
        instrument: instrument, occasion: Occasion(of: "seven/1", on: try #require(today), in: office.plan),
        respondent: Respondent(person: Symbol("b-\(person)"), schoolClass: "4-а"), today: today, terminal: "tty1")
      guard case .seated(let sitting) = try office.seat(wish) else {
        throw StoreFault(.storing, .wrongMessage("not seated"))
      }
      return sitting
    }
    var times: [[SessionPlan.Stop]: Int] = [:]
    for person in 1...30 {
      var sitting = try seat(person)
      let route = sitting.session.plan.route
      #expect(route.count == 3)
      times[route, default: 0] += 1
      try sitting.commit([LoggedEvent(.started(.ky), at: .start)], through: store, keys: office.key)
      let again = try seat(person)
      #expect(again.isResumed && again.session.plan.route == route && again.session.plan.seed == sitting.record.seed)
      let journal = try #require(try store.journal(of: sitting.record.id))
      #expect(try #require(journal.history(of: instrument)).plan.route == route)
    }
    #expect(times.count == 7 && Set(times.values) == [4, 5])
  }
}
