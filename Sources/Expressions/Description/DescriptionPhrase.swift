import Texts

/// How formulas are said: `{1}` and `{2}` are their parts.
enum DescriptionPhrase: PhraseCatalogue {
  /// The whole as the condition of something: "… болсо".
  case condition
  case quoted
  case and, or, not
  case isOne, isNotOne
  case notAnswered
  case conditional
  case yes, no, noValue
  case allRows, rowsWhere
  case sum, mean, least, greatest, distinct
  case whereRows
  case score, maxScore, percent, level
  case lastYear, previous, cohortLastYear, target
  case today
  case earlier, notLater, later, notEarlier
  case call

  var template: Template {
    switch self {
    case .condition: Template(ky: "{1} болсо", ru: "если {1}", en: "if {1}")
    case .quoted: Template(ky: "«{1}»", ru: "«{1}»", en: "“{1}”")
    case .and: Template(ky: "{1} жана {2}", ru: "{1} и {2}", en: "{1} and {2}")
    case .or: Template(ky: "{1} же {2}", ru: "{1} или {2}", en: "{1} or {2}")
    case .not: Template(ky: "({1}) туура эмес", ru: "неверно, что {1}", en: "it is not true that {1}")
    case .isOne: Template(ky: "{1} — {2}", ru: "{1} — {2}", en: "{1} is {2}")
    case .isNotOne: Template(ky: "{1} — {2} эмес", ru: "{1} — не {2}", en: "{1} is not {2}")
    case .notAnswered: Template(ky: "{1} — жооп жок", ru: "{1} — нет ответа", en: "{1} is not answered")
    case .conditional:
      Template(
        ky: "{1} болсо — {2}, болбосо — {3}", ru: "если {1}, то {2}, иначе {3}", en: "if {1}, {2}, otherwise {3}")
    case .yes: Template(ky: "ооба", ru: "да", en: "yes")
    case .no: Template(ky: "жок", ru: "нет", en: "no")
    case .noValue: Template(ky: "маани жок", ru: "нет значения", en: "no value")
    case .allRows: Template(ky: "бардык саптардын саны", ru: "число всех строк", en: "the number of all rows")
    case .rowsWhere:
      Template(ky: "{1} болгон саптардын саны", ru: "число строк, где {1}", en: "the number of rows where {1}")
    case .sum: Template(ky: "{1} — саптардагы суммасы", ru: "сумма {1} по строкам", en: "the sum of {1} over the rows")
    case .mean:
      Template(ky: "{1} — саптардагы орточосу", ru: "среднее {1} по строкам", en: "the mean of {1} over the rows")
    case .least:
      Template(ky: "{1} — саптардагы эң кичинеси", ru: "наименьшее {1} по строкам", en: "the least {1} of the rows")
    case .greatest:
      Template(ky: "{1} — саптардагы эң чоңу", ru: "наибольшее {1} по строкам", en: "the greatest {1} of the rows")
    case .distinct:
      Template(
        ky: "{1} — ар башка маанилеринин саны", ru: "число разных значений {1}", en: "how many different {1} there are")
    case .whereRows: Template(ky: "{1} ({2} болгон саптарда)", ru: "{1}, где {2}", en: "{1} where {2}")
    case .score: Template(ky: "{1} шкаласы боюнча балл", ru: "балл по шкале {1}", en: "the score on {1}")
    case .maxScore:
      Template(
        ky: "{1} шкаласы боюнча эң жогорку балл", ru: "наибольший балл по шкале {1}", en: "the highest score on {1}")
    case .percent: Template(ky: "{1} шкаласы боюнча пайыз", ru: "процент по шкале {1}", en: "the percentage on {1}")
    case .level: Template(ky: "{1} шкаласы боюнча деңгээл", ru: "уровень по шкале {1}", en: "the level on {1}")
    case .lastYear: Template(ky: "{1} (өткөн жылы)", ru: "{1} (в прошлом году)", en: "{1} (last year)")
    case .previous:
      Template(ky: "{1} (мурунку мезгилде)", ru: "{1} (в прошлый период)", en: "{1} (in the previous period)")
    case .cohortLastYear:
      Template(
        ky: "{1} (ошол эле балдарда, өткөн жылы)", ru: "{1} (у тех же детей год назад)",
        en: "{1} (of the same children a year ago)")
    case .target: Template(ky: "{1} боюнча максат", ru: "цель по {1}", en: "the target of {1}")
    case .today: Template(ky: "бүгүнкү", ru: "сегодня", en: "today")
    case .earlier: Template(ky: "{1} — {2} күндөн мурун", ru: "{1} раньше, чем {2}", en: "{1} is before {2}")
    case .notLater: Template(ky: "{1} — {2} күндөн кеч эмес", ru: "{1} не позже, чем {2}", en: "{1} is not after {2}")
    case .later: Template(ky: "{1} — {2} күндөн кийин", ru: "{1} позже, чем {2}", en: "{1} is after {2}")
    case .notEarlier:
      Template(ky: "{1} — {2} күндөн мурун эмес", ru: "{1} не раньше, чем {2}", en: "{1} is not before {2}")
    case .call: Template(ky: "{1}: {2}", ru: "{1} от {2}", en: "{1} of {2}")
    }
  }
}
