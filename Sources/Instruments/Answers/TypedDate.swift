import Expressions

/// A date as a person types it: `31.08.2010`, `2010-08-31`, `31 август 2010`; `08.2010` and `2010` where less is asked.
enum TypedDate {
  enum Problem: Error { case notADate, noSuchDay }

  static func date(_ text: String, _ precision: DateForm.Precision) throws(Problem) -> CalendarDate {
    var parts: [String] = []
    for piece in text.split(whereSeparator: { " .-/,\u{2212}\u{2013}".contains($0) }) {
      // "2010-жылдын" and "31-августу" part at the hyphen above; "2010ж" and "2010г" lose their letter here.
      parts.append(String(piece))
    }
    parts = parts.filter { !yearWords.contains($0.lowercased()) }
    let numbers = try values(parts)
    guard numbers.count == count(precision) else { throw .notADate }
    let date: CalendarDate?
    switch precision {
    case .year: date = CalendarDate(year: numbers[0], month: 1, day: 1)
    case .month:
      let (year, month) = numbers[0] > 31 ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
      date = CalendarDate(year: year, month: month, day: 1)
    case .day:
      let isYearFirst = numbers[0] > 31
      // "2010 31 август" is Kyrgyz order with a month in words; with numbers alone the month stands in the middle.
      let isMonthLast = isYearFirst && MonthName.month(named: parts[2]) != nil
      let month = isMonthLast ? numbers[2] : numbers[1]
      let day = isYearFirst ? (isMonthLast ? numbers[1] : numbers[2]) : numbers[0]
      date = CalendarDate(year: isYearFirst ? numbers[0] : numbers[2], month: month, day: day)
    }
    guard let date else { throw .noSuchDay }
    guard date.civil.year >= 1000 else { throw .notADate }
    return date
  }

  private static let yearWords: Set<String> = ["ж", "жыл", "жылы", "жылдын", "г", "год", "года", "күнү"]

  private static func count(_ precision: DateForm.Precision) -> Int {
    switch precision {
    case .day: 3
    case .month: 2
    case .year: 1
    }
  }

  private static func values(_ parts: [String]) throws(Problem) -> [Int] {
    var result: [Int] = []
    for part in parts {
      if part.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int(part) {
        result.append(number)
      } else if let month = MonthName.month(named: part) {
        result.append(month)
      } else {
        throw .notADate
      }
    }
    return result
  }
}
