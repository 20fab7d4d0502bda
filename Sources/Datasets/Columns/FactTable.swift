package import Expressions

/// Facts of one data set as columns, as the roll-up into indicators reads them: a million rows in a few arrays of numbers.
///
/// How a store fills it: read the rows in any order; give every distinct place (all coordinates but the person) and every
/// person a number, by `place(_:)` and `person(_:)` or as positions in lists of your own; every field has a list of its
/// distinct values, and rows hold positions in it (`FieldColumn`). Then either `append` rows one by one, or fill the arrays
/// and hand them over whole. Values are put into their field's form (numbers rounded to its decimals, codes that mean
/// "missing" made missing) once a distinct value, not once a row.
package struct FactTable: Sendable {
  package let dataset: Dataset
  /// The distinct places at which rows stand; `person` is nil in each.
  package private(set) var places: [Coordinates]
  /// For each row its place, a position in `places`.
  package private(set) var place: [Int32]
  /// The pseudonyms of those who have rows.
  package private(set) var persons: [Symbol]
  /// For each row its person, a position in `persons`; `nobody` where there is none.
  package private(set) var person: [Int32]
  /// For each row how many equal rows it stands for, ≥ 1; empty where every row is one.
  package private(set) var copies: [Int32]
  /// A column a field, in the data set's order.
  package private(set) var fields: [FieldColumn]

  private var placeNumbers: [Coordinates: Int32] = [:]
  private var personNumbers: [Symbol: Int32] = [:]

  /// Stands for no person: anonymous rows, rows of lessons and activities.
  package static let nobody: Int32 = -1

  /// No rows yet.
  package init(dataset: Dataset) {
    self.dataset = dataset
    places = []
    place = []
    persons = []
    person = []
    copies = []
    fields = dataset.fields.map { FieldColumn(field: $0) }
  }

  /// Rows that were read column by column.
  ///
  /// `person` and `copies` may be empty, where there are no persons and where every row is one.
  package init(
    dataset: Dataset, places: [Coordinates], place: [Int32], persons: [Symbol] = [], person: [Int32] = [],
    copies: [Int32] = [], fields: [FieldColumn]
  ) throws(ColumnMismatch) {
    let rows = place.count
    guard fields.count == dataset.fields.count else {
      throw .fields(expected: dataset.fields.count, given: fields.count)
    }
    for column in fields where column.codes.count != rows { throw .rows(expected: rows, given: column.codes.count) }
    for column in [person, copies] where !column.isEmpty && column.count != rows {
      throw .rows(expected: rows, given: column.count)
    }
    for column in fields where !column.codes.areIndices(below: column.distinct.count) { throw .noSuchValue }
    guard place.areIndices(below: places.count) else { throw .noSuchPlace }
    guard person.areIndices(below: persons.count, orNone: true) else { throw .noSuchPerson }
    guard copies.allSatisfy({ $0 >= 1 }) else { throw .noCopies }
    self.dataset = dataset
    self.places = places
    self.place = place
    self.persons = persons
    self.person = person.isEmpty ? [Int32](repeating: Self.nobody, count: rows) : person
    self.copies = copies
    self.fields = fields
    for (number, place) in places.enumerated() { placeNumbers[place] = Int32(number) }
    for (number, person) in persons.enumerated() { personNumbers[person] = Int32(number) }
  }

  /// How many rows the arrays hold; a row with copies is one here.
  package var count: Int { place.count }

  /// How many facts the rows stand for.
  package var facts: Int { copies.isEmpty ? count : copies.reduce(0) { $0 + Int($1) } }

  /// The number of a place, new or known.
  ///
  /// The person is left out.
  package mutating func place(_ coordinates: Coordinates) -> Int32 {
    var place = coordinates
    place.person = nil
    if let known = placeNumbers[place] { return known }
    let number = Int32(places.count)
    places.append(place)
    placeNumbers[place] = number
    return number
  }

  /// The number of a person by pseudonym, new or known.
  package mutating func person(_ pseudonym: Symbol?) -> Int32 {
    guard let pseudonym else { return Self.nobody }
    if let known = personNumbers[pseudonym] { return known }
    let number = Int32(persons.count)
    persons.append(pseudonym)
    personNumbers[pseudonym] = number
    return number
  }

  /// Adds a row; `values` holds a value a field.
  package mutating func append(place: Int32, person: Int32 = nobody, values: [Value], copies number: Int32 = 1) {
    precondition(values.count == fields.count && places.indices.contains(Int(place)) && number >= 1)
    precondition(person == Self.nobody || persons.indices.contains(Int(person)))
    self.place.append(place)
    self.person.append(person)
    for index in fields.indices { fields[index].append(values[index]) }
    if number != 1, copies.isEmpty { copies = [Int32](repeating: 1, count: count - 1) }
    if number != 1 || !copies.isEmpty { copies.append(number) }
  }

  /// Adds a fact of this data set.
  package mutating func append(_ fact: Fact, copies number: Int32 = 1) {
    let place = place(fact.coordinates)
    append(place: place, person: person(fact.coordinates.person), values: fact.values, copies: number)
  }

  /// The facts of a data set, the others left out.
  package init(dataset: Dataset, facts: some Sequence<Fact>) {
    self.init(dataset: dataset)
    for fact in facts where fact.dataset == dataset.id { append(fact) }
  }
}

/// Why columns don't make facts: a mistake of the program that filled them.
package enum ColumnMismatch: Error, Hashable {
  case fields(expected: Int, given: Int)
  case rows(expected: Int, given: Int)
  case noSuchValue, noSuchPlace, noSuchPerson, noCopies
}

extension [Int32] {
  fileprivate func areIndices(below end: Int, orNone: Bool = false) -> Bool {
    allSatisfy { (orNone && $0 == FactTable.nobody) || ($0 >= 0 && Int($0) < end) }
  }
}
