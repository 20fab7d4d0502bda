import ArgumentParser
import Diagnostics
import Documents
import Expressions
import Foundation
import Instruments
import Scoring
import Texts

/// `synak print`: an instrument on paper, with its sheet, its key and its guide.
struct Print: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Make the paper of a test or survey, its answer sheet, its key and its marking guide.",
    discussion: """
      Writes one file that any browser opens and prints on A4, or one that LibreOffice opens to be changed first. Without --variant everything stands in the order in which it
      was written; a variant shuffles and draws as a session would, and the sheet, the key and the guide of the same number
      go with it. Routing is said in words, and arrows tell where to go on.

      Examples:
        synak print instruments/math-4-diagnostic.xml -l ky -o paper.html
        synak print instruments/math-4-diagnostic.xml --variant 2 --what key -o key-2.html
        synak print parents-2025 --what form -l ru -o parents.html
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case paper
    case answerSheet = "answer-sheet"
    case key, guide, form
  }

  @Argument(help: ArgumentHelp("A file, or the id of a shipped instrument.", valueName: "instrument"))
  var instrument: String

  @Option(
    help: ArgumentHelp(
      "paper, answer-sheet, key, guide or form; a test's paper or another instrument's form where nothing is said.",
      valueName: "kind"))
  var what: Kind?

  @Option(
    name: [.customLong("variant"), .customLong("seed")],
    help: ArgumentHelp("Which draw of what is shuffled and drawn.", valueName: "n"))
  var variant: UInt64?

  @Option(
    help: ArgumentHelp("html, or odt: Flat ODF, which LibreOffice opens, best named .fodt.", valueName: "format"))
  var format: PaperFormat?

  @OptionGroup var file: DocumentOutput
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let checked = try InstrumentChoice(name: instrument).checked(language)
    let form = checked.delivery.form
    let paperLanguage = try languages.language(of: form)
    let points = checked.scoring.items.map { ($0.slot, $0.points) }
    let paper = Paper(
      checked.delivery, points: Dictionary(points) { first, _ in first }, language: paperLanguage, variant: variant)
    let marking = MarkingDocuments(paper, of: checked)
    let kind = what ?? (form.method == .test ? .paper : .form)
    if marking.isEmpty, kind == .key || kind == .guide {
      throw Failure(of: DocumentFinding.nothingToMark, found: form.id.text, in: language)
    }
    let wording = checked.wording(in: paperLanguage)
    let document =
      switch kind {
      case .paper: PaperDocument(paper, as: .paper, wording: wording).document
      case .form: PaperDocument(paper, as: .form, wording: wording).document
      case .answerSheet: AnswerSheet(paper).document
      case .key: marking.key
      case .guide: marking.guide
      }
    let pictures = PictureFiles.read(of: form, file: instrument)
    switch format ?? PaperFormat(ofFile: file.output) {
    case .html: try file.write(document, pictures: pictures, in: language)
    case .odt: try file.write(try FlatODFWriter(pictures: pictures).bytes(document), in: language)
    }
  }
}

/// What papers are written as.
enum PaperFormat: String, ExpressibleByArgument, CaseIterable {
  case html, odt

  /// As the file's name says; a page where it says nothing.
  init(ofFile path: String?) {
    let ending = path?.split(separator: ".").last?.lowercased()
    self = ending == "fodt" || ending == "odt" ? .odt : .html
  }
}
