import Datasets
import Diagnostics
import Expressions
import Monitoring
import Psychometrics
import Texts

/// A set of indicators of every shape that the engine knows, small enough to be seen at once.
enum SampleIndicators {
  static let place = Place(file: "indicators.xml", line: 1, column: 1)

  static func text(_ source: String) -> SourceText { SourceText(source, at: place) }

  static let marks = ChoiceList(
    id: "marks5",
    options: [
      option("5"), option("4"), option("3"), option("2"), option("na", .notAttested), option("exempt", .exempt),
    ], place: place)

  static let levels = ChoiceList(
    id: "levels", options: [option("below"), option("base"), option("above"), option("absent", .absent)],
    place: place)

  private static func option(_ code: String, _ missing: Missing.Reason? = nil) -> Option {
    Option(code: Symbol(code), text: LocalizedText(code), missing: missing, place: place)
  }

  static func dataset(_ id: Symbol, row: [Symbol], _ fields: [(Symbol, Field.Kind)]) -> Dataset {
    Dataset(
      id: id, title: LocalizedText(id.text), row: row, source: .register,
      fields: fields.map { Field(id: $0, kind: $1, place: place) }, place: place)
  }

  static let datasets = [
    dataset("marks", row: ["pupil", "subject", "period"], [("mark", .choice(marks.codes))]),
    dataset(
      "diag", row: ["pupil", "test"],
      [("level", .choice(levels.codes)), ("score", .number(decimals: 2)), ("max", .number(decimals: 2))]),
    dataset(
      "attest", row: ["pupil", "subject"], [("exam", .choice(marks.codes)), ("annual", .choice(marks.codes))]),
    dataset("lessons", row: ["observation"], [("points", .number(decimals: 1)), ("max", .number(decimals: 1))]),
    dataset("parents", row: ["invited"], [("answered", .boolean), ("satisfaction", .number(decimals: 6))]),
  ]

  static func ratio(
    _ id: Symbol, _ dataset: Symbol, _ unit: Indicator.Unit, _ numerator: String, _ denominator: String,
    quality: [String] = [], bands: [(String, Band.Level)] = [], targets: [Target] = [],
    better: Direction = .higherIsBetter,
    grades: ClosedRange<Int>? = nil, aspect: Indicator.Aspect = .result
  ) -> Indicator {
    Indicator(
      id: id, label: LocalizedText(id.text), aspect: aspect, area: aspect == .conditions ? .staff : nil,
      dataset: dataset, unit: unit, better: better, grades: grades,
      measure: .ratio(numerator: text(numerator), denominator: text(denominator)), quality: quality.map { text($0) },
      bands: bands.compactMap { from, level in
        Decimal64(from).map { Band(from: $0, level: level, place: place) }
      }, targets: targets, place: place)
  }

  static func target(_ scope: Target.Scope, _ value: String, grade: Int? = nil, subject: Symbol? = nil) -> Target {
    Target(scope: scope, grade: grade, subject: subject, value: text(value), place: place)
  }

  static let indicators: [Indicator] = [
    ratio("OZD", "marks", .percent, "count(mark in {3, 4, 5})", "count(mark in {2, 3, 4, 5, na})"),
    ratio(
      "SAP", "marks", .percent, "count(mark in {4, 5})", "count(mark in {2, 3, 4, 5, na})",
      bands: [("0", .critical), ("30", .low), ("45", .fair), ("60", .good)],
      targets: [target(.school, "55"), target(.grade, "50", grade: 9)], grades: 4...12),
    ratio("ORT", "marks", .points, "sum(mark where mark in {2, 3, 4, 5})", "count(mark in {2, 3, 4, 5})"),
    ratio(
      "SOU", "marks", .percent,
      """
      1.00*count(mark in {5}) + 0.64*count(mark in {4}) + 0.36*count(mark in {3}) + 0.16*count(mark in {2}) \
      + 0.07*count(mark in {na})
      """, "count(mark in {2, 3, 4, 5, na})"),
    ratio(
      "BAZ", "diag", .percent, "count(level in {base, above})", "count(level in {below, base, above})",
      quality: ["count(level in {below, base, above}) / count() ge 0.9"]),
    ratio(
      "OBJ", "attest", .percent, "count(exam eq annual)",
      "count(exam in {2, 3, 4, 5} and annual in {2, 3, 4, 5})", aspect: .process),
    Indicator(
      id: "DIN", label: LocalizedText("DIN"), aspect: .result, dataset: "marks", unit: .percentagePoints,
      better: .higherIsBetter, measure: .derived(text("indicator('SAP') - indicator('SAP', 'last-year')")),
      bands: [], targets: [target(.school, "2")], place: place),
    ratio(
      "SAB", "lessons", .percent, "sum(points where max is answered)", "sum(max where points is answered)",
      aspect: .process),
    ratio("TEM", "diag", .percent, "count(score ge 0.6 * max)", "count(score is answered)", aspect: .process),
    ratio(
      "KAN", "parents", .index, "sum(satisfaction)", "count(satisfaction is answered)",
      quality: ["count(answered) / count() ge 0.6"], aspect: .conditions),
    ratio("KAT", "parents", .percent, "count(answered)", "count()", aspect: .conditions),
    ratio("MID", "diag", .points, "mean(score) + max(score) - min(score)", "distinct(score)"),
  ]

  static let set = IndicatorSet(
    id: "sample", version: "1", languages: [.ky, .ru, .en], title: LocalizedText("Sample"),
    choiceLists: [marks, levels], datasets: datasets, indicators: indicators, place: place)

  /// The set ready to run; the tests of the checker say that nothing is wrong with it.
  static func checked() -> CheckedIndicatorSet? { ready }

  private static let ready = set.checked().set
}
