import Datasets
import Diagnostics
import Expressions
import Testing
import Texts

@Suite("Facts as columns")
struct FactTableTests {
  static let place = Place(file: "t.xml", line: 1, column: 1)
  static let marks = ChoiceCodes(
    name: "mark",
    codes: [
      ChoiceCodes.Code(symbol: "5", number: Decimal64(5)), ChoiceCodes.Code(symbol: "na", missing: .notAttested),
    ])
  static let dataset = Dataset(
    id: "d", title: LocalizedText("d"), row: ["pupil"], source: .register,
    fields: [
      Field(id: "mark", kind: .choice(marks), place: place),
      Field(id: "score", kind: .number(decimals: 2), place: place),
    ], place: place)

  private func decimal(_ text: String) throws -> Value { .decimal(try #require(Decimal64(text))) }

  @Test("A row gives back the values that went in, in their field's form")
  func rowsComeBack() throws {
    var columns = FactTable(dataset: Self.dataset)
    let here = columns.place(Coordinates(schoolClass: "4-а", person: "p1"))
    columns.append(place: here, person: columns.person("p1"), values: [.code("5"), try decimal("1.005")])
    columns.append(place: here, values: [.code("na"), .integer(3)], copies: 4)
    columns.append(place: here, values: [.code("9"), .text("three")])
    #expect(columns.fields[0].value(at: 0) == .code("5"))
    #expect(columns.fields[1].value(at: 0) == (try decimal("1.01")))
    #expect(columns.fields[0].value(at: 1) == .missing(Missing(.notAttested, code: "na")))
    #expect(columns.fields[1].value(at: 1) == .decimal(Decimal64(3)))
    #expect(columns.fields[0].value(at: 2) == .missing(Missing(.undefined)))
    #expect(columns.fields[1].value(at: 2) == .missing(Missing(.undefined)))
    #expect(columns.copies == [1, 4, 1])
    #expect(columns.facts == 6)
    #expect(columns.person == [0, FactTable.nobody, FactTable.nobody])
  }

  @Test(
    "Halves are rounded away from zero",
    arguments: [("2.345", "2.35"), ("-2.345", "-2.35"), ("2.344", "2.34"), ("-2.3", "-2.3"), ("0.005", "0.01")])
  func rounding(given: String, expected: String) throws {
    #expect(Self.dataset.fields[1].formed(try decimal(given)) == (try decimal(expected)))
  }

  @Test("A place is known by all but its person")
  func placesAreShared() {
    var columns = FactTable(dataset: Self.dataset)
    let first = columns.place(Coordinates(schoolClass: "4-а", person: "p1"))
    #expect(columns.place(Coordinates(schoolClass: "4-а", person: "p2")) == first)
    #expect(columns.place(Coordinates(schoolClass: "4-б")) != first)
    #expect(columns.places.count == 2)
  }

  @Test("Columns that don't fit together are refused")
  func columnsMustFit() {
    let good = Self.dataset.fields.map { FieldColumn(field: $0, distinct: [.unanswered], codes: [0, 0]) }
    let here = [Coordinates(schoolClass: "4-а")]
    #expect(throws: ColumnMismatch.rows(expected: 1, given: 2)) {
      try FactTable(dataset: Self.dataset, places: here, place: [0], fields: good)
    }
    #expect(throws: ColumnMismatch.noSuchPlace) {
      try FactTable(dataset: Self.dataset, places: here, place: [0, 1], fields: good)
    }
    #expect(throws: ColumnMismatch.fields(expected: 2, given: 1)) {
      try FactTable(dataset: Self.dataset, places: here, place: [0, 0], fields: [good[0]])
    }
    #expect(throws: ColumnMismatch.noCopies) {
      try FactTable(dataset: Self.dataset, places: here, place: [0, 0], copies: [0, 1], fields: good)
    }
    #expect(throws: Never.self) {
      try FactTable(dataset: Self.dataset, places: here, place: [0, 0], fields: good)
    }
  }
}
