package import Administration
package import Expressions
package import Instruments
package import Texts

/// Answers as people read them, by slot: of items, of what was written for an "other", of computed values.
package struct AnswerText: Sendable {
  private let delivery: DeliveryForm
  private let language: Language

  package init(_ delivery: DeliveryForm, language: Language) {
    self.delivery = delivery
    self.language = language
  }

  /// The words for a value at a slot.
  package func text(of value: Value, at slot: Int) -> String {
    if let item = delivery.item(at: slot) { return item.print(value, in: language) }
    if let input = delivery.input(at: slot) { return input.print(value, in: language) }
    return switch value {
    case .missing(let missing): MissingWord(missing.reason).text(in: language)
    case .integer, .decimal: NumberFormat.text(value.stored, in: language)
    default: value.stored
    }
  }

  /// What stands in a text for `{id}`.
  package func reference(_ id: String, in session: Session) -> String {
    guard let slot = delivery.slot(of: Symbol(id)) else { return "{\(id)}" }
    let value = session.value(at: slot)
    if case .missing(let missing) = value, missing.code == nil { return "\u{2026}" }
    return text(of: value, at: slot)
  }
}
