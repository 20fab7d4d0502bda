import Datasets
import Diagnostics
package import Expressions

/// What an item takes as an answer, however it was given: typed, chosen on a screen, or read from a journal.
extension Item {
  /// What is wrong with a value as an answer to this item; nil where nothing is.
  ///
  /// No answer is always taken here: whether one must be given is `required`'s business.
  package func problem(of value: Value, today: CalendarDate? = nil) -> AnswerProblem? {
    if case .missing(let missing) = value {
      guard let code = missing.code else { return nil }
      return self.value(of: code) == value ? nil : unknownCode(code.text)
    }
    switch kind {
    case .choose, .criterion: return problem(ofOne: value)
    case .chooseMany(_, let least, let most): return problem(ofSome: value, least, most)
    case .order: return problem(ofOrder: value)
    case .timeSample: return problem(ofSample: value)
    case .number(let form): return problem(ofNumber: value, form)
    case .tally: return problem(ofNumber: value, NumberForm(minimum: .zero, isWhole: true))
    case .text(let form): return problem(ofText: value, most: form.maximumLength, form.pattern)
    case .essay(let form): return problem(ofText: value, most: form.maximumLength, nil)
    case .date(let form): return problem(ofDate: value, form, today)
    case .match(let form): return problem(ofPairs: value, form)
    case .timedGrid(let form): return problem(ofTimedGrid: value, form)
    }
  }

  private func problem(ofText value: Value, most: Int, _ pattern: TextPattern?) -> AnswerProblem? {
    guard case .text(let text) = value else { return AnswerProblem(.notAText) }
    if text.count > most { return AnswerProblem(.textTooLong, arguments: ["most": String(most)]) }
    guard let pattern, !pattern.pattern.matches(text) else { return nil }
    return AnswerProblem(.otherPattern, found: text)
  }

  private func problem(ofDate value: Value, _ form: DateForm, _ today: CalendarDate?) -> AnswerProblem? {
    guard case .date(let date) = value, date.floored(to: form.precision) == date else {
      return AnswerProblem(.notADate, found: value.stored, arguments: ["like": form.sample])
    }
    // A month is early enough where any day of it is.
    if let minimum = form.minimum?.day(today: today), date < minimum.floored(to: form.precision) {
      return AnswerProblem(.tooEarly, found: value.stored, arguments: ["minimum": "\(minimum)"])
    }
    if let maximum = form.maximum?.day(today: today), date > maximum {
      return AnswerProblem(.tooLate, found: value.stored, arguments: ["maximum": "\(maximum)"])
    }
    return nil
  }

  /// Some lefts may still stand alone: what is joined so far is an answer.
  private func problem(ofPairs value: Value, _ form: MatchForm) -> AnswerProblem? {
    guard let pairs = value.matchPairs, value.cardinality == .multiple else { return AnswerProblem(.notAList) }
    let lefts = Set(form.lefts.map(\.code))
    let rights = Set(form.rights.options.map(\.code))
    for pair in pairs where !lefts.contains(pair.left) || !rights.contains(pair.right) {
      return AnswerProblem(.notAPair, found: pair.value.stored, arguments: ["like": "…"])
    }
    if let doubled = pairs.map(\.left).firstDoubled { return AnswerProblem(.joinedTwice, found: doubled.text) }
    if !form.reusesRights, let doubled = pairs.map(\.right).firstDoubled {
      return AnswerProblem(.joinedTwice, found: doubled.text)
    }
    return nil
  }

  /// What is wrong with a value as the text that an option asks for; nil where nothing is.
  package static func problem(ofOtherText value: Value) -> AnswerProblem? {
    switch value {
    case .missing(let missing): missing.code == nil ? nil : AnswerProblem(.notAText)
    case .text(let text) where text.count > TextForm.defaultLength:
      AnswerProblem(.textTooLong, arguments: ["most": String(TextForm.defaultLength)])
    case .text: nil
    default: AnswerProblem(.notAText)
    }
  }

  /// What is said of an option that isn't there.
  package func unknown(_ word: String) -> AnswerProblem { unknownCode(word) }

  func unknownCode(_ word: String) -> AnswerProblem {
    let known = codes.map(\.text)
    // Longer lists are shown on the screen; a message names where they begin.
    let shown = known.count > 12 ? known.prefix(11) + ["…"] : known[...]
    return AnswerProblem(
      .unknownCode, found: word, suggestion: Similarity.nearest(to: word, among: known),
      arguments: ["codes": shown.joined(separator: ", ")])
  }

  private func problem(ofOne value: Value) -> AnswerProblem? {
    guard case .code(let code) = value else { return AnswerProblem(.onlyOne) }
    return codes.contains(code) && self.value(of: code) == value ? nil : unknownCode(code.text)
  }

  private func problem(ofSome value: Value, _ least: Int?, _ most: Int?) -> AnswerProblem? {
    guard let codes = value.codes, value.cardinality == .multiple else { return AnswerProblem(.notAList) }
    if let unknown = firstUnknown(in: codes) { return unknownCode(unknown.text) }
    if let doubled = codes.firstDoubled { return AnswerProblem(.chosenTwice, found: doubled.text) }
    let chosen = Set(codes)
    let alone = options.first { $0.isAlone && chosen.contains($0.code) }
    if let alone, codes.count > 1 { return AnswerProblem(.notAlone, found: alone.code.text) }
    // "None of these" is an answer of its own and needs no company.
    if let least, codes.count < least, alone == nil {
      return AnswerProblem(.tooFew, arguments: ["least": String(least)])
    }
    if let most, codes.count > most { return AnswerProblem(.tooMany, arguments: ["most": String(most)]) }
    return nil
  }

  private func problem(ofOrder value: Value) -> AnswerProblem? {
    guard let codes = value.codes, value.cardinality == .ordered else { return AnswerProblem(.notAList) }
    if let unknown = firstUnknown(in: codes) { return unknownCode(unknown.text) }
    if let doubled = codes.firstDoubled { return AnswerProblem(.chosenTwice, found: doubled.text) }
    let placed = Set(codes)
    let left = self.codes.filter { !placed.contains($0) }
    guard !left.isEmpty else { return nil }
    return AnswerProblem(.orderIncomplete, arguments: ["codes": left.map(\.text).joined(separator: ", ")])
  }

  private func problem(ofSample value: Value) -> AnswerProblem? {
    guard case .container(let container) = value, container.cardinality == .ordered else {
      return AnswerProblem(.notAList)
    }
    let meanings = meanings
    for element in container.elements {
      let code: Symbol?
      switch element {
      case .code(let chosen): code = chosen
      case .missing(let missing): code = missing.code
      default: code = nil
      }
      guard let code, meanings[code] == element else {
        return unknownCode(code?.text ?? element.stored)
      }
    }
    return nil
  }

  private func problem(ofNumber value: Value, _ form: NumberForm) -> AnswerProblem? {
    let number: Decimal64
    switch value {
    case .integer(let whole): number = Decimal64(whole)
    case .decimal(let decimal) where !form.isWhole: number = decimal
    case .decimal(let decimal): return AnswerProblem(.notWhole, found: "\(decimal)")
    default: return AnswerProblem(.notANumber, found: value.stored)
    }
    if let minimum = form.minimum, number < minimum {
      return AnswerProblem(.belowMinimum, found: "\(number)", arguments: ["minimum": "\(minimum)"])
    }
    if let maximum = form.maximum, number > maximum {
      return AnswerProblem(.aboveMaximum, found: "\(number)", arguments: ["maximum": "\(maximum)"])
    }
    return nil
  }

  private func firstUnknown(in codes: [Symbol]) -> Symbol? {
    let meanings = meanings
    return codes.first { meanings[$0] != .code($0) }
  }
}

extension Value {
  /// Every code that the answer holds.
  package var chosen: [Symbol] {
    switch self {
    case .code(let code): [code]
    case .missing(let missing): missing.code.map { [$0] } ?? []
    case .container(let container): container.elements.flatMap(\.chosen)
    default: []
    }
  }

  /// The codes of a bag or list that holds nothing but codes.
  package var codes: [Symbol]? {
    guard case .container(let container) = self else { return nil }
    var codes: [Symbol] = []
    for element in container.elements {
      guard case .code(let code) = element else { return nil }
      codes.append(code)
    }
    return codes
  }

  var cardinality: Cardinality {
    if case .container(let container) = self { container.cardinality } else { .single }
  }
}
