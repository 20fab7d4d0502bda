package import Datasets
package import Expressions
package import Monitoring
import Texts

/// A school's register: who belongs where, with the names, which the store keeps in a file of their own.
package struct SchoolRegister: Sendable, Hashable, Codable {
  package var school: Symbol
  package var entries: [RegisterEntry]
  package var names: [RegisterName]

  package init(school: Symbol, entries: [RegisterEntry], names: [RegisterName]) {
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
  /// What the person needs at a test.
  package var accommodations = Accommodations.none

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
package struct RegisterName: Sendable, Hashable, Codable {
  package var person: Symbol
  package var family: String
  package var given: String
  /// Days since 1970-01-01; nil where it isn't known.
  package var birth: Int32?

  package init(person: Symbol, family: String, given: String, birth: Int32? = nil) {
    self.person = person
    self.family = family
    self.given = given
    self.birth = birth
  }
}

extension SchoolRegister {
  /// The register that a reader gave: a row an enrolment, one row without a class for who has none.
  package init(school: Symbol, _ register: Register) {
    let entries = register.people.flatMap { person -> [RegisterEntry] in
      var bare = RegisterEntry(
        person: person.id, role: Symbol(person.role.rawValue), sex: person.sex.map { Symbol($0.rawValue) },
        language: person.language.map { Symbol($0.rawValue) })
      bare.accommodations = person.accommodations
      guard !person.enrolments.isEmpty else { return [bare] }
      return person.enrolments.map { [bare] enrolment in
        var entry = bare
        entry.schoolClass = enrolment.schoolClass.name
        entry.grade = enrolment.schoolClass.grade
        entry.from = enrolment.from.days
        entry.to = enrolment.to?.days
        return entry
      }
    }
    let names = register.names.map {
      RegisterName(person: $0, family: $1.family, given: $1.given, birth: $1.birth?.days)
    }
    self.init(school: school, entries: entries, names: names.sorted { $0.person < $1.person })
  }

  /// People again, in the order of their first rows, without names: these are asked for apart.
  ///
  /// Rows with words that this program doesn't know (a role of a newer one) are left out.
  package static func register(of entries: [RegisterEntry]) -> Register {
    var people: [Person] = []
    var positions: [Symbol: Int] = [:]
    for entry in entries {
      guard let role = Person.Role(rawValue: entry.role.text) else { continue }
      let position = positions[entry.person] ?? people.count
      if position == people.count {
        positions[entry.person] = position
        people.append(
          Person(
            id: entry.person, role: role, sex: entry.sex.flatMap { Person.Sex(rawValue: $0.text) },
            language: entry.language.flatMap { Language(rawValue: $0.text) }))
        people[position].accommodations = entry.accommodations
      }
      guard let name = entry.schoolClass, let schoolClass = SchoolClass(name.text), let from = entry.from else {
        continue
      }
      people[position].enrolments.append(
        Enrolment(
          schoolClass: schoolClass, from: CalendarDate(days: from), to: entry.to.map { CalendarDate(days: $0) }))
    }
    return Register(people: people)
  }
}
