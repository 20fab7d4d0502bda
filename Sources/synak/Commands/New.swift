import ArgumentParser
import Diagnostics
import Formats
import Foundation
import Instruments
import Storage
import Texts

/// `synak new`: a file to start from.
struct New: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a new test, questionnaire, observation or expert assessment.",
    discussion: """
      Writes a small whole instrument with a comment at every new thing, in your language. It checks without a mistake, so
      that whatever goes wrong next is what you changed last. A file that is there is never written over.

      Examples:
        synak new                                  (which kinds there are)
        synak new test -o fractions-5.xml
        synak new questionnaire --id meals-2026 --languages "ky ru en" -l ky
      """)

  @Argument(
    help: ArgumentHelp("What to begin: test, questionnaire, observation, expert-assessment.", valueName: "kind"))
  var kind: Method?

  @Option(help: ArgumentHelp("The id of the instrument: Latin letters, digits and hyphens.", valueName: "id"))
  var id: String?

  @Option(name: .customLong("languages"), help: ArgumentHelp("The languages of its texts.", valueName: "list"))
  var texts: String = "ky ru"

  @Option(
    name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    guard let kind else {
      Output.print(NewPhrase.kinds.text(in: language))
      return
    }
    let chosen = texts.split(whereSeparator: { $0 == " " || $0 == "," }).map { Language(rawValue: String($0)) }
    guard !chosen.isEmpty, !chosen.contains(nil) else {
      throw ValidationError(NewPhrase.languages.text(in: language, ["given": texts]))
    }
    let name = output.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
    let template = InstrumentTemplate(
      kind, id: id ?? name.flatMap(Self.identifier) ?? "my-\(kind.rawValue)", languages: chosen.compactMap { $0 },
      author: language)
    guard let output else {
      Output.raw(Array(template.text.utf8))
      return
    }
    try OutputFile.create(output, Array(template.text.utf8), in: language)
    Output.print(NewPhrase.written.text(in: language, ["file": output]))
  }

  /// A file's name, where it may be the id of an instrument.
  private static func identifier(_ name: String) -> String? {
    let isPlain = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    return isPlain && name.first?.isLetter == true ? name : nil
  }
}

extension Method: ExpressibleByArgument {}

/// What `new` says.
enum NewPhrase: PhraseCatalogue {
  case kinds, written, languages

  var template: Template {
    switch self {
    case .kinds:
      Template(
        ky: """
          synak new test                туура жооптору жана упайы бар тест
          synak new questionnaire       туура жообу жок сурамжылоо
          synak new observation         байкоочу толтурган барак: санак, убакыт, критерийлер
          synak new expert-assessment   деңгээлдери сүрөттөлгөн критерийлер боюнча баа
          """,
        ru: """
          synak new test                тест с верными ответами и баллами
          synak new questionnaire       опрос, где верных ответов нет
          synak new observation         лист наблюдателя: подсчёт, время, критерии
          synak new expert-assessment   оценка по критериям с описанными уровнями
          """,
        en: """
          synak new test                a test with right answers and points
          synak new questionnaire       a survey, where no answer is right
          synak new observation         an observer's sheet: tallies, times, criteria
          synak new expert-assessment   a judgement by criteria with described levels
          """)
    case .written:
      Template(
        ky: "{file} жазылды. Түзөтүп, текшериңиз: synak check {file}",
        ru: "Записано: {file}. Правьте и проверяйте: synak check {file}",
        en: "{file} is written. Change it and check: synak check {file}")
    case .languages:
      Template(
        ky: "«{given}» тилдердин тизмеси эмес; мисалы: ky ru en",
        ru: "«{given}» — не список языков; например: ky ru en",
        en: "“{given}” is no list of languages; for example: ky ru en")
    }
  }
}
