package import Administration
import Datasets
package import Expressions
package import Instruments
package import Texts

/// Answers as people read them: the words of an option, a number with its unit, a list in order.
package struct AnswerText: Sendable {
  private let delivery: DeliveryForm
  private let language: Language

  package init(_ delivery: DeliveryForm, language: Language) {
    self.delivery = delivery
    self.language = language
  }

  /// The words for a value at a slot.
  package func text(of value: Value, at slot: Int) -> String {
    guard let item = delivery.item(at: slot) else { return text(of: value, units: nil) { _ in nil } }
    var unit: LocalizedText?
    if case .number(let form) = item.item.kind { unit = form.unit }
    return text(of: value, units: unit) { self.option($0, of: item) }
  }

  private func text(of value: Value, units: LocalizedText?, _ option: (Symbol) -> String?) -> String {
    func number(_ plain: String) -> String {
      NumberFormat.text(plain, in: language) + (units.map { " " + $0.plain(in: language) } ?? "")
    }
    switch value {
    case .missing(let missing): return missing.code.flatMap(option) ?? missingText(missing.reason)
    case .boolean(let truth): return (truth ? AnswerPhrase.yes : .no).text(in: language)
    case .integer(let whole): return number(String(whole))
    case .decimal(let decimal): return number(decimal.description)
    case .float(let double): return number(Decimal64(double)?.description ?? "\(double)")
    case .text(let text): return text
    case .code(let code): return option(code) ?? code.text
    case .container(let container):
      let parts = container.elements.map { text(of: $0, units: nil, option) }
      let separator = container.cardinality == .ordered ? " < " : "; "
      return parts.isEmpty ? AnswerPhrase.none.text(in: language) : parts.joined(separator: separator)
    case .date, .time, .duration, .point, .pair, .directedPair: return ValueCodec.text(of: value)
    }
  }

  private func option(_ code: Symbol, of item: DeliveryItem) -> String? {
    if case .criterion(let descriptors) = item.item.kind {
      return descriptors.first { $0.code == code }.map { "\(code) \u{2014} \($0.text.plain(in: language))" }
    }
    return item.item.options.first { $0.code == code }?.text.plain(in: language)
  }

  private func missingText(_ reason: Missing.Reason) -> String {
    switch reason {
    case .notShown: AnswerPhrase.notShown.text(in: language)
    case .dontKnow: AnswerPhrase.dontKnow.text(in: language)
    case .refused: AnswerPhrase.refused.text(in: language)
    case .notApplicable: AnswerPhrase.notApplicable.text(in: language)
    default: AnswerPhrase.unanswered.text(in: language)
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

/// Words for answers that are not words or numbers.
enum AnswerPhrase: PhraseCatalogue {
  case yes, no, none, unanswered, notShown, dontKnow, refused, notApplicable

  var template: Template {
    switch self {
    case .yes: Template(ky: "ооба", ru: "да", en: "yes")
    case .no: Template(ky: "жок", ru: "нет", en: "no")
    case .none: Template(ky: "эч нерсе тандалган жок", ru: "ничего не выбрано", en: "nothing chosen")
    case .unanswered: Template(ky: "жооп жок", ru: "нет ответа", en: "no answer")
    case .notShown: Template(ky: "көрсөтүлгөн жок", ru: "не показано", en: "not shown")
    case .dontKnow: Template(ky: "билбейм", ru: "не знаю", en: "don't know")
    case .refused: Template(ky: "жооп берүүдөн баш тартты", ru: "отказ отвечать", en: "would not say")
    case .notApplicable: Template(ky: "тиешеси жок", ru: "не относится", en: "not applicable")
    }
  }
}
