/// Why there is no value.
///
/// Missing is never zero, never false and never an empty text.
package struct Missing: Sendable, Hashable {
  /// The kind of reason.
  ///
  /// The raw values are what instruments and exports write.
  package enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
    case unanswered
    case notShown = "not-shown"
    case dontKnow = "dont-know"
    case refused
    case notApplicable = "not-applicable"
    case absent
    case notAttested = "not-attested"
    case exempt
    /// Its section was stopped before it, by the section's own rule.
    case notReached = "not-reached"
    /// There are no rows, or a denominator is zero.
    case noData = "no-data"
    /// A number too large to be exact.
    case overflow
    /// A computation that has no result (a root of a negative number).
    case undefined
  }

  package var reason: Reason
  /// The code that a person chose for it ("dk", "na"), where one was chosen: tests that name the code see it.
  package var code: Symbol?

  package init(_ reason: Reason, code: Symbol? = nil) {
    self.reason = reason
    self.code = code
  }
}
