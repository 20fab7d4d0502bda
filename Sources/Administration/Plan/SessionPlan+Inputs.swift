import Expressions
package import Instruments

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

  /// The inputs that decide something in the form and that nobody gave, in its order: what they decide stays hidden.
  package var unknownInputs: [InputField] {
    let unknown = Set(inputs.filter { $0.value.isMissing }.map(\.key))
    guard !unknown.isEmpty else { return [] }
    let read = unknown.intersection(delivery.decidingSlots)
    return delivery.form.inputs.filter { input in delivery.slot(of: input.id).map(read.contains) ?? false }
  }
}

extension DeliveryForm {
  /// The slots that conditions, rules and computations read.
  fileprivate var decidingSlots: Set<Int> {
    var formulas = computations.map(\.value)
    for section in sections {
      formulas += [section.showIf].compactMap { $0 }
      for element in section.elements {
        formulas += [element.showIf].compactMap { $0 }
        for item in element.items {
          formulas += [item.showIf].compactMap { $0 } + item.checks.map(\.that) + item.optionConditions.values
          if case .when(let formula) = item.required { formulas.append(formula) }
        }
      }
    }
    return formulas.reduce(into: []) { $0.formUnion($1.slots) }
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
