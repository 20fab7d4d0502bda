/// A typed value, or the reason why there is none: what answers hold and expressions give.
package enum Value: Sendable, Hashable {
  case missing(Missing)
  case boolean(Bool)
  case integer(Int)
  case decimal(Decimal64)
  /// IEEE 754, only where QTI or XForms say so.
  case float(Double)
  case text(String)
  case date(CalendarDate)
  case time(TimeOfDay)
  case duration(Duration64)
  /// A code of a choice list, or an identifier.
  case code(Symbol)
  case point(x: Int32, y: Int32)
  case pair(Symbol, Symbol)
  case directedPair(Symbol, Symbol)
  /// Several values: multiple (a bag), ordered, or a record.
  indirect case container(Container)

  package static let unanswered = Value.missing(Missing(.unanswered))
  package static let notShown = Value.missing(Missing(.notShown))

  package var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}

/// Several values in one: a bag whose order says nothing, a list whose order does, or a record of named fields.
package struct Container: Sendable, Hashable {
  package var cardinality: Cardinality
  /// The elements; in a record, the fields' values in the order of `names`.
  package var elements: [Value]
  /// The names of a record's fields; empty otherwise.
  package var names: [Symbol]

  package init(_ cardinality: Cardinality, _ elements: [Value], names: [Symbol] = []) {
    self.cardinality = cardinality
    self.elements = elements
    self.names = names
  }
}

extension Value {
  /// A bag of codes, as "choose-many" gives it.
  ///
  /// Nobody chosen is an empty bag, not missing.
  package static func codes(_ codes: [Symbol]) -> Value { .container(Container(.multiple, codes.map { .code($0) })) }

  /// A list of codes in order, as "order" gives it.
  package static func ordered(_ codes: [Symbol]) -> Value { .container(Container(.ordered, codes.map { .code($0) })) }
}
