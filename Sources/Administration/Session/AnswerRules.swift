import Datasets
import Expressions
import Instruments

/// Which values an item takes: the last wall before an answer becomes an event, whatever screen or file it came from.
extension DeliveryForm {
  /// What is wrong with `value` at `slot`; nil where it may be taken.
  func problem(with value: Value, at slot: Int) -> Unacceptable? {
    if let item = item(at: slot) { return item.item.kind.problem(with: value) }
    guard case .otherText = slots[slot].kind, case .text(let text) = value else { return .wrongType }
    return text.count > TextForm.defaultLength ? .tooLong(atMost: TextForm.defaultLength) : nil
  }
}

extension Item.Kind {
  func problem(with value: Value) -> Unacceptable? {
    switch self {
    case .choose(let choices): choices.problem(withOne: value)
    case .chooseMany(let choices, let atLeast, let atMost):
      choices.problem(withMany: value, atLeast: atLeast, atMost: atMost)
    case .number(let form): form.problem(with: value)
    case .text(let form):
      if case .text(let text) = value {
        text.count > form.maximumLength ? .tooLong(atMost: form.maximumLength) : nil
      } else {
        .wrongType
      }
    case .order(let choices): choices.problem(withOrder: value)
    case .criterion(let descriptors):
      if case .code(let code) = value {
        descriptors.contains { $0.code == code } ? nil : .noSuchOption(code)
      } else {
        .wrongType
      }
    case .tally:
      if case .integer(let count) = value { count < 0 ? .below(Decimal64(0)) : nil } else { .wrongType }
    case .timeSample(_, let choices): choices.problem(withSamples: value)
    }
  }
}

extension Choices {
  func problem(withOne value: Value) -> Unacceptable? {
    switch value {
    case .code(let code):
      guard let option = options.first(where: { $0.code == code }) else { return .noSuchOption(code) }
      return option.missing == nil ? nil : .wrongType
    case .missing(let missing):
      // "Don't know" is an answer where the list offers it; its reason is the option's.
      guard let code = missing.code else { return .wrongType }
      guard let option = options.first(where: { $0.code == code }) else { return .noSuchOption(code) }
      return option.missing == missing.reason ? nil : .wrongType
    default: return .wrongType
    }
  }

  func problem(withMany value: Value, atLeast: Int?, atMost: Int?) -> Unacceptable? {
    if case .missing = value { return problem(withOne: value) }
    guard case .container(let container) = value, container.cardinality == .multiple else { return .wrongType }
    if let problem = problem(withCodes: container.elements, mayRepeat: false) { return problem }
    let chosen = container.elements
    if let alone = options.first(where: { $0.isAlone && chosen.contains(.code($0.code)) }), chosen.count > 1 {
      return .notAlone(alone.code)
    }
    if let atMost, chosen.count > atMost { return .tooMany(atMost: atMost) }
    if let atLeast, chosen.count < atLeast, !chosen.isEmpty { return .tooFew(atLeast: atLeast) }
    return nil
  }

  func problem(withOrder value: Value) -> Unacceptable? {
    guard case .container(let container) = value, container.cardinality == .ordered else { return .wrongType }
    if let problem = problem(withCodes: container.elements, mayRepeat: false) { return problem }
    return container.elements.count == options.count ? nil : .incompleteOrder
  }

  func problem(withSamples value: Value) -> Unacceptable? {
    guard case .container(let container) = value, container.cardinality == .ordered else { return .wrongType }
    return problem(withCodes: container.elements, mayRepeat: true)
  }

  private func problem(withCodes values: [Value], mayRepeat: Bool) -> Unacceptable? {
    var seen: Set<Symbol> = []
    for value in values {
      guard case .code(let code) = value else { return .wrongType }
      guard options.contains(where: { $0.code == code }) else { return .noSuchOption(code) }
      if !seen.insert(code).inserted, !mayRepeat { return .optionTwice(code) }
    }
    return nil
  }
}

extension NumberForm {
  func problem(with value: Value) -> Unacceptable? {
    let number: Decimal64
    switch value {
    case .integer(let integer): number = Decimal64(integer)
    case .decimal(let decimal): number = decimal
    default: return .wrongType
    }
    if isWhole, !number.isWhole { return .notWhole }
    if let minimum, number < minimum { return .below(minimum) }
    if let maximum, number > maximum { return .above(maximum) }
    return nil
  }
}
