import Datasets
import Expressions
import Instruments
import Texts

/// What can stand in a cell: how values are written there, and what each code means.
struct ValueWords {
  let maker: CodebookMaker

  private var language: Language { maker.language }

  func of(_ item: Item) -> (storage: String, isNumeric: Bool, codes: [Codebook.Code]) {
    switch item.kind {
    case .choose(let choices): (maker.say(.code), false, codes(choices.options))
    case .chooseMany(let choices, _, _): (maker.say(.severalCodes), false, codes(choices.options))
    case .order(let choices), .timeSample(_, let choices): (maker.say(.codesInOrder), false, codes(choices.options))
    case .number(let form): (maker.say(form.isWhole ? .wholeNumber : .number), true, [])
    // The grid's own column says how many cells were right; the rest stands in columns of its own.
    case .timedGrid: (maker.say(.wholeNumber), true, [])
    case .tally: (maker.say(.wholeNumber), true, [])
    case .text, .essay: (maker.say(.text), false, [])
    case .date: (maker.say(.isoDate), false, [])
    case .match(let form): (maker.say(.pairs), false, codes(form.lefts + form.rights.options))
    case .criterion(let levels):
      (
        maker.say(.points), true,
        levels.map {
          Codebook.Code(stored: $0.code.text, label: $0.text.plain(in: language), number: $0.points, missing: nil)
        }
      )
    }
  }

  func codes(_ options: [Option]) -> [Codebook.Code] {
    let codes = ChoiceCodes(name: "", options: options).codes
    return zip(options, codes).map { option, code in
      let value = option.missing.map { Value.missing(Missing($0, code: option.code)) } ?? .code(option.code)
      return Codebook.Code(
        stored: value.stored, label: option.text.plain(in: language), number: code.number,
        missing: option.missing?.rawValue)
    }
  }

  func storage(of type: ValueType) -> (String, Bool) {
    guard type.cardinality == .single else { return (maker.say(.severalCodes), false) }
    return switch type.base {
    case .integer: (maker.say(.wholeNumber), true)
    case .decimal, .float: (maker.say(.number), true)
    case .boolean: (maker.say(.truth), false)
    case .date: (maker.say(.isoDate), false)
    case .choice: (maker.say(.code), false)
    default: (maker.say(.text), false)
    }
  }
}
