import Texts

/// What can be wrong with a translation that comes back. `E720`–`E727`
package enum TranslationFinding: String, Finding {
  case notXLIFF = "E720"
  case wrongLanguages = "E721"
  case sourceChanged = "E722"
  case markLost = "E723"
  case markAdded = "E724"
  case unknownUnit = "E725"
  case sameLanguage = "E726"
  case nothingToTranslate = "E727"

  package var rule: Rule {
    switch self {
    case .notXLIFF:
      .error(
        ky: "Бул XLIFF 2 файлы эмес: <{found}> менен башталат.", ru: "Это не файл XLIFF 2: он начинается с <{found}>.",
        en: "This is no XLIFF 2 file: it begins with <{found}>.",
        advice: Template(
          ky: "«synak translate export» мындай файлды түзөт.", ru: "Такой файл создаёт «synak translate export».",
          en: "“synak translate export” makes such a file."))
    case .wrongLanguages:
      .error(
        ky: "Файлда кайсы тилден кайсы тилге экени айтылган эмес: srcLang, trgLang («{found}»).",
        ru: "В файле не сказано, с какого языка на какой: srcLang, trgLang («{found}»).",
        en: "The file doesn't say from which language to which: srcLang, trgLang (“{found}”).")
    case .sourceChanged:
      .error(
        ky: "«{found}»: файл чыгарылгандан бери баштапкы текст өзгөргөн, котормо эски текстке таандык.",
        ru: "«{found}»: исходный текст изменился с тех пор, как файл был выгружен; перевод относится к прежнему.",
        en: "“{found}”: its text has changed since the export; the translation is of the old one.",
        advice: Template(
          ky: "Кайра чыгарып, котормону толуктаңыз.", ru: "Выгрузите заново и дополните перевод.",
          en: "Export again and complete the translation."))
    case .markLost:
      .error(
        ky: "«{found}»: котормодо {mark} жоголуп калган.", ru: "«{found}»: в переводе пропало {mark}.",
        en: "“{found}”: the translation lost {mark}.")
    case .markAdded:
      .error(
        ky: "«{found}»: котормодо ашыкча {mark} бар.", ru: "«{found}»: в переводе лишнее {mark}.",
        en: "“{found}”: the translation has an extra {mark}.")
    case .unknownUnit:
      .error(
        ky: "Инструментте «{found}» деген текст жок.", ru: "В инструменте нет текста «{found}».",
        en: "The instrument has no text “{found}”.")
    case .sameLanguage:
      .error(
        ky: "--from менен --to бирдей тил: «{found}».", ru: "--from и --to — один и тот же язык: «{found}».",
        en: "--from and --to are the same language: “{found}”.")
    case .nothingToTranslate:
      .error(
        ky: "Файлда «{found}» тилинде бир да текст жок.", ru: "В файле нет ни одного текста на «{found}».",
        en: "The file has no text in “{found}”.")
    }
  }
}
