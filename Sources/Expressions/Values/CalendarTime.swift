/// A day of the proleptic Gregorian calendar, without time zone.
package struct CalendarDate: Sendable, Hashable, Comparable, Codable {
  /// Days since 1970-01-01.
  package var days: Int32

  package init(days: Int32) { self.days = days }

  package static func < (a: Self, b: Self) -> Bool { a.days < b.days }
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
}
