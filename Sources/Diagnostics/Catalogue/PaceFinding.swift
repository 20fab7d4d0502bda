import Texts

/// What can be wrong with stop rules, limits of time, timed grids and repetitions. `E386`–`E389` and the warnings from `W317`
package enum PaceFinding: String, Finding {
  case nothingStops = "E386"
  case unreachedWithoutStop = "E387"
  case cellsDiffer = "E388"
  case atMostWithoutRepeat = "E389"
  case stopNeverReached = "W317"
  case moreThanRepeated = "W318"

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
    case .cellsDiffer:
      .error(
        ky: "«{found}» уячаларынын саны тилдерде ар башка: {counts}.",
        ru: "В «{found}» на разных языках разное число клеток: {counts}.",
        en: "“{found}” has different numbers of cells in its languages: {counts}.",
        advice: Template(
          ky: "Ар бир тилде бирдей сан болсун, эсеп салыштырылсын.",
          ru: "Сделайте их поровну, чтобы результаты можно было сравнить.",
          en: "Make them as many in each, so that results can be compared."))
    case .atMostWithoutRepeat:
      .error(
        ky: "«repeat-at-most» суроонун жообу санаган кайталоого гана тиешелүү.",
        ru: "«repeat-at-most» нужен только там, где повторения считает ответ.",
        en: "“repeat-at-most” says something only where an answer counts the repetitions.",
        advice: Template(
          ky: "repeat=\"суроонун аты\" кошуңуз же аны алып салыңыз.",
          ru: "Добавьте repeat=\"имя вопроса\" или уберите его.",
          en: "Add repeat=\"the id of a question\", or leave it out."))
    case .moreThanRepeated:
      .warning(
        ky: "«{found}» {most} көп болушу мүмкүн, бирок бөлүм {most} гана жолу суралат.",
        ru: "«{found}» может быть больше {most}, а раздел задают не больше {most} {most:раза|раз|раз}.",
        en: "“{found}” may be more than {most}, but the section is asked {most} {most:time|times} at most.",
        advice: Template(
          ky: "Суроого max коюңуз же repeat-at-most чоңойтуңуз.",
          ru: "Поставьте вопросу max или увеличьте repeat-at-most.",
          en: "Give the question a max, or make repeat-at-most larger."))
    case .stopNeverReached:
      .warning(
        ky: "«{found}» катары менен {n} тапшырмадан кийин токтойт, бирок анда {count} гана бар: "
          + "ал эч качан токтобойт.",
        ru: "«{found}» останавливается после {n} подряд, но заданий там {count}: этого не будет никогда.",
        en: "“{found}” stops after {n} in a row, but has {count} items: it never stops.")
    }
  }
}
