import Diagnostics

/// Cuts a formula into tokens.
///
/// Whatever people paste is read as meant: curly quotes, no-break spaces, any minus, `≤`.
struct Lexer {
  let source: SourceText
  let bytes: [UInt8]
  var position = 0
  var findings: [Diagnostic] = []
  /// For every bracket that is open, whether it is a function's.
  private var brackets: [Bool] = []

  init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
  }

  mutating func tokens() -> [Token] {
    var result: [Token] = []
    while let token = next(after: result.last) { result.append(token) }
    result.append(Token(kind: .end, span: Span(bytes.count, bytes.count)))
    return result
  }

  mutating func report(
    _ finding: ExpressionFinding, _ span: Span, suggestion: String? = nil, _ arguments: [String: String] = [:]
  ) {
    findings.append(source.diagnostic(finding, span, suggestion: suggestion, arguments))
  }

  /// The next token, or nil at the end.
  private mutating func next(after last: Token?) -> Token? {
    while let (scalar, length) = scalar(at: position), scalar.isSpace { position += length }
    guard let (first, length) = scalar(at: position) else { return nil }
    let start = position
    switch first {
    case "0"..."9": return number()
    case "{": return set(from: start)
    case "$": return reference()
    case "(":
      if case .function? = last?.kind { brackets.append(true) } else { brackets.append(false) }
      return sign(.open, length)
    case ")":
      _ = brackets.popLast()
      return sign(.close, length)
    default:
      if first.isQuote { return quoted(first, length) }
      if first.isNameStart { return word() }
      if let token = operatorSign(first, length) { return token }
      position += length
      report(.strayCharacter, Span(start, position))
      return Token(kind: .broken, span: Span(start, position))
    }
  }

  private mutating func sign(_ sign: Token.Sign, _ length: Int) -> Token {
    defer { position += length }
    return Token(kind: .sign(sign), span: Span(position, position + length))
  }

  /// A sign, or one of those that people know from elsewhere, which are reported with ours.
  private mutating func operatorSign(_ first: Unicode.Scalar, _ length: Int) -> Token? {
    for (spelling, meant) in Self.foreignSigns where starts(with: spelling) && !(spelling == "!" && starts(with: "!="))
    {
      let span = Span(position, position + spelling.utf8.count)
      report(.wrongWord, span, suggestion: meant)
      position += spelling.utf8.count
      guard let sign = Token.Sign(rawValue: meant) else { return Token(kind: .word(meant), span: span) }
      return Token(kind: .sign(sign), span: span)
    }
    switch first {
    case "=": return sign(.equal, 1)
    case "!" where starts(with: "!="): return sign(.notEqual, 2)
    case "<": return starts(with: "<=") ? sign(.lessOrEqual, 2) : sign(.less, 1)
    case ">": return starts(with: ">=") ? sign(.greaterOrEqual, 2) : sign(.greater, 1)
    case "+": return sign(.plus, 1)
    case "-", "\u{2212}", "\u{2013}", "\u{2014}": return sign(.minus, length)
    case "*", "\u{D7}", "\u{B7}": return sign(.times, length)
    case "/", "\u{F7}": return sign(.slash, length)
    case "\u{2264}": return sign(.lessOrEqual, length)
    case "\u{2265}": return sign(.greaterOrEqual, length)
    case "\u{2260}": return sign(.notEqual, length)
    case ",": return sign(.comma, 1)
    case "[": return sign(.openSquare, 1)
    case "]": return sign(.closeSquare, 1)
    default: return nil
    }
  }

  private static let foreignSigns = [
    ("===", "="), ("==", "="), ("!==", "!="), ("<>", "!="), ("&&", "and"), ("&", "and"), ("||", "or"), ("|", "or"),
    ("=>", ">="), ("=<", "<="), ("!", "not"),
  ]

  // MARK: Numbers

  private mutating func number() -> Token {
    let start = position
    skipDigits()
    let whole = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "."), digit(at: position + 1) {
      position += 1
      skipDigits()
    }
    let text = piece(start, position)
    if let date = bareDate(start, whole) { return date }
    if scalar(at: position).map({ $0.scalar.isNamePart || $0.scalar == "." }) == true {
      while let (scalar, length) = scalar(at: position), scalar.isNamePart || scalar == "." { position += length }
      if let date = localDate(piece(start, position)) {
        report(.invalidDate, Span(start, position), suggestion: "date('\(date)')")
        return Token(kind: .date(date), span: Span(start, position))
      }
      report(.badNumber, Span(start, position))
      return Token(kind: .broken, span: Span(start, position))
    }
    // A comma with a digit right behind it separates arguments inside a function's brackets, and nowhere else.
    let isArgument = brackets.last ?? false
    if !isArgument, position == whole, position < bytes.count, bytes[position] == UInt8(ascii: ","),
      digit(at: position + 1)
    {
      position += 1
      skipDigits()
      let meant = text + "." + piece(whole + 1, position)
      report(.badNumber, Span(start, position), suggestion: meant)
      return Token(kind: Decimal64(meant).map { .number($0) } ?? .broken, span: Span(start, position))
    }
    guard let number = Decimal64(text) else {
      report(.badNumber, Span(start, position))
      return Token(kind: .broken, span: Span(start, position))
    }
    return Token(kind: .number(number), span: Span(start, position))
  }

  /// `2025-09-01` would be a subtraction that nobody means.
  private mutating func bareDate(_ start: Int, _ whole: Int) -> Token? {
    guard whole - start == 4, position == whole, start + 10 <= bytes.count,
      let date = CalendarDate(piece(start, start + 10)), !digit(at: start + 10)
    else { return nil }
    position = start + 10
    report(.bareDate, Span(start, position), suggestion: "date('\(date)')")
    return Token(kind: .date(date), span: Span(start, position))
  }

  /// `01.09.2025`, as people here write days.
  private func localDate(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private mutating func skipDigits() {
    while digit(at: position) { position += 1 }
  }

  private func digit(at index: Int) -> Bool {
    index < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
  }

  // MARK: Names

  /// `$id` and `${id}`, as forms elsewhere write names.
  private mutating func reference() -> Token {
    let start = position
    position += 1
    let isBraced = position < bytes.count && bytes[position] == UInt8(ascii: "{")
    if isBraced { position += 1 }
    while let (scalar, length) = scalar(at: position), scalar.isSpace { position += length }
    guard let (first, _) = scalar(at: position), first.isNameStart else {
      report(.strayCharacter, Span(start, position))
      return Token(kind: .broken, span: Span(start, position))
    }
    let name = identifier()
    if isBraced {
      while let (scalar, length) = scalar(at: position), scalar.isSpace { position += length }
      if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
        position += 1
      } else {
        report(.syntax, Span(start, position), ["expected": "}"])
      }
    }
    return Token(kind: .word(name), span: Span(start, position))
  }

  private mutating func word() -> Token {
    let start = position
    let name = identifier()
    let afterName = position
    guard !Word.reserved.contains(name), !Word.contextual.contains(name), let end = endBeforeBracket() else {
      return Token(kind: .word(name), span: Span(start, position))
    }
    let whole = piece(start, end)
    let parts = whole.split(separator: "-")
    // Only functions have hyphens: `a-round(x)` is a subtraction, `max-score(x)` one name.
    let isSubtraction =
      !FunctionTable.callableNames.contains(whole)
      && parts.indices.dropFirst().contains {
        FunctionTable.callableNames.contains(parts[$0...].joined(separator: "-"))
      }
    if isSubtraction {
      position = afterName
      return Token(kind: .word(name), span: Span(start, position))
    }
    position = end
    return Token(kind: .function(whole), span: Span(start, position))
  }

  /// Where a name with all its hyphens ends, if a bracket follows.
  private func endBeforeBracket() -> Int? {
    var end = position
    while end < bytes.count, bytes[end] == UInt8(ascii: "-"), let (first, _) = scalar(at: end + 1), first.isNameStart {
      end += 1
      while let (scalar, length) = scalar(at: end), scalar.isNamePart { end += length }
    }
    var next = end
    while let (scalar, length) = scalar(at: next), scalar.isSpace { next += length }
    return next < bytes.count && bytes[next] == UInt8(ascii: "(") ? end : nil
  }

  /// Letters, digits and `_`, with one `.suffix`.
  ///
  /// Letters of any alphabet: that they aren't Latin is for the checker to say.
  private mutating func identifier() -> String {
    let start = position
    while let (scalar, length) = scalar(at: position), scalar.isNamePart { position += length }
    if position < bytes.count, bytes[position] == UInt8(ascii: "."), let (next, _) = scalar(at: position + 1),
      next.isNamePart
    {
      position += 1
      while let (scalar, length) = scalar(at: position), scalar.isNamePart { position += length }
    }
    return piece(start, position)
  }

  // MARK: Texts and sets

  private mutating func quoted(_ open: Unicode.Scalar, _ length: Int) -> Token {
    let start = position
    position += length
    guard let text = textToClose(open) else {
      report(.unclosedText, Span(start, bytes.count))
      position = bytes.count
      return Token(kind: .broken, span: Span(start, position))
    }
    return Token(kind: .text(text), span: Span(start, position))
  }

  /// The text up to the quote that closes `open`; a straight quote inside is written twice.
  private mutating func textToClose(_ open: Unicode.Scalar) -> String? {
    let closing = open.closingQuotes
    var text = String.UnicodeScalarView()
    while let (scalar, length) = scalar(at: position) {
      position += length
      guard closing.contains(scalar) else {
        text.append(scalar)
        continue
      }
      guard scalar == open, let (again, next) = self.scalar(at: position), again == scalar else { return String(text) }
      text.append(scalar)
      position += next
    }
    return nil
  }

  private mutating func set(from start: Int) -> Token {
    position += 1
    let items = setItems()
    return Token(kind: .set(items), span: Span(start, position))
  }

  private mutating func setItems() -> [SetItem] {
    var items: [SetItem] = []
    var isSeparated = true
    while let (scalar, length) = scalar(at: position) {
      let start = position
      if scalar.isCodePart || scalar.isQuote {
        if !isSeparated { report(.syntax, Span(position, position + length), ["expected": ","]) }
        isSeparated = false
      }
      if scalar == "}" {
        position += 1
        return items
      } else if scalar.isSpace || scalar == "," {
        if scalar == "," { isSeparated = true }
        position += length
      } else if scalar.isQuote {
        position += length
        guard let text = textToClose(scalar) else {
          report(.unclosedText, Span(start, bytes.count))
          position = bytes.count
          return items
        }
        items.append(SetItem(text: text, span: Span(start, position)))
      } else if scalar.isCodePart {
        var text = String.UnicodeScalarView()
        while let (part, length) = self.scalar(at: position), part.isCodePart {
          text.append(part.isMinus ? "-" : part)
          position += length
        }
        items.append(SetItem(text: String(text), span: Span(start, position)))
      } else {
        report(.syntax, Span(position, position + length), ["expected": "}"])
        if let close = bytes[position...].firstIndex(of: UInt8(ascii: "}")) { position = close + 1 }
        return items
      }
    }
    report(.syntax, Span(position, position), ["expected": "}"])
    return items
  }

  // MARK: Bytes

  private func starts(with spelling: String) -> Bool { bytes[position...].starts(with: spelling.utf8) }

  private func piece(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  /// The scalar at a byte, with its length.
  ///
  /// The text is a Swift string, so its bytes are valid UTF-8.
  private func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard index < bytes.count else { return nil }
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}

extension SourceText {
  func diagnostic(
    _ finding: ExpressionFinding, _ span: Span, suggestion: String? = nil, _ arguments: [String: String] = [:]
  ) -> Diagnostic {
    Diagnostic(
      finding, at: place(of: span.range), found: piece(span), suggestion: suggestion, arguments: arguments)
  }
}
