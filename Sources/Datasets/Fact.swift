package import Expressions

/// One row of a data set at its coordinates.
package struct Fact: Sendable, Hashable {
  package var dataset: Symbol
  package var coordinates: Coordinates
  /// A value a field of the data set, in its order.
  package var values: [Value]
  /// Where it comes from (a session, a line of a register): stable, so that the same fact told twice is one fact.
  package var source: String

  package init(dataset: Symbol, coordinates: Coordinates, values: [Value], source: String) {
    self.dataset = dataset
    self.coordinates = coordinates
    self.values = values
    self.source = source
  }
}

/// Where a fact stands. What is not known or doesn't apply is nil.
package struct Coordinates: Sendable, Hashable, Codable {
  package var school: Symbol?
  /// `2025-2026`
  package var year: Symbol?
  package var period: Symbol?
  package var activity: Symbol?
  /// The instrument's id and version: `math-4-diagnostic/1.0`.
  package var instrument: Symbol?
  /// The class as its school calls it: `4-а`.
  package var schoolClass: Symbol?
  package var grade: Int?
  package var subject: Symbol?
  package var sex: Symbol?
  /// The language of instruction.
  package var language: Symbol?
  /// A pseudonym; nil in anonymous data.
  package var person: Symbol?

  package init(
    school: Symbol? = nil, year: Symbol? = nil, period: Symbol? = nil, activity: Symbol? = nil,
    instrument: Symbol? = nil, schoolClass: Symbol? = nil, grade: Int? = nil, subject: Symbol? = nil,
    sex: Symbol? = nil, language: Symbol? = nil, person: Symbol? = nil
  ) {
    self.school = school
    self.year = year
    self.period = period
    self.activity = activity
    self.instrument = instrument
    self.schoolClass = schoolClass
    self.grade = grade
    self.subject = subject
    self.sex = sex
    self.language = language
    self.person = person
  }
}
