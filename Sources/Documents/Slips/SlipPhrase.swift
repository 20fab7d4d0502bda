import Texts

/// What stands on a slip beside its code.
enum SlipPhrase: PhraseCatalogue {
  case howToType, personal, anonymous, anonymousOnce

  var template: Template {
    switch self {
    case .howToType:
      Template(
        ky: "Бул кодду компьютерде териңиз. Чоң же кичине тамга, кирилл же латын — баары бир, сызыкча керек эмес.",
        ru:
          "Наберите этот код на компьютере. Большие или маленькие буквы, кириллица или латиница — всё равно, дефисы не нужны.",
        en:
          "Type this code at the computer. Capital or small, Latin or Cyrillic: all the same, and without hyphens too.")
    case .personal:
      Template(
        ky: "Бул код сиздики гана: башкага бербеңиз. Иш үзүлүп калса, ошол эле код менен улантасыз.",
        ru: "Этот код только ваш: не передавайте его. Если работа прервётся, продолжите с тем же кодом.",
        en: "This code is yours alone: give it to nobody. If you are interrupted, the same code goes on.")
    case .anonymous:
      Template(
        ky: "Жоопторуңуз жашыруун: аларды ким жазганын эч ким биле албайт.",
        ru: "Ответы анонимны: никто не узнает, кто их дал.",
        en: "The answers are anonymous: nobody can find out who gave them.")
    case .anonymousOnce:
      Template(
        ky:
          "Жоопторуңуз жашыруун: аларды ким жазганын эч ким биле албайт. Код бир жолу жарайт; үзүлүп калса, кайра териңиз.",
        ru: "Ответы анонимны: никто не узнает, кто их дал. Код годится один раз; если прервётесь, наберите его снова.",
        en:
          "The answers are anonymous: nobody can find out who gave them. The code is good once; if interrupted, type it "
          + "again.")
    }
  }
}
