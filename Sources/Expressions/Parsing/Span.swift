/// The stretch of a formula's text that a node was made from, in UTF-8 offsets.
///
/// All spans are equal: where a node stands says nothing of what it means, so two formulas that mean the same are equal
/// however they were written.
package struct Span: Sendable, Hashable {
  package var start: Int32
  package var end: Int32

  package init(_ start: Int, _ end: Int) {
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
  }

  /// The span of a node that nobody wrote.
  package static let none = Span(0, 0)

  package static func == (a: Span, b: Span) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}

  var range: Range<Int> { Int(start)..<max(Int(start), Int(end)) }

  func union(_ other: Span) -> Span {
    Span(Int(min(start, other.start)), Int(max(end, other.end)))
  }
}
