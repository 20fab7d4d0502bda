import Diagnostics
import Foundation
import Testing

@testable import Expressions
@testable import Formats

/// The shared rows that were taken from other engines' own tests: with variables, and with mistakes that must be refused.
@Suite("QTI's expressions with variables", .enabled(if: SharedFiles.hasConformance("qti/operators.tsv")))
struct QTIVariablesTests {
  /// What other readers make (mappings) or what needs a random source.
  static let elsewhere: Set<String> = [
    "mapResponse", "mapResponsePoint", "random", "randomInteger", "randomFloat", "operator",
  ]

  /// Where other engines give NULL for an operand that isn't there or a record in place of a condition, we refuse when
  /// reading; and an empty container is NULL to us in `anyN` as it is to them in `and`.
  static let decidedOtherwise: Set<String> = ["op-0186", "op-0816", "op-0209"]

  @Test("Every settled row comes to its value, and every mistake is refused or comes to nothing")
  func rows() throws {
    var failing: [String] = []
    var passed = 0
    for fields in try SharedFiles.rows("qti/operators.tsv")
    where fields.count >= 13 && !Self.elsewhere.contains(fields[1]) && !Self.decidedOtherwise.contains(fields[0]) {
      guard fields[12] == "two-engines" || fields[12].hasPrefix("spec:") else { continue }
      if let failure = try Self.failure(of: fields) {
        failing.append("\(fields[0]) \(failure) of \(fields[5]) \(fields[4])")
      } else {
        passed += 1
      }
    }
    #expect(failing == [], "\(failing.count) failing, \(passed) passed")
    #expect(passed > 350)
  }

  private static func failure(of fields: [String]) throws -> String? {
    guard let element = QTIElement(xml: fields[5]) else { return "unreadable" }
    let json = try JSONSerialization.jsonObject(with: Data(fields[4].utf8)) as? [String: Any] ?? [:]
    let (scope, values) = variables(fields[3], json)
    let (compiled, findings) = QTIReader.compile(element, in: scope)
    let value = compiled?.formula.evaluate(in: Row(values))
    if fields[6] == "error" { return value?.isMissing ?? true ? nil : "accepted as \(value.map { "\($0)" } ?? "")" }
    guard let value else { return "refused \(findings.map(\.code))" }
    let expectation = QTIExpectation(kind: fields[6], cardinality: fields[7], baseType: fields[8], json: fields[9])
    return expectation.accepts(value) ? nil : "\(value) for \(fields[9])"
  }

  /// Declared variables with their values.
  private static func variables(_ xml: String, _ json: [String: Any]) -> (QTIScope, [Value]) {
    var scope = QTIScope()
    var values: [Value] = []
    for declaration in QTIElement(xml: "<all>\(xml)</all>")?.children ?? [] {
      guard let identifier = declaration.attribute("identifier"),
        let cardinality = Cardinality(rawValue: declaration.attribute("cardinality") ?? "")
      else { continue }
      let base = cardinality == .record ? .record : QTIValue.base(declaration.attribute("baseType") ?? "") ?? .text
      func declared(_ name: String) -> Value? {
        guard let holder = declaration.children.first(where: { $0.name == name }) else { return nil }
        if cardinality == .record {
          return .container(
            Container(
              .record,
              holder.children.map {
                QTIValue.read($0.text, as: QTIValue.base($0.attribute("baseType") ?? "") ?? .text) ?? QTIValue.null
              },
              names: holder.children.map { Symbol($0.attribute("fieldIdentifier") ?? "") }))
        }
        let read = holder.children.compactMap { QTIValue.read($0.text, as: base) }
        return cardinality == .single ? read.first : QTIValue.container(cardinality, read)
      }
      var value = QTIValue.null
      switch json[identifier] {
      case let text as String: value = QTIValue.read(text, as: base) ?? QTIValue.null
      case let list as [Any]:
        value = QTIValue.container(
          cardinality, list.compactMap { ($0 as? String).flatMap { QTIValue.read($0, as: base) } })
      case is [String: Any]: value = declared("defaultValue") ?? QTIValue.null
      default: break
      }
      scope.variables[identifier] = QTIScope.Variable(
        slot: values.count, type: ValueType(base, cardinality), correct: declared("correctResponse"),
        initial: declared("defaultValue"))
      values.append(value)
    }
    return (scope, values)
  }
}
