import Texts

/// The words around reading a long text and writing one.
extension RunnerPhrase {
  var textTemplate: Template? {
    switch self {
    case .linesLeft:
      Template(
        ky: "Ылдыйда дагы {n} сап бар", ru: "Ниже ещё {n} {n:строка|строки|строк}", en: "{n} more {n:line|lines} below")
    case .textEnd: Template(ky: "Тексттин аягы", ru: "Конец текста", en: "End of the text")
    case .passageWhole:
      Template(
        ky: "Тексттин баары жанында турат.", ru: "Весь текст виден рядом.", en: "The whole text stands beside.")
    case .nothingToUndo:
      Template(ky: "Кайтара турган эч нерсе жок.", ru: "Отменять больше нечего.", en: "There is nothing to undo.")
    case .nothingToRedo:
      Template(
        ky: "Кайра кыла турган эч нерсе жок.", ru: "Повторять больше нечего.", en: "There is nothing to do again.")
    case .largeOn:
      Template(
        ky: "Чоң басма. Тамгаларды чоңойтуу: Ctrl жана +.", ru: "Крупный вид. Увеличить буквы: Ctrl и +.",
        en: "Large print. To enlarge the letters: Ctrl and +.")
    case .largeOff: Template(ky: "Кадимки көрүнүш.", ru: "Обычный вид.", en: "Usual print.")
    case .noVoice:
      Template(
        ky: "Муну үн чыгарып окууга болбойт.", ru: "Это нельзя прочитать вслух.", en: "This can't be read aloud here.")
    case .hintAloud: Template(ky: "угуу", ru: "вслух", en: "aloud")
    default: nil
    }
  }
}
