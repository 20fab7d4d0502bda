import Datasets
import Expressions
import Formats
import Foundation
import Monitoring
import Storage

/// A million marks in a store, and all indicators of their data set out of it.
enum Facts {
  static func figures() throws -> [Figure] {
    let set = try Inputs.indicators()
    guard let program = set.program(of: "marks") else { throw Unusable(what: "no data set of marks") }
    let folder = FileManager.default.temporaryDirectory.appending(path: "synak-bench-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let environment = StoreEnvironment.system(folder: folder)
    let store = try SQLiteStore.open(environment)
    defer { store.close() }
    let plan = try Inputs.plan(against: set)
    try fill(store, program.dataset, school: plan.school.id)
    let office = Office(store: store, indicators: set, plan: plan, random: environment.random)
    return try onePass(store, set, program, school: plan.school.id) + throughTheOffice(office, school: plan.school.id)
  }

  /// All facts at one go: what the limit is about.
  private static func onePass(
    _ store: SQLiteStore, _ set: CheckedIndicatorSet, _ program: DatasetProgram, school: Symbol
  ) throws -> [Figure] {
    var read: [Double] = []
    var rolled: [Double] = []
    var finished: [Double] = []
    for _ in 0..<9 {
      let start = Clock.cpu
      let columns = try store.facts(
        FactQuery(dataset: "marks", fields: program.dataset.fields.map(\.id), place: FactPlace(school: school)))
      let facts = try columns.table(of: program.dataset)
      let afterReading = Clock.cpu
      let table = RollUp.table(of: facts, by: program)
      let afterRolling = Clock.cpu
      let board = BoardMaker(set: set, tables: ["marks": table]).board(
        at: Coordinates(school: school, year: "2026-2027"))
      guard board.rows.contains(where: { $0.value.number != nil }), facts.count == 1_000_000 else {
        throw Unusable(what: "the board is empty")
      }
      read.append(afterReading - start)
      rolled.append(afterRolling - afterReading)
      finished.append(Clock.cpu - afterRolling)
    }
    let parts = [read, rolled, finished].map { $0.quantile(0.5) }
    return [
      Figure(
        name: "1 M facts from the store to all indicators of their data set", value: parts.reduce(0, +), unit: "s",
        limit: 1, anchor: "SQLite's own GROUP BY: 0.31 M in 0.15 s"),
      Figure(name: "… reading them as columns", value: parts[0], unit: "s"),
      Figure(name: "… rolling them up into components", value: parts[1], unit: "s"),
      Figure(name: "… finishing the board", value: parts[2], unit: "s"),
    ]
  }

  /// As `synak board` goes: class by class and period by period, and what was computed is kept.
  private static func throughTheOffice(_ office: Office, school: Symbol) throws -> [Figure] {
    guard let today = CalendarDate("2026-11-25") else { throw Unusable(what: "the day") }
    let place = Coordinates(school: school, year: "2026-2027")
    var times: [Double] = []
    for _ in 0..<6 {
      let start = Clock.cpu
      let board = try office.boardMaker(today: today).board(at: place)
      times.append(Clock.cpu - start)
      guard board.rows.contains(where: { $0.value.number != nil }) else { throw Unusable(what: "the board is empty") }
    }
    return [
      Figure(name: "the board of the same facts, first time (components made and kept)", value: times[0], unit: "s"),
      Figure(name: "… and from then on (components read)", value: Array(times.dropFirst()).quantile(0.5), unit: "s"),
    ]
  }

  /// 40 classes of 25 pupils, 20 subjects, 50 marks each in four quarters.
  private static func fill(_ store: SQLiteStore, _ dataset: Dataset, school: Symbol) throws {
    let marks: [Symbol] = ["5", "4", "4", "3", "3", "2"]
    for schoolClass in 0..<40 {
      let grade = schoolClass % 11 + 1
      var rows: [FactRow] = []
      rows.reserveCapacity(25_000)
      for pupil in 0..<25 {
        let person = Symbol("u-\(schoolClass)-\(pupil)")
        for subject in 0..<20 {
          for lesson in 0..<50 {
            let mark = marks[(pupil * 7 + subject * 3 + lesson + schoolClass) % marks.count]
            rows.append(
              FactRow(
                coordinates: Coordinates(
                  school: school, year: "2026-2027", period: Symbol("q\(lesson % 4 + 1)"),
                  schoolClass: Symbol("\(grade)-\(schoolClass)"), grade: grade, subject: Symbol("subject\(subject)"),
                  sex: pupil % 2 == 0 ? "f" : "m", language: "ky", person: person),
                values: [.code(mark)]))
          }
        }
      }
      try store.putFacts(
        [FactSet(dataset: dataset.id, fields: dataset.fields.map(\.id), rows: rows)], source: "class \(schoolClass)")
    }
  }
}
