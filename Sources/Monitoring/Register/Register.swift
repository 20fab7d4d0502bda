package import Datasets
package import Expressions
package import Texts

/// The people of a school: who is in which class, known by pseudonyms. Names are kept apart, so that nothing that computes
/// ever sees one.
package struct Register: Sendable, Hashable {
  /// In the order of the file.
  package var people: [Person]
  /// The names by pseudonym: for lists from which somebody picks their own, and nothing else.
  package var names: [Symbol: PersonName]

  package init(people: [Person] = [], names: [Symbol: PersonName] = [:]) {
    self.people = people
    self.names = names
  }

  /// The person with this pseudonym.
  package subscript(id: Symbol) -> Person? { people.first { $0.id == id } }

  /// Those of a role who are in a class on a day, in the order of the file.
  package func people(in schoolClass: Symbol, role: Person.Role = .pupil, on day: CalendarDate) -> [Person] {
    people.filter { person in
      person.role == role && person.enrolments.contains { $0.schoolClass.name == schoolClass && $0.holds(on: day) }
    }
  }

  /// The classes that somebody is in on a day, by grade and name.
  package func classes(on day: CalendarDate) -> [SchoolClass] {
    let classes = Set(people.flatMap { $0.enrolments.filter { $0.holds(on: day) }.map(\.schoolClass) })
    return classes.sorted { ($0.grade, $0.name) < ($1.grade, $1.name) }
  }
}

/// One person as the school's data know them: no name.
package struct Person: Sendable, Hashable {
  /// The raw values are what registers write.
  package enum Role: String, Sendable, Hashable, CaseIterable { case pupil, teacher, head, deputy, parent }

  package enum Sex: String, Sendable, Hashable, CaseIterable {
    case female = "f"
    case male = "m"
  }

  /// The pseudonym.
  package var id: Symbol
  package var role: Role
  package var sex: Sex?
  /// The language of instruction, or of the family.
  package var language: Language?
  package var enrolments: [Enrolment]
  /// What the person needs at a test.
  package var accommodations = Accommodations.none

  package init(id: Symbol, role: Role, sex: Sex? = nil, language: Language? = nil, enrolments: [Enrolment] = []) {
    self.id = id
    self.role = role
    self.sex = sex
    self.language = language
    self.enrolments = enrolments
  }
}

package struct PersonName: Sendable, Hashable {
  package var family: String
  package var given: String
  /// By which namesakes are told apart; kept with the names and nowhere else.
  package var birth: CalendarDate?

  package init(family: String, given: String, birth: CalendarDate? = nil) {
    self.family = family
    self.given = given
    self.birth = birth
  }

  /// As lists show it: "Үлгүбаев Айбек".
  package var listed: String { given.isEmpty ? family : "\(family) \(given)" }
}

/// A class as its school calls it, with the grade that its name tells: `4-а` is of grade 4.
package struct SchoolClass: Sendable, Hashable {
  package let name: Symbol
  package let grade: Int

  /// Nil where the name doesn't begin with a grade from 1 to 12, a hyphen and a letter or word.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let grade = Int(parts[0]), (1...12).contains(grade), String(grade) == parts[0],
      !parts[1].isEmpty, parts[1].count <= 16,
      parts[1].allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    name = Symbol(String(text))
    self.grade = grade
  }
}

/// From when to when somebody is in a class.
package struct Enrolment: Sendable, Hashable {
  package var schoolClass: SchoolClass
  package var from: CalendarDate
  /// The last day; nil while it lasts.
  package var to: CalendarDate?

  package init(schoolClass: SchoolClass, from: CalendarDate, to: CalendarDate? = nil) {
    self.schoolClass = schoolClass
    self.from = from
    self.to = to
  }

  package func holds(on day: CalendarDate) -> Bool {
    guard from <= day else { return false }
    guard let to else { return true }
    return day <= to
  }
}
