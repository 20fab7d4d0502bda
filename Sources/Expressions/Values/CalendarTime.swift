/// A day of the proleptic Gregorian calendar, without time zone.
package struct CalendarDate: Sendable, Hashable, Comparable, Codable {
  /// Days since 1970-01-01.
  package var days: Int32

  package init(days: Int32) { self.days = days }

  package static func < (a: Self, b: Self) -> Bool { a.days < b.days }
}

extension CalendarDate {
  /// The day with this name, or nil where the calendar has none.
  ///
  /// Years 1…9999.
  ///
  /// Days from civil by eras of 400 years that begin on 1 March (Hinnant 2013).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else {
      return nil
    }
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(days: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// Year, month and day as people name them.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whole years from this day to a later one: an age.
  ///
  /// Negative where the other is earlier.
  package func years(to other: CalendarDate) -> Int {
    guard self <= other else { return -other.years(to: self) }
    let (from, to) = (civil, other.civil)
    return to.year - from.year - ((to.month, to.day) < (from.month, from.day) ? 1 : 0)
  }
}

/// A time of day to the millisecond, without time zone.
package struct TimeOfDay: Sendable, Hashable, Comparable, Codable {
  /// Milliseconds since midnight: 0..<86,400,000.
  package var milliseconds: Int32

  package init(milliseconds: Int32) { self.milliseconds = milliseconds }

  package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
}

/// A length of time: `90s`, `40m`, `2h`, `10d`.
///
/// Exact to the microsecond, so that QTI's float seconds keep theirs.
package struct Duration64: Sendable, Hashable, Comparable, Codable {
  package var microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }

  /// The length in seconds.
  package var seconds: Double { Double(microseconds) / 1_000_000 }
}
