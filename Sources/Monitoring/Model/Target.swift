import Datasets
package import Diagnostics
package import Expressions

/// What is aimed at, and for which cells.
package struct Target: Sendable, Hashable {
  /// The raw values are what authors write.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    case district, school, grade
    case schoolClass = "class"
  }

  package var scope: Scope
  /// The grade, where the scope is one.
  package var grade: Int?
  /// Only for this subject; nil for all subjects together.
  package var subject: Symbol?
  /// Only for this period; nil for every period.
  package var period: Symbol?
  /// A number, or a formula over other indicators.
  package var value: SourceText
  package var place: Place

  package init(
    scope: Scope, grade: Int? = nil, subject: Symbol? = nil, period: Symbol? = nil, value: SourceText, place: Place
  ) {
    self.scope = scope
    self.grade = grade
    self.subject = subject
    self.period = period
    self.value = value
    self.place = place
  }

  /// Whether it is meant for this cell.
  ///
  /// A target for the school isn't one for its grades, nor for its boys.
  package func applies(to cell: Cell) -> Bool {
    let groups: Dimensions = [.grade, .schoolClass, .subject, .sex, .language]
    let shown = cell.dimensions.intersection(groups)
    var expected: Dimensions
    switch scope {
    case .district:
      guard !cell.dimensions.contains(.school) else { return false }
      expected = []
    case .school: expected = []
    case .grade: expected = [.grade]
    case .schoolClass:
      expected = [.schoolClass]
      if shown.contains(.grade) { expected.insert(.grade) }
    }
    if subject != nil { expected.insert(.subject) }
    guard shown == expected else { return false }
    if let grade, cell.coordinates.grade != grade { return false }
    if let subject, cell.coordinates.subject != subject { return false }
    if let period, cell.coordinates.period != period { return false }
    return true
  }

  /// How much it says beside its scope: of two that apply, the more specific counts.
  package var specificity: Int {
    (grade == nil ? 0 : 1) + (subject == nil ? 0 : 1) + (period == nil ? 0 : 1) + (scope == .district ? 1 : 0)
  }
}
