import Texts

/// Why a session can't be shown. `E750`–`E752`
package enum SessionFinding: String, Finding {
  case unknownSession = "E750"
  case severalSessions = "E751"
  case noSteps = "E752"

  package var rule: Rule {
    switch self {
    case .unknownSession:
      .error(
        ky: "«{found}» менен башталган отурум жок.", ru: "Нет сеанса, который начинается с «{found}».",
        en: "No session begins with “{found}”.",
        advice: Template(
          ky: "Барын «synak list sessions» көрсөтөт.", ru: "Все покажет «synak list sessions».",
          en: "“synak list sessions” shows all."))
    case .severalSessions:
      .error(
        ky: "«{found}» менен {n} отурум башталат.", ru: "С «{found}» начинается сеансов: {n}.",
        en: "{n} sessions begin with “{found}”.",
        advice: Template(
          ky: "Дагы бир нече цифрасын жазыңыз.", ru: "Наберите ещё несколько цифр.", en: "Type some more digits."))
    case .noSteps:
      .error(
        ky: "«{found}» отурумунун кадамдары сакталган эмес.", ru: "Шаги сеанса «{found}» не хранятся.",
        en: "The steps of the session “{found}” weren't kept.")
    }
  }
}
