import Diagnostics
import Foundation
import FoundationXML
import Testing

@testable import Expressions

/// The shared rows of QTI operators: each expression compiles to the one tree and comes to the expected value.
@Suite("QTI's operators", .enabled(if: Conformance.has("qti/operators_generated.tsv")))
struct QTIOperatorTests {
  struct Row {
    var id: String
    var xml: String
    var expectation: QTIExpectation
  }

  static let rows: [String: [Row]] = {
    guard let lines = try? Conformance.rows("qti/operators_generated.tsv") else { return [:] }
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
  /// Reads one element with Foundation's parser: the tests' own, since the reader of files lives elsewhere.
  init?(xml: String) {
    let builder = Builder()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else { return nil }
    self = root
  }

  private final class Builder: NSObject, XMLParserDelegate {
    var open: [QTIElement] = []
    var root: QTIElement?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      open.append(QTIElement(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if !open.isEmpty { open[open.count - 1].text += text }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      guard let element = open.popLast() else { return }
      if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }
  }
}
