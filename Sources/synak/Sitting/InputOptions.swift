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

  /// The inputs by id, as typed; what the form doesn't have, or doesn't take, is a mistake.
  ///
  /// Of an anonymous survey only what many share may be given: the grade, the class, the language of instruction.
  func typed(for form: Form, in language: Language) throws -> [Symbol: String] {
    var result: [Symbol: String] = [:]
    for text in inputs {
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      let known = form.inputs.map(\.id.text)
      guard sides.count == 2, let input = form.inputs.first(where: { $0.id.text == sides[0] }) else {
        throw Failure(
          of: InputFinding.unknownInput, found: sides.first ?? text,
          suggestion: Similarity.nearest(to: sides.first ?? text, among: known), in: language)
      }
      guard input.value(typed: sides[1]) != nil else {
        throw Failure(of: InputFinding.badInput, found: sides[1], arguments: ["id": sides[0]], in: language)
      }
      if form.isAnonymous, !Self.shared.contains(sides[0]) {
        throw Failure(of: InputFinding.namesSomebody, found: sides[0], in: language)
      }
      result[input.id] = sides[1]
    }
    return result
  }

  private static let shared: Set = ["grade", "class", "language"]
}
