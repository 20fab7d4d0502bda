import Datasets
import Diagnostics
package import Expressions
package import Texts

/// Reads answers as people type them: `623`, `11,5` or `11.5`, `a c`, `b a d c`, `23 см`.
///
/// Used by line mode, scripted sessions and the examples of instruments. Nothing typed is no answer.
extension Item {
  /// The value that was typed, checked against the item's borders; `language` is the one that the respondent reads.
  /// `today` is the day of the session, for dates that it borders.
  package func value(
    typed text: String, language: Language, today: CalendarDate? = nil
  ) -> Result<Value, AnswerProblem> {
    let tidy = TypedText.tidy(text)
    guard !tidy.isEmpty else { return .success(initialAnswer) }
    do throws(AnswerProblem) {
      let value = try read(tidy, verbatim: text, language)
      if let problem = problem(of: value, today: today) { throw problem }
      return .success(value)
    } catch {
      return .failure(error)
    }
  }

  /// What choosing the code means: the code, or the reason that it stands for.
  package func value(of code: Symbol) -> Value {
    if let reason = options.first(where: { $0.code == code })?.missing {
      return .missing(Missing(reason, code: code))
    }
    return .code(code)
  }

  /// What choosing each of the codes means.
  var meanings: [Symbol: Value] {
    var result = Dictionary(codes.map { ($0, Value.code($0)) }) { first, _ in first }
    for option in options {
      if let reason = option.missing { result[option.code] = .missing(Missing(reason, code: option.code)) }
    }
    return result
  }

  /// The text that an option asked for.
  package static func otherText(typed text: String) -> Result<Value, AnswerProblem> {
    let text = text.trimmed
    if let problem = problem(ofOtherText: .text(text)) { return .failure(problem) }
    return .success(text.isEmpty ? .unanswered : .text(text))
  }

  private func read(_ tidy: String, verbatim: String, _ language: Language) throws(AnswerProblem) -> Value {
    switch kind {
    case .choose, .criterion:
      let codes = try codes(in: tidy)
      guard let code = codes.first, codes.count == 1 else { throw AnswerProblem(.onlyOne) }
      return value(of: code)
    case .chooseMany:
      let codes = try codes(in: tidy)
      if let doubled = codes.firstDoubled { throw AnswerProblem(.chosenTwice, found: doubled.text) }
      // A code that means missing is the whole answer, so it can't stand beside others.
      let reasons = Set(options.filter { $0.missing != nil }.map(\.code))
      if let missing = codes.first(where: { reasons.contains($0) }) {
        guard codes.count == 1 else { throw AnswerProblem(.notAlone, found: missing.text) }
        return value(of: missing)
      }
      return .codes(codes)
    case .order: return .ordered(try codes(in: tidy))
    case .timeSample:
      let meanings = meanings
      return .container(Container(.ordered, try codes(in: tidy).map { meanings[$0] ?? .code($0) }))
    case .number(let form): return try number(tidy, form, language)
    case .tally: return try number(tidy, NumberForm(isWhole: true), language)
    case .text, .essay: return .text(verbatim.trimmed)
    case .date(let form): return .date(try date(tidy, form, language))
    case .match(let form): return .pairs(try pairs(tidy, form))
    case .timedGrid:
      guard let result = TypedTimedGrid.result(tidy) else {
        throw AnswerProblem(.notAGrid, found: tidy, arguments: ["like": TypedTimedGrid.sample])
      }
      return result.value
    }
  }

  private func codes(in text: String) throws(AnswerProblem) -> [Symbol] {
    var known = TypedCodes(codes)
    var result: [Symbol] = []
    for word in TypedText.words(text) {
      guard let code = known.code(word) else { throw unknownCode(word) }
      result.append(code)
    }
    return result
  }

  private func date(_ text: String, _ form: DateForm, _ language: Language) throws(AnswerProblem) -> CalendarDate {
    do throws(TypedDate.Problem) {
      return try TypedDate.date(text, form.precision)
    } catch {
      switch error {
      case .notADate: throw AnswerProblem(.notADate, found: text, arguments: ["like": form.sample])
      case .noSuchDay: throw AnswerProblem(.noSuchDay, found: text)
      }
    }
  }

  /// `a-2 b-1`: each word a left and a right, joined by a sign.
  private func pairs(_ text: String, _ form: MatchForm) throws(AnswerProblem) -> [MatchPair] {
    var lefts = TypedCodes(form.lefts.map(\.code))
    var rights = TypedCodes(form.rights.options.map(\.code))
    var result: [MatchPair] = []
    for word in TypedText.words(text) {
      // Codes may hold hyphens themselves: whichever hyphen leaves a left and a right is the sign.
      let signs = word.indices.filter { "-=:>\u{2013}\u{2192}".contains(word[$0]) }
      let pair = signs.lazy.compactMap { sign -> MatchPair? in
        guard let left = lefts.code(String(word[..<sign])),
          let right = rights.code(String(word[word.index(after: sign)...]))
        else { return nil }
        return MatchPair(left: left, right: right)
      }.first
      guard let pair else {
        let like = zip(form.lefts, form.rights.options).prefix(2).map { "\($0.code)-\($1.code)" }
        throw AnswerProblem(.notAPair, found: word, arguments: ["like": like.joined(separator: " ")])
      }
      result.append(pair)
    }
    return result
  }

  private func number(_ text: String, _ form: NumberForm, _ language: Language) throws(AnswerProblem) -> Value {
    let typed: TypedNumber
    do throws(TypedNumber.Problem) {
      typed = try TypedNumber(text)
    } catch {
      switch error {
      case .notANumber: throw AnswerProblem(.notANumber, found: text)
      case .tooManyDigits: throw AnswerProblem(.tooManyDigits, found: text)
      }
    }
    if !typed.unit.isEmpty {
      guard let unit = form.unit else { throw AnswerProblem(.notANumber, found: text) }
      guard unit.isMeant(by: typed.unit) else {
        throw AnswerProblem(.otherUnit, found: typed.unit, arguments: ["unit": unit.plain(in: language)])
      }
    }
    guard form.isWhole else { return .decimal(typed.value.normalized) }
    guard let whole = typed.value.integer else { throw AnswerProblem(.notWhole, found: text) }
    return .integer(whole)
  }
}

extension DeliveryItem {
  /// The value that was typed, checked against the item's borders; `language` is the one that the respondent reads.
  package func value(
    typed text: String, language: Language, today: CalendarDate? = nil
  ) -> Result<Value, AnswerProblem> {
    item.value(typed: text, language: language, today: today)
  }

  /// What is wrong with a value as an answer to this item; nil where nothing is.
  package func problem(of value: Value, today: CalendarDate? = nil) -> AnswerProblem? {
    item.problem(of: value, today: today)
  }

  /// The answer as people read it.
  package func print(_ value: Value, in language: Language) -> String { item.print(value, in: language) }
}

extension Item {
  /// What stands where nothing was done: a tally has 0 from the start, since an observer who pressed no key saw nothing;
  /// all else is unanswered.
  package var initialAnswer: Value { kind == .tally ? .integer(0) : .unanswered }

  /// The codes that can be chosen, in the order of the form.
  package var codes: [Symbol] {
    if case .criterion(let descriptors) = kind { return descriptors.map(\.code) }
    return options.map(\.code)
  }
}

extension DateForm {
  /// How such a date may be typed.
  package var sample: String {
    switch precision {
    case .day: "31.08.2010"
    case .month: "08.2010"
    case .year: "2010"
    }
  }
}

extension LocalizedText {
  /// Whether a unit that was typed is this one, in any language: as written, with a full stop, or a longer word with an
  /// ending of its language ("сомов").
  func isMeant(by typed: String) -> Bool {
    var typed = typed.lowercased()
    while typed.last == "." { typed.removeLast() }
    let texts = Language.allCases.map { plain(in: $0).lowercased() }
    return texts.contains { unit in
      unit == typed || (unit.count >= 3 && typed.hasPrefix(unit) && typed.count <= unit.count + 3)
    }
  }
}
