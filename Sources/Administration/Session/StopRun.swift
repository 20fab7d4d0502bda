import Expressions
import Instruments

/// How near a section is to its stop: a fold over its items in the order in which they are shown.
///
/// A function of what stands: an answer that is mended takes the stop back. What waits for its answer ends a run; what was
/// left without one by going on counts as it is scored, in a test as wrong.
struct StopRun {
  let rule: StopRule
  private var wrong = 0
  private var missing = 0
  /// Once reached, the rest of the section isn't asked.
  private(set) var isReached = false

  init(_ rule: StopRule) { self.rule = rule }

  /// - Parameters:
  ///   - value: What stands at the item, shown or parked options left out.
  ///   - wasLeft: The respondent went on from the item.
  mutating func take(_ value: Value, at slot: Int, wasLeft: Bool, judge: AnswerJudge) {
    let isWaiting = value == .unanswered && !wasLeft
    missing = value.isMissing && !isWaiting ? missing + 1 : 0
    if isWaiting {
      wrong = 0
    } else {
      switch judge.verdict(on: value, at: slot) {
      case .earns: wrong = 0
      case .earnsNothing: wrong += 1
      case .open: break
      }
    }
    if let limit = rule.afterWrong, wrong >= limit { isReached = true }
    if let limit = rule.afterMissing, missing >= limit { isReached = true }
  }

  /// What an item that isn't reached comes to.
  func unreached(_ slot: Int, judge: AnswerJudge) -> Value {
    rule.unreached == .wrong && judge.isKeyed(slot) ? .missing(Missing(.notReached)) : .notShown
  }
}
