import ArgumentParser
import Diagnostics
import Expressions
import Foundation
import Instruments
import Scoring
import Storage
import TerminalUI
import Texts

/// `synak judge`: raters give essays their points.
struct Judge: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Give essays their points, by their guide.",
    discussion: """
      Shows one essay after another with its guide, never with a name, and asks for the points of each criterion; “?” shows
      the levels again, “<” goes back one criterion, an empty line leaves the essay for later, “.” ends. What was given is on
      the disk before the next essay appears, and the scores and indicators follow at once.

      The last judgement of a rater counts, and of several raters the mean. Where two lie further apart than a third of the
      points, a third rater is asked for.

      Examples:
        synak judge --list
        synak judge kyrgyz-language-9 --rater m-0011
        synak judge --rater m-0011 --session 3f9a12c4 --item w1 --points idea=3,language=2
      """)

  @Argument(help: ArgumentHelp("Only the essays of this instrument.", valueName: "instrument"))
  var instrument: String?

  @Option(help: ArgumentHelp("Who judges.", valueName: "code"))
  var rater: String?

  @Flag(help: "Only list the essays and how far they are.")
  var list = false

  @Option(help: ArgumentHelp("The first digits of the session whose essay is meant.", valueName: "session"))
  var session: String?

  @Option(help: ArgumentHelp("The essay that is meant, where the session has several.", valueName: "id"))
  var item: String?

  @Option(help: ArgumentHelp("The points, for scripts.", valueName: "criterion=n,…"))
  var points: String?

  @Option(help: ArgumentHelp("A remark that is kept with the points.", valueName: "text"))
  var remark = ""

  @OptionGroup var school: SchoolOptions
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
    let all = try reportingFaults(in: language) { try office.essays(of: instrument.map { Symbol($0) }) }
    if list { return Output.print(table(all, language)) }
    guard let rater else { throw Failure(of: JudgingFinding.raterNeeded, in: language) }
    if let points { return try judge(points, by: rater, among: all, office, language) }
    let own = all.filter { essay in
      session.map { essay.session.id.hex.hasPrefix($0.lowercased()) }
        ?? (essay.isOpen && !essay.judgements.contains { $0.rater.text == rater })
    }
    guard !own.isEmpty else { throw Failure(of: JudgingFinding.nothingWaits, in: language) }
    try JudgingDialogue(office: office, rater: Symbol(rater), language: language).run(own)
  }

  private func table(_ essays: [Office.Essay], _ language: Language) -> String {
    let head = [JudgePhrase.session, .item, .words, .raters, .state].map { $0.text(in: language) }
    let rows = essays.map { essay in
      [
        String(essay.session.id.hex.prefix(8)), essay.item.item.id.text, String(essay.text.wordCount),
        String(Set(essay.judgements.map(\.rater)).count),
        (essay.isOpen ? JudgePhrase.open : .done).text(in: language),
      ]
    }
    return Columns.text([head] + rows)
  }

  /// One judgement without questions.
  private func judge(
    _ text: String, by rater: String, among essays: [Office.Essay], _ office: Office, _ language: Language
  ) throws {
    let found = essays.filter { essay in
      essay.session.id.hex.hasPrefix((session ?? "").lowercased()) && (item == nil || essay.item.item.id.text == item)
    }
    guard session != nil, found.count == 1, let essay = found.first else {
      throw Failure(
        of: JudgingFinding.noSuchEssay, found: [session, item].compactMap { $0 }.joined(separator: " "), in: language)
    }
    var points: [Symbol: Decimal64] = [:]
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      // A guide without criteria takes one number.
      let name = sides.count == 2 ? sides[0] : essay.item.item.id.text
      points[Symbol(name)] = sides.last.flatMap { Decimal64($0) }
    }
    if let wrong = essay.guide.misjudged(points, of: essay.item.item.id, most: essay.points) {
      throw Failure(
        of: JudgingFinding.badPoints, found: wrong.text, arguments: ["possible": essay.possible(for: wrong)],
        in: language)
    }
    let judgement = Judgement(item: essay.item.item.id, rater: Symbol(rater), points: points)
    let sheet = try reportingFaults(in: language) {
      try office.judge(judgement, session: essay.session.id, remark: remark)
    }
    guard let score = sheet.item(essay.item.item.id) else { return }
    Output.print(score.explanation(in: language, of: essay.item, revealingKey: false))
  }
}

extension Office.Essay {
  /// The points that a part can be given, as people read them.
  func possible(for part: Symbol) -> String {
    guard let criterion = guide.criteria.first(where: { $0.id == part }) else { return "0–\(points)" }
    return criterion.levels.map { "\($0.points)" }.joined(separator: ", ")
  }
}

/// Asks a rater line by line, so that it works on any terminal.
struct JudgingDialogue {
  let office: Office
  let rater: Symbol
  let language: Language

  private enum Answer {
    case points([Symbol: Decimal64])
    case later, end
  }

  func run(_ essays: [Office.Essay]) throws {
    for (index, essay) in essays.enumerated() {
      show(essay, index + 1, of: essays.count)
      switch ask(essay) {
      case .later: continue
      case .end: return
      case .points(let points):
        let judgement = Judgement(item: essay.item.item.id, rater: rater, points: points)
        let sheet = try reportingFaults(in: language) { try office.judge(judgement, session: essay.session.id) }
        if let score = sheet.item(essay.item.item.id) {
          Output.print(score.explanation(in: language, of: essay.item, revealingKey: false))
        }
      }
    }
    Output.print(JudgePhrase.finished.text(in: language))
  }

  private func show(_ essay: Office.Essay, _ number: Int, of all: Int) {
    let words = ["n": String(number), "all": String(all), "words": String(essay.text.wordCount)]
    var lines = ["", JudgePhrase.heading.text(in: language, words)]
    lines += wrap(essay.item.item.prompt.plain(in: language), width: 78).map(\.string) + [""]
    lines += essay.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      paragraph.isEmpty ? [""] : wrap(String(paragraph), width: 76).map { "  " + $0.string }
    }
    lines.append("")
    if let guide = essay.guide.text { lines += wrap(guide.plain(in: language), width: 78).map(\.string) }
    Output.print(lines.joined(separator: "\n"))
  }

  private func levels(of part: Symbol, _ essay: Office.Essay) {
    guard let criterion = essay.guide.criteria.first(where: { $0.id == part }) else { return }
    Output.print("\n\(criterion.text.plain(in: language))")
    for level in criterion.levels { Output.print("  \(level.points)  \(level.text.plain(in: language))") }
  }

  private func ask(_ essay: Office.Essay) -> Answer {
    let parts = essay.guide.parts(of: essay.item.item.id)
    var given: [Symbol: Decimal64] = [:]
    var index = 0
    levels(of: parts[0], essay)
    while index < parts.count {
      let part = parts[index]
      Output.raw(Array("\(part) (\(essay.possible(for: part))): ".utf8))
      guard let line = readLine(strippingNewline: true) else { return .end }
      switch line.trimmingCharacters(in: .whitespaces) {
      case "": return .later
      case ".": return .end
      case "?": levels(of: part, essay)
      case "<":
        index = max(0, index - 1)
        levels(of: parts[index], essay)
      case let typed:
        given[part] = Decimal64(typed.replacing(",", with: "."))
        let others = Dictionary(uniqueKeysWithValues: parts.filter { $0 != part }.map { ($0, sample(for: $0, essay)) })
        let judged = others.merging(given.filter { $0.key == part }) { _, new in new }
        if given[part] == nil || essay.guide.misjudged(judged, of: essay.item.item.id, most: essay.points) == part {
          given[part] = nil
          Output.print(
            JudgePhrase.wrong.text(in: language, ["typed": typed, "possible": essay.possible(for: part)]))
          continue
        }
        index += 1
        if index < parts.count { levels(of: parts[index], essay) }
      }
    }
    return .points(given)
  }

  /// Points that a part surely has, while another is looked at.
  private func sample(for part: Symbol, _ essay: Office.Essay) -> Decimal64 {
    essay.guide.criteria.first { $0.id == part }?.levels.first?.points ?? .zero
  }
}

/// What `judge` says.
enum JudgePhrase: PhraseCatalogue {
  case session, item, words, raters, state, open, done, heading, wrong, finished

  var template: Template {
    switch self {
    case .session: Template(ky: "Отурум", ru: "Сеанс", en: "Session")
    case .item: Template(ky: "Дилбаян", ru: "Сочинение", en: "Essay")
    case .words: Template(ky: "Сөз", ru: "Слов", en: "Words")
    case .raters: Template(ky: "Баалоочулар", ru: "Оценили", en: "Raters")
    case .state: Template(ky: "Абалы", ru: "Состояние", en: "State")
    case .open: Template(ky: "күтөт", ru: "ждёт", en: "waits")
    case .done: Template(ky: "бааланды", ru: "оценено", en: "judged")
    case .heading:
      Template(
        ky: "{all} дилбаяндын {n}-си · {words} сөз", ru: "Сочинение {n} из {all} · слов: {words}",
        en: "Essay {n} of {all} · {words} words")
    case .wrong:
      Template(
        ky: "«{typed}» болбойт; болушу мүмкүн: {possible}. Деңгээлдер: ?",
        ru: "«{typed}» не подходит; можно: {possible}. Уровни: ?",
        en: "“{typed}” isn't possible; possible are: {possible}. The levels: ?")
    case .finished: Template(ky: "Бүттү.", ru: "Готово.", en: "Done.")
    }
  }
}
