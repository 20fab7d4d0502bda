import ArgumentParser
import Documents
import Expressions
import Instruments
import Storage
import Texts

/// `synak codebook`: what stands in the exports of an instrument.
struct CodebookCommand: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "Describe every variable: its codes, its missing values, who was asked, and what is made of it.",
    discussion: """
      The names are those of “synak export”. HTML is for reading and printing; CSV is one table, a row a code; DDI is
      DDI-Codebook 2.5 XML with the words of all the instrument's languages, for archives and statistical programs.

      Examples:
        synak codebook parents-2025 -l ru -o codebook.html
        synak codebook instruments/parent-survey.xml --format ddi -o parents.xml
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case html, csv, ddi }

  @Argument(help: ArgumentHelp("A file, or the id of a shipped instrument.", valueName: "instrument"))
  var instrument: String

  @Option(help: ArgumentHelp("html, csv or ddi.", valueName: "format"))
  var format = Format.html

  @OptionGroup var file: DocumentOutput
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let checked = try InstrumentChoice(name: instrument).checked(language)
    let form = checked.delivery.form
    let own = try languages.language(of: form)
    func codebook(_ language: Language) -> Codebook {
      CodebookMaker(checked, in: language) { Export.column(ofAnswer: $0, isAnonymous: form.isAnonymous) }.codebook
    }
    switch format {
    case .html: try file.write(CodebookDocument(codebook(own)).document, pictures: [:], in: language)
    case .csv:
      let rows = CodebookRows.rows(codebook(own)).map { row in
        zip(CodebookRows.columns, row).map { column, text -> ExportTable.Cell in
          let number = CodebookRows.numbers.contains(column) ? Decimal64(text) : nil
          return number.map { .value(.decimal($0)) } ?? .text(text)
        }
      }
      let table = ExportTable(columns: CodebookRows.columns, rows: rows)
      try file.write(CSVWriter(hasByteOrderMark: file.output != nil).bytes(table), in: language)
    case .ddi:
      let others = form.languages.filter { $0 != own }
      try file.write(try DDIWriter.bytes(([own] + others).map(codebook)), in: language)
    }
  }
}
