/// Where a formula finds its values: a session's answers, a row of facts, finished parts of an indicator.
///
/// Asked by slot, never by name; a type that conforms is specialised by the compiler.
package protocol Environment {
  func value(at slot: Int) -> Value
  func scale(_ query: ScaleQuery, at slot: Int) -> Value
  func indicator(_ query: IndicatorQuery) -> Value
  /// What `aggregate` comes to over the rows that this environment stands for.
  func total(of aggregate: Aggregate) -> Value
  /// The day on which the formula is asked, fixed when the session began; nil where time plays no part.
  var today: CalendarDate? { get }
}

extension Environment {
  package func scale(_ query: ScaleQuery, at slot: Int) -> Value { .missing(Missing(.undefined)) }
  package func indicator(_ query: IndicatorQuery) -> Value { .missing(Missing(.noData)) }
  package func total(of aggregate: Aggregate) -> Value { .missing(Missing(.undefined)) }
  package var today: CalendarDate? { nil }
}

/// Values in a row, one a slot.
///
/// A slot behind the end was not shown.
package struct Row: Environment, Sendable {
  package var values: [Value]
  package var today: CalendarDate?

  package init(_ values: [Value], today: CalendarDate? = nil) {
    self.values = values
    self.today = today
  }

  package func value(at slot: Int) -> Value {
    values.indices.contains(slot) ? values[slot] : .notShown
  }
}
