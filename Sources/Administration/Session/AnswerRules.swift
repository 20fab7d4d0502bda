import Expressions
import Instruments

/// Which values a slot takes: the last wall before an answer becomes an event, whatever screen or file it came from.
extension DeliveryForm {
  /// What is wrong with `value` at `slot`; nil where it may be taken.
  func problem(with value: Value, at slot: Int, today: CalendarDate?) -> AnswerProblem? {
    if let item = item(at: slot) { return item.problem(of: value, today: today) }
    return Item.problem(ofOtherText: value)
  }
}
