package import Diagnostics
package import Expressions

/// Reads QTI expressions to the same tree, values and function table as Synak's own language.
///
/// NULL is missing; an empty container and an empty text are NULL too, as the specification says (IMS QTI 2.1 §2.4).
package struct QTIReader {
  private let scope: QTIScope
  private var findings: [Diagnostic] = []
  private var depth = 0

  /// The formula of an expression, or nil with what is wrong with it.
  package static func compile(
    _ element: QTIElement, in scope: QTIScope = QTIScope()
  ) -> (compiled: Compiled?, findings: [Diagnostic]) {
    var reader = QTIReader(scope: scope)
    guard let operand = reader.read(element), !reader.findings.hasErrors else { return (nil, reader.findings) }
    // NULL alone has no type; nothing can be done with it that would tell.
    let type = ValueType(operand.base ?? .text, operand.cardinality ?? .single)
    return (Compiled(formula: operand.formula, type: type), reader.findings)
  }

  private init(scope: QTIScope) { self.scope = scope }

  /// An expression that is read.
  ///
  /// What NULL is a value of isn't known.
  struct Operand {
    var formula: Formula
    var base: ValueType.Base?
    var cardinality: Cardinality?

    init(_ formula: Formula, _ type: ValueType? = nil) {
      self.formula = formula
      base = type?.base
      cardinality = type?.cardinality
    }
  }

  private mutating func report(
    _ finding: ExpressionFinding, _ element: QTIElement, found: String? = nil, suggestion: String? = nil,
    _ arguments: [String: String] = [:]
  ) {
    findings.append(
      Diagnostic(
        finding, at: element.place, found: found ?? element.name, suggestion: suggestion, arguments: arguments))
  }

  private mutating func read(_ element: QTIElement) -> Operand? {
    guard depth < Formula.maximumDepth else {
      report(.tooDeep, element, ["limit": String(Formula.maximumDepth)])
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    switch element.foldedName {
    case "baseValue": return baseValue(element)
    case "null": return Operand(.literal(QTIValue.null, .none))
    case "variable", "correct", "default": return variable(element)
    case "mathConstant": return constant(element)
    default: return operation(element)
    }
  }

  // MARK: Leaves

  private mutating func baseValue(_ element: QTIElement) -> Operand? {
    let name = element.attribute("baseType") ?? ""
    guard let base = QTIValue.base(name) else {
      report(.attributeValue, element, found: name, ["name": "baseType"])
      return nil
    }
    guard let value = QTIValue.read(element.text, as: base) else {
      report(.attributeValue, element, found: element.text, ["name": name])
      return nil
    }
    return Operand(.literal(value, .none), value.isMissing ? nil : ValueType(base))
  }

  private mutating func variable(_ element: QTIElement) -> Operand? {
    let identifier = element.attribute("identifier") ?? ""
    guard let variable = scope.variables[identifier] else {
      report(
        .unknownName, element, found: identifier,
        suggestion: Similarity.nearest(to: identifier, among: scope.variables.keys.sorted()))
      return nil
    }
    switch element.foldedName {
    case "correct": return Operand(.literal(variable.correct ?? QTIValue.null, .none), variable.type)
    case "default": return Operand(.literal(variable.initial ?? QTIValue.null, .none), variable.type)
    default:
      let isPlain = variable.type.cardinality == .single && variable.type != .text
      let slot = Formula.slot(variable.slot, .none)
      guard !isPlain, let value = FunctionID.foreign("qti:value") else {
        return Operand(slot, variable.type)
      }
      return Operand(.one(value, slot, .none), variable.type)
    }
  }

  private mutating func constant(_ element: QTIElement) -> Operand? {
    let constants = ["pi": Double.pi, "e": 2.718281828459045]
    guard let value = constants[element.attribute("name") ?? ""] else {
      report(.attributeValue, element, found: element.attribute("name") ?? "", ["name": "name"])
      return nil
    }
    return Operand(.literal(.float(value), .none), .float)
  }

  // MARK: Operators

  private mutating func operation(_ element: QTIElement) -> Operand? {
    let name = element.foldedName
    guard let row = QTIOperator.table[name] else {
      report(
        .unknownFunction, element, suggestion: Similarity.nearest(to: name, among: QTIOperator.table.keys.sorted()))
      return nil
    }
    var operands: [Operand] = []
    for child in element.children {
      if let operand = read(child) { operands.append(operand) }
    }
    guard operands.count == element.children.count else { return nil }
    guard row.counts.contains(operands.count) else {
      let most = row.counts.upperBound == Int.max ? "…" : String(row.counts.upperBound)
      report(
        .argumentCount, element,
        ["name": name, "expected": "\(row.counts.lowerBound)–\(most)", "count": String(operands.count)])
      return nil
    }
    if let stranger = row.stranger(among: operands) {
      report(
        .notComparable, element.children[stranger],
        ["left": element.children[0].name, "right": element.children[stranger].name])
      return nil
    }
    for (index, operand) in operands.enumerated() {
      if let finding = row.mismatch(operand, at: index) {
        report(finding, element.children[index])
        return nil
      }
    }
    var arguments = operands.map(\.formula)
    for attribute in row.attributes {
      guard let argument = self.argument(attribute, of: element) else { return nil }
      arguments += argument
    }
    return row.operand(name, arguments, of: operands)
  }

  /// What an attribute says, as arguments of the row; numbers may stand in a variable.
  private mutating func argument(_ attribute: QTIOperator.Attribute, of element: QTIElement) -> [Formula]? {
    guard let text = element.attribute(attribute.name) ?? attribute.initial else {
      report(.attributeValue, element, found: "", ["name": attribute.name])
      return nil
    }
    func literal(_ value: Value) -> Formula { .literal(value, .none) }
    switch attribute.kind {
    case .text: return [literal(.text(text))]
    case .oneOf(let words):
      if words.contains(text) { return [literal(.text(text))] }
    case .boolean:
      if let value = QTIValue.read(text, as: .boolean) { return [literal(value)] }
    case .integer:
      if let number = Int(text) { return [literal(.integer(number))] }
      if let variable = scope.variables[text] { return [.slot(variable.slot, .none)] }
    case .tolerances:
      // One number for both sides, or one for each.
      let parts = text.split(separator: " ").map(String.init)
      let numbers = parts.compactMap { part -> Formula? in
        if let number = QTIValue.float(part), number >= 0 { return literal(.float(number)) }
        return scope.variables[part].map { .slot($0.slot, .none) }
      }
      if numbers.count == parts.count, let first = numbers.first, numbers.count <= 2 {
        return [first, numbers.last ?? first]
      }
    case .coordinates:
      let numbers = text.split { $0 == "," || $0 == " " }.compactMap { QTIValue.float(String($0)) }
      return [literal(.container(Container(.ordered, numbers.map { .float($0) })))]
    case .pattern:
      switch Pattern.parse(text) {
      case .success: return [literal(.text(text))]
      case .failure: break
      }
    }
    report(.attributeValue, element, found: text, ["name": attribute.name])
    return nil
  }
}
