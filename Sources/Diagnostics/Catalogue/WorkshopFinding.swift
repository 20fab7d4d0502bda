import Texts

/// What can be wrong in the methodist's workshop: new files, explanations, previews, banks. `E740`–`E759`
package enum WorkshopFinding: String, Finding {
  case unknownElement = "E740"
  case fileIsThere = "E741"
  case unknownCode = "E742"

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
