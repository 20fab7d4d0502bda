package import Datasets
package import Expressions

/// Rows for one data set.
package struct FactSet: Sendable, Hashable, Codable {
  package var dataset: Symbol
  /// What the values of a row are, in their order.
  package var fields: [Symbol]
  package var rows: [FactRow]

  package init(dataset: Symbol, fields: [Symbol], rows: [FactRow]) {
    self.dataset = dataset
    self.fields = fields
    self.rows = rows
  }
}

/// One row: where it stands and what it says.
package struct FactRow: Sendable, Hashable, Codable {
  package var coordinates: Coordinates
  /// A value a field of the set.
  package var values: [Value]

  package init(coordinates: Coordinates, values: [Value]) {
    self.coordinates = coordinates
    self.values = values
  }
}

/// Which facts of a data set. A field that some rows don't have is missing there with the reason `no-data`.
package struct FactQuery: Sendable, Hashable, Codable {
  package var dataset: Symbol
  package var fields: [Symbol]
  package var place: FactPlace
  /// Asks for the pseudonyms too. Indicators need to tell persons apart, not to know them, and a million names take
  /// longer to read than their facts.
  package var namesPersons: Bool

  package init(dataset: Symbol, fields: [Symbol], place: FactPlace = FactPlace(), namesPersons: Bool = false) {
    self.dataset = dataset
    self.fields = fields
    self.place = place
    self.namesPersons = namesPersons
  }
}

/// The coordinates to which a question narrows. What is nil doesn't narrow.
package struct FactPlace: Sendable, Hashable, Codable {
  package var school: Symbol?
  package var year: Symbol?
  package var period: Symbol?
  package var activity: Symbol?
  package var schoolClass: Symbol?
  package var grade: Int?
  package var subject: Symbol?

  package init(
    school: Symbol? = nil, year: Symbol? = nil, period: Symbol? = nil, activity: Symbol? = nil,
    schoolClass: Symbol? = nil, grade: Int? = nil, subject: Symbol? = nil
  ) {
    self.school = school
    self.year = year
    self.period = period
    self.activity = activity
    self.schoolClass = schoolClass
    self.grade = grade
    self.subject = subject
  }

  /// True where facts at these coordinates are asked for.
  package func holds(_ coordinates: Coordinates) -> Bool {
    func agrees<T: Equatable>(_ asked: T?, _ has: T?) -> Bool { asked == nil || asked == has }
    return agrees(school, coordinates.school) && agrees(year, coordinates.year) && agrees(period, coordinates.period)
      && agrees(activity, coordinates.activity) && agrees(schoolClass, coordinates.schoolClass)
      && agrees(grade, coordinates.grade) && agrees(subject, coordinates.subject)
  }
}

/// All facts of a data set that share every coordinate but the person: what components are made of.
package struct FactCell: Sendable, Hashable, Codable {
  /// Without the person.
  package var coordinates: Coordinates
  /// Goes up with every change of the cell's facts.
  package var version: Int
  package var rows: Int

  package init(coordinates: Coordinates, version: Int, rows: Int) {
    self.coordinates = coordinates
    self.version = version
    self.rows = rows
  }
}
