package import Texts

/// Whether scores of two versions can stand side by side.
package enum Comparability: Sendable, Hashable, PhraseCatalogue {
  /// They mean the same.
  case same
  /// They may: questions that earn points were worded or placed anew.
  case judgement
  /// Scores mean the same, levels don't.
  case scoresOnly
  /// Other questions, other keys or other sums.
  case broken

  package init(_ changes: [InstrumentChange]) {
    switch changes.map(\.effect).max() ?? .none {
    case .none: self = .same
    case .judgement: self = .judgement
    case .levels: self = .scoresOnly
    case .breaks: self = .broken
    }
  }

  package var template: Template {
    switch self {
    case .same:
      Template(
        ky: "Упайларды мурункусу менен салыштырса болот.", ru: "Баллы можно сравнивать с прежними.",
        en: "Scores can be compared with those from before.")
    case .judgement:
      Template(
        ky: "Упайлар салыштырылабы — «?» менен белгиленгендерди адам карап чечет.",
        ru: "Сравнимы ли баллы, решает человек, посмотрев отмеченное знаком «?».",
        en: "Whether scores can be compared is for a person to judge, by what is marked “?”.")
    case .scoresOnly:
      Template(
        ky: "Упайларды салыштырса болот, деңгээлдерди болбойт: чектер башка («!»).",
        ru: "Баллы сравнивать можно, уровни — нет: границы другие («!»).",
        en: "Scores can be compared, levels can't: their borders are others (“!”).")
    case .broken:
      Template(
        ky: "Упайларды мурункусу менен салыштырууга болбойт («!»). Версияны көбөйтүңүз.",
        ru: "Баллы нельзя сравнивать с прежними («!»). Поднимите версию.",
        en: "Scores can't be compared with those from before (“!”). Raise the version.")
    }
  }
}
