package import Datasets
package import Expressions

/// What is known of who answers, before anything is asked. All of it may be unknown; an anonymous respondent has no person.
package struct Respondent: Sendable, Hashable {
  /// A pseudonym.
  package var person: Symbol?
  /// The class as its school calls it: `4-а`.
  package var schoolClass: Symbol?
  package var grade: Int?
  package var sex: Symbol?
  /// The language of instruction.
  package var language: Symbol?
  /// What the respondent needs that others don't: all limits of the session are longer by it.
  package var accommodations = Accommodations.none

  package static let anonymous = Respondent()

  package init(
    person: Symbol? = nil, schoolClass: Symbol? = nil, grade: Int? = nil, sex: Symbol? = nil, language: Symbol? = nil
  ) {
    self.person = person
    self.schoolClass = schoolClass
    self.grade = grade
    self.sex = sex
    self.language = language
  }
}
