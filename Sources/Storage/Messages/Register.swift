package import Expressions

/// A school's register: who belongs where, with the names, which the store keeps in a file of their own.
package struct Register: Sendable, Hashable, Codable {
  package var school: Symbol
  package var entries: [RegisterEntry]
  package var names: [Symbol: PersonName]

  package init(school: Symbol, entries: [RegisterEntry], names: [Symbol: PersonName]) {
    self.school = school
    self.entries = entries
    self.names = names
  }
}

/// A person, under a pseudonym, in one class for some time.
package struct RegisterEntry: Sendable, Hashable, Codable {
  package var person: Symbol
  /// `pupil`, `teacher`, …
  package var role: Symbol
  package var sex: Symbol?
  package var language: Symbol?
  package var schoolClass: Symbol?
  package var grade: Int?
  /// Days since 1970-01-01; nil where it isn't said.
  package var from: Int32?
  /// The last day; nil where it goes on.
  package var to: Int32?

  package init(
    person: Symbol, role: Symbol, sex: Symbol? = nil, language: Symbol? = nil, schoolClass: Symbol? = nil,
    grade: Int? = nil, from: Int32? = nil, to: Int32? = nil
  ) {
    self.person = person
    self.role = role
    self.sex = sex
    self.language = language
    self.schoolClass = schoolClass
    self.grade = grade
    self.from = from
    self.to = to
  }
}

/// What a person is called.
package struct PersonName: Sendable, Hashable, Codable {
  package var family: String
  package var given: String

  package init(family: String, given: String) {
    self.family = family
    self.given = given
  }
}
