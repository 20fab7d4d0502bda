import Diagnostics
import Instruments

/// The rows of dates, essays, pairs, gaps and allocations.
extension InstrumentRules {
  static let kinds = [
    ElementRule(
      "date",
      asked + [
        .optional("min", .dateBorder), .optional("max", .dateBorder),
        .optional("precision", .oneOf("precision", DateForm.Precision.allCases.map(\.rawValue))), points,
      ],
      question(.any(Child("key", type: "date-key"), "check"))),
    ElementRule("date-key", .value(.partOfDate)),
    ElementRule(
      "essay",
      asked + [
        .optional("lines", .whole(1...60)), .optional("min-words", .whole(1...5_000)),
        .optional("max-words", .whole(1...20_000)), .optional("max-length", .whole(1...100_000)), points,
      ],
      question(.optional("guide"), .any(Child("criterion", type: "guide-criterion"), "check"))),
    ElementRule("guide", .label),
    ElementRule("guide-criterion", [id], .elements([.text, .some("descriptor")])),
    ElementRule("format", .label),
    ElementRule(
      "match", asked + [shuffle, points, credit(.all, .perPair), .optional("reuse", .yesNo)],
      question(.any(Child("left", type: "match-left"), Child("right", type: "match-right"), "check"))),
    ElementRule(
      "match-left",
      [.required("code", .code, unique: .inParent(InstrumentFinding.doubledCode)), .optional("correct", .codes)],
      .label),
    ElementRule(
      "match-right", [.required("code", .code, unique: .inParent(InstrumentFinding.doubledCode))], .label),
    ElementRule(
      "input",
      [
        id, .optional("type", .oneOf("input-type", ["integer", "decimal", "text", "date"])), choices,
        .optional("min", .decimal), .optional("max", .decimal),
      ], .label),
    ElementRule("booklets", [.required("clusters", .identifiers), .required("size", .whole(1...50))], .nothing),
    ElementRule("booklet", [.required("id", .code), .required("sections", .identifiers)], .nothing),
    ElementRule("gaps", [id, showIf, required, fixed], .elements([.text, .some("gap")])),
    ElementRule(
      "gap",
      [
        id, required, .optional("kind", .oneOf("gap-kind", ["text", "number", "choose"])), choices, shuffle, points,
        .optional("min", .decimal), .optional("max", .decimal), .optional("whole", .yesNo),
        .optional("unit", .words), .optional("max-length", .whole(1...20_000)),
      ] + specification + spelling,
      .elements([.any(Child("option", type: "keyed-option"), Child("key", type: "gap-key"))])),
    ElementRule("gap-key", [tolerance], .value(.typed)),
    ElementRule(
      "allocate",
      [
        id, showIf, required, fixed, .required("total", .amount), .optional("whole", .yesNo), .optional("unit", .words),
      ],
      .elements([.text, .optional("unit"), .some(Child("row", type: "allocate-row"))])),
    ElementRule(
      "allocate-row", [id, showIf, required, .optional("min", .amount), .optional("max", .amount)], .label),
  ]
}
