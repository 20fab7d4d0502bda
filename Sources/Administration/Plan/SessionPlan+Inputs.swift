import Expressions
import Instruments

/// What a session knows of its respondent from the start.
extension SessionPlan {
  /// The inputs by slot: as given, else as the register has them under the names `grade`, `class`, `sex` and `language`.
  static func inputs(
    of delivery: DeliveryForm, _ respondent: Respondent, given: [Symbol: Value]
  ) -> [Int: Value] {
    var result: [Int: Value] = [:]
    for input in delivery.form.inputs {
      guard let slot = delivery.slot(of: input.id) else { continue }
      let known = given[input.id] ?? respondent.word(for: input.id).flatMap { input.value(typed: $0) }
      result[slot] = known ?? .missing(Missing(.noData))
    }
    return result
  }
}

extension Respondent {
  /// What is known under a name, as it would be typed.
  fileprivate func word(for name: Symbol) -> String? {
    switch name.text {
    case "grade": grade.map(String.init)
    case "class": schoolClass?.text
    case "sex": sex?.text
    case "language": language?.text
    default: nil
    }
  }
}
