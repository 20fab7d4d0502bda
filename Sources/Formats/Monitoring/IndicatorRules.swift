import Datasets
import Diagnostics
import Monitoring

/// The rows of the grammar that files of indicators are made of.
enum IndicatorRules {
  static let roots = [Child("indicators")]

  static let rules = [
    ElementRule(
      "indicators", [.required("id", .name), .required("version", .version), .required("languages", .languages)],
      .elements([.one("title"), .any("choice-list", "dataset", "indicator")])),
    dataset, field, indicator,
    ElementRule("indicator-note", .label),
    ElementRule("formula", .value(.expression)),
    ElementRule(
      "band",
      [
        .required("from", .decimal),
        .required("level", .oneOf("band-level", Band.Level.allCases.map(\.rawValue))),
      ], .nothing),
    ElementRule(
      "target",
      [
        .required("scope", .scope), .optional("grade", .grade), .optional("subject", .name),
        .optional("period", .name), .required("value", .expression),
      ], .nothing),
    ElementRule("by", .value(.oneOf("dimension", Dimension.allCases.map(\.rawValue)))),
  ]

  private static let dataset = ElementRule(
    "dataset",
    [
      .required("id", .identifier, unique: .inFile("dataset")), .required("row", .identifiers),
      .required("from", .oneOf("source", Dataset.Source.allCases.map(\.rawValue))),
    ],
    .elements([.one("title"), .some(Child("field", type: "dataset-field"))]))

  private static let field = ElementRule(
    "dataset-field",
    [
      .required("id", .identifier), .optional("choices", .identifier),
      .optional("type", .oneOf("field-type", FieldType.allCases.map(\.rawValue))),
      .optional("decimals", .whole(0...12)),
    ], .nothing)

  private static let indicator = ElementRule(
    "indicator",
    [
      .required("id", .identifier, unique: .inFile("indicator")), .required("aspect", .aspect),
      .optional("sub", .oneOf("area", Indicator.Area.allCases.map(\.rawValue))), .required("dataset", .identifier),
      .required("unit", .oneOf("indicator-unit", Indicator.Unit.allCases.map(\.rawValue))),
      .required("better", .oneOf("better", ["higher", "lower"])), .optional("decimals", .whole(0...6)),
      .optional("since", .schoolYear), .optional("ref", .words),
      .optional("kind", .oneOf("measure", ["ratio", "derived"])), .optional("person-data", .yesNo),
      .optional("grades", .grades),
    ],
    .elements([
      .text, .optional(Child("numerator", type: "formula")), .optional(Child("denominator", type: "formula")),
      .optional("formula"),
      .any(Child("quality", type: "formula"), Child("note", type: "indicator-note")), .any("band"), .any("target"),
      .any("by"),
    ]))

  /// What a field holds that isn't a choice.
  enum FieldType: String, CaseIterable { case number, boolean, text, date }
}
