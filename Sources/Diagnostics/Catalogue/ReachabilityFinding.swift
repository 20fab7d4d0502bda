import Texts

/// What conditions come to when they are taken together. `W330`–`W332`, `N331`.
package enum ReachabilityFinding: String, Finding {
  case neverReached = "W330"
  case undecided = "N331"
  case mayComeLater = "W332"

  package var rule: Rule {
    switch self {
    case .neverReached:
      .warning(
        ky: "«{found}» эч качан көрүнбөйт: анын шарты ал окуган жооптор берилүүчү шарттарга каршы келет.",
        ru:
          "«{found}» никогда не показывается: его условие противоречит тем, при которых даются ответы, которые оно читает.",
        en:
          "“{found}” is never shown: its condition contradicts those under which the answers that it reads are given.",
        advice: Template(
          ky: "synak explain буйругу шарттарды сөз менен айтат.",
          ru: "Команда synak explain расскажет условия словами.", en: "synak explain says the conditions in words."))
    case .mayComeLater:
      .warning(
        ky: "«{found}» аралаштырылган иретте «{read}» суроосунан мурун келиши мүмкүн, анда анын жообун окуй албайт.",
        ru: "В перемешанном порядке «{found}» может оказаться раньше «{read}», ответ которого читает.",
        en: "In a shuffled order “{found}” may come before “{read}”, whose answer it reads.",
        advice: Template(
          ky: "Экөөнө тең fixed=\"yes\" деп жазыңыз: ошондо жазылган ирети сакталат.",
          ru: "Напишите обоим fixed=\"yes\": тогда порядок останется как написан.",
          en: "Write fixed=\"yes\" at both: then they keep the written order."))
    case .undecided:
      .note(
        ky: "«{found}» качандыр бир убакта көрүнөбү — аны алдын ала айтуу мүмкүн эмес: шартта эсептөө бар.",
        ru: "Показывается ли «{found}» хоть когда-нибудь, заранее не решить: в условии есть вычисления.",
        en: "Whether “{found}” is ever shown can't be decided beforehand: its condition computes.")
    }
  }
}
