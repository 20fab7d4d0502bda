import Texts

/// Why a document can't be made of an instrument. `E760`–`E769`
package enum DocumentFinding: String, Finding {
  case nothingToMark = "E760"
  case languageMissing = "E761"

  package var rule: Rule {
    switch self {
    case .nothingToMark:
      .error(
        ky: "«{found}» куралында туура жооп да, упай да жок: ачкыч да, колдонмо да чыкпайт.",
        ru: "В инструменте «{found}» нет ни верных ответов, ни баллов: ни ключа, ни руководства не составить.",
        en: "“{found}” has no right answers and no points, so there is no key and no guide to it.",
        advice: Template(
          ky: "Баракчаны өзүн басып чыгарыңыз: --what form", ru: "Напечатайте саму анкету: --what form",
          en: "Print the form itself: --what form"))
    case .languageMissing:
      .error(
        ky: "«{found}» куралынын «{language}» тилинде тексти жок.",
        ru: "В инструменте «{found}» нет текстов на «{language}».",
        en: "“{found}” has no texts in “{language}”.",
        advice: Template(
          ky: "Анын тилдери: {known}.", ru: "Его языки: {known}.", en: "Its languages are: {known}."))
    }
  }
}
