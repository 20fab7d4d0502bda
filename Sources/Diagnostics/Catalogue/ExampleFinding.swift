import Texts

/// What comes out when an instrument's own examples are run. `E360`…`E369`
package enum ExampleFinding: String, Finding {
  case answerRefused = "E360"
  case answerToHidden = "E361"
  case otherValue = "E362"
  case otherLevel = "E363"
  case notShown = "E364"
  case notHidden = "E365"

  package var rule: Rule {
    switch self {
    case .answerRefused:
      .error(
        ky: "«{example}» мисалында {item} суроосуна «{found}» деген жооп кабыл алынбайт: {why}",
        ru: "В примере «{example}» ответ «{found}» на вопрос {item} не принимается: {why}",
        en: "In the example “{example}” the answer “{found}” to {item} is not taken: {why}")
    case .answerToHidden:
      .error(
        ky: "«{example}» мисалы {item} суроосуна жооп берет, бирок ал бул жерде көрсөтүлбөйт.",
        ru: "Пример «{example}» отвечает на вопрос {item}, но он здесь не показан.",
        en: "The example “{example}” answers {item}, which is not shown at that point.")
    case .otherValue:
      .error(
        ky: "«{example}» мисалында {item} {expected} болушу керек эле, бирок {actual} чыкты.",
        ru: "В примере «{example}» ожидалось {item} = {expected}, а получилось {actual}.",
        en: "The example “{example}” expects {item} to be {expected}, but it came to {actual}.",
        advice: Template(
          ky: "Же мисалды, же ачкычты жана упайларды оңдоңуз.", ru: "Исправьте либо пример, либо ключ и баллы.",
          en: "Mend either the example, or the key and its points."))
    case .otherLevel:
      .error(
        ky: "«{example}» мисалында {item} шкаласынын деңгээли «{expected}» болушу керек эле, бирок «{actual}» чыкты.",
        ru: "В примере «{example}» ожидался уровень «{expected}» шкалы {item}, а получился «{actual}».",
        en: "The example “{example}” expects the level “{expected}” of {item}, but it came to “{actual}”.")
    case .notShown:
      .error(
        ky: "«{example}» мисалында {item} көрсөтүлүшү керек эле, бирок жашырылган.",
        ru: "В примере «{example}» вопрос {item} должен быть показан, а он скрыт.",
        en: "The example “{example}” expects {item} to be shown, but it is hidden.")
    case .notHidden:
      .error(
        ky: "«{example}» мисалында {item} жашырылышы керек эле, бирок көрсөтүлөт.",
        ru: "В примере «{example}» вопрос {item} должен быть скрыт, а он показан.",
        en: "The example “{example}” expects {item} to be hidden, but it is shown.")
    }
  }
}
