package import Expressions

/// What a rater gave for an essay of a sealed session. Never changed and never taken away: a rater who thinks better of it
/// judges again.
package struct JudgementRecord: Sendable, Hashable, Codable {
  package var session: SessionID
  package var item: Symbol
  package var rater: Symbol
  /// Points a criterion of the guide, or of the whole under the item's id.
  package var points: [NamedValue]
  package var remark: String

  package init(session: SessionID, item: Symbol, rater: Symbol, points: [NamedValue], remark: String = "") {
    self.session = session
    self.item = item
    self.rater = rater
    self.points = points
    self.remark = remark
  }

  /// The most that a remark may hold, in bytes.
  package static let longestRemark = 4_000
}
