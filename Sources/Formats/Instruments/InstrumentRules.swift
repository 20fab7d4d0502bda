import Diagnostics
import Instruments

/// The rows of the grammar that instruments are made of.
enum InstrumentRules {
  static let roots = Method.allCases.map { Child($0.rawValue, type: "instrument") }

  static let rules =
    [instrument, section] + questions + rows + texts + scoring + examples + kinds + measures + adaptive

  /// What may stand in a section.
  private static let blocks: [Child] = [
    "choose", "choose-many", "number", "text", "order", "tally", "time-sample", "grid", "rubric", "note", "stimulus",
    "compute", "date", "essay", "match", "gaps", "allocate", "timed-grid",
  ]

  private static let instrument = ElementRule(
    "instrument",
    [
      .required("id", .name), .required("version", .version), .required("languages", .languages),
      .optional("subject", .name), .optional("grades", .grades), .optional("time-limit", .duration),
      .optional("respondent", .name), .optional("observed", .name), .optional("anonymous", .yesNo),
      .optional("one-per-code", .yesNo), .optional("shuffle-sections", .yesNo),
    ],
    .elements([
      .one("title"),
      .any(
        "choice-list", "input", "booklets", "booklet", "section", "scale", "feeds", "blueprint", "example",
        "calibration"),
    ]))

  private static let section = ElementRule(
    "section",
    [
      id, showIf, .optional("shuffle", .yesNo), .optional("pick", .whole(1...10_000)),
      .optional("time-limit", .duration), fixed, .optional("stop-after-wrong", .whole(1...1_000)),
      .optional("stop-after-missing", .whole(1...1_000)), .optional("unreached", .oneOf("unreached", StopRule.words)),
      .optional("repeat", .times), .optional("repeat-at-most", .whole(1...99)),
    ],
    .elements([.optional("title"), .optional("adapt"), Particle(blocks, least: 0, most: nil), .any("route")]))

  // What many elements have.

  static let id = AttributeRule.required("id", .identifier, unique: .inFile("id"))
  static let showIf = AttributeRule.optional("show-if", .expression)
  static let required = AttributeRule.optional("required", .expression)
  static let fixed = AttributeRule.optional("fixed", .yesNo)
  static let asked: [AttributeRule] =
    [id, showIf, required, .optional("time-limit", .duration), fixed] + specification
  /// How options are taken from a list that is shared.
  static let listed: [AttributeRule] = [
    choices, .optional("include", .codes), .optional("exclude", .codes), .optional("filter-by", .identifier),
  ]
  static let choices = AttributeRule.optional("choices", .identifier)
  static let shuffle = AttributeRule.optional("shuffle", .yesNo)
  static let points = AttributeRule.optional("points", .amount)
  private static let reverse = AttributeRule.optional("reverse", .yesNo)

  static func credit(_ rules: Credit...) -> AttributeRule {
    .optional("credit", .oneOf("credit-" + rules.map(\.rawValue).joined(separator: "-"), rules.map(\.rawValue)))
  }

  static func question(_ more: Particle...) -> ElementRule.Content {
    .elements([.text, .optional("hint")] + more + [.any("feedback")])
  }

  private static let questions = [
    ElementRule(
      "choose", asked + listed + [shuffle, points, reverse],
      question(.any(Child("option", type: "keyed-option"), Child("key", type: "option-key"), "check"))),
    ElementRule(
      "choose-many",
      asked + listed + [
        shuffle, .optional("at-least", .whole(0...1_000)), .optional("at-most", .whole(1...1_000)), points,
        credit(.all, .hits, .perOption),
      ],
      question(.any(Child("option", type: "keyed-option"), Child("key", type: "option-key"), "check"))),
    ElementRule(
      "number",
      asked + [
        .optional("min", .decimal), .optional("max", .decimal), .optional("whole", .yesNo), .optional("unit", .words),
        points, reverse,
      ],
      question(.optional("unit"), .any(Child("key", type: "number-key"), "check"))),
    ElementRule(
      "text",
      asked + [
        .optional("lines", .whole(1...40)), .optional("max-length", .whole(1...20_000)), points,
        .optional("pattern", .words),
      ] + spelling,
      question(.optional("format"), .any(Child("key", type: "text-key"), "check"))),
    ElementRule(
      "order", asked + listed + [shuffle, points, credit(.all, .perPlace, .adjacent)],
      question(.any(Child("option", type: "placed-option"), Child("key", type: "option-key"), "check"))),
    ElementRule("tally", asked, question(.any("check"))),
    ElementRule(
      "time-sample", asked + listed + [.required("every", .duration), shuffle], question(.any("option", "check"))),
  ]

  private static let rows = [
    ElementRule(
      "grid", [id, showIf, required, fixed] + listed + [.optional("shuffle", .oneOf("shuffle-rows", ["no", "rows"]))],
      .elements([.text, .any("option"), .some("row")])),
    ElementRule("row", [id, showIf, required, reverse], .label),
    ElementRule("rubric", [id, showIf, required, fixed], .elements([.text, .some("criterion")])),
    ElementRule("criterion", [id, showIf, required], .elements([.text, .optional("hint"), .some("descriptor")])),
    ElementRule("descriptor", [.required("points", .amount)], .label),
  ]

  private static let freeID = AttributeRule.optional("id", .identifier, unique: .inFile("id"))

  private static let texts = [
    ElementRule("note", [freeID, showIf, fixed], .label),
    ElementRule("stimulus", [freeID, showIf, fixed, .optional("items", .identifiers)], .label),
    ElementRule("compute", [id, .required("value", .expression), showIf], .nothing),
    ElementRule("hint", .label),
    ElementRule("unit", .label),
    ElementRule(
      "check", [.required("that", .expression), .optional("else", .oneOf("else", AnswerCheck.Otherwise.words))], .label),
  ]

  private static let scoring = [
    ElementRule("keyed-option", ChoiceRules.optionAttributes + [.optional("correct", .yesNo)], .label),
    ElementRule("placed-option", ChoiceRules.optionAttributes + [.optional("place", .whole(1...1_000))], .label),
    ElementRule("option-key", .value(.codes)),
    ElementRule("number-key", [tolerance], .value(.typedNumber)),
    ElementRule("text-key", .value(.typed)),
    ElementRule(
      "feeds", [.required("dataset", .identifier)], .elements([.some(Child("field", type: "feeds-field"))])),
    ElementRule(
      "feeds-field",
      [.required("id", .identifier, unique: .inParent(ScoringFinding.doubledField)), .required("value", .expression)],
      .nothing),
  ]

  private static let examples = [
    ElementRule("example", [.optional("name", .words)], .elements([.some("answers"), .one("expect")])),
    ElementRule("answers", [], takesOpenAttributes: true, .nothing),
    ElementRule(
      "expect", [.optional("shown", .occurrences), .optional("hidden", .occurrences)], takesOpenAttributes: true,
      .nothing),
  ]
}

extension StopRule {
  static var words: [String] { Unreached.allCases.map(\.rawValue) }
}

extension AnswerCheck.Otherwise {
  static var words: [String] { allCases.map(\.rawValue) }
}
