import Texts

/// What can be wrong with judging essays. `E714`–`E718`
package enum JudgingFinding: String, Finding {
  case nothingWaits = "E714"
  case noSuchEssay = "E715"
  case badPoints = "E716"
  case raterNeeded = "E717"

  package var rule: Rule {
    switch self {
    case .nothingWaits:
      .error(
        ky: "Баалоону күткөн дилбаян жок.", ru: "Нет сочинений, которые ждут оценки.",
        en: "No essay waits to be judged.")
    case .noSuchEssay:
      .error(
        ky: "«{found}» деген дилбаян жок.", ru: "Нет сочинения «{found}».", en: "There is no essay “{found}”.",
        advice: Template(
          ky: "Барын «synak judge --list» көрсөтөт.", ru: "Все покажет «synak judge --list».",
          en: "“synak judge --list” shows all."))
    case .badPoints:
      .error(
        ky: "«{found}» бөлүгүнө мындай упай берилбейт: {possible}.",
        ru: "За «{found}» так не ставят; можно: {possible}.",
        en: "“{found}” can't be given that; possible are: {possible}.")
    case .raterNeeded:
      .error(
        ky: "Ким баалап жатат? --rater КОД жазыңыз.", ru: "Кто оценивает? Напишите --rater КОД.",
        en: "Who judges? Write --rater CODE.")
    }
  }
}
