import Monitoring

/// The rows of the grammar that monitoring plans are made of.
enum PlanRules {
  static let roots = [Child("monitoring-plan")]

  static let rules = [plan] + head + directions + cyclogram

  private static let plan = ElementRule(
    "monitoring-plan",
    [
      .required("id", .name), .required("version", .version), .required("languages", .languages),
      .required("year", .schoolYear),
      .required("cycle", .oneOf("cycle", MonitoringPlan.Cycle.allCases.map(\.rawValue))),
      .required("indicators", .versioned),
      .required("state", .oneOf("plan-state", MonitoringPlan.State.allCases.map(\.rawValue))),
    ],
    .elements([
      .one("title"), .one("school"), .any(Child("order", type: "plan-order")), .optional("periods"),
      .optional("responsible"),
      .optional("directions"), .optional("objects"), .optional("cyclogram"), .any("disclosure"),
    ]))

  private static let head = [
    ElementRule("school", [.required("id", .name)], .label),
    ElementRule(
      "plan-order",
      [
        .required("no", .words), .required("date", .date),
        .required("kind", .oneOf("order-kind", Order.Kind.allCases.map(\.rawValue))),
      ],
      .elements([.one("signed-by"), .text])),
    ElementRule("signed-by", [.required("role", .name)], .nothing),
    ElementRule("periods", .elements([.some("period")])),
    ElementRule(
      "period",
      [
        .required("id", .name, unique: .inFile("period")), .optional("in", .name), .required("from", .date),
        .required("to", .date),
      ], .label),
    ElementRule("responsible", .elements([.some("role")])),
    ElementRule(
      "role", [.required("id", .name, unique: .inFile("role")), .required("person", .person)], .label),
    ElementRule(
      "disclosure",
      [.required("audience", .names), .required("min-n", .whole(1...1_000)), .optional("complement", .yesNo)], .nothing),
  ]

  private static let directions = [
    ElementRule("directions", .elements([.some("direction")])),
    ElementRule(
      "direction", [.required("id", .name, unique: .inFile("direction")), .required("aspect", .aspect)],
      .elements([.text, .any("evidence")])),
    ElementRule(
      "evidence",
      [
        .required("indicator", .identifier), .required("period", .schoolYear), .required("scope", .scope),
        .optional("grade", .grade), .optional("subject", .name), .required("value", .decimal),
      ], .nothing),
    ElementRule("objects", .elements([.some("object")])),
    ElementRule(
      "object",
      [
        .required("id", .name, unique: .inFile("object")),
        .required("kind", .oneOf("object-kind", MonitoringObject.Kind.allCases.map(\.rawValue))),
        .optional("grades", .grades),
      ],
      .elements([.text, .one("why")])),
    ElementRule("why", .label),
  ]

  private static let cyclogram = [
    ElementRule("cyclogram", .elements([.some("activity")])),
    ElementRule(
      "activity",
      [
        .required("id", .name, unique: .inFile("activity")),
        .required("type", .oneOf("activity-type", Activity.Kind.allCases.map(\.rawValue))),
        .required("form", .oneOf("activity-form", Activity.Form.allCases.map(\.rawValue))),
        .required("aspect", .aspect), .required("object", .name),
        .required("method", .someOf("methods", Activity.Method.allCases.map(\.rawValue))),
        .optional("instrument", .versioned), .optional("direction", .name), .optional("anonymous", .yesNo),
      ],
      .elements([
        .text, .some("when"), .one("by-role"), .optional("sample"), .any(Child("indicator", type: "indicator-use")),
        .any(Child("document", type: "planned-document")), .optional("audience"),
      ])),
    ElementRule(
      "when", [.required("period", .name), .optional("from", .date), .optional("to", .date)], .nothing),
    ElementRule(
      "by-role", [.required("collect", .name), .required("analyse", .name), .required("approve", .name)], .nothing),
    ElementRule(
      "sample",
      [
        .required("unit", .name), .optional("per", .name), .required("at-least", .whole(1...10_000)),
        .optional("double", .amount),
      ], .nothing),
    ElementRule("indicator-use", [.required("ref", .identifier), .optional("grade", .grade)], .nothing),
    ElementRule(
      "planned-document",
      [
        .required("kind", .oneOf("document-kind", PlannedDocument.Kind.allCases.map(\.rawValue))),
        .required("due", .due),
      ], .nothing),
    ElementRule("audience", [.required("who", .names)], .nothing),
  ]
}
