import Texts

/// The words of the three aspects.
enum AspectWord: PhraseCatalogue {
  case result, process, conditions

  init(_ aspect: Indicator.Aspect) {
    switch aspect {
    case .result: self = .result
    case .process: self = .process
    case .conditions: self = .conditions
    }
  }

  var template: Template {
    switch self {
    case .result: Template(ky: "Натыйжанын сапаты", ru: "Качество результата", en: "Quality of the result")
    case .process: Template(ky: "Процесстин сапаты", ru: "Качество процесса", en: "Quality of the process")
    case .conditions: Template(ky: "Шарттардын сапаты", ru: "Качество условий", en: "Quality of the conditions")
    }
  }
}

/// How a place is named.
enum PlaceWord: PhraseCatalogue {
  case school, year, period, activity, instrument, grade, schoolClass, girls, boys, language, subject

  var template: Template {
    switch self {
    case .school: Template(ky: "{value} мектеби", ru: "школа {value}", en: "school {value}")
    case .year: Template(ky: "{value}-окуу жылы", ru: "{value} учебный год", en: "school year {value}")
    case .period: Template(ky: "{value} мезгили", ru: "период {value}", en: "period {value}")
    case .activity: Template(ky: "{value} иш-чарасы", ru: "мероприятие {value}", en: "activity {value}")
    case .instrument: Template(ky: "{value} куралы", ru: "инструмент {value}", en: "instrument {value}")
    case .grade: Template(ky: "{value}-класстар", ru: "{value} классы", en: "grade {value}")
    case .schoolClass: Template(ky: "{value} классы", ru: "класс {value}", en: "class {value}")
    case .girls: Template(ky: "кыздар", ru: "девочки", en: "girls")
    case .boys: Template(ky: "балдар", ru: "мальчики", en: "boys")
    case .language:
      Template(ky: "окутуу тили: {value}", ru: "язык обучения: {value}", en: "language of instruction: {value}")
    case .subject: Template(ky: "{value} предмети", ru: "предмет {value}", en: "subject {value}")
    }
  }
}
