/// Functions of texts.
extension Function {
  static let texts: [Function] = [
    Function(
      "length", Signature(Parameter(.text), gives: .always(.integer)), ky: "{1} — белгилердин саны",
      ru: "длина текста {1}", en: "the length of {1}", .one { text in Self.of(text) { .integer($0.count) } }),
    Function(
      "contains", Signature(Parameter(.text), Parameter(.text), gives: .always(.boolean)),
      ky: "{1} ичинде «{2}» бар", ru: "{1} содержит «{2}»", en: "{1} contains “{2}”",
      .two { text, piece in Self.of(text, piece) { .boolean($0.holds($1)) } }),
    Function(
      "starts-with", Signature(Parameter(.text), Parameter(.text), gives: .always(.boolean)),
      ky: "{1} — «{2}» менен башталат", ru: "{1} начинается с «{2}»", en: "{1} starts with “{2}”",
      .two { text, piece in Self.of(text, piece) { .boolean($0.starts(with: $1)) } }),
    Function(
      "ends-with", Signature(Parameter(.text), Parameter(.text), gives: .always(.boolean)),
      ky: "{1} — «{2}» менен бүтөт", ru: "{1} кончается на «{2}»", en: "{1} ends with “{2}”",
      .two { text, piece in Self.of(text, piece) { .boolean($0.reversed().starts(with: $1.reversed())) } }),
    Function(
      "concat", Signature(Parameter(.text, .oneOrMore), gives: .always(.text)), ky: "{all} — чогуу",
      ru: "{all} — вместе", en: "{all} joined",
      .many { values in
        var result = ""
        for case .text(let text) in values { result += text }
        return .text(result)
      }),
    Function(
      "lower", Signature(Parameter(.text), gives: .always(.text)), ky: "кичине тамгалар менен {1}",
      ru: "{1} строчными", en: "{1} in lower case", .one { text in Self.of(text) { .text($0.lowercased()) } }),
    Function(
      "upper", Signature(Parameter(.text), gives: .always(.text)), ky: "баш тамгалар менен {1}",
      ru: "{1} прописными", en: "{1} in capitals", .one { text in Self.of(text) { .text($0.uppercased()) } }),
    // A text that is no number has no value: a person typed something else.
    Function(
      "number", Signature(Parameter(.text), gives: .always(.decimal)), ky: "{1} — сан катары", ru: "{1} как число",
      en: "{1} as a number",
      .one { text in Self.of(text) { Decimal64(typed: $0).map { .decimal($0) } ?? Arithmetic.undefined } }),
    Function(
      "text", Signature(Parameter(.anything), gives: .always(.text)), ky: "{1} — текст катары", ru: "{1} как текст",
      en: "{1} as text", .one { .text($0.plainText) }),
  ]

  private static func of(_ value: Value, _ body: (String) -> Value) -> Value {
    guard case .text(let text) = value else { return Arithmetic.undefined }
    return body(text)
  }

  private static func of(_ a: Value, _ b: Value, _ body: (String, String) -> Value) -> Value {
    guard case .text(let first) = a, case .text(let second) = b else { return Arithmetic.undefined }
    return body(first, second)
  }
}

extension String {
  /// Whether `piece` stands somewhere inside, letter by letter (canonical equivalence counts as equal).
  func holds(_ piece: String) -> Bool {
    var rest = self[...]
    while true {
      if rest.starts(with: piece) { return true }
      guard rest.popFirst() != nil else { return false }
    }
  }
}

extension Value {
  /// The value as files and exports write it: no words, no language; several values with a space between.
  package var plainText: String {
    switch self {
    case .missing(let missing): missing.code?.text ?? ""
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .decimal(let value): value.description
    case .float(let value): String(value)
    case .text(let value): value
    case .date(let value): value.description
    case .time(let value): value.description
    case .duration(let value): value.description
    case .code(let value): value.text
    case .point(let x, let y): "\(x) \(y)"
    case .pair(let a, let b), .directedPair(let a, let b): "\(a.text) \(b.text)"
    case .container(let container): container.elements.map(\.plainText).joined(separator: " ")
    }
  }
}
