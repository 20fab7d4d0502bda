package import Expressions
package import Texts

/// What day, month or year is asked for.
package struct DateForm: Sendable, Hashable {
  /// How exactly. A month or a year is stored as its first day.
  package enum Precision: String, Sendable, Hashable, CaseIterable { case day, month, year }

  package enum Border: Sendable, Hashable {
    case day(CalendarDate)
    /// The day on which the session began.
    case today
  }

  package var minimum: Border?
  package var maximum: Border?
  package var precision: Precision

  package init(minimum: Border? = nil, maximum: Border? = nil, precision: Precision = .day) {
    self.minimum = minimum
    self.maximum = maximum
    self.precision = precision
  }
}

extension DateForm.Border {
  /// The day that is meant; nil for today where the day isn't known.
  package func day(today: CalendarDate?) -> CalendarDate? {
    switch self {
    case .day(let day): day
    case .today: today
    }
  }
}

extension CalendarDate {
  /// The first day of what is known of the date.
  package func floored(to precision: DateForm.Precision) -> CalendarDate {
    let (year, month, _) = civil
    // The first day of a month and of a year are always there.
    return switch precision {
    case .day: self
    case .month: CalendarDate(year: year, month: month, day: 1) ?? self
    case .year: CalendarDate(year: year, month: 1, day: 1) ?? self
    }
  }

  /// The date as people of a language write it: "2026-жылдын 31-августу", "31 августа 2026 года", "31 August 2026".
  package func text(_ precision: DateForm.Precision, in language: Language) -> String {
    let (year, month, day) = civil
    let words = MonthName.allCases[month - 1]
    let arguments = [
      "day": String(day), "year": String(year), "month": words.text(in: language),
      "of": MonthName.genitive(month, in: language),
    ]
    let phrase: DatePhrase =
      switch precision {
      case .day: .day
      case .month: .month
      case .year: .year
      }
    return phrase.text(in: language, arguments)
  }
}

/// How dates are said.
enum DatePhrase: PhraseCatalogue {
  case day, month, year

  var template: Template {
    switch self {
    case .day: Template(ky: "{year}-жылдын {day}-{of}", ru: "{day} {of} {year} года", en: "{day} {of} {year}")
    case .month: Template(ky: "{year}-жылдын {of}", ru: "{month} {year} года", en: "{month} {year}")
    case .year: Template(ky: "{year}-жыл", ru: "{year} год", en: "{year}")
    }
  }
}

/// The months.
enum MonthName: PhraseCatalogue {
  case january, february, march, april, may, june, july, august, september, october, november, december

  var template: Template {
    switch self {
    case .january: Template(ky: "январь", ru: "январь", en: "January")
    case .february: Template(ky: "февраль", ru: "февраль", en: "February")
    case .march: Template(ky: "март", ru: "март", en: "March")
    case .april: Template(ky: "апрель", ru: "апрель", en: "April")
    case .may: Template(ky: "май", ru: "май", en: "May")
    case .june: Template(ky: "июнь", ru: "июнь", en: "June")
    case .july: Template(ky: "июль", ru: "июль", en: "July")
    case .august: Template(ky: "август", ru: "август", en: "August")
    case .september: Template(ky: "сентябрь", ru: "сентябрь", en: "September")
    case .october: Template(ky: "октябрь", ru: "октябрь", en: "October")
    case .november: Template(ky: "ноябрь", ru: "ноябрь", en: "November")
    case .december: Template(ky: "декабрь", ru: "декабрь", en: "December")
    }
  }

  /// The form that goes with a day (ru: "августа") or a year (ky: "августу").
  static func genitive(_ month: Int, in language: Language) -> String {
    switch language.spoken {
    case .ky:
      [
        "январы", "февралы", "марты", "апрели", "майы", "июну", "июлу", "августу", "сентябры", "октябры", "ноябры",
        "декабры",
      ][month - 1]
    case .ru:
      [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
      ][month - 1]
    default: MonthName.allCases[month - 1].text(in: .en)
    }
  }

  /// The month that a word begins with, in any of the languages, from three letters on.
  static func month(named word: String) -> Int? {
    let word = word.lowercased()
    guard word.count >= 3 else { return nil }
    return (1...12).first { month in
      Language.spoken.contains { language in
        let name = MonthName.allCases[month - 1].text(in: language).lowercased()
        let other = genitive(month, in: language).lowercased()
        let stem = name.prefix(max(3, name.count - 1))
        return name == word || other == word || name.hasPrefix(word)
          || (word.hasPrefix(stem) && word.count <= name.count + 3)
      }
    }
  }
}
