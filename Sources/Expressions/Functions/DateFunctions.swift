/// Functions of days. What day it is comes from outside: `today()` is a node, not a function.
extension Function {
  static let dates: [Function] = [
    Function(
      "year", Signature(Parameter(.date), gives: .always(.integer)), ky: "{1} — жылы", ru: "год даты {1}",
      en: "the year of {1}", .one { date in Self.of(date) { .integer($0.civil.year) } }),
    Function(
      "month", Signature(Parameter(.date), gives: .always(.integer)), ky: "{1} — айы", ru: "месяц даты {1}",
      en: "the month of {1}", .one { date in Self.of(date) { .integer($0.civil.month) } }),
    Function(
      "day", Signature(Parameter(.date), gives: .always(.integer)), ky: "{1} — күнү", ru: "день даты {1}",
      en: "the day of {1}", .one { date in Self.of(date) { .integer($0.civil.day) } }),
    Function(
      "days-between", Signature(Parameter(.date), Parameter(.date), gives: .always(.integer)),
      ky: "{1} менен {2} ортосундагы күндөр", ru: "дней от {1} до {2}", en: "the days from {1} to {2}",
      .two { from, to in Self.of(from, to) { .integer(Int($1.days) - Int($0.days)) } }),
    Function(
      "years-between", Signature(Parameter(.date), Parameter(.date), gives: .always(.integer)),
      ky: "{1} менен {2} ортосундагы толук жылдар", ru: "полных лет от {1} до {2}",
      en: "the whole years from {1} to {2}", .two { from, to in Self.of(from, to) { .integer($0.years(to: $1)) } }),
  ]

  private static func of(_ value: Value, _ body: (CalendarDate) -> Value) -> Value {
    guard case .date(let date) = value else { return Arithmetic.undefined }
    return body(date)
  }

  private static func of(_ a: Value, _ b: Value, _ body: (CalendarDate, CalendarDate) -> Value) -> Value {
    guard case .date(let first) = a, case .date(let second) = b else { return Arithmetic.undefined }
    return body(first, second)
  }
}
