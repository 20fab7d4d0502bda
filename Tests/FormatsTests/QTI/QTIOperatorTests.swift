import Diagnostics
import Foundation
import Testing
import XML

@testable import Expressions
@testable import Formats

/// The shared rows of QTI operators: each expression compiles to the one tree and comes to the expected value.
@Suite("QTI's operators", .enabled(if: SharedFiles.hasConformance("qti/operators_generated.tsv")))
struct QTIOperatorTests {
  struct Row {
    var id: String
    var xml: String
    var expectation: QTIExpectation
  }

  static let rows: [String: [Row]] = {
    guard let lines = try? SharedFiles.rows("qti/operators_generated.tsv") else { return [:] }
    let rows = lines.filter { $0.count >= 7 }.map { fields in
      (
        fields[1],
        Row(
          id: fields[0], xml: fields[2],
          expectation: QTIExpectation(kind: fields[3], cardinality: fields[4], baseType: fields[5], json: fields[6]))
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }()

  @Test(
    "All rows of an operator come to their values",
    arguments: [
      "and", "or", "not", "isNull", "sum", "subtract", "product", "divide", "equal", "lt", "gte", "match", "member",
      "contains", "containerSize", "substring", "lte", "gt", "anyN", "stringMatch", "patternMatch", "power", "gcd",
      "lcm",
      "roundTo", "min", "max", "delete", "index", "ordered", "multiple", "repeat", "integerDivide", "integerModulus",
      "truncate", "round", "equalRounded", "inside", "statsOperator", "mathOperator", "durationLT", "durationGTE",
      "integerToFloat",
    ])
  func operators(name: String) throws {
    let rows = try #require(Self.rows[name])
    let failing = rows.compactMap { row in Self.failure(of: row).map { "\(row.id): \($0) of \(row.xml)" } }
    #expect(failing == [], "\(failing.count) of \(rows.count)")
  }

  @Test("Every operator of the table is tested")
  func complete() {
    #expect(Self.rows.count == 43)
  }

  static func failure(of row: Row) -> String? {
    guard let element = QTIElement(xml: row.xml) else { return "unreadable" }
    let (compiled, findings) = QTIReader.compile(element)
    guard let compiled else { return "refused \(findings.map(\.code))" }
    let value = compiled.formula.evaluate(in: Expressions.Row([]))
    return row.expectation.accepts(value) ? nil : "\(value)"
  }
}

@Suite("QTI's spellings and mistakes")
struct QTISpellingTests {
  static func value(_ xml: String) throws -> Value {
    let element = try #require(QTIElement(xml: xml))
    return try #require(QTIReader.compile(element).compiled).formula.evaluate(in: Row([]))
  }

  @Test("Version 3 writes the same operators with hyphens")
  func versionThree() throws {
    let several = """
      <qti-multiple><qti-base-value base-type="integer">1</qti-base-value><qti-base-value base-type="integer">2</qti-base-value></qti-multiple>
      """
    #expect(try Self.value("<qti-container-size>\(several)</qti-container-size>") == .integer(2))
    #expect(try Self.value("<qti-is-null>\(several)</qti-is-null>") == .boolean(false))
    #expect(
      try Self.value("<qti-index n=\"2\">\(several.replacingOccurrences(of: "multiple", with: "ordered"))</qti-index>")
        == .integer(2))
    let second = "<qti-base-value base-type=\"duration\">2</qti-base-value>"
    #expect(try Self.value("<qti-duration-gte>\(second)\(second)</qti-duration-gte>") == .boolean(true))
    #expect(try Self.value("<qti-duration-lt>\(second)\(second)</qti-duration-lt>") == .boolean(false))
    let truth = "<qti-base-value base-type=\"boolean\">true</qti-base-value>"
    #expect(try Self.value("<qti-any-n min=\"1\" max=\"1\">\(truth)</qti-any-n>") == .boolean(true))
  }

  @Test(
    "What can't be meant is a finding",
    arguments: [
      ("<nand/>", "E102"), ("<and/>", "E127"), ("<not><baseValue baseType=\"integer\">1</baseValue></not>", "E142"),
      ("<baseValue baseType=\"integer\">one</baseValue>", "E152"), ("<variable identifier=\"X\"/>", "E101"),
      ("<patternMatch pattern=\"(\"><baseValue baseType=\"string\">a</baseValue></patternMatch>", "E152"),
      ("<index><null/></index>", "E152"),
      ("<containerSize><baseValue baseType=\"integer\">1</baseValue></containerSize>", "E145"),
    ])
  func mistakes(xml: String, code: String) throws {
    let (compiled, findings) = QTIReader.compile(try #require(QTIElement(xml: xml)))
    #expect(compiled == nil)
    #expect(findings.map(\.code) == [code])
  }
}

/// What a row expects, as its columns say it.
struct QTIExpectation {
  var kind: String
  var cardinality: String
  var baseType: String
  var json: String

  func accepts(_ value: Value) -> Bool {
    if kind == "null" { return value.isMissing }
    guard kind == "value", let base = QTIValue.base(baseType),
      let parsed = try? JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    else { return false }
    if cardinality == "single" { return Self.same(value, Self.value(parsed, base)) }
    guard case .container(let container) = value, container.cardinality.rawValue == cardinality,
      let elements = parsed as? [Any], elements.count == container.elements.count
    else { return false }
    let expected = elements.compactMap { Self.value($0, base) }
    if container.cardinality == .ordered { return zip(container.elements, expected).allSatisfy { Self.same($0, $1) } }
    return container.holds(expected)
  }

  private static func value(_ json: Any, _ base: ValueType.Base) -> Value? {
    switch base {
    case .boolean: (json as? Bool).map { .boolean($0) }
    // What is infinite stays a float, since no integer is.
    case .integer:
      (json as? Int).map { .integer($0) } ?? (json as? String).flatMap { QTIValue.float($0) }.map { .float($0) }
    case .float:
      (json as? Double).map { .float($0) } ?? (json as? String).flatMap { QTIValue.float($0) }.map { .float($0) }
    default: (json as? String).flatMap { QTIValue.read($0, as: base) }
    }
  }

  /// Equal, of the same kind; floats to 1e-9 of their size.
  private static func same(_ a: Value, _ b: Value?) -> Bool {
    switch (a, b) {
    case (.float(let x), .float(let y)): x == y || (x - y).magnitude <= 1e-9 * max(1e-300, y.magnitude)
    case (.integer(let x), .integer(let y)): x == y
    case (.boolean(let x), .boolean(let y)): x == y
    case (.integer, _), (.float, _), (.boolean, _), (_, nil): false
    case (let x, let y?): x.matches(y) == true
    }
  }
}

extension QTIElement {
  /// One element of a text.
  init?(xml: String) {
    guard let document = try? Document.read(Array(xml.utf8)) else { return nil }
    self.init(document.root, in: Source(file: "t.xml", text: document.text))
  }
}
