import Texts

/// What can be wrong with stop rules, limits of time and timed grids. `E386`–`E389` and the warnings from `W317`
package enum PaceFinding: String, Finding {
  case nothingStops = "E386"
  case unreachedWithoutStop = "E387"
  case stopNeverReached = "W317"

  package var rule: Rule {
    switch self {
    case .nothingStops:
      .error(
        ky: "«{found}» бөлүмүндө туура жообу айтылган тапшырма жок: каталарды санап токтотууга болбойт.",
        ru: "В разделе «{found}» нет заданий с ключом: считать ошибки для остановки не по чему.",
        en: "The section “{found}” has no item with a key: there are no mistakes to stop after.",
        advice: Template(
          ky: "Туура жоопторду жазыңыз же stop-after-missing колдонуңуз.",
          ru: "Укажите верные ответы или возьмите stop-after-missing.",
          en: "Say what is right, or use stop-after-missing."))
    case .unreachedWithoutStop:
      .error(
        ky: "«unreached» токтотуу эрежесине гана тиешелүү.", ru: "«unreached» нужен только при правиле остановки.",
        en: "“unreached” says something only beside a stop rule.",
        advice: Template(
          ky: "stop-after-wrong же stop-after-missing кошуңуз.",
          ru: "Добавьте stop-after-wrong или stop-after-missing.",
          en: "Add stop-after-wrong or stop-after-missing."))
    case .stopNeverReached:
      .warning(
        ky: "«{found}» бөлүмү катары менен {n} тапшырмадан кийин токтойт, бирок анда {count} гана бар: "
          + "ал эч качан токтобойт.",
        ru: "Раздел «{found}» останавливается после {n} подряд, но заданий в нём {count}: "
          + "он не остановится никогда.",
        en: "The section “{found}” stops after {n} in a row, but has {count} items: it never stops.")
    }
  }
}
