import ArgumentParser
import Diagnostics
import Documents
import Expressions
import Instruments
import Scoring
import Storage
import Texts

/// `synak map`: the routing of an instrument as a picture.
struct MapCommand: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draw the way through an instrument: sections, questions, conditions and jumps.",
    discussion: """
      In the terminal a tree is drawn, each condition in words before what it leads to. As SVG it is a picture for a browser
      or a document, with its text inside for those who can't see it. What is never shown is marked.

      Examples:
        synak map parents-2025 -l ru
        synak map instruments/parent-survey.xml -o parents.svg
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case svg, text }

  @Argument(help: ArgumentHelp("A file, or the id of a shipped instrument.", valueName: "instrument"))
  var instrument: String

  @Option(
    help: ArgumentHelp(
      "svg or text; where nothing is said, svg for a file and text for the terminal.", valueName: "format"))
  var format: Format?

  @OptionGroup var file: DocumentOutput
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let outcome = try InstrumentChoice(name: instrument).outcome(language)
    let checked = try outcome.usable(instrument, in: language)
    let own = try languages.language(of: checked.delivery.form)
    let explainer = InstrumentExplainer(checked, in: own)
    let map = RouteMap(
      Paper(checked.delivery, language: own), wording: checked.wording(in: own),
      neverShown: NeverShown.ids(in: checked.delivery.form, outcome.findings),
      pace: { explainer.paceLines(of: $0).map { "\($0.label): \($0.text)" } })
    switch format ?? (file.output == nil ? .text : .svg) {
    case .svg: try file.write(try RouteMapSVG(map).bytes(), in: language)
    case .text:
      let lines = RouteMapText.lines(map)
      guard file.output != nil else { return Output.print(lines.joined(separator: "\n")) }
      try file.write(Array((lines.joined(separator: "\n") + "\n").utf8), in: language)
    }
  }
}

/// What the checker found never to be shown.
enum NeverShown {
  static func ids(in form: Form, _ findings: [Diagnostic]) -> Set<Symbol> {
    let places = findings.filter { $0.code == ExpressionFinding.neverShown.rawValue }.compactMap(\.place)
    func holds(_ source: SourceText?) -> Bool {
      guard let own = source?.place else { return false }
      return places.contains { place in
        place.line == own.line && (own.column...(own.column + max(1, own.length))).contains(place.column)
      }
    }
    var ids: Set<Symbol> = []
    for section in form.sections {
      if holds(section.showIf) { ids.insert(section.id) }
      for block in section.blocks where holds(block.showIf) { ids.insert(block.id) }
    }
    return ids
  }
}
