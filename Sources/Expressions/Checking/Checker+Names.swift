import Diagnostics

/// Names and codes: what exists, and what was probably meant where it doesn't.
extension Checker {
  mutating func name(_ id: String, _ span: Span) -> Bound? {
    guard let name = scope.name(id) else {
      if scope.partOutside(id) != nil {
        report(.repeatedOutside, span, suggestion: "sum(\(id))")
        return nil
      }
      if let query = scaleSuffix(id, span) { return query }
      reportUnknown(id, span)
      return nil
    }
    guard scope.use.seesRows || scope.use.isInInstrument else {
      report(.functionNotHere, span)
      return nil
    }
    if scope.use.seesRows, !isInsideAggregate {
      report(.fieldOutsideAggregate, span, suggestion: "count(\(id) is answered)")
      return nil
    }
    if let position = scope.position, let other = name.position, scope.use != .check || other != position {
      if other == position, scope.use == .showIf || scope.use == .required || scope.use == .compute {
        report(.selfReference, span)
      } else if other > position, scope.use.decides || scope.use == .piping {
        report(.laterReference, span)
      }
    }
    return Bound(formula: .slot(name.slot, span), type: name.type)
  }

  /// `total.level` says the same as `level(total)`.
  private mutating func scaleSuffix(_ id: String, _ span: Span) -> Bound? {
    guard let dot = id.firstIndex(of: "."), scope.scaleSlot(String(id[..<dot])) != nil,
      let query = ScaleQuery(rawValue: String(id[id.index(after: dot)...]))
    else { return nil }
    return scale(query, String(id[..<dot]), span)
  }

  private mutating func reportUnknown(_ id: String, _ span: Span) {
    if scope.scaleSlot(id) != nil {
      report(.nameNeedsBrackets, span, suggestion: "score(\(id))")
    } else if FunctionTable.callableNames.contains(id) {
      report(.nameNeedsBrackets, span, suggestion: "\(id)()")
    } else if let exact = scope.names.first(where: { $0.id.lowercased() == id.lowercased() }) {
      report(.nameDiffersInCase, span, suggestion: exact.id)
    } else {
      let latin = Lookalikes.latin(id)
      let queries = scope.scales.flatMap { scale in ScaleQuery.allCases.map { "\(scale.id).\($0.rawValue)" } }
      let meant =
        scope.names.first { $0.id.lowercased() == latin.lowercased() }?.id
        ?? Similarity.nearest(to: latin, among: scope.names.map(\.id) + scope.scales.map(\.id) + queries)
      report(.unknownName, span, suggestion: meant)
    }
  }

  // MARK: Codes

  /// A code of a list as a piece of a formula.
  mutating func code(_ text: String, of codes: ChoiceCodes, _ span: Span) -> Bound? {
    guard let code = find(text, in: codes, span) else { return nil }
    let value: Value = code.missing.map { .missing(Missing($0, code: code.symbol)) } ?? .code(code.symbol)
    return Bound(formula: .literal(value, span), type: ValueType(.choice(codes)))
  }

  /// The code that a text names, by its own spelling or by the number that it is worth.
  mutating func find(_ text: String, in codes: ChoiceCodes, _ span: Span) -> ChoiceCodes.Code? {
    if let code = codes.codes.first(where: { $0.symbol.text == text }) { return code }
    if codes.areNumbers, let number = Decimal64(text), let code = codes.codes.first(where: { $0.number == number }) {
      return code
    }
    let spellings = codes.codes.map(\.symbol.text)
    let meant =
      spellings.first { $0.lowercased() == Lookalikes.latin(text).lowercased() }
      ?? Similarity.nearest(to: text, among: spellings)
    report(.codeNotInChoices, span, suggestion: meant, ["list": codes.name])
    return nil
  }

  /// A bare word where a code in quotes was meant: `meals eq no`.
  mutating func reportedAsCode(_ syntax: Syntax, of codes: ChoiceCodes) -> Bool {
    guard case .name(let id, let span) = syntax, scope.name(id) == nil,
      codes.codes.contains(where: { $0.symbol.text == id })
    else { return false }
    report(.codeNeedsQuotes, span, suggestion: "'\(id)'")
    return true
  }
}

/// Cyrillic letters that look like Latin ones: typed by mistake, seen by nobody.
enum Lookalikes {
  private static let pairs: [Character: Character] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "к": "k", "м": "m", "т": "t", "в": "b",
    "н": "h", "і": "i", "ѕ": "s", "ј": "j", "А": "A", "Е": "E", "О": "O", "Р": "P", "С": "C", "У": "Y", "Х": "X",
    "К": "K", "М": "M", "Т": "T", "В": "B", "Н": "H", "І": "I", "Ѕ": "S", "Ј": "J", "ү": "y", "Ү": "Y",
  ]

  static func latin(_ text: String) -> String { String(text.map { pairs[$0] ?? $0 }) }
}
