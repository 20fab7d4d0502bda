import Administration
import ArgumentParser
import Diagnostics
import Expressions
import Instruments
import Texts

/// `--input grade=4`: what is known of the respondent beforehand, where the register doesn't say it.
struct InputOptions: ParsableArguments {
  @Option(
    name: .customLong("input"), help: ArgumentHelp("A value of an input of the instrument.", valueName: "id=value"))
  var inputs: [String] = []

  /// The inputs by id, as typed; what the form doesn't have, or doesn't take, is a mistake, and all of them are told.
  ///
  /// Of an anonymous survey only what many share may be given: the grade, the class, the language of instruction.
  func typed(for form: Form, in language: Language) throws -> [Symbol: String] {
    var result: [Symbol: String] = [:]
    var mistakes: [Diagnostic] = []
    for text in inputs {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let input = form.inputs.first(where: { $0.id.text == sides[0] }) else {
        let meant = Similarity.nearest(to: sides[0], among: form.inputs.map(\.id.text))
        mistakes.append(Diagnostic(InputFinding.unknownInput, at: nil, found: sides[0], suggestion: meant))
        continue
      }
      guard sides.count == 2, !sides[1].isEmpty else {
        mistakes.append(Diagnostic(InputFinding.noValue, at: nil, found: text))
        continue
      }
      if form.isAnonymous, !Self.shared.contains(sides[0]) {
        mistakes.append(Diagnostic(InputFinding.namesSomebody, at: nil, found: sides[0]))
      } else if input.value(typed: sides[1]) == nil {
        let meant = Similarity.nearest(to: sides[1], among: input.codes.map(\.text))
        mistakes.append(
          Diagnostic(
            InputFinding.badInput, at: nil, found: sides[1], suggestion: meant, arguments: ["id": sides[0]]))
      } else {
        result[input.id] = sides[1]
      }
    }
    guard mistakes.isEmpty else { throw Failure(mistakes, in: language) }
    return result
  }

  /// A line on what stays open when a session begins, for whoever seats people; nil where there is nothing to say.
  static func notice(of plan: SessionPlan, given: [Symbol: Value], in language: Language) -> String? {
    let delivery = plan.delivery
    let kept = given.filter { id, value in delivery.slot(of: id).flatMap { plan.inputs[$0] } != value }
    if !kept.isEmpty {
      return InputPhrase.kept.text(in: language, ["names": names(kept.keys.map(\.text).sorted())])
    }
    let unknown = plan.unknownInputs.map(\.id.text)
    guard !unknown.isEmpty else { return nil }
    let line = InputPhrase.unknown.text(in: language, ["names": names(unknown)])
    let askable = delivery.form.isAnonymous ? unknown.filter(shared.contains) : unknown
    return askable.first.map { line + " " + InputPhrase.give.text(in: language, ["id": $0]) } ?? line
  }

  private static func names(_ ids: [String]) -> String { ids.joined(separator: ", ") }

  private static let shared: Set = ["grade", "class", "language"]
}

/// What is said of inputs when a session begins.
enum InputPhrase: PhraseCatalogue {
  case unknown, give, kept

  var template: Template {
    switch self {
    case .unknown:
      Template(
        ky: "Башында белгисиз: {names}. Ага жараша көрүнө турган суроолор жашырылып калат.",
        ru: "В начале не известно: {names}. Вопросы, которые от этого зависят, останутся скрыты.",
        en: "Not known at the start: {names}. What depends on that stays hidden.")
    case .give:
      Template(
        ky: "Мындай бериңиз: --input {id}=…", ru: "Задать можно так: --input {id}=…",
        en: "To give it: --input {id}=…")
    case .kept:
      Template(
        ky: "{names}: бул отурум башталганда башкача берилген, ошол бойдон калат.",
        ru: "{names}: этот сеанс начат с другим значением, оно и остаётся.",
        en: "{names}: this session began with another value, and keeps it.")
    }
  }
}
