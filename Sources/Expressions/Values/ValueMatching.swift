/// When two values say the same: what `eq` and QTI's `match` ask.
extension Value {
  /// Whether both say the same; nil where they can't be compared (a text with a number) or either is missing.
  ///
  /// Numbers go by value whatever their kind, a bag's elements in any order, a pair's two in either; texts letter by
  /// letter in their canonical form.
  package func matches(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.code(let a), .code(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.date(let a), .date(let b)): a == b
    case (.time(let a), .time(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.point(let x, let y), .point(let otherX, let otherY)): x == otherX && y == otherY
    case (.pair(let a, let b), .pair(let c, let d)): (a == c && b == d) || (a == d && b == c)
    case (.directedPair(let a, let b), .directedPair(let c, let d)): a == c && b == d
    case (.container(let a), .container(let b)): a.matches(b)
    default: order(to: other).map { $0 == .same }
    }
  }

  /// How a number, a date, a time or a length of time stands to another; nil where they can't be put in order.
  package func order(to other: Value) -> Order? {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): Order(a, b)
    case (.date(let a), .date(let b)): Order(a, b)
    case (.time(let a), .time(let b)): Order(a, b)
    case (.duration(let a), .duration(let b)): Order(a, b)
    case (.float, _), (_, .float):
      if let a = double, let b = other.double { Order(floats: a, b) } else { nil }
    default:
      if let a = decimal, let b = other.decimal { Order(a, b) } else { nil }
    }
  }

  package enum Order: Sendable {
    case less, same, greater

    init<T: Comparable>(_ a: T, _ b: T) { self = a < b ? .less : a == b ? .same : .greater }

    /// Nothing stands in order to what is no number.
    init?(floats a: Double, _ b: Double) {
      guard !a.isNaN, !b.isNaN else { return nil }
      self.init(a, b)
    }
  }

  /// One form for values that say the same, so that they can be met and counted in sets: numbers by value, the two of a
  /// pair in order.
  package var canonical: Value {
    switch self {
    case .decimal(let number): return number.integer.map { .integer($0) } ?? .decimal(number.normalized)
    case .pair(let a, let b): return b < a ? .pair(b, a) : self
    default: return self
    }
  }

  /// The number that an integer or a decimal is.
  package var decimal: Decimal64? {
    switch self {
    case .integer(let value): Decimal64(value)
    case .decimal(let value): value
    default: nil
    }
  }

  /// Any number as a floating-point one.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let value): value.double
    case .float(let value): value
    default: nil
    }
  }
}

extension Container {
  /// Whether both hold the same elements: as often in a bag, in the same order in a list, under the same names in a
  /// record.
  func matches(_ other: Container) -> Bool? {
    guard cardinality == other.cardinality, elements.count == other.elements.count else { return false }
    switch cardinality {
    case .multiple: return other.holds(elements)
    case .record:
      guard Set(names) == Set(other.names) else { return false }
      return zip(names, elements).allSatisfy { name, element in
        guard let place = other.names.firstIndex(of: name) else { return false }
        return element.matches(other.elements[place]) == true
      }
    case .ordered, .single:
      return zip(elements, other.elements).allSatisfy { $0.matches($1) == true }
    }
  }

  /// Whether every one of `wanted` is among the elements, each as often.
  func holds(_ wanted: [Value]) -> Bool {
    var rest = elements
    for value in wanted {
      guard let place = rest.firstIndex(where: { $0.matches(value) == true }) else { return false }
      rest.remove(at: place)
    }
    return true
  }
}
