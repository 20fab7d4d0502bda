import ArgumentParser
import Diagnostics
import Expressions
import Instruments
import Scoring
import TerminalUI
import Texts

/// `synak diff`: what a new version changes.
struct Diff: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What a new version of an instrument changes, and whether scores can still be compared.",
    discussion: """
      Told apart are what respondents see and what scores are made of. At the end stands whether scores from before and after
      can stand side by side: yes; if somebody judges that reworded questions are still the same; the scores but not the
      levels; or no. Layout, comments and examples make no difference.

      Example:  synak diff parents-2025.xml parents-2026.xml -l ky
      """)

  @Argument(help: ArgumentHelp("The version that was.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The version that is.", valueName: "new"))
  var new: String

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "For people (text) or for other programs (json).")
  var format = Format.text

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let (was, now) = (
      try InstrumentChoice(name: old).checked(language), try InstrumentChoice(name: new).checked(language)
    )
    let changes = InstrumentComparison.changes(from: was.instrument, to: now.instrument)
    switch format {
    case .text: Output.print(text(changes, was, now, language))
    case .json: Output.raw(try JSONDocument.bytes(ChangesDocument(changes, in: language)))
    }
  }

  private func text(
    _ changes: [InstrumentChange], _ was: CheckedInstrument, _ now: CheckedInstrument, _ language: Language
  ) -> String {
    let verdict = Comparability(changes).text(in: language)
    guard !changes.isEmpty else { return DiffPhrase.nothing.text(in: language) + "\n" + verdict }
    var lines: [String] = []
    for audience in InstrumentChange.Audience.allCases {
      let own = changes.filter { $0.audience == audience }
      guard !own.isEmpty else { continue }
      lines.append((audience == .respondents ? DiffPhrase.respondents : .scores).text(in: language))
      for change in own { lines += self.lines(for: change, was, now, language) }
      lines.append("")
    }
    return lines.joined(separator: "\n") + "\n" + verdict
  }

  private func lines(
    for change: InstrumentChange, _ was: CheckedInstrument, _ now: CheckedInstrument, _ language: Language
  ) -> [String] {
    let mark = [InstrumentChange.Effect.none: " ", .judgement: "?", .levels: "!", .breaks: "!"][change.effect] ?? " "
    var lines = ["\(mark) \(change.id): \(change.text(in: language))"]
    if case .condition = change.kind {
      // In words too: sources are for whoever wrote them.
      for (instrument, source) in [(was, change.old), (now, change.new)] where source != "–" {
        let told = InstrumentExplainer(instrument, in: language).explanation(of: change.id)?.lines.first {
          $0.source != nil
        }
        lines += hanging((source == change.old ? "- " : "+ ") + source + (told.map { " (\($0.text))" } ?? ""))
      }
      return lines
    }
    if !change.old.isEmpty { lines += hanging("- " + change.old) }
    if !change.new.isEmpty { lines += hanging("+ " + change.new) }
    return lines
  }

  private func hanging(_ text: String) -> [String] { wrap(text, width: 74).map { "      " + $0.string } }
}

/// What has changed, for other programs.
private struct ChangesDocument: Encodable {
  struct Entry: Encodable {
    var id: String
    var audience: String
    var effect: String
    var change: String
    var old: String
    var new: String
  }

  var comparable: String
  var changes: [Entry]

  init(_ changes: [InstrumentChange], in language: Language) {
    comparable = "\(Comparability(changes))"
    self.changes = changes.map { change in
      Entry(
        id: change.id.text, audience: "\(change.audience)", effect: "\(change.effect)",
        change: change.text(in: language), old: change.old, new: change.new)
    }
  }
}

/// The headings of `diff`.
enum DiffPhrase: PhraseCatalogue {
  case respondents, scores, nothing

  var template: Template {
    switch self {
    case .respondents: Template(ky: "Жооп берүүчүлөр үчүн", ru: "Для отвечающих", en: "For respondents")
    case .scores: Template(ky: "Упайлар үчүн", ru: "Для баллов", en: "For scores")
    case .nothing:
      Template(ky: "Эч нерсе өзгөргөн эмес.", ru: "Ничего не изменилось.", en: "Nothing has changed.")
    }
  }
}
