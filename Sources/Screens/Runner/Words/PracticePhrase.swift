import Texts

/// The words of the practice question: short, for who has never sat at a keyboard.
enum PracticePhrase: PhraseCatalogue {
  case title, counts, offer, begin, tryKeys, move, choose, takeBack, mark, ready, skip, question, chair, apple, book
  case lineHow, lineGood

  var template: Template {
    switch self {
    case .title: Template(ky: "Машыгуу", ru: "Тренировка", en: "Practice")
    case .counts:
      Template(
        ky: "Бул суроо эсептелбейт: баскычтарды сынап көрүңүз.",
        ru: "Этот вопрос не оценивается: попробуйте клавиши.",
        en: "This question does not count: try the keys.")
    case .offer: Template(ky: "Баштайлыбы?", ru: "Начнём?", en: "Shall we begin?")
    case .begin: Template(ky: "Ооба, баштоо", ru: "Да, начать", en: "Yes, begin")
    case .tryKeys:
      Template(
        ky: "Адегенде баскычтарды сынап көрүү", ru: "Сначала попробовать клавиши", en: "Try the keys first")
    case .move:
      Template(
        ky: "{down} баскычын басыңыз: белги ылдый жылат.", ru: "Нажмите {down}: указатель пойдёт вниз.",
        en: "Press {down}: the pointer goes down.")
    case .choose:
      Template(
        ky: "Жообуңуздун номерин басыңыз: 1, 2 же 3.", ru: "Нажмите номер своего ответа: 1, 2 или 3.",
        en: "Press the number of your answer: 1, 2 or 3.")
    case .takeBack:
      Template(
        ky: "Жоопту кайра алуу: Backspace басыңыз.", ru: "Уберите ответ: нажмите Backspace.",
        en: "Take the answer back: press Backspace.")
    case .mark:
      Template(
        ky: "Кийин кароо үчүн белги коюңуз: F3 басыңыз.", ru: "Отметьте вопрос, чтобы вернуться к нему: F3.",
        en: "Mark the question to look at it later: press F3.")
    case .ready:
      Template(
        ky: "Баары туура! Чыныгы суроолорго өтүү: Enter.", ru: "Всё получилось! К настоящим вопросам: Enter.",
        en: "Well done! On to the real questions: Enter.")
    case .skip: Template(ky: "өткөрүп жиберүү", ru: "пропустить", en: "skip")
    case .question: Template(ky: "Кайсынысы жемиш?", ru: "Что здесь фрукт?", en: "Which of these is a fruit?")
    case .chair: Template(ky: "отургуч", ru: "стул", en: "a chair")
    case .apple: Template(ky: "алма", ru: "яблоко", en: "an apple")
    case .book: Template(ky: "китеп", ru: "книга", en: "a book")
    case .lineHow:
      Template(
        ky: "Жооптун номерин жазып, Enter басыңыз. Өткөрүп жиберүү: бош Enter.",
        ru: "Напишите номер ответа и нажмите Enter. Пропустить: просто Enter.",
        en: "Type the number of the answer and press Enter. To skip: Enter alone.")
    case .lineGood:
      Template(
        ky: "Жакшы! Эми чыныгы суроолор.", ru: "Хорошо! Теперь настоящие вопросы.",
        en: "Good! Now the real questions.")
    }
  }
}
