import Texts

/// A question that counts for nothing, with which a person learns the keys: move, choose, take back, mark.
///
/// It stands before the session: nothing of it is recorded, and the session's clock hasn't begun.
struct Practice: Sendable, Hashable {
  enum Step: Sendable, Hashable, CaseIterable { case move, choose, takeBack, mark }

  var language: Language
  /// Adults are asked whether they want it; the cursor of that question.
  var offer: Int?
  var pointer = 0
  var chosen: Int?
  var isMarked = false
  private(set) var done: Set<Step> = []

  static let options: [PracticePhrase] = [.chair, .apple, .book]

  /// What is to be tried next; nil when all was.
  var step: Step? { Step.allCases.first { !done.contains($0) } }

  mutating func note(_ step: Step) { done.insert(step) }
}
