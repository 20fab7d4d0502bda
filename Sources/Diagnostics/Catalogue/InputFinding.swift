import Texts

/// What can be wrong with inputs that are given at a command. `E753`–`E757`
package enum InputFinding: String, Finding {
  case unknownInput = "E753"
  case badInput = "E754"
  case namesSomebody = "E755"
  case noValue = "E756"
  case smallClass = "E757"

  package var rule: Rule {
    switch self {
    case .unknownInput:
      .error(
        ky: "Куралда «{found}» деген киргизилүүчү маалымат (input) жок.",
        ru: "В инструменте нет входного данного (input) «{found}».",
        en: "The instrument has no input “{found}”.")
    case .badInput:
      .error(
        ky: "{id}: «{found}» мындай маани боло албайт.", ru: "{id}: «{found}» — не его значение.",
        en: "“{found}” is no value of {id}.")
    case .namesSomebody:
      .error(
        ky: "Жашыруун сурамжылоодо «{found}» берилбейт: андан кимдиги билинип калышы мүмкүн.",
        ru: "В анонимном опросе «{found}» не задают: по нему можно узнать человека.",
        en: "An anonymous survey is never given “{found}”: it may tell who answers.")
    case .noValue:
      .error(
        ky: "«{found}» маанисиз берилди.", ru: "«{found}» дано без значения.",
        en: "“{found}” is given without a value.",
        advice: Template(
          ky: "Мындай жазыңыз: --input grade=4", ru: "Пишите так: --input grade=4", en: "Write it so: --input grade=4"))
    case .smallClass:
      .error(
        ky:
          "«{found}» классында окуучу {least}дөн аз: жашыруун сурамжылоодо класс алардын кимиси экенин билдирип коёт.",
        ru: "В классе «{found}» меньше {least} учеников: в анонимном опросе класс выдал бы, кто отвечает.",
        en: "The class “{found}” has fewer than {least} pupils: in an anonymous survey it would tell who answers.")
    }
  }
}
