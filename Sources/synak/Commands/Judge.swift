import ArgumentParser
import Diagnostics
import Expressions
import Foundation
import Instruments
import Scoring
import Screens
import Storage
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
    try JudgingRound(office: office, rater: Symbol(rater), language: language).run(own)
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
      let possible = essay.guide.possiblePoints(for: wrong, most: essay.points)
      throw Failure(
        of: JudgingFinding.badPoints, found: wrong.text, arguments: ["possible": possible], in: language)
    }
    let judgement = Judgement(item: essay.item.item.id, rater: Symbol(rater), points: points)
    let sheet = try reportingFaults(in: language) {
      try office.judge(judgement, session: essay.session.id, remark: remark)
    }
    guard let score = sheet.item(essay.item.item.id) else { return }
    Output.print(score.explanation(in: language, of: essay.item, revealingKey: false))
  }
}

/// A rater's essays one after another; what was given is in the store before the next one is shown.
private struct JudgingRound {
  let office: Office
  let rater: Symbol
  let language: Language

  func run(_ essays: [Office.Essay]) throws {
    for (index, essay) in essays.enumerated() {
      var judging = EssayJudging(
        essay.item, text: essay.text, guide: essay.guide, points: essay.points, number: index + 1, of: essays.count,
        in: language)
      Output.print(judging.opening)
      ask(&judging)
      switch judging.outcome {
      case .judged(let points):
        let judgement = Judgement(item: essay.item.item.id, rater: rater, points: points)
        let sheet = try reportingFaults(in: language) { try office.judge(judgement, session: essay.session.id) }
        if let score = sheet.item(essay.item.item.id) {
          Output.print(score.explanation(in: language, of: essay.item, revealingKey: false))
        }
      case .later: continue
      case .ended, nil: return
      }
    }
    Output.print(JudgePhrase.finished.text(in: language))
  }

  private func ask(_ judging: inout EssayJudging) {
    while judging.outcome == nil {
      Output.raw(Array(judging.prompt.utf8))
      guard let line = readLine(strippingNewline: true) else { return }
      let said = judging.take(line)
      if !said.isEmpty { Output.print(said) }
    }
  }
}

/// What `judge` says.
enum JudgePhrase: PhraseCatalogue {
  case session, item, words, raters, state, open, done, finished

  var template: Template {
    switch self {
    case .session: Template(ky: "Отурум", ru: "Сеанс", en: "Session")
    case .item: Template(ky: "Дилбаян", ru: "Сочинение", en: "Essay")
    case .words: Template(ky: "Сөз", ru: "Слов", en: "Words")
    case .raters: Template(ky: "Баалоочулар", ru: "Оценили", en: "Raters")
    case .state: Template(ky: "Абалы", ru: "Состояние", en: "State")
    case .open: Template(ky: "күтөт", ru: "ждёт", en: "waits")
    case .done: Template(ky: "бааланды", ru: "оценено", en: "judged")
    case .finished: Template(ky: "Бүттү.", ru: "Готово.", en: "Done.")
    }
  }
}
