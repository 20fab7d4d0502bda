package import Administration
import Datasets
import Diagnostics
import Expressions
package import Instruments
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
  /// What was joined so far.
  case pairs([MatchPair])
  /// A timed grid, begun or not.
  case cells(CellsDraft)

  /// What a draft comes to when it is confirmed.
  enum Outcome: Hashable {
    case nothing
    case value(Value)
    case problem(EntryProblem)
  }
}

/// Why what was typed is no answer yet. The words are in `ProblemPhrase` and `RefusalPhrase`.
package enum EntryProblem: Error, Sendable, Hashable {
  case answer(AnswerProblem)
  /// Neither a number of an option nor its code.
  case noSuchOption(String)
  /// Options are left that have no place.
  case orderUnfinished
  /// The clock of a timed grid runs, or nobody said how far the child came.
  case cellsUnfinished
  case refused(Refusal)
}

extension EntryProblem {
  /// The text doesn't look as its author asks.
  var isOfPattern: Bool {
    switch self {
    case .answer(let problem), .refused(.unacceptable(_, let problem)):
      problem.finding.rawValue == AnswerFinding.otherPattern.rawValue
    case .noSuchOption, .orderUnfinished, .cellsUnfinished, .refused: false
    }
  }
}

extension Draft {
  /// The draft with which an item begins: its answer as it stands.
  init(of value: Value?, for item: DeliveryItem, language: Language) {
    switch item.item.kind {
    case .choose, .chooseMany, .criterion: self = .chosen(value.map(Self.codes) ?? [])
    case .number, .text, .tally, .essay: self = .entry(TextEntry(value.map { Self.typed($0, in: language) } ?? ""))
    case .date(let form):
      self = .entry(TextEntry(value.map { Self.typed($0, in: language, form.precision) } ?? ""))
    case .match: self = .pairs(value?.matchPairs ?? [])
    case .order: self = .order(value.map(Self.codes) ?? [], isCarrying: false)
    case .timeSample: self = .sample(nil)
    case .timedGrid: self = .cells(value.flatMap { TimedGridResult($0) }.map { CellsDraft($0) } ?? CellsDraft())
    }
  }

  static func codes(of value: Value) -> [Symbol] {
    switch value {
    case .code(let code): [code]
    case .missing(let missing): missing.code.map { [$0] } ?? []
    case .container(let container): container.elements.flatMap { codes(of: $0) }
    default: []
    }
  }

  /// The value as it would be typed.
  static func typed(
    _ value: Value, in language: Language, _ precision: DateForm.Precision = .day
  ) -> String {
    switch value {
    case .date(let date):
      let parts = date.description.split(separator: "-").reversed()
      return parts.dropFirst(precision == .day ? 0 : precision == .month ? 1 : 2).joined(separator: ".")
    case .integer(let number): return String(number)
    case .decimal(let number): return NumberTyping.text(number, in: language)
    case .text(let text): return text
    default: return ""
    }
  }

  /// What confirming the draft would store. `recorded` is the item's answer as it stands, to which a time sample adds.
  func outcome(for item: DeliveryItem, recorded: Value?, language: Language, today: CalendarDate?) -> Outcome {
    switch (self, item.item.kind) {
    case (.chosen(let codes), .choose), (.chosen(let codes), .criterion):
      return codes.first.map { .value(item.item.value(of: $0)) } ?? .nothing
    case (.chosen(let codes), .chooseMany): return Self.outcome(ofMany: codes, for: item.item)
    case (.entry(let entry), .number), (.entry(let entry), .text), (.entry(let entry), .date),
      (.entry(let entry), .essay):
      if entry.isBlank { return .nothing }
      switch item.value(typed: entry.text, language: language, today: today) {
      case .success(let value): return .value(value)
      case .failure(let problem): return .problem(.answer(problem))
      }
    case (.order(let codes, _), .order(let choices)):
      if codes.isEmpty { return .nothing }
      return codes.count == choices.options.count ? .value(.ordered(codes)) : .problem(.orderUnfinished)
    case (.pairs(let pairs), .match(let form)):
      if pairs.isEmpty { return .nothing }
      // In the order of the form, so that the same pairs are the same answer.
      return .value(.pairs(form.lefts.compactMap { left in pairs.first { $0.left == left.code } }))
    case (.cells(let cells), .timedGrid):
      if cells.phase == .ready { return .nothing }
      return cells.result.map { .value($0.value) } ?? .problem(.cellsUnfinished)
    case (.sample(let code), .timeSample):
      guard let code else { return recorded.map { .value($0) } ?? .nothing }
      let codes = (recorded.map(Self.codes) ?? []) + [code]
      return .value(.container(Container(.ordered, codes.map { item.item.value(of: $0) })))
    default: return recorded.map { .value($0) } ?? .nothing
    }
  }

  /// The outcome of the text that an option asked for.
  static func otherText(_ entry: TextEntry) -> Outcome {
    if entry.isBlank { return .nothing }
    switch Item.otherText(typed: entry.text) {
    case .success(let value): return .value(value)
    case .failure(let problem): return .problem(.answer(problem))
    }
  }

  /// In the order of the form, so that the same choice is the same answer.
  private static func outcome(ofMany codes: [Symbol], for item: Item) -> Outcome {
    guard let first = codes.first else { return .nothing }
    let value = item.value(of: first)
    if codes.count == 1, value.isMissing { return .value(value) }
    return .value(.codes(item.codes.filter(codes.contains)))
  }
}

/// Numbers as people type them: `3,5` and `3.5`.
enum NumberTyping {
  static let allowed: Set<Character> = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ",", ".", "-", "\u{2212}", " ",
  ]
  /// Characters that a number field takes.
  static let limit = 24

  /// Without groups of digits, so that it can be typed on.
  static func text(_ number: Decimal64, in language: Language) -> String {
    let plain = number.description
    return language.spoken == .en ? plain : String(plain.map { $0 == "." ? "," : $0 })
  }
}
