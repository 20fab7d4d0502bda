import Diagnostics
import Instruments

/// The rows of what answers come to: scales, tables of norms and marks, blueprints, feedback.
extension InstrumentRules {
  /// Where an item stands in the blueprint.
  static let specification: [AttributeRule] = [.optional("area", .code), .optional("process", .code)]
  /// How near a typed text must come to a key.
  static let spelling: [AttributeRule] = [
    .optional("typo", .oneOf("typo", Spelling.Slack.allCases.map(\.rawValue))), .optional("typo-worth", .percentage),
  ]
  static let tolerance = AttributeRule.optional("tolerance", .amountOrPercent)

  private static let holdsFor = AttributeRule.optional("for", .grades)

  static let measures = [
    ElementRule(
      "scale",
      [
        id, .required("method", .oneOf("scale-method", Scale.Method.allCases.map(\.rawValue))),
        .required("of", .identifiers), .optional("weights", .amounts), .optional("at-least", .whole(1...10_000)),
        .optional("rescale", .decimals), .optional("by", .identifier),
      ],
      .elements([.text, .any("level", Child("row", type: "scale-row"))])),
    ElementRule("scale-row", [.required("from", .numberOrPercent), .required("value", .decimal), holdsFor], .nothing),
    ElementRule(
      "level", [.required("code", .code), .required("from", .numberOrPercent), holdsFor], .label),
    ElementRule("feedback", [.optional("when", .oneOf("when", Feedback.Occasion.allCases.map(\.rawValue)))], .label),
    ElementRule(
      "blueprint", [.optional("tolerance", .percentage)], .elements([.some("area", "process", "cell")])),
    ElementRule("area", part, .label),
    ElementRule("process", part, .label),
    ElementRule(
      "cell", [.required("area", .code), .required("process", .code), .required("share", .percentage)], .nothing),
  ]

  private static let part: [AttributeRule] = [
    .required("code", .code, unique: .inParent(MeasureFinding.doubledPart)), .optional("share", .percentage),
  ]
}
