import Texts

/// The words around questions that follow the answers.
extension RunnerPhrase {
  var choiceTemplate: Template? {
    switch self {
    case .choiceStands:
      Template(
        ky: "Кийинки суроолор жоопторго жараша тандалган, артка кайтууга болбойт.",
        ru: "Следующие вопросы выбраны по ответам, вернуться назад нельзя.",
        en: "The next questions were chosen by your answers: there is no going back.")
    case .choiceBegins:
      Template(
        ky: "Бул бөлүмдө кийинки суроо жообуңузга жараша тандалат, артка кайтууга болбойт.",
        ru: "Здесь следующий вопрос выбирается по вашему ответу, вернуться назад нельзя.",
        en: "Here each next question is chosen by your answer: there is no going back.")
    case .choiceWaits:
      Template(
        ky: "Кийинки суроо али тандала элек. Кайра аракет кылыңыз.",
        ru: "Следующий вопрос пока не выбран. Попробуйте ещё раз.",
        en: "The next question isn't chosen yet. Please try again.")
    case .passPartTitle:
      Template(
        ky: "Кийинки бөлүмгө өтөсүзбү?", ru: "Перейти к следующей части?", en: "Go on to the next part?")
    case .passQuestionTitle:
      Template(
        ky: "Суроо жоопсуз калды. Мындан ары өтөсүзбү?", ru: "Вопрос остался без ответа. Идти дальше?",
        en: "The question has no answer. Go on?")
    case .passForGood:
      Template(
        ky: "Өткөндөн кийин бул жерге кайтууга болбойт.", ru: "Потом вернуться сюда будет нельзя.",
        en: "Afterwards there is no coming back here.")
    case .passPart: Template(ky: "Кийинки бөлүмгө", ru: "К следующей части", en: "On to the next part")
    case .passQuestion: Template(ky: "Жоопсуз өтүү", ru: "Дальше без ответа", en: "Go on without an answer")
    default: nil
    }
  }
}
