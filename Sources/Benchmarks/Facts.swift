import Datasets
import Expressions
import Formats
import Foundation
import Monitoring
import Storage

/// A million marks in a store, and all indicators of their data set out of it.
enum Facts {
  static func figures() throws -> [Figure] {
    let file = "instruments/indicators.xml"
    let bytes = Array(try Data(contentsOf: Inputs.file(file)))
    guard let set = IndicatorSetReader.check(bytes, file: file).set, let program = set.program(of: "marks") else {
      throw Unusable(what: file)
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "synak-bench-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try SQLiteStore.open(.system(folder: folder))
    defer { store.close() }
    try fill(store, program.dataset)

    var read: [Double] = []
    var rolled: [Double] = []
    var finished: [Double] = []
    for _ in 0..<5 {
      let start = Clock.cpu
      let columns = try store.facts(
        FactQuery(dataset: "marks", fields: program.dataset.fields.map(\.id), place: FactPlace(school: "s")))
      let facts = try columns.table(of: program.dataset)
      let afterReading = Clock.cpu
      let table = RollUp.table(of: facts, by: program)
      let afterRolling = Clock.cpu
      let board = BoardMaker(set: set, tables: ["marks": table]).board(
        at: Coordinates(school: "s", year: "2026-2027"))
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
        limit: 1, anchor: "SQLite itself: 0.31 M in 0.15 s"),
      Figure(name: "… reading them as columns", value: parts[0], unit: "s"),
      Figure(name: "… rolling up, class by class", value: parts[1], unit: "s"),
      Figure(name: "… finishing the board", value: parts[2], unit: "s"),
    ]
  }

  /// 40 classes of 25 pupils, 20 subjects, 50 periods.
  private static func fill(_ store: SQLiteStore, _ dataset: Dataset) throws {
    let marks: [Symbol] = ["5", "4", "4", "3", "3", "2"]
    for schoolClass in 0..<40 {
      let grade = schoolClass % 11 + 1
      var rows: [FactRow] = []
      rows.reserveCapacity(25_000)
      for pupil in 0..<25 {
        let person = Symbol("u-\(schoolClass)-\(pupil)")
        for subject in 0..<20 {
          for period in 0..<50 {
            let mark = marks[(pupil * 7 + subject * 3 + period + schoolClass) % marks.count]
            rows.append(
              FactRow(
                coordinates: Coordinates(
                  school: "s", year: "2026-2027", period: Symbol("w\(period)"),
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
