import Texts

/// What can be wrong with the pictures of an instrument: their files, and how much room they and tables take. `E522`–`E539`,
/// `W504`–`W519`
package enum PictureFinding: String, Finding {
  case missingFile = "E522"
  case leadsOut = "E523"
  case tooLarge = "W504"
  case wideDrawing = "W505"
  case wideTable = "W506"

  package var rule: Rule {
    switch self {
    case .missingFile:
      .error(
        ky: "«{found}» деген сүрөт куралдын жанында жок.", ru: "Рисунка «{found}» рядом с инструментом нет.",
        en: "There is no picture “{found}” beside the instrument.")
    case .leadsOut:
      .error(
        ky: "«{found}» сүрөтү куралдын папкасынан сыртта жатат.", ru: "Рисунок «{found}» лежит вне папки инструмента.",
        en: "The picture “{found}” lies outside the instrument's folder.",
        advice: Template(
          ky: "Шилтеме эмес, файлдын өзүн папкага салыңыз.", ru: "Положите в папку сам файл, а не ссылку.",
          en: "Put the file itself into the folder, not a link to it."))
    case .tooLarge:
      .warning(
        ky: "«{found}» сүрөтү өтө чоң: {size} КБ. {limit} КБ жетиштүү.",
        ru: "Рисунок «{found}» слишком велик: {size} КБ. Достаточно {limit} КБ.",
        en: "The picture “{found}” is large: {size} KB. {limit} KB is enough.")
    case .wideDrawing:
      .warning(
        ky: "Чийме {width} белги, экранга {limit} гана батат.",
        ru: "Рисунок шириной {width} знаков, а помещается {limit}.",
        en: "The drawing is {width} characters wide; {limit} fit.")
    case .wideTable:
      .warning(
        ky: "Таблица кеминде {width} белги ээлейт, экранга {limit} гана батат.",
        ru: "Таблице нужно хотя бы {width} знаков, а помещается {limit}.",
        en: "The table needs at least {width} characters; {limit} fit.",
        advice: Template(
          ky: "Тилкелерди азайтыңыз же сөздөрдү кыскартыңыз.", ru: "Уберите столбцы или сократите слова.",
          en: "Leave out columns or shorten the words."))
    }
  }
}
