import ArgumentParser
import Diagnostics
import Expressions
import Instruments
import Scoring
import TerminalUI
import Texts

/// `synak explain`: what an instrument does, in words.
struct Explain: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say in words when a question is asked and what its answers earn.",
    discussion: """
      Without an id the whole instrument is told: what each section asks, under which condition, for how many points. With
      the id of a question, a section, a computed value or a scale, everything about it is told: when it is asked, what it
      takes, what is right and what partly right answers earn, which scales and data it goes to, and what reads it.

      Examples:
        synak explain instruments/parent-survey.xml
        synak explain instruments/math-4-diagnostic.xml m4 -l ky
      """)

  @Argument(help: ArgumentHelp("A file, or the id of a shipped instrument.", valueName: "instrument"))
  var instrument: String

  @Argument(help: ArgumentHelp("What to explain.", valueName: "id"))
  var id: String?

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let checked = try InstrumentChoice(name: instrument).checked(language)
    let explainer = InstrumentExplainer(checked, in: language)
    guard let id else {
      Output.print(Self.overview(explainer))
      return
    }
    guard let explanation = explainer.explanation(of: Symbol(id)) else {
      throw Failure(
        of: WorkshopFinding.unknownElement, found: id,
        suggestion: Similarity.nearest(to: id, among: explainer.ids.map(\.text)),
        in: language)
    }
    Output.print(Self.text(explanation))
  }

  private static let width = 80

  static func text(_ explanation: Explanation) -> String {
    var lines = [explanation.title]
    if !explanation.prompt.isEmpty { lines += hanging(explanation.prompt, by: 2) }
    lines.append("")
    for line in explanation.lines {
      lines += hanging("\(line.label): \(line.text)", by: 2)
      if let source = line.source { lines += hanging("← \(source)", by: 6) }
    }
    return lines.joined(separator: "\n")
  }

  static func overview(_ explainer: InstrumentExplainer) -> String {
    var lines = [explainer.title]
    for row in explainer.rows {
      if row.depth == 0 { lines.append("") }
      let words = row.text.isEmpty ? row.id : "\(row.id): \(row.text)"
      lines += hanging(words, by: row.depth * 2)
      let remarks = row.remarks.joined(separator: "; ")
      if !remarks.isEmpty { lines += hanging("(\(remarks))", by: row.depth * 2 + 4) }
    }
    return lines.joined(separator: "\n")
  }

  /// A paragraph that fits the page, all its lines moved in.
  private static func hanging(_ text: String, by indent: Int) -> [String] {
    wrap(text, width: width - indent).map { String(repeating: " ", count: indent) + $0.string }
  }
}
