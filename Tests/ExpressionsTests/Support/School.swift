import Diagnostics
import Texts

@testable import Expressions

/// A small world that the tests ask about: a questionnaire and a register.
enum School {
  static let yesNo = ChoiceCodes(name: "yesno", codes: ["yes", "no"].map { .init(symbol: Symbol($0)) })
  static let agree = ChoiceCodes(
    name: "agree4",
    codes: (1...4).map { .init(symbol: Symbol("\($0)"), number: Decimal64($0)) } + [
      .init(symbol: "dk", missing: .dontKnow)
    ])
  static let reasons = ChoiceCodes(
    name: "why_not", codes: ["taste", "price", "oth", "none"].map { .init(symbol: Symbol($0)) })
  static let marks = ChoiceCodes(
    name: "baa5",
    codes: [5, 4, 3, 2].map { .init(symbol: Symbol("\($0)"), number: Decimal64($0)) } + [
      .init(symbol: "na", missing: .notAttested), .init(symbol: "exempt", missing: .exempt),
    ])
  static let levels = ChoiceCodes(
    name: "levels", codes: ["below", "base", "above"].map { .init(symbol: Symbol($0)) })

  static let questionnaire = Scope(
    use: .showIf,
    names: [
      Name(
        id: "grade", type: .integer, slot: 0, position: 0, mayBeMissing: false,
        range: NumberRange(least: Decimal64(1), most: Decimal64(11)), isWhole: true,
        label: LocalizedText(versions: [
          .ky: [.text("Класс")], .ru: [.text("Класс")], .en: [.text("Grade")],
        ])),
      Name(
        id: "meals", type: ValueType(.choice(yesNo)), slot: 1, position: 1,
        label: LocalizedText(versions: [
          .ky: [.text("Балаңыз мектепте тамактанабы?")], .ru: [.text("Ваш ребёнок питается в школе?")],
          .en: [.text("Does your child eat at school?")],
        ])),
      Name(id: "why_not", type: ValueType(.choice(reasons), .multiple), slot: 2, position: 2),
      Name(id: "why_not.oth", type: .text, slot: 3, position: 2),
      Name(id: "spend", type: .decimal, slot: 4, position: 3, range: NumberRange(least: .zero)),
      Name(id: "g_bully", type: ValueType(.choice(agree)), slot: 5, position: 4),
      Name(id: "city", type: .text, slot: 6, position: 5),
      Name(id: "born", type: .date, slot: 7, position: 6),
      Name(id: "agreed", type: .boolean, slot: 8, position: 7),
      Name(id: "x", type: .decimal, slot: 9, position: 8),
      Name(id: "y", type: .decimal, slot: 10, position: 9),
    ],
    scales: [ScaleName(id: "total", levels: levels), ScaleName(id: "lesson")], position: 100)

  static let register = Scope(
    use: .numerator,
    names: [
      Name(id: "mark", type: ValueType(.choice(marks)), slot: 0),
      Name(id: "annual", type: ValueType(.choice(marks)), slot: 1),
      Name(id: "points", type: .decimal, slot: 2), Name(id: "max", type: .decimal, slot: 3),
      Name(id: "answered", type: .boolean, slot: 4), Name(id: "level", type: ValueType(.choice(levels)), slot: 5),
      Name(id: "n", type: .integer, slot: 6),
    ], indicators: ["SAP", "OZD"])

  static func source(_ text: String) -> SourceText { SourceText(text, at: Place(file: "a.xml", line: 1, column: 1)) }

  static func compile(
    _ text: String, _ scope: Scope = questionnaire, as use: Scope.Use? = nil, expecting: Expectation = .anything
  ) -> (compiled: Compiled?, findings: [Diagnostic]) {
    Formula.compile(source(text), in: scope.with(use: use ?? scope.use, position: scope.position), expecting: expecting)
  }

  /// Every finding as "E101@5 found → suggestion".
  static func findings(
    _ text: String, _ scope: Scope = questionnaire, as use: Scope.Use? = nil, expecting: Expectation = .anything
  ) -> [String] {
    compile(text, scope, as: use, expecting: expecting).findings.map { finding in
      let suggestion = finding.suggestion.map { " → \($0)" } ?? ""
      return "\(finding.code)@\(finding.place?.column ?? 0) \(finding.found)\(suggestion)"
    }
  }

  /// Answers by id; whoever isn't named is unanswered.
  static func row(_ answers: [String: Value], _ scope: Scope = questionnaire) -> Row {
    var row = Row(
      Array(repeating: .unanswered, count: scope.names.count), today: CalendarDate(year: 2025, month: 9, day: 1))
    for (id, value) in answers {
      guard let slot = scope.name(id)?.slot else { continue }
      row.values[slot] = value
    }
    return row
  }

  static func value(_ text: String, _ answers: [String: Value] = [:], as use: Scope.Use = .compute) -> Value? {
    compile(text, as: use).compiled?.formula.evaluate(in: row(answers))
  }
}
