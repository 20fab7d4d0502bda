package import Datasets
package import Expressions
package import Texts

/// A place for one value of a session: the answer of an item, the text of an "other", or a computed value. Its index among
/// the slots of a form is what compiled expressions refer to.
package struct Slot: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case item
    /// What was written for an option that asks for a text; `of` is the slot of its item.
    case otherText(of: Int, option: Symbol)
    case computation
    /// What else is seen of a timed grid, whose slot is `of`.
    case part(of: Int, TimedGridPart)
    /// What is known of the respondent.
    case input
  }

  /// How expressions and exports name it: `why_not`, `why_not.oth`.
  package let id: Symbol
  package let kind: Kind
  package let type: ValueType
  /// The numbers that can stand in it, where its author said so: for reasoning about contradictions.
  package let range: NumberRange
  /// What stands in it while it is shown and nothing was done. A tally has 0 from the start (an observer who pressed no
  /// key saw nothing); all else is unanswered.
  package let initial: Value
  /// What people know it by: the prompt, or the option's text.
  package internal(set) var label: LocalizedText?
  /// Its name as it is written once and its occurrence, in a repeated section.
  package var occurrence: InOccurrence?

  package struct InOccurrence: Sendable, Hashable {
    package var id: Symbol
    /// From 1.
    package var number: Int

    package init(id: Symbol, number: Int) {
      self.id = id
      self.number = number
    }
  }

  package init(
    id: Symbol, kind: Kind, type: ValueType, range: NumberRange = .all, initial: Value = .unanswered,
    label: LocalizedText? = nil
  ) {
    self.id = id
    self.kind = kind
    self.type = type
    self.range = range
    self.initial = initial
    self.label = label
  }
}

extension Slot {
  /// Its name as it is written in the file.
  package var writtenID: Symbol { occurrence?.id ?? id }
}

extension Item {
  /// What answers to the item are, as expressions see them.
  package var answerType: ValueType {
    switch kind {
    case .choose(let choices): ValueType(.choice(codes(of: choices)))
    case .chooseMany(let choices, _, _): ValueType(.choice(codes(of: choices)), .multiple)
    case .order(let choices), .timeSample(_, let choices): ValueType(.choice(codes(of: choices)), .ordered)
    case .number(let form): ValueType(form.isWhole ? .integer : .decimal)
    case .text: ValueType(.text)
    case .criterion(let descriptors):
      ValueType(
        .choice(
          ChoiceCodes(
            name: id.text, codes: descriptors.map { ChoiceCodes.Code(symbol: $0.code, number: $0.points) })))
    case .tally: ValueType(.integer)
    case .date: ValueType(.date)
    case .essay: ValueType(.text)
    case .match: ValueType(.directedPair, .multiple)
    case .timedGrid: ValueType(.integer)
    }
  }

  /// The numbers that an answer may be.
  package var answerRange: NumberRange {
    switch kind {
    case .number(let form): NumberRange(least: form.minimum, most: form.maximum)
    case .tally: NumberRange(least: Decimal64(0))
    case .timedGrid(let form): NumberRange(least: .zero, most: Decimal64(form.count))
    default: .all
    }
  }

  /// The options that can be chosen, put in order or noted; empty where nothing is.
  package var options: [Option] { choices?.options ?? [] }

  package var choices: Choices? {
    switch kind {
    case .choose(let choices), .chooseMany(let choices, _, _), .order(let choices), .timeSample(_, let choices): choices
    case .number, .text, .criterion, .tally, .date, .essay, .match, .timedGrid: nil
    }
  }

  private func codes(of choices: Choices) -> ChoiceCodes {
    ChoiceCodes(name: (choices.list ?? id).text, options: choices.options)
  }
}

extension Descriptor {
  /// What is stored when the level is chosen: its points as written.
  package var code: Symbol { Symbol("\(points)") }
}
