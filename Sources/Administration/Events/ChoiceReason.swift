package import Expressions

/// Why questions were chosen as they were: kept with the choice, so that a log tells it and nothing is computed again.
///
/// Numbers are rounded to four digits behind the point: to be read, and the same on every machine.
package struct ChoiceReason: Sendable, Hashable {
  package enum Why: String, Sendable, Hashable, CaseIterable {
    /// It tells most about somebody of the estimated ability, in its area, or was drawn among those that do.
    case information
    /// The way of those with so many points.
    case points
    /// Nothing more: the standard error is small enough.
    case error
    /// Nothing more: as many as may be were asked.
    case length
    /// Nothing more: there is no other question.
    case exhausted
    /// Nothing more: the time of the section is over.
    case time
  }

  package var why: Why
  /// Ability as estimated before the choice, and its standard error.
  package var theta: Decimal64?
  package var error: Decimal64?
  /// Of the chosen question, at that ability.
  package var information: Decimal64?
  /// How many questions could have been chosen.
  package var considered: Int?
  /// Those of which it was drawn, the one that tells most first.
  package var best: [Symbol] = []
  /// The area that was furthest behind its share.
  package var area: Symbol?
  /// What was earned in the section, and what could have been.
  package var points: Decimal64?
  package var maximum: Decimal64?
  /// The section that the way leads to.
  package var section: Symbol?

  package init(_ why: Why) { self.why = why }

  /// To four digits behind the point; zero for what is no number.
  static func rounded(_ number: Double) -> Decimal64 {
    guard number.isFinite, abs(number) < 1e12 else { return .zero }
    return Decimal64(mantissa: Int64((number * 10_000).rounded()), scale: 4).normalized
  }
}

extension ChoiceReason {
  /// As the log has it: `why=information theta=0.31 error=0.52 …`, what is unknown left out.
  var line: String {
    var fields = ["why=\(why.rawValue)"]
    func add(_ name: String, _ value: String?) { if let value { fields.append("\(name)=\(value)") } }
    add("theta", theta?.description)
    add("error", error?.description)
    add("information", information?.description)
    add("considered", considered.map(String.init))
    add("best", best.isEmpty ? nil : best.map(\.text).joined(separator: ","))
    add("area", area?.text)
    add("points", points?.description)
    add("maximum", maximum?.description)
    add("section", section?.text)
    return fields.joined(separator: " ")
  }

  /// The reason that `line` wrote; nil for any other text. What it doesn't know it passes over, so that later versions may
  /// say more.
  init?(line: String) {
    var fields: [Substring: Substring] = [:]
    for field in line.split(separator: " ") {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      fields[parts[0]] = parts[1]
    }
    guard let why = fields["why"].flatMap({ Why(rawValue: String($0)) }) else { return nil }
    self.init(why)
    func number(_ name: Substring) -> Decimal64? { fields[name].flatMap { Decimal64(String($0)) } }
    theta = number("theta")
    error = number("error")
    information = number("information")
    considered = fields["considered"].flatMap { Int($0) }
    best = (fields["best"] ?? "").split(separator: ",").map { Symbol(String($0)) }
    area = fields["area"].map { Symbol(String($0)) }
    points = number("points")
    maximum = number("maximum")
    section = fields["section"].map { Symbol(String($0)) }
  }
}
