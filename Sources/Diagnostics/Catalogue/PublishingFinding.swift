import Texts

/// Why an instrument can't be published. `E730`–`E739`
package enum PublishingFinding: String, Finding {
  case versionTaken = "E730"
  case otherFile = "E731"

  package var rule: Rule {
    switch self {
    case .versionTaken:
      .error(
        ky: "{found} {date} күнү жарыяланган, анын мазмуну башка эле.",
        ru: "{found} уже опубликовано {date} с другим содержанием.",
        en: "{found} was published on {date} with other content.",
        advice: Template(
          ky: "Файлда version дегенди көбөйтүңүз.", ru: "Поднимите version в файле.",
          en: "Raise the version in the file."))
    case .otherFile:
      .error(
        ky: "{found} деген файл бар, мазмуну башка: жарыяланган нерсе өзгөртүлбөйт.",
        ru: "Файл {found} уже есть и другой: опубликованное не меняют.",
        en: "{found} is there with other content: what is published isn't changed.")
    }
  }
}
