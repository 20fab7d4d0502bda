import Foundation
import Testing

@testable import Expressions

@Suite("Days, times and lengths of time")
struct CalendarTests {
  @Test("Every day of four centuries has its name, one after another")
  func civil() throws {
    var before = try #require(CalendarDate("1899-12-31"))
    for days in Int(before.days) + 1..<Int(before.days) + 146_098 {
      let date = CalendarDate(days: Int32(days))
      let (year, month, day) = date.civil
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      let last = before.civil
      let isNext =
        (year, month, day) == (last.year, last.month, last.day + 1)
        || (day == 1 && (month == last.month + 1 || month == 1))
      #expect(isNext)
      before = date
    }
  }

  @Test(
    "Days agree with Foundation's calendar",
    arguments: [
      ("2025-09-01", 1_756_684_800), ("1970-01-01", 0), ("2000-02-29", 951_782_400), ("1900-03-01", -2_203_891_200),
    ])
  func epoch(text: String, seconds: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(Int(date.days) * 86_400 == seconds)
    #expect(date.description == text)
  }

  @Test(
    "What is no day isn't read as one",
    arguments: ["2025-02-29", "2025-13-01", "2025-1-1", "01.09.2025", "2025-09-31", "0000-01-01", "", "2025-09-01 "])
  func noDay(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(
    "An age is counted in whole years",
    arguments: [("2015-09-02", 9), ("2015-09-01", 10), ("2016-02-29", 9), ("2026-09-01", -1)])
  func ages(birth: String, age: Int) throws {
    #expect(try #require(CalendarDate(birth)).years(to: #require(CalendarDate("2025-09-01"))) == age)
  }

  @Test(
    "Lengths of time are read and written",
    arguments: [("90s", 90.0), ("40m", 2400), ("2h", 7200), ("10d", 864_000), ("0s", 0)])
  func durations(text: String, seconds: Double) throws {
    let duration = try #require(Duration64(text))
    #expect(duration.seconds == seconds)
    #expect(Duration64(duration.description) == duration)
  }

  @Test("What is no length of time isn't read as one", arguments: ["", "s", "5", "5x", "-5s", "1.5h", "5 m"])
  func noDuration(text: String) {
    #expect(Duration64(text) == nil)
  }

  @Test("Times of day are read and written", arguments: ["14:05", "00:00", "23:59:59", "08:30:00.250"])
  func times(text: String) throws {
    #expect(try #require(TimeOfDay(text)).description == text)
    #expect(TimeOfDay("24:00") == nil)
  }
}
