import Texts

/// What can be wrong with inputs that are given at a command. `E753`–`E755`
package enum InputFinding: String, Finding {
  case unknownInput = "E753"
  case badInput = "E754"
  case namesSomebody = "E755"

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
    }
  }
}
