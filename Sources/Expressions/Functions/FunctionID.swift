/// A row of the function table as the tree holds it.
package struct FunctionID: Sendable, Hashable {
  let row: UInt16

  init(row: Int) { self.row = UInt16(row) }
  package init(_ operation: Operator) { row = operation.rawValue }

  /// The row of another format's operator, by its whole name (`qti:gcd`).
  package static func foreign(_ name: String) -> FunctionID? {
    FunctionTable.byName[name]?.first { $0.function.notation == .foreign }
  }

  package var function: Function { FunctionTable.rows[Int(row)] }
}

/// The whole table: operators first, in the order of `Operator`, then the functions by theme, then QTI's.
enum FunctionTable {
  static let rows: [Function] =
    Operator.allCases.map(\.row) + Function.numbers + Function.texts + Function.dates + Function.answers
    + Function.qtiLogic + Function.qtiNumbers + Function.qtiContainers + Function.qtiTexts

  /// What the evaluator reads of each row, close together.
  static let evaluators: [Evaluator] = rows.map { Evaluator(call: $0.evaluate, seesMissing: $0.seesMissing) }

  struct Evaluator: Sendable {
    var call: Function.Evaluate
    var seesMissing: Bool
  }

  /// The rows by name; a name may have rows for several numbers of arguments.
  static let byName: [String: [FunctionID]] = Dictionary(
    grouping: rows.indices.map { FunctionID(row: $0) }, by: \.function.name)

  /// What authors can call, without operators and rows of other formats.
  static func callable(_ name: String) -> [FunctionID] {
    (byName[name] ?? []).filter { $0.function.notation == .call }
  }

  /// Every name that may stand before a bracket in the language.
  static let callableNames: Set<String> = Set(rows.filter { $0.notation == .call }.map(\.name))
    .union(SpecialForm.allCases.map(\.rawValue))
}

/// What is written as a call, but is a node of the tree and not a row of the table.
enum SpecialForm: String, CaseIterable, Sendable {
  case conditional = "if"
  case count, sum, mean, min, max, distinct
  case score, level, percent
  case maxScore = "max-score"
  case indicator, target
  case today, date, age
  case selected
}
