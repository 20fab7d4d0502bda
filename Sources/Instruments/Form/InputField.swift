import Datasets
package import Diagnostics
package import Expressions
package import Texts

/// Something that is known of the respondent before anything is asked: grade, sex, language of instruction.
///
/// Conditions, texts, norms and feeds see it by its id from the start; it is missing where nobody knows it.
package struct InputField: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case number(NumberForm)
    case text
    case date
    case choice(Choices)
  }

  package var id: Symbol
  package var title: LocalizedText
  package var kind: Kind
  package var place: Place

  package init(id: Symbol, title: LocalizedText, kind: Kind, place: Place) {
    self.id = id
    self.title = title
    self.kind = kind
    self.place = place
  }

  package var type: ValueType {
    switch kind {
    case .number(let form): ValueType(form.isWhole ? .integer : .decimal)
    case .text: ValueType(.text)
    case .date: ValueType(.date)
    case .choice(let choices):
      ValueType(.choice(ChoiceCodes(name: (choices.list ?? id).text, options: choices.options)))
    }
  }

  package var range: NumberRange {
    if case .number(let form) = kind { NumberRange(least: form.minimum, most: form.maximum) } else { .all }
  }

  /// The value as a person or a register writes it; nil where it is none of the input's.
  package func value(typed text: String) -> Value? {
    let item = Item(id: id, prompt: title, kind: itemKind, place: place)
    guard case .success(let value) = item.value(typed: text, language: .ky), value != .unanswered else { return nil }
    return value
  }

  /// What may be typed, where it is one of some; else nothing.
  package var codes: [Symbol] {
    if case .choice(let choices) = kind { choices.options.map(\.code) } else { [] }
  }

  /// The value as people read it.
  package func print(_ value: Value, in language: Language) -> String {
    Item(id: id, prompt: title, kind: itemKind, place: place).print(value, in: language)
  }

  private var itemKind: Item.Kind {
    switch kind {
    case .number(let form): .number(form)
    case .text: .text(TextForm())
    case .date: .date(DateForm())
    case .choice(let choices): .choose(choices)
    }
  }
}

extension Form {
  /// The inputs among these, by id, that are values of theirs; what is none is left out.
  package func values(of typed: [Symbol: String]) -> [Symbol: Value] {
    var result: [Symbol: Value] = [:]
    for input in inputs {
      if let text = typed[input.id], let value = input.value(typed: text) { result[input.id] = value }
    }
    return result
  }
}
