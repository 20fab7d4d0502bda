package import Administration
import Datasets
import Expressions
import Instruments
import Texts

/// What is chosen or typed for one item and not yet confirmed.
enum Draft: Sendable, Hashable {
  /// The codes chosen, in the order in which they were: at most one for `choose` and a criterion.
  case chosen([Symbol])
  /// What is typed for a number, a text, or an "other".
  case entry(TextEntry)
  /// The options put in order so far; `isCarrying` while one of them is moved by the arrows.
  case order([Symbol], isCarrying: Bool)
  /// The option that is to be recorded next in a time sample.
  case sample(Symbol?)

  /// What a draft comes to when it is confirmed.
  enum Outcome: Hashable {
    case nothing
    case value(Value)
    case problem(EntryProblem)
  }
}

/// Why what was typed is no answer yet. The words are in `ProblemPhrase` and `RefusalPhrase`.
package enum EntryProblem: Error, Sendable, Hashable {
  case notANumber(String)
  /// Neither a number of an option nor its code.
  case noSuchOption(String)
  /// Options are left that have no place.
  case orderUnfinished(left: Int)
  case refused(Refusal)
}

extension Draft {
  /// The draft with which an item begins: its answer as it stands.
  init(of value: Value?, for item: DeliveryItem, language: Language) {
    switch item.item.kind {
    case .choose, .chooseMany, .criterion: self = .chosen(value.map(Self.codes) ?? [])
    case .number, .text, .tally: self = .entry(TextEntry(value.map { Self.typed($0, in: language) } ?? ""))
    case .order: self = .order(value.map(Self.codes) ?? [], isCarrying: false)
    case .timeSample: self = .sample(nil)
    }
  }

  static func codes(of value: Value) -> [Symbol] {
    switch value {
    case .code(let code): return [code]
    case .missing(let missing): return missing.code.map { [$0] } ?? []
    case .container(let container):
      return container.elements.compactMap { if case .code(let code) = $0 { code } else { nil } }
    default: return []
    }
  }

  /// The value as it would be typed.
  static func typed(_ value: Value, in language: Language) -> String {
    switch value {
    case .integer(let number): String(number)
    case .decimal(let number): NumberTyping.text(number, in: language)
    case .text(let text): text
    default: ""
    }
  }

  /// What confirming the draft would store. `recorded` is the item's answer as it stands, to which a time sample adds.
  func outcome(for item: DeliveryItem, recorded: Value?) -> Outcome {
    switch (self, item.item.kind) {
    case (.chosen(let codes), .choose(let choices)):
      return codes.first.map { .value(choices.value(of: $0)) } ?? .nothing
    case (.chosen(let codes), .chooseMany(let choices, _, _)): return choices.outcome(ofMany: codes)
    case (.chosen(let codes), .criterion): return codes.first.map { .value(.code($0)) } ?? .nothing
    case (.entry(let entry), .number(let form)): return NumberTyping.outcome(of: entry.text, for: form)
    case (.entry(let entry), .text): return Self.text(entry)
    case (.order(let codes, _), .order(let choices)):
      if codes.isEmpty { return .nothing }
      let left = choices.options.count - codes.count
      return left == 0 ? .value(.ordered(codes)) : .problem(.orderUnfinished(left: left))
    case (.sample(let code), .timeSample):
      guard let code else { return recorded.map { .value($0) } ?? .nothing }
      return .value(.ordered((recorded.map(Self.codes) ?? []) + [code]))
    default: return recorded.map { .value($0) } ?? .nothing
    }
  }

  static func text(_ entry: TextEntry) -> Outcome {
    if entry.isBlank { return .nothing }
    var characters = entry.characters[...]
    while characters.first?.isWhitespace == true { characters.removeFirst() }
    while characters.last?.isWhitespace == true { characters.removeLast() }
    return .value(.text(String(characters)))
  }
}

extension Choices {
  /// The value that choosing one option stands for.
  func value(of code: Symbol) -> Value {
    let option = options.first { $0.code == code }
    return option?.missing.map { .missing(Missing($0, code: code)) } ?? .code(code)
  }

  /// In the order of the form, so that the same choice is the same answer.
  fileprivate func outcome(ofMany codes: [Symbol]) -> Draft.Outcome {
    guard let first = codes.first else { return .nothing }
    if codes.count == 1, options.contains(where: { $0.code == first && $0.missing != nil }) {
      return .value(value(of: first))
    }
    return .value(.codes(options.map(\.code).filter(codes.contains)))
  }
}

/// Numbers as people type them: `3,5` and `3.5`.
enum NumberTyping {
  static let allowed: Set<Character> = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ",", ".", "-", "\u{2212}", " ",
  ]
  /// Characters that a number field takes.
  static let limit = 24

  static func outcome(of typed: String, for form: NumberForm) -> Draft.Outcome {
    let plain = typed.filter { !$0.isWhitespace }
    if plain.isEmpty { return .nothing }
    guard let number = Decimal64(typed: plain) else { return .problem(.notANumber(typed)) }
    if form.isWhole, let whole = number.integer { return .value(.integer(whole)) }
    return .value(.decimal(number))
  }

  /// Without groups of digits, so that it can be typed on.
  static func text(_ number: Decimal64, in language: Language) -> String {
    let plain = number.description
    return language.spoken == .en ? plain : String(plain.map { $0 == "." ? "," : $0 })
  }
}
