import Datasets
import Diagnostics
import Expressions
import Texts

/// The rows of the table that instruments and monitoring files share: titles, choice lists and their options.
enum ChoiceRules {
  /// The reasons that an option may stand for: those that a person can choose.
  static let reasons: [Missing.Reason] = [.dontKnow, .refused, .notApplicable, .absent, .notAttested, .exempt]

  static let optionAttributes: [AttributeRule] = [
    .required("code", .code, unique: .inParent(InstrumentFinding.doubledCode)), .optional("value", .decimal),
    .optional("missing", .oneOf("missing", reasons.map(\.rawValue))), .optional("alone", .yesNo),
    .optional("ask", .oneOf("ask", ["text"])), .optional("show-if", .expression), .optional("of", .code),
  ]

  static let rules = [
    ElementRule("title", .label),
    ElementRule(
      "choice-list", [.required("id", .identifier, unique: .inFile("list"))],
      .elements([.optional("title"), .some("option")])),
    ElementRule("option", optionAttributes, .label),
  ]
}

extension Piece {
  /// The option that the piece says; nil where its code or text is missing or wrong.
  var option: Option? {
    guard let code = symbol("code"), let text else { return nil }
    return Option(
      code: code, text: text, value: decimal("value"), missing: choice("missing"), isAlone: flag("alone") ?? false,
      asksText: attribute("ask") != nil, showIf: sourceText("show-if"), parent: symbol("of"), place: place)
  }

  /// The choice list that the piece says; nil where its id is missing or wrong.
  var choiceList: ChoiceList? {
    guard let id = symbol("id") else { return nil }
    return ChoiceList(
      id: id, title: first("title")?.text, options: children("option").compactMap(\.option), place: place)
  }
}
