import Diagnostics
import Expressions

/// How a QTI operator is read: what it takes, which attributes become arguments, and which row or node it is.
struct QTIOperator: Sendable {
  /// What an operand must be.
  enum Accepts: Sendable {
    case anything, boolean, number, integer, text, duration, point, single, container
    /// A container of numbers.
    case numbers
    /// A single value, or a container of this cardinality.
    case elements(Cardinality)
  }

  /// What operands must have in common.
  enum Common: Sendable { case nothing, base, baseAndCardinality }

  struct Attribute: Sendable {
    enum Kind: Sendable {
      case text, boolean, integer, tolerances, coordinates, pattern
      case oneOf([String])
    }

    var name: String
    var kind: Kind
    /// What is meant where the attribute isn't there; nil where it must be.
    var initial: String?
  }

  enum Result: Sendable {
    case boolean, integer, float
    /// Whole where all operands are.
    case number
    /// The base type of the operand with this position, with a cardinality.
    case of(Int, Cardinality)
    /// The type of the operand with this position.
    case container(Int)
  }

  /// What is made of it.
  enum Meaning: Sendable {
    case and, or, not
    case core(Operator)
    /// The row of the function table called `qti:` and the operator's name.
    case row
  }

  var accepts: [Accepts]
  var counts: ClosedRange<Int>
  var result: Result
  var meaning: Meaning
  var attributes: [Attribute]
  var common: Common

  init(
    _ accepts: Accepts..., counts: ClosedRange<Int>? = nil, common: Common = .nothing, gives result: Result,
    as meaning: Meaning = .row, _ attributes: [Attribute] = []
  ) {
    self.common = common
    self.accepts = accepts
    self.counts = counts ?? accepts.count...accepts.count
    self.result = result
    self.meaning = meaning
    self.attributes = attributes
  }

  /// Which finding an operand is, where it isn't what the operator takes.
  func mismatch(_ operand: QTIReader.Operand, at index: Int) -> ExpressionFinding? {
    // An empty container is NULL, and NULL may stand anywhere.
    let isSingle = operand.base == nil || (operand.cardinality ?? .single) == .single
    func isBase(_ holds: (ValueType.Base) -> Bool) -> Bool { operand.base.map(holds) ?? true }
    switch accepts[min(index, accepts.count - 1)] {
    case .anything: return nil
    case .boolean: return isSingle && isBase { $0 == .boolean } ? nil : .conditionNeeded
    case .number: return isBase(\.isNumber) ? nil : .numberNeeded
    case .integer: return isBase { $0 == .integer } ? nil : .wholeNumberNeeded
    case .text: return isSingle && isBase { $0 == .text || $0 == .identifier } ? nil : .textNeeded
    case .duration: return isSingle && isBase { $0 == .duration } ? nil : .notComparable
    case .point: return isBase { $0 == .point } ? nil : .notComparable
    case .single: return isSingle ? nil : .equalsOnSeveral
    case .container: return operand.cardinality != .single && operand.cardinality != .record ? nil : .severalNeeded
    case .numbers:
      guard operand.cardinality != .single else { return .severalNeeded }
      return isBase(\.isNumber) ? nil : .numberNeeded
    case .elements(let cardinality):
      return isSingle || operand.cardinality == cardinality ? nil : .equalsOnSeveral
    }
  }

  /// The first operand that hasn't in common with those before it what all must have.
  func stranger(among operands: [QTIReader.Operand]) -> Int? {
    guard common != .nothing else { return nil }
    let base = operands.compactMap(\.base).first
    let cardinality = operands.compactMap(\.cardinality).first
    return operands.firstIndex { operand in
      if let own = operand.base, own != base { return true }
      return common == .baseAndCardinality && operand.cardinality.map { $0 != cardinality } ?? false
    }
  }

  func formula(_ name: String, _ arguments: [Formula]) -> Formula {
    // Halved again and again, so that many operands don't make a deep tree.
    func folded(_ arguments: ArraySlice<Formula>, _ join: (Formula, Formula) -> Formula) -> Formula {
      guard let first = arguments.first else { return .literal(QTIValue.null, .none) }
      guard arguments.count > 1 else { return first }
      let middle = arguments.startIndex + arguments.count / 2
      return join(folded(arguments[..<middle], join), folded(arguments[middle...], join))
    }
    switch meaning {
    case .and: return folded(arguments[...]) { .and($0, $1, .none) }
    case .or: return folded(arguments[...]) { .or($0, $1, .none) }
    case .not: return .not(arguments.first ?? .literal(QTIValue.null, .none), .none)
    case .core(let operation): return .call(FunctionID(operation), arguments, .none)
    case .row:
      guard let row = FunctionID.foreign("qti:" + name) else { return .literal(.missing(Missing(.undefined)), .none) }
      return .call(row, arguments, .none)
    }
  }

  /// What is made of the operands, with its type as far as it is known.
  func operand(_ name: String, _ arguments: [Formula], of operands: [QTIReader.Operand]) -> QTIReader.Operand {
    var made = QTIReader.Operand(formula(name, arguments))
    made.cardinality = .single
    switch result {
    case .boolean: made.base = .boolean
    case .integer: made.base = .integer
    case .float: made.base = .float
    case .number: made.base = operands.allSatisfy { $0.base == .integer } ? .integer : .float
    case .of(let index, let cardinality):
      made.base = (operands.indices.contains(index) ? operands[index].base : nil) ?? operands.compactMap(\.base).first
      made.cardinality = cardinality
    case .container(let index):
      made.base = operands[index].base ?? operands.compactMap(\.base).first
      made.cardinality = operands[index].cardinality
    }
    return made
  }
}

extension QTIOperator {
  private static let isCaseSensitive = Attribute(name: "caseSensitive", kind: .boolean, initial: "true")
  private static let rounding = [
    Attribute(
      name: "roundingMode", kind: .oneOf(["significantFigures", "decimalPlaces"]), initial: "significantFigures"),
    Attribute(name: "figures", kind: .integer),
  ]
  private static let several = 1...Int.max
  private static let area = [
    Attribute(name: "shape", kind: .oneOf(["default", "rect", "circle", "poly", "ellipse"])),
    Attribute(name: "coords", kind: .coordinates, initial: ""),
  ]

  static let table: [String: QTIOperator] = logic.merging(numbers) { first, _ in first }
    .merging(containers) { first, _ in first }

  private static let logic: [String: QTIOperator] = [
    "and": QTIOperator(.boolean, counts: several, gives: .boolean, as: .and),
    "or": QTIOperator(.boolean, counts: several, gives: .boolean, as: .or),
    "not": QTIOperator(.boolean, gives: .boolean, as: .not),
    "anyN": QTIOperator(
      .boolean, counts: several, gives: .boolean,
      [Attribute(name: "min", kind: .integer), Attribute(name: "max", kind: .integer)]),
    "isNull": QTIOperator(.anything, gives: .boolean),
    "lt": QTIOperator(.number, .number, gives: .boolean, as: .core(.less)),
    "lte": QTIOperator(.number, .number, gives: .boolean, as: .core(.lessOrEqual)),
    "gt": QTIOperator(.number, .number, gives: .boolean, as: .core(.greater)),
    "gte": QTIOperator(.number, .number, gives: .boolean, as: .core(.greaterOrEqual)),
    "durationLT": QTIOperator(.duration, .duration, gives: .boolean, as: .core(.less)),
    "durationGTE": QTIOperator(.duration, .duration, gives: .boolean, as: .core(.greaterOrEqual)),
    "equal": QTIOperator(
      .number, .number, gives: .boolean,
      [
        Attribute(name: "toleranceMode", kind: .oneOf(["exact", "absolute", "relative"]), initial: "exact"),
        Attribute(name: "tolerance", kind: .tolerances, initial: "0"),
        Attribute(name: "includeLowerBound", kind: .boolean, initial: "true"),
        Attribute(name: "includeUpperBound", kind: .boolean, initial: "true"),
      ]),
    "equalRounded": QTIOperator(.number, .number, gives: .boolean, rounding),
    "match": QTIOperator(.anything, .anything, common: .baseAndCardinality, gives: .boolean),
    "stringMatch": QTIOperator(
      .text, .text, gives: .boolean,
      [isCaseSensitive, Attribute(name: "substring", kind: .boolean, initial: "false")]),
    "substring": QTIOperator(.text, .text, gives: .boolean, [isCaseSensitive]),
    "patternMatch": QTIOperator(.text, gives: .boolean, [Attribute(name: "pattern", kind: .pattern)]),
    "inside": QTIOperator(.point, gives: .boolean, area),
  ]

  private static let numbers: [String: QTIOperator] = [
    "sum": QTIOperator(.number, counts: several, gives: .number),
    "product": QTIOperator(.number, counts: several, gives: .number),
    "subtract": QTIOperator(.number, .number, gives: .number, as: .core(.subtract)),
    "divide": QTIOperator(.number, .number, gives: .float),
    "power": QTIOperator(.number, .number, gives: .float),
    "integerDivide": QTIOperator(.integer, .integer, gives: .integer),
    "integerModulus": QTIOperator(.integer, .integer, gives: .integer),
    "truncate": QTIOperator(.number, gives: .integer),
    "round": QTIOperator(.number, gives: .integer),
    "roundTo": QTIOperator(.number, gives: .float, rounding),
    "integerToFloat": QTIOperator(.integer, gives: .float),
    "min": QTIOperator(.number, counts: several, gives: .number),
    "max": QTIOperator(.number, counts: several, gives: .number),
    "gcd": QTIOperator(.integer, counts: several, gives: .integer),
    "lcm": QTIOperator(.integer, counts: several, gives: .integer),
    "mathOperator": QTIOperator(
      .number, counts: 1...2, gives: .float, [Attribute(name: "name", kind: .oneOf(QTIMath.names))]),
    "statsOperator": QTIOperator(
      .numbers, gives: .float, [Attribute(name: "name", kind: .oneOf(QTIStatistics.names))]),
  ]

  private static let containers: [String: QTIOperator] = [
    "multiple": QTIOperator(.elements(.multiple), counts: 0...Int.max, common: .base, gives: .of(0, .multiple)),
    "ordered": QTIOperator(.elements(.ordered), counts: 0...Int.max, common: .base, gives: .of(0, .ordered)),
    "containerSize": QTIOperator(.container, gives: .integer),
    "member": QTIOperator(.single, .container, common: .base, gives: .boolean),
    "delete": QTIOperator(.single, .container, common: .base, gives: .container(1)),
    "contains": QTIOperator(.container, .container, common: .baseAndCardinality, gives: .boolean),
    "index": QTIOperator(.container, gives: .of(0, .single), [Attribute(name: "n", kind: .integer)]),
    "repeat": QTIOperator(
      .elements(.ordered), counts: several, common: .base, gives: .of(0, .ordered),
      [Attribute(name: "numberRepeats", kind: .integer)]),
    "fieldValue": QTIOperator(.anything, gives: .of(0, .single), [Attribute(name: "fieldIdentifier", kind: .text)]),
  ]
}
