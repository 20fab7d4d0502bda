package import Expressions
package import Texts

/// Cells that a child reads aloud against the clock while an assessor marks what is wrong: letters, syllables, words, sums.
package struct TimedGridForm: Sendable, Hashable {
  /// How long it may take, in milliseconds.
  package var time: Int64
  /// Cells in a row.
  package var columns: Int
  /// The cells, with spaces between; as many in each language.
  package var cells: LocalizedText
  /// So many wrong at the very beginning end it at once.
  package var stopAfterWrong: Int?

  package static let defaultTime: Int64 = 60_000
  package static let defaultColumns = 10

  package init(
    time: Int64 = TimedGridForm.defaultTime, columns: Int = TimedGridForm.defaultColumns, cells: LocalizedText,
    stopAfterWrong: Int? = nil
  ) {
    self.time = time
    self.columns = columns
    self.cells = cells
    self.stopAfterWrong = stopAfterWrong
  }

  package func cells(in language: Language) -> [String] {
    cells.plain(in: language).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// How many cells there are.
  package var count: Int {
    (cells.versions.first ?? []).plain().split(whereSeparator: \.isWhitespace).count
  }

  /// The time in whole seconds.
  package var seconds: Int { Int(time / 1_000) }
}

/// What came of a timed grid: how far the child came, what was wrong, how much time was left.
package struct TimedGridResult: Sendable, Hashable {
  /// The last cell that was tried, from 1; 0 where none was.
  package var last: Int
  /// The cells that were wrong, from 1, in order; none behind the last.
  package var wrong: [Int]
  /// Whole seconds that were left.
  package var left: Int

  package init(last: Int, wrong: [Int], left: Int) {
    self.last = last
    self.wrong = wrong
    self.left = left
  }

  private static let names: [Symbol] = ["last", "left", "wrong"]

  /// A record of `last`, `left` and `wrong`, as an answer is kept.
  package var value: Value {
    .container(
      Container(
        .record, [.integer(last), .integer(left), .container(Container(.multiple, wrong.map { .integer($0) }))],
        names: Self.names))
  }

  /// The result that `value` is; nil for any other value.
  package init?(_ value: Value) {
    guard case .container(let record) = value, record.cardinality == .record, record.names == Self.names,
      record.elements.count == Self.names.count, case .integer(let last) = record.elements[0],
      case .integer(let left) = record.elements[1], case .container(let wrong) = record.elements[2],
      wrong.cardinality == .multiple
    else { return nil }
    var cells: [Int] = []
    for element in wrong.elements {
      guard case .integer(let cell) = element else { return nil }
      cells.append(cell)
    }
    self.init(last: last, wrong: cells, left: left)
  }

  package var correct: Int { last - wrong.count }
}

/// What expressions and exports see of a timed grid beside its own id, which is how many cells were right:
/// `letters.per_minute`.
package enum TimedGridPart: String, Sendable, Hashable, CaseIterable {
  /// Cells that were tried.
  case attempted
  /// How many of these were wrong.
  case wrong
  /// Seconds that it took.
  case seconds
  /// Right cells in a minute at this pace, to 18 significant digits; undefined where it took no time.
  case perMinute = "per_minute"
  /// Which cells were wrong, from 1.
  case wrongCells = "wrong_cells"

  package var type: ValueType {
    switch self {
    case .attempted, .wrong, .seconds: ValueType(.integer)
    case .perMinute: ValueType(.decimal)
    case .wrongCells: ValueType(.integer, .multiple)
    }
  }

  /// The numbers that it may be.
  func range(in form: TimedGridForm) -> NumberRange {
    switch self {
    case .attempted, .wrong: NumberRange(least: .zero, most: Decimal64(form.count))
    case .seconds: NumberRange(least: .zero, most: Decimal64(form.seconds))
    case .perMinute: NumberRange(least: .zero)
    case .wrongCells: .all
    }
  }

  package func value(of result: TimedGridResult, in form: TimedGridForm) -> Value {
    switch self {
    case .attempted: return .integer(result.last)
    case .wrong: return .integer(result.wrong.count)
    case .seconds: return .integer(form.seconds - result.left)
    case .perMinute:
      let taken = Decimal64(form.seconds - result.left)
      return Decimal64(result.correct * 60).divided(by: taken).map { .decimal($0) } ?? .missing(Missing(.undefined))
    case .wrongCells: return .container(Container(.multiple, result.wrong.map { .integer($0) }))
    }
  }
}

extension Item {
  /// The values that expressions see beside the item's own: none but of a timed grid.
  package var parts: [TimedGridPart] { if case .timedGrid = kind { TimedGridPart.allCases } else { [] } }

  /// The parts that are numbers, and so may stand in scales.
  var numberParts: [TimedGridPart] { parts.filter { $0.type.cardinality == .single } }

  func range(of part: TimedGridPart) -> NumberRange {
    if case .timedGrid(let form) = kind { part.range(in: form) } else { .all }
  }

  package func partID(_ part: TimedGridPart) -> Symbol { Symbol("\(id).\(part.rawValue)") }

  /// An answer as expressions see it: as it was given, of a timed grid how many cells were right.
  package func seen(_ answer: Value) -> Value {
    TimedGridResult(answer).map { .integer($0.correct) } ?? answer
  }

  /// What a part comes to; missing with the answer's own reason where there is none.
  package func value(of part: TimedGridPart, in answer: Value) -> Value {
    guard case .timedGrid(let form) = kind, let result = TimedGridResult(answer) else { return answer }
    return part.value(of: result, in: form)
  }
}
