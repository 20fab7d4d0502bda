import SeededTesting

@testable import Expressions

/// Writes random formulas that are well typed by the way they are made, and random answers for them.
struct RandomFormulas {
  var random: Seeded
  /// Whether formulas are over the rows of the register, else over a questionnaire.
  var isOverRows = false

  init(seed: UInt64, isOverRows: Bool = false) {
    random = Seeded(seed)
    self.isOverRows = isOverRows
  }

  mutating func condition(_ depth: Int) -> String {
    guard depth > 0 else { return atom() }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    case 2, 3: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    case 4: return "not (\(condition(depth - 1)))"
    case 5: return "if(\(condition(depth - 1)), \(condition(depth - 1)), \(condition(depth - 1)))"
    case 6: return "\(number(depth - 1)) \(comparison()) \(number(depth - 1))"
    default: return atom()
    }
  }

  mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return numberAtom() }
    switch Int.random(in: 0..<11, using: &random) {
    case 0: return "(\(number(depth - 1)) + \(number(depth - 1)))"
    case 1: return "(\(number(depth - 1)) - \(number(depth - 1)))"
    case 2: return "\(numberAtom()) * (\(number(depth - 1)))"
    case 3: return "(\(number(depth - 1))) / (\(number(depth - 1)) + 0.5)"
    case 4: return "-(\(number(depth - 1)))"
    case 5: return "round(\(number(depth - 1)), \(Int.random(in: 0...3, using: &random)))"
    case 6: return "min(\(number(depth - 1)), \(number(depth - 1)), 3)"
    case 7: return "coalesce(\(number(depth - 1)), \(number(depth - 1)))"
    case 8: return "if(\(condition(depth - 1)), \(number(depth - 1)), \(number(depth - 1)))"
    case 9: return "abs(\(number(depth - 1))) mod 7"
    default: return numberAtom()
    }
  }

  /// A formula over rows: aggregates joined by arithmetic.
  mutating func aggregates(_ depth: Int) -> String {
    guard depth > 0, Bool.random(using: &random) else {
      let row = condition(1)
      return random.pick([
        "count()", "count(\(row))", "sum(\(number(1)))", "sum(\(number(1)) where \(row))",
        "mean(\(number(0)) where \(row))",
        "min(\(number(1)))", "max(\(number(1)) where \(row))", "distinct(mark)", "distinct(points where \(row))",
        "0.64",
      ])
    }
    let sign = random.pick(["+", "-", "*", "/"])
    return "(\(aggregates(depth - 1)) \(sign) (\(aggregates(depth - 1)) + 1))"
  }

  private mutating func comparison() -> String {
    random.pick(["eq", "ne", "lt", "le", "gt", "ge", "=", "!=", "<", "<=", ">", ">="])
  }

  private mutating func numberAtom() -> String {
    let literal = Decimal64(
      mantissa: Int64.random(in: -99...99, using: &random), scale: UInt8.random(in: 0...2, using: &random))
    let names =
      isOverRows
      ? ["points", "max", "(mark + 0)", "n"] : ["x", "y", "grade", "spend", "(g_bully * 1)", "score(total)"]
    return Bool.random(using: &random) ? random.pick(names) : literal.description
  }

  private mutating func atom() -> String {
    if isOverRows {
      return random.pick([
        "mark in {4, 5}", "mark in {2, na}", "mark eq annual", "answered", "points is answered", "mark ge 3",
        "level eq 'base'",
        "level in {base, above}", "points ge 0.6 * max", "n between 1 and 3", "annual ne 'exempt'", "mark is missing",
      ])
    }
    return random.pick([
      "meals eq 'no'", "meals ne 'yes'", "meals in {yes, no}", "g_bully in {3, dk}", "g_bully eq 'dk'", "g_bully ge 3",
      "why_not includes 'price'", "selected-count(why_not) gt 1", "x is answered", "why_not is missing", "agreed",
      "true",
      "x between -1 and 5.5", "grade in {1, 5, 9}", "contains(city, 'Ош')", "city eq 'it''s'", "city in {'a b', c}",
      "born lt date('2015-09-01')", "age(born) ge 10", "born between date('2010-01-01') and today()",
      "level(total) eq 'base'",
      "level(total) in {base, above}", "starts-with(lower(city), 'о')", "agreed eq false", "count(agreed, x gt 1) eq 1",
      "if(agreed, meals, 'no') eq 'no'", "coalesce(meals, 'no') eq 'yes'",
    ])
  }

  // MARK: Answers

  mutating func questionnaireRow() -> Row {
    let chosen = ["taste", "price", "oth"].filter { _ in Bool.random(using: &random) }.map { Symbol($0) }
    let values: [Value] = [
      .integer(Int.random(in: 1...11, using: &random)), .code(random.pick(["yes", "no"])), .codes(chosen),
      .text("башка"),
      number(), mark(["1", "2", "3", "4"], dontKnow: "dk"), .text(random.pick(["Ош", "it's", "c"])),
      .date(CalendarDate(days: Int32.random(in: 12_000...20_000, using: &random))),
      .boolean(Bool.random(using: &random)),
      number(), number(),
    ]
    var row = Row([], today: CalendarDate(days: 20_000))
    for value in values { row.values.append(maybe(value)) }
    return row
  }

  mutating func registerRow() -> Row {
    let values: [Value] = [
      mark(["2", "3", "4", "5"], dontKnow: "na"), mark(["2", "3", "4", "5"], dontKnow: "exempt"), number(), number(),
      .boolean(Bool.random(using: &random)), .code(random.pick(["below", "base", "above"])),
      .integer(Int.random(in: 0...4, using: &random)),
    ]
    var row = Row([])
    for value in values { row.values.append(maybe(value)) }
    return row
  }

  private mutating func maybe(_ value: Value) -> Value {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .unanswered
    case 1: .notShown
    default: value
    }
  }

  private mutating func number() -> Value {
    let number = Decimal64(
      mantissa: Int64.random(in: -30...300, using: &random), scale: UInt8.random(in: 0...2, using: &random))
    return Bool.random(using: &random) ? .decimal(number) : .integer(Int(number.mantissa))
  }

  private mutating func mark(_ codes: [String], dontKnow: String) -> Value {
    let code = random.pick(codes)
    return Int.random(in: 0..<5, using: &random) == 0
      ? .missing(Missing(.dontKnow, code: Symbol(dontKnow))) : .code(Symbol(code))
  }
}
