package import Administration
import Expressions
import Instruments
package import Texts

/// The words for everything that a session refuses.
enum RefusalPhrase: PhraseCatalogue {
  case notStarted, alreadyStarted, alreadySealed, notSealed, isSuspended, notSuspended, isPaused, notPaused,
    noTimeToGive, timeReversed
  case noSuchItem, noSuchElement, noSuchLanguage, notShown, notReached, wrongPath, wrongAttempt
  case checkFailed, needsConfirmation, nothingToConfirm, required, cannotFill, unbalancedRest, unbalancedTooMuch
  case unknownOption, orderUnfinished
  case timeOver, elementClosed, timeNotOver, cellsUnfinished
  case behindChoice, choiceOpen

  var template: Template {
    switch self {
    case .notStarted:
      Template(ky: "Иш али баштала элек.", ru: "Работа ещё не начата.", en: "The work has not begun yet.")
    case .alreadyStarted: Template(ky: "Иш башталган.", ru: "Работа уже начата.", en: "The work has begun already.")
    case .alreadySealed:
      Template(
        ky: "Иш тапшырылган, жооптор мындан ары өзгөрбөйт.", ru: "Работа уже сдана, ответы больше не меняются.",
        en: "The work is handed in; its answers don't change any more.")
    case .notSealed:
      Template(ky: "Иш али тапшырыла элек.", ru: "Работа ещё не сдана.", en: "The work is not handed in yet.")
    case .isSuspended: Template(ky: "Иш токтотулган.", ru: "Работа приостановлена.", en: "The work is suspended.")
    case .notSuspended:
      Template(ky: "Иш токтотулган эмес.", ru: "Работа не приостановлена.", en: "The work is not suspended.")
    case .isPaused:
      Template(
        ky: "Көзөмөлчү ишти токтотуп турат.", ru: "Наблюдающий остановил работу.",
        en: "The proctor has stopped the work.")
    case .notPaused:
      Template(
        ky: "Көзөмөлчү ишти токтоткон эмес.", ru: "Наблюдающий не останавливал работу.",
        en: "The proctor has not stopped the work.")
    case .noTimeToGive:
      Template(
        ky: "Бул иште убакыт чектелген эмес.", ru: "Время этой работы не ограничено.",
        en: "This work has no time limit.")
    case .timeReversed:
      Template(
        ky: "Компьютердин сааты артка кетти.", ru: "Часы компьютера пошли назад.",
        en: "The computer's clock ran backwards.")
    case .noSuchItem: Template(ky: "Мындай суроо жок.", ru: "Такого вопроса нет.", en: "There is no such question.")
    case .noSuchElement:
      Template(
        ky: "Бул суроо азыр көрсөтүлбөйт.", ru: "Этот вопрос сейчас не показан.", en: "This question is not shown now.")
    case .noSuchLanguage:
      Template(
        ky: "Бул тилде суроолор жок: {language}.", ru: "На этом языке вопросов нет: {language}.",
        en: "There are no questions in this language: {language}.")
    case .notShown:
      Template(
        ky: "Бул суроо азыр көрсөтүлбөйт, ага жооп берилбейт.",
        ru: "Этот вопрос сейчас не показан, отвечать на него не нужно.",
        en: "This question is not shown now and takes no answer.")
    case .notReached:
      Template(
        ky: "Бөлүм мындан мурун токтотулган, бул суроого жооп берилбейт.",
        ru: "Раздел остановлен раньше, отвечать на этот вопрос не нужно.",
        en: "The section was stopped before this question; it takes no answer.")
    case .wrongPath:
      Template(
        ky: "Суроонун мындай кайталоосу жок.", ru: "Такого повторения вопроса нет.",
        en: "The question has no such repetition.")
    case .wrongAttempt: Template(ky: "Бул аракет жабык.", ru: "Эта попытка закрыта.", en: "This attempt is closed.")
    case .checkFailed:
      Template(
        ky: "Жооп туура келбейт, текшериңиз.", ru: "Ответ не подходит, проверьте его.",
        en: "The answer does not fit: please check it.")
    case .needsConfirmation:
      Template(
        ky: "Жоопту текшерип, ырастаңыз.", ru: "Проверьте ответ и подтвердите его.",
        en: "Check the answer and confirm it.")
    case .nothingToConfirm:
      Template(ky: "Ырастай турган эч нерсе жок.", ru: "Подтверждать нечего.", en: "There is nothing to confirm.")
    case .required:
      Template(
        ky: "Бул суроого жооп берүү керек.", ru: "На этот вопрос нужно ответить.", en: "This question needs an answer.")
    case .behindChoice:
      Template(
        ky: "Кийинки суроолор ушул жоопко жараша тандалган, ал эми өзгөрбөйт.",
        ru: "Следующие вопросы выбраны по этому ответу, он больше не меняется.",
        en: "The next questions were chosen by this answer; it can't be changed any more.")
    case .choiceOpen:
      Template(
        ky: "Бул аягы эмес: алдыда дагы суроолор бар.", ru: "Это ещё не конец: впереди есть вопросы.",
        en: "This isn't the end: more questions are to come.")
    case .cannotFill:
      Template(
        ky: "Бул жерге суроо коюуга болбойт.", ru: "Сюда нельзя поставить вопрос.", en: "No question can be put here.")
    case .unbalancedRest:
      Template(
        ky: "Суммасы толук эмес: дагы {rest} бөлүштүрүңүз.", ru: "Сумма неполная: распределите ещё {rest}.",
        en: "The sum is short: give out {rest} more.")
    case .unbalancedTooMuch:
      Template(
        ky: "Сумма ашып кетти: {rest} кемитиңиз.", ru: "Сумма больше нужной: уберите {rest}.",
        en: "The sum is too large: take {rest} away.")
    case .cellsUnfinished:
      Template(
        ky: "Акыркы окулган уячага барып, Enter басыңыз.",
        ru: "Встаньте на последнюю прочитанную клетку и нажмите Enter.",
        en: "Go to the last cell that was read and press Enter.")
    case .timeOver:
      Template(
        ky: "Бул суроонун убактысы бүттү, жообу мындан ары өзгөрбөйт.",
        ru: "Время на этот вопрос вышло, ответ на него больше не меняется.",
        en: "The time for this question is over; its answer doesn't change any more.")
    case .elementClosed:
      Template(
        ky: "Ал жердин убактысы бүттү, кайра кирүүгө болбойт.", ru: "Время там вышло, вернуться туда нельзя.",
        en: "The time there is over: there is no going back to it.")
    case .timeNotOver:
      Template(ky: "Убакыт али бүтө элек.", ru: "Время ещё не вышло.", en: "The time is not over yet.")
    case .unknownOption:
      Template(
        ky: "Мындай вариант жок: {found}.", ru: "Такого варианта нет: {found}.", en: "There is no such option: {found}."
      )
    case .orderUnfinished:
      Template(
        ky: "Бардыгын орду-ордуна коюңуз. Акыркысын кайра алуу: Backspace.",
        ru: "Поставьте всё на свои места. Убрать последний: Backspace.",
        en: "Give everything its place. Backspace takes the last one back.")
    }
  }
}

extension Refusal {
  /// The words for a refusal. (For a check that fails its author has better ones.)
  package func text(in language: Language) -> String {
    switch self {
    case .notStarted: RefusalPhrase.notStarted.text(in: language)
    case .alreadyStarted: RefusalPhrase.alreadyStarted.text(in: language)
    case .alreadySealed: RefusalPhrase.alreadySealed.text(in: language)
    case .notSealed: RefusalPhrase.notSealed.text(in: language)
    case .isSuspended: RefusalPhrase.isSuspended.text(in: language)
    case .notSuspended: RefusalPhrase.notSuspended.text(in: language)
    case .isPaused: RefusalPhrase.isPaused.text(in: language)
    case .notPaused: RefusalPhrase.notPaused.text(in: language)
    case .noTimeToGive: RefusalPhrase.noTimeToGive.text(in: language)
    case .timeReversed: RefusalPhrase.timeReversed.text(in: language)
    case .noSuchItem: RefusalPhrase.noSuchItem.text(in: language)
    case .noSuchElement: RefusalPhrase.noSuchElement.text(in: language)
    case .noSuchLanguage(let other): RefusalPhrase.noSuchLanguage.text(in: language, ["language": other.ownName])
    case .notShown: RefusalPhrase.notShown.text(in: language)
    case .notReached: RefusalPhrase.notReached.text(in: language)
    case .wrongPath: RefusalPhrase.wrongPath.text(in: language)
    case .wrongAttempt: RefusalPhrase.wrongAttempt.text(in: language)
    case .unacceptable(_, let problem): problem.text(in: language)
    case .checkFailed: RefusalPhrase.checkFailed.text(in: language)
    case .needsConfirmation: RefusalPhrase.needsConfirmation.text(in: language)
    case .nothingToConfirm: RefusalPhrase.nothingToConfirm.text(in: language)
    case .required: RefusalPhrase.required.text(in: language)
    case .timeOver: RefusalPhrase.timeOver.text(in: language)
    case .elementClosed: RefusalPhrase.elementClosed.text(in: language)
    case .timeNotOver: RefusalPhrase.timeNotOver.text(in: language)
    case .behindChoice, .elementBehindChoice: RefusalPhrase.behindChoice.text(in: language)
    case .choiceOpen: RefusalPhrase.choiceOpen.text(in: language)
    case .cannotFill: RefusalPhrase.cannotFill.text(in: language)
    case .unbalanced(_, let rest):
      (rest.isNegative ? RefusalPhrase.unbalancedTooMuch : .unbalancedRest).text(
        in: language, ["rest": NumberFormat.text("\(rest.isNegative ? rest.negated ?? rest : rest)", in: language)])
    }
  }
}

extension EntryProblem {
  package func text(in language: Language) -> String {
    switch self {
    case .answer(let problem): problem.text(in: language)
    case .noSuchOption(let typed): RefusalPhrase.unknownOption.text(in: language, ["found": typed])
    case .orderUnfinished: RefusalPhrase.orderUnfinished.text(in: language)
    case .cellsUnfinished: RefusalPhrase.cellsUnfinished.text(in: language)
    case .refused(let refusal): refusal.text(in: language)
    }
  }
}
