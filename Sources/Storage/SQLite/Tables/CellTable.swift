import Datasets
import Expressions
import Foundation
import GRDB

/// Coordinates without the person, each kind of place once.
struct CellKey: Hashable {
  let coordinates: Coordinates

  init(_ coordinates: Coordinates) {
    var coordinates = coordinates
    coordinates.person = nil
    self.coordinates = coordinates
  }

  private static let columns = "school, year, period, activity, instrument, class, grade, subject, sex, language"

  static let select = "SELECT id, \(columns) FROM cell"
  static let insert = "INSERT INTO cell(\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
  /// Finds a cell through the index that keeps it one of a kind.
  static let find = """
    SELECT id FROM cell WHERE ifnull(school, '') = ? AND ifnull(year, '') = ? AND ifnull(period, '') = ?
      AND ifnull(activity, '') = ? AND ifnull(instrument, '') = ? AND ifnull(class, '') = ? AND ifnull(grade, -1) = ?
      AND ifnull(subject, '') = ? AND ifnull(sex, '') = ? AND ifnull(language, '') = ?
    """

  private var texts: [Symbol?] {
    let place = coordinates
    return [
      place.school, place.year, place.period, place.activity, place.instrument, place.schoolClass, place.subject,
      place.sex, place.language,
    ]
  }

  private func arguments(grade: Int?, _ text: (Symbol?) -> String?) -> StatementArguments {
    var values: [(any DatabaseValueConvertible)?] = texts.map(text)
    values.insert(grade, at: 6)
    return StatementArguments(values)
  }

  var inserting: StatementArguments { arguments(grade: coordinates.grade) { $0?.text } }
  var finding: StatementArguments { arguments(grade: coordinates.grade ?? -1) { $0?.text ?? "" } }

  /// From the columns of `select` after the id.
  static func coordinates(_ row: Row, from first: Int) -> Coordinates {
    Coordinates(
      school: row.symbol(first), year: row.symbol(first + 1), period: row.symbol(first + 2),
      activity: row.symbol(first + 3), instrument: row.symbol(first + 4), schoolClass: row.symbol(first + 5),
      grade: row[first + 6], subject: row.symbol(first + 7), sex: row.symbol(first + 8),
      language: row.symbol(first + 9))
  }
}

extension WriteContext {
  func number(of cell: CellKey) throws -> Int {
    if let known = interner.cells[cell] { return known }
    let number: Int
    if let row = try row(CellKey.find, cell.finding) {
      number = row[0]
    } else {
      try run(CellKey.insert, cell.inserting)
      number = Int(db.lastInsertedRowID)
    }
    interner.cells[cell] = number
    return number
  }
}

/// The cells of one data set with their numbers.
struct NumberedCell {
  var number: Int
  var cell: FactCell
}

extension ReadContext {
  func cells(of dataset: Symbol, _ place: FactPlace) throws -> [NumberedCell] {
    let sql = """
      SELECT cell.id, school, year, period, activity, instrument, class, grade, subject, sex, language, version, rows
      FROM dataset_cell JOIN cell ON cell.id = dataset_cell.cell
      WHERE dataset = (SELECT id FROM symbol WHERE text = ?)
        AND (? IS NULL OR school = ?) AND (? IS NULL OR activity = ?) AND (? IS NULL OR class = ?)
      ORDER BY cell.id
      """
    let texts = [place.school, place.activity, place.schoolClass].flatMap { [$0?.text, $0?.text] }
    let cursor = try Row.fetchCursor(
      try db.cachedStatement(sql: sql), arguments: StatementArguments([dataset.text] + texts))
    var cells: [NumberedCell] = []
    while let row = try cursor.next() {
      let coordinates = CellKey.coordinates(row, from: 1)
      guard place.holds(coordinates) else { continue }
      cells.append(
        NumberedCell(number: row[0], cell: FactCell(coordinates: coordinates, version: row[11], rows: row[12])))
    }
    return cells
  }
}
