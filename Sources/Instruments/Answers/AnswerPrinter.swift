import Datasets
package import Expressions
package import Texts

/// Answers as people read them: the texts of options, numbers with their unit, the reason where there is none.
extension Item {
  package func print(_ value: Value, in language: Language) -> String {
    switch value {
    case .missing(let missing):
      if let code = missing.code, let text = text(of: code, in: language) { return text }
      return MissingWord(missing.reason).text(in: language)
    case .code(let code): return text(of: code, in: language) ?? code.text
    case .container(let container):
      let parts = container.elements.map { print($0, in: language) }
      return parts.joined(separator: container.cardinality == .ordered ? " → " : ", ")
    case .integer, .decimal:
      let number = NumberFormat.text(value.stored, in: language)
      guard case .number(let form) = kind, let unit = form.unit else { return number }
      return "\(number)\u{A0}\(unit.plain(in: language))"
    case .date(let date):
      guard case .date(let form) = kind else { return value.stored }
      return date.text(form.precision, in: language)
    case .directedPair(let left, let right):
      guard case .match(let form) = kind else { return value.stored }
      return "\(form.lefts.text(of: left, in: language)) – \(form.rights.options.text(of: right, in: language))"
    default: return value.stored
    }
  }

  /// The text of an option or of a criterion's level.
  private func text(of code: Symbol, in language: Language) -> String? {
    if case .criterion(let descriptors) = kind {
      return descriptors.first { $0.code == code }.map { "\(code) – \($0.text.plain(in: language))" }
    }
    return options.first { $0.code == code }?.text.plain(in: language)
  }
}

extension [Option] {
  /// The words of the option with a code.
  package func text(of code: Symbol, in language: Language) -> String {
    first { $0.code == code }?.text.plain(in: language) ?? code.text
  }
}

/// The words for a reason why there is no value.
package enum MissingWord: PhraseCatalogue {
  case unanswered, notShown, dontKnow, refused, notApplicable, absent, notAttested, exempt, noData, overflow, undefined
  case notReached

  package init(_ reason: Missing.Reason) {
    switch reason {
    case .unanswered: self = .unanswered
    case .notShown: self = .notShown
    case .dontKnow: self = .dontKnow
    case .refused: self = .refused
    case .notApplicable: self = .notApplicable
    case .absent: self = .absent
    case .notAttested: self = .notAttested
    case .exempt: self = .exempt
    case .noData: self = .noData
    case .overflow: self = .overflow
    case .undefined: self = .undefined
    case .notReached: self = .notReached
    }
  }

  package var template: Template {
    switch self {
    case .unanswered: Template(ky: "жооп жок", ru: "нет ответа", en: "no answer")
    case .notShown: Template(ky: "көрсөтүлгөн эмес", ru: "не показано", en: "not shown")
    case .dontKnow: Template(ky: "билбейм", ru: "не знаю", en: "don't know")
    case .refused: Template(ky: "жооп берүүдөн баш тартты", ru: "отказ от ответа", en: "refused to answer")
    case .notApplicable: Template(ky: "тиешеси жок", ru: "не относится", en: "does not apply")
    case .absent: Template(ky: "катышкан жок", ru: "отсутствовал", en: "absent")
    case .notAttested: Template(ky: "аттестацияланган эмес", ru: "не аттестован", en: "not attested")
    case .exempt: Template(ky: "бошотулган", ru: "освобождён", en: "exempt")
    case .noData: Template(ky: "маалымат жок", ru: "нет данных", en: "no data")
    case .overflow: Template(ky: "сан өтө чоң", ru: "слишком большое число", en: "the number is too large")
    case .notReached: Template(ky: "ага чейин токтотулган", ru: "остановлено раньше", en: "stopped before it")
    case .undefined: Template(ky: "аныкталбаган", ru: "не определено", en: "undefined")
    }
  }
}
