import ArgumentParser
import Diagnostics
import Expressions
import Formats
import Foundation
import Instruments
import Psychometrics
import Storage
import Texts

/// `synak assemble`: a form from a bank by a blueprint.
struct Assemble: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "assemble",
    abstract: "Make a form like another out of a pool of questions, by its blueprint.",
    discussion: """
      The first instrument says what is wanted: its blueprint, its points, its title, time, levels and feeds. The questions
      come from the other files and folders (from the shipped instruments where none are named). Passages bring their
      questions; no question stands twice. How far each part is off is told. The same seed gives the same form.

      Example:
        synak assemble math-9-diagnostic pool/ --id math-9-b --seed 7 -o math-9-b.xml
      """)

  @Argument(help: ArgumentHelp("The instrument whose blueprint is kept.", valueName: "like"))
  var like: String

  @Argument(help: ArgumentHelp("Files or folders of instruments to take questions from.", valueName: "from"))
  var pool: [String] = []

  @ArgumentParser.Option(help: ArgumentHelp("The id of the new form.", valueName: "id"))
  var id: String?

  @ArgumentParser.Option(help: ArgumentHelp("Its version.", valueName: "version"))
  var version = "1.0"

  @ArgumentParser.Option(help: ArgumentHelp("The points that it must come to (as many as the model).", valueName: "n"))
  var points: Int?

  @ArgumentParser.Option(help: ArgumentHelp("Chooses among forms that are equally good.", valueName: "number"))
  var seed: UInt64 = 1

  @ArgumentParser.Option(
    name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let model = try InstrumentChoice(name: like).checked(language).instrument
    guard let blueprint = model.blueprint else {
      throw Failure(of: WorkshopFinding.noBlueprint, found: like, in: language)
    }
    var bank = ItemBank()
    for instrument in try InstrumentPool.read(pool, in: language) {
      // Another subject's geometry isn't ours, nor that of the eleventh grade the ninth's.
      let form = instrument.instrument.form
      let isOfGrade = model.form.grades.flatMap { own in form.grades.map(own.overlaps) } ?? true
      if form.subject == model.form.subject, isOfGrade { bank.add(instrument.instrument) }
    }
    let sum = model.scoring.keys.map(\.points).reduce(Decimal64.zero) { $0.adding($1) ?? $0 }
    let assembly = Assembly(blueprint, points: points.map { Decimal64($0) } ?? sum, pool: bank.units)
    var random = SeededGenerator(seed: seed)
    guard let best = assembly.best(using: &random) else {
      throw Failure(of: WorkshopFinding.nothingInPool, found: like, in: language)
    }
    let form = AssembledForm(
      best.units, like: model, id: Symbol(id ?? "\(model.form.id)-\(seed)"), version: version)
    let bytes = try Self.file(form)
    guard let output else { return Output.raw(bytes) }
    try OutputFile.create(output, bytes, in: language)
    Output.print(report(best, of: assembly, form, file: output, language))
  }

  /// The instrument with where its questions came from written above it.
  private static func file(_ form: AssembledForm) throws -> [UInt8] {
    let text = String(decoding: try InstrumentWriter.write(form.instrument), as: UTF8.self)
    let lines = form.sources.map { "     \($0.id) = \($0.from.instrument)/\($0.from.id)" }
    // Two hyphens would end a comment.
    let comment = lines.joined(separator: "\n").replacing("--", with: "- -")
    guard let end = text.range(of: "?>") else { return Array(text.utf8) }
    return Array((text[..<end.upperBound] + "\n<!--\n\(comment)\n-->" + text[end.upperBound...]).utf8)
  }

  private func report(
    _ best: Assembly.Result, of assembly: Assembly, _ form: AssembledForm, file: String, _ language: Language
  ) -> String {
    func text(_ number: Double) -> String { NumberFormat.text(String(format: "%.1f", number), in: language) }
    let head = [AssemblePhrase.part, .wanted, .found].map { $0.text(in: language) }
    let rows = best.deviations.map { [$0.part, text($0.wanted), text($0.found)] }
    let summary = AssemblePhrase.made.text(
      in: language,
      [
        "file": file, "items": String(form.sources.count), "points": text(best.points),
        "pool": String(assembly.pool.count),
      ])
    return Columns.text([head] + rows) + "\n\n" + summary
  }
}

/// What `assemble` says.
enum AssemblePhrase: PhraseCatalogue {
  case part, wanted, found, made

  var template: Template {
    switch self {
    case .part: Template(ky: "Бөлүк", ru: "Часть", en: "Part")
    case .wanted: Template(ky: "Керек (упай)", ru: "Нужно (баллов)", en: "Wanted (points)")
    case .found: Template(ky: "Болду", ru: "Вышло", en: "Found")
    case .made:
      Template(
        ky: "{file}: {items} тапшырма, {points} упай ({pool} бирдиктин ичинен). Текшериңиз: synak check {file}",
        ru: "{file}: заданий {items}, баллов {points} (выбрано из {pool}). Проверьте: synak check {file}",
        en: "{file}: {items} items, {points} points (chosen from {pool}). Check it: synak check {file}")
    }
  }
}
