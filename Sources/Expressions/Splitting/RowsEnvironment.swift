/// Rows as one environment: aggregates look at every row.
///
/// The plain meaning of a formula over rows, without taking it apart.
package struct RowsEnvironment<Rows: Sequence>: Environment where Rows.Element: Environment {
  package var rows: Rows

  package init(_ rows: Rows) { self.rows = rows }

  /// A field has no value outside an aggregate.
  package func value(at slot: Int) -> Value { Arithmetic.undefined }

  package func total(of aggregate: Aggregate) -> Value {
    var values: [Value] = []
    for row in rows {
      if let condition = aggregate.condition, condition.evaluate(in: row) != .boolean(true) { continue }
      let value = aggregate.value?.evaluate(in: row) ?? .boolean(true)
      if !value.isMissing { values.append(value) }
    }
    switch aggregate.kind {
    case .count: return .integer(values.count { $0 == .boolean(true) })
    case .distinct: return .integer(Set(values.map(\.canonical)).count)
    case .min: return values.isEmpty ? Arithmetic.noData : Arithmetic.least(values).canonical
    case .max: return values.isEmpty ? Arithmetic.noData : Arithmetic.greatest(values).canonical
    case .sum: return Self.sum(of: values)
    case .mean:
      return values.isEmpty ? Arithmetic.noData : Arithmetic.divide(Self.sum(of: values), .integer(values.count))
    }
  }

  private static func sum(of values: [Value]) -> Value {
    guard !values.isEmpty else { return Arithmetic.noData }
    var sum = ExactSum()
    for value in values { if let number = value.decimal { sum.add(number) } }
    return sum.decimal.map { Value.decimal($0).canonical } ?? Arithmetic.overflow
  }
}
