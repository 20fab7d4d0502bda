package import Texts

extension Formula {
  /// The formula as people say it: what it asks, or what it comes to.
  package func describe(in language: Language, _ wording: Wording) -> String {
    Describer(language: language, wording: wording).text(of: self, at: .or)
  }

  /// The formula as the condition of something: "«Балаңыз мектепте тамактанабы?» — «Жок» болсо".
  package func describeCondition(in language: Language, _ wording: Wording) -> String {
    DescriptionPhrase.condition.text(in: language, ["1": describe(in: language, wording)])
  }
}

/// Says a formula in one language.
///
/// Numbers look as people of the language write them.
private struct Describer {
  let language: Language
  let wording: Wording

  /// The words, in brackets where the place binds tighter than they do.
  func text(of formula: Formula, at least: Precedence) -> String {
    let text = words(of: formula)
    return precedence(of: formula) < least ? "(\(text))" : text
  }

  private func say(_ phrase: DescriptionPhrase, _ parts: String...) -> String {
    phrase.text(in: language, numbered(parts))
  }

  private func numbered(_ parts: [String]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: parts.enumerated().map { (String($0.offset + 1), $0.element) })
  }

  private func precedence(of formula: Formula) -> Precedence {
    switch formula {
    case .and: .and
    case .or: .or
    case .not(.member, _), .not(.one(FunctionID(.isAnswered), _, _), _), .member: .comparison
    case .not: .not
    case .one(let id, _, _), .two(let id, _, _, _), .many(let id, _, _): precedence(of: id.function)
    case .aggregate(let aggregate, _): aggregate.value == nil && aggregate.condition == nil ? .primary : .comparison
    case .conditional: .or
    case .number(let inner, _, _): precedence(of: inner)
    default: .primary
    }
  }

  /// Calls are said in several words, so beside an operator they stand in brackets; all but |x|.
  private func precedence(of row: Function) -> Precedence {
    switch row.notation {
    case .infix(let precedence): precedence
    case .prefix: .sign
    case .call where row.words?.en.hasPrefix("|") == true: .primary
    case .call, .postfix, .between, .foreign: .comparison
    }
  }

  private func words(of formula: Formula) -> String {
    switch formula {
    case .literal(let value, _): words(of: value, askedOf: nil)
    case .slot(let slot, _): say(.quoted, wording.name(slot))
    case .and(let a, let b, _): say(.and, text(of: a, at: .and), text(of: b, at: .and))
    case .or(let a, let b, _): say(.or, text(of: a, at: .or), text(of: b, at: .or))
    case .not(let inner, _): negation(of: inner)
    case .one(let id, let argument, _): call(id, [argument])
    case .two(let id, let a, let b, _): call(id, [a, b])
    case .many(let id, let arguments, _): call(id, arguments)
    case .member(let inner, let set, _): say(.isOne, text(of: inner, at: .sum), alternatives(set, of: inner))
    case .conditional(let condition, let then, let otherwise, _):
      say(.conditional, text(of: condition, at: .or), text(of: then, at: .and), text(of: otherwise, at: .and))
    case .number(let inner, _, _): words(of: inner)
    case .aggregate(let aggregate, _): words(of: aggregate)
    case .scale(let query, let slot, _): words(of: query, say(.quoted, wording.scale(slot)))
    case .indicator(let query, _): words(of: query)
    case .today: say(.today)
    }
  }

  private func negation(of inner: Formula) -> String {
    switch inner {
    case .member(let tested, let set, _): say(.isNotOne, text(of: tested, at: .sum), alternatives(set, of: tested))
    case .one(FunctionID(.isAnswered), let argument, _): say(.notAnswered, text(of: argument, at: .sum))
    default: say(.not, text(of: inner, at: .or))
    }
  }

  // MARK: Values

  /// The codes and values joined by "or", in quotes.
  private func alternatives(_ set: MemberSet, of asked: Formula) -> String {
    let codes = (set.codes + set.missingCodes).map { say(.quoted, label(of: $0, askedOf: asked)) }
    let all = codes + set.values.map { words(of: $0, askedOf: asked) }
    guard var result = all.first else { return "" }
    for next in all.dropFirst() { result = say(.or, result, next) }
    return result
  }

  /// What a code stands for, by the question or the scale that it answers.
  private func label(of code: Symbol, askedOf asked: Formula?) -> String {
    switch asked {
    case .slot(let slot, _): wording.code(slot, code)
    case .scale(.level, let slot, _): wording.level(slot, code)
    case .number(let inner, _, _): label(of: code, askedOf: inner)
    default: code.text
    }
  }

  private func words(of value: Value, askedOf asked: Formula?) -> String {
    switch value {
    case .integer, .decimal, .float: NumberFormat.text(value.plainText, in: language)
    case .boolean(let isTrue): say(isTrue ? .yes : .no)
    case .text(let text): say(.quoted, text)
    case .code(let code): say(.quoted, label(of: code, askedOf: asked))
    case .missing(let missing): missing.code.map { say(.quoted, label(of: $0, askedOf: asked)) } ?? say(.noValue)
    default: value.plainText
    }
  }

  // MARK: Calls

  private func call(_ id: FunctionID, _ all: [Formula]) -> String {
    // One piece of text that stands for each occurrence of what is repeated is said once.
    let takesMany = id.function.signature.parameters.last?.count == .oneOrMore
    let arguments = takesMany ? all.indices.filter { $0 == 0 || all[$0].span != all[$0 - 1].span }.map { all[$0] } : all
    if arguments.contains(where: \.isDay), let phrase = Self.order(of: id) {
      return say(phrase, text(of: arguments[0], at: .sum), text(of: arguments[1], at: .sum))
    }
    let row = id.function
    var least = Precedence.or
    if case .infix(let precedence) = row.notation { least = precedence }
    let parts = arguments.enumerated().map { index, argument -> String in
      if index > 0, case .literal(let value, _) = argument {
        // Templates of texts and codes bring their own quotes.
        if id == FunctionID(.includes), case .code(let code) = value { return label(of: code, askedOf: arguments[0]) }
        if row.quotesItsParts, case .text(let text) = value { return text }
        return words(of: value, askedOf: arguments[0])
      }
      return text(of: argument, at: least)
    }
    guard let words = row.words else { return say(.call, row.name, parts.joined(separator: ", ")) }
    var filled = numbered(parts)
    filled["all"] = parts.joined(separator: ", ")
    return words.text(in: language, filled)
  }

  /// How days stand to one another.
  private static func order(of id: FunctionID) -> DescriptionPhrase? {
    switch id {
    case FunctionID(.less): .earlier
    case FunctionID(.lessOrEqual): .notLater
    case FunctionID(.greater): .later
    case FunctionID(.greaterOrEqual): .notEarlier
    default: nil
    }
  }

  private func words(of aggregate: Aggregate) -> String {
    let condition = aggregate.condition.map { text(of: $0, at: .or) }
    guard let value = aggregate.value else {
      return condition.map { say(.rowsWhere, $0) } ?? say(.allRows)
    }
    let what = text(of: value, at: aggregate.kind == .count ? .or : .sum)
    let phrase: DescriptionPhrase =
      switch aggregate.kind {
      case .count: .rowsWhere
      case .sum: .sum
      case .mean: .mean
      case .min: .least
      case .max: .greatest
      case .distinct: .distinct
      }
    let said = say(phrase, what)
    return condition.map { say(.whereRows, said, $0) } ?? said
  }

  private func words(of query: ScaleQuery, _ scale: String) -> String {
    switch query {
    case .score: say(.score, scale)
    case .maxScore: say(.maxScore, scale)
    case .percent: say(.percent, scale)
    case .level: say(.level, scale)
    }
  }

  private func words(of query: IndicatorQuery) -> String {
    let name = say(.quoted, wording.indicator(query.id))
    return switch query.reading {
    case .now: name
    case .lastYear: say(.lastYear, name)
    case .previous: say(.previous, name)
    case .cohortLastYear: say(.cohortLastYear, name)
    case .target: say(.target, name)
    }
  }
}

extension Function {
  /// Whether the words put quotes around texts themselves.
  fileprivate var quotesItsParts: Bool { words?.en.contains("“{2}”") ?? false }
}

extension Formula {
  /// A day that stands in the formula itself.
  fileprivate var isDay: Bool {
    switch self {
    case .today, .literal(.date, _): true
    default: false
    }
  }
}
