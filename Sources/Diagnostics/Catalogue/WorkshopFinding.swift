import Texts

/// What can be wrong in the methodist's workshop: new files, explanations, previews, banks. `E740`–`E759`
package enum WorkshopFinding: String, Finding {
  case unknownElement = "E740"
  case fileIsThere = "E741"
  case unknownCode = "E742"
  case noBlueprint = "E743"
  case nothingInPool = "E744"
  case layoutChanges = "E745"

  package var rule: Rule {
    switch self {
    case .unknownElement:
      .error(
        ky: "Бул куралда «{found}» деген эч нерсе жок.", ru: "В этом инструменте нет ничего с именем «{found}».",
        en: "Nothing in this instrument is called “{found}”.",
        advice: Template(
          ky: "Бардык атты «synak explain ФАЙЛ» көрсөтөт.", ru: "Все имена покажет «synak explain ФАЙЛ».",
          en: "“synak explain FILE” shows all names."))
    case .unknownCode:
      .error(
        ky: "«{found}» деген код жок.", ru: "Кода «{found}» нет.", en: "There is no code “{found}”.",
        advice: Template(
          ky: "Бардык кодду «synak list findings» көрсөтөт.", ru: "Все коды покажет «synak list findings».",
          en: "“synak list findings” shows all codes."))
    case .noBlueprint:
      .error(
        ky: "{found}: тесттин планы (blueprint) жок, ага окшош форма түзүүгө болбойт.",
        ru: "{found}: нет плана теста (blueprint), по нему нечего собирать.",
        en: "{found} has no blueprint to assemble a form by.",
        advice: Template(
          ky: "Үлгүсү: math-9-diagnostic.", ru: "Пример есть в math-9-diagnostic.",
          en: "math-9-diagnostic shows one."))
    case .nothingInPool:
      .error(
        ky: "{found} үчүн суроолордун ичинен бирөө да бул пландын бөлүктөрүнө (area, process) кирбейт.",
        ru: "Среди заданий нет ни одного из частей плана (area, process) для {found}.",
        en: "None of the items stands in a part (area, process) of the blueprint of {found}.")
    case .layoutChanges:
      .error(
        ky: "{found}: бул файлды мазмунун өзгөртпөй жайгаштыра албай койдум, ал мурунку бойдон калды.",
        ru: "{found}: не удалось оформить файл, не изменив смысла; он остался прежним.",
        en: "{found} couldn't be laid out without changing what it says; it is as it was.")
    case .fileIsThere:
      .error(
        ky: "{found} деген файл бар, анын үстүнөн жазылбайт.", ru: "Файл {found} уже есть, поверх него не пишут.",
        en: "{found} is there already and isn't written over.",
        advice: Template(
          ky: "Башка ат бериңиз: -o ЖАҢЫ.xml", ru: "Дайте другое имя: -o НОВЫЙ.xml", en: "Give another name: -o NEW.xml"
        ))
    }
  }
}
