import Diagnostics

/// Reads tokens into a tree by precedence.
///
/// After a mistake it goes on, so that all mistakes are found at once.
struct Parser {
  static let maximumLength = 10_000  // bytes
  /// After so many mistakes the rest says nothing new.
  private static let maximumFindings = 20

  private let source: SourceText
  private let tokens: [Token]
  private var position = 0
  private var depth = 0
  /// How many levels the tree has that was read last. Chains are as deep as they are long.
  private var height = 1
  private var isTooDeep = false
  private(set) var findings: [Diagnostic]

  private init(_ source: SourceText) {
    self.source = source
    var lexer = Lexer(source)
    tokens = lexer.tokens()
    findings = lexer.findings
  }

  /// The tree with `broken` where something couldn't be read, or nil where there is nothing to read.
  static func parse(_ source: SourceText) -> (syntax: Syntax?, findings: [Diagnostic]) {
    guard source.text.utf8.count <= maximumLength else {
      let whole = Diagnostic(
        ExpressionFinding.tooLong, at: source.place, arguments: ["limit": String(maximumLength)])
      return (nil, [whole])
    }
    var parser = Parser(source)
    guard parser.tokens.count > 1 else {
      return (nil, parser.findings + [Diagnostic(ExpressionFinding.emptyFormula, at: source.place)])
    }
    let syntax = parser.whole()
    return (syntax, Array(parser.findings.prefix(maximumFindings)))
  }

  // MARK: Tokens

  private var token: Token { tokens[position] }

  private mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  private var isAtEnd: Bool { token.kind == .end }

  private func isWord(_ word: String) -> Bool { token.kind == .word(word) }

  private func isWord(_ word: String, ahead: Int) -> Bool {
    position + ahead < tokens.count && tokens[position + ahead].kind == .word(word)
  }

  private mutating func take(_ sign: Token.Sign) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  private mutating func report(
    _ finding: ExpressionFinding, _ span: Span, suggestion: String? = nil, _ arguments: [String: String] = [:]
  ) {
    // Nothing is read after too deep a bracket, so nothing is missing there.
    guard !isTooDeep else { return }
    findings.append(source.diagnostic(finding, span, suggestion: suggestion, arguments))
  }

  private mutating func expect(_ sign: Token.Sign) {
    if !take(sign) { report(.syntax, token.span, ["expected": sign.rawValue]) }
  }

  // MARK: The whole

  private mutating func whole() -> Syntax {
    var pieces = [expression()]
    while !isAtEnd, !isTooDeep {
      // A piece that fits nowhere: say so once, and read on behind it.
      if token.kind != .broken { report(.operatorExpected, token.span) }
      let before = position
      if token.kind == .sign(.close) || token.kind == .sign(.comma) || token.kind == .broken { advance() }
      guard !isAtEnd else { break }
      pieces.append(continues ? binary(.or, left: .broken(token.span)) : expression())
      if position == before { advance() }
    }
    guard pieces.count > 1 else { return pieces[0] }
    return .pieces(pieces, pieces[0].span.union(pieces[pieces.count - 1].span))
  }

  /// Whether the token goes on with an expression that stands before it.
  private var continues: Bool { binaryOperator != nil || isWord("in") || isWord("is") || isWord("between") }

  private mutating func expression() -> Syntax {
    binary(.or, left: nil)
  }

  private mutating func tooDeep() -> Syntax {
    report(.tooDeep, token.span, ["limit": String(Formula.maximumDepth)])
    isTooDeep = true
    height = 1
    position = tokens.count - 1
    return .broken(token.span)
  }

  // MARK: Operators

  private var binaryOperator: Syntax.Binary? {
    switch token.kind {
    case .sign(let sign):
      switch sign {
      case .equal: .equal
      case .notEqual: .notEqual
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .plus: .add
      case .minus: .subtract
      case .times: .multiply
      case .slash: .divide
      case .open, .close, .openSquare, .closeSquare, .comma: nil
      }
    case .word("div"): .divide
    case .word(let word): word == "+" || word == "-" ? nil : Syntax.Binary(rawValue: word)
    default: nil
    }
  }

  /// Reads everything that binds at least as tightly as `least`.
  private mutating func binary(_ least: Precedence, left given: Syntax?) -> Syntax {
    height = 1
    var left = given ?? unary(least)
    var leftHeight = height
    while !isTooDeep, let longer = longer(left, least) {
      left = longer
      leftHeight = max(leftHeight, height) + 1
      if leftHeight > Formula.maximumDepth { return tooDeep() }
    }
    height = leftHeight
    return left
  }

  /// What stands before with the operator that comes next and its right side; nil where none comes that binds so tightly.
  private mutating func longer(_ left: Syntax, _ least: Precedence) -> Syntax? {
    if let operation = binaryOperator, operation.precedence >= least {
      advance()
      if operation.precedence == .comparison { return comparison(operation, left) }
      let right = binary(operation.precedence.tighter, left: nil)
      return .binary(operation, left, right, left.span.union(right.span))
    }
    height = 1
    if Precedence.comparison >= least, let test = test(of: left) { return test }
    if let meant = wordInCapitals, meant.precedence >= least {
      report(.wrongWord, token.span, suggestion: meant.rawValue)
      advance()
      let right = binary(meant.precedence.tighter, left: nil)
      return .binary(meant, left, right, left.span.union(right.span))
    }
    return nil
  }

  /// `AND`, `Or`: ours in other letters.
  private var wordInCapitals: Syntax.Binary? {
    guard case .word(let word) = token.kind else { return nil }
    let lower = word.lowercased()
    return lower != word ? Syntax.Binary(rawValue: lower) : nil
  }

  /// The right side of a comparison; a second comparison behind it is a mistake that people make.
  private mutating func comparison(_ operation: Syntax.Binary, _ left: Syntax) -> Syntax {
    let right = binary(.sum, left: nil)
    let result = Syntax.binary(operation, left, right, left.span.union(right.span))
    guard let second = binaryOperator, second.precedence == .comparison, second != .includes else { return result }
    advance()
    let last = binary(.sum, left: nil)
    let span = left.span.union(last.span)
    for case .broken in [left, right, last] { return .broken(span) }
    var suggestion =
      "\(written(left)) \(operation.rawValue) \(written(right)) and \(written(right)) \(second.rawValue) \(written(last))"
    switch (operation, second) {
    case (.less, .less), (.lessOrEqual, .lessOrEqual), (.less, .lessOrEqual), (.lessOrEqual, .less):
      suggestion = "\(written(right)) between \(written(left)) and \(written(last))"
    case (.greater, .greater), (.greaterOrEqual, .greaterOrEqual), (.greater, .greaterOrEqual),
      (.greaterOrEqual, .greater):
      suggestion = "\(written(right)) between \(written(last)) and \(written(left))"
    default: break
    }
    report(.chainedComparison, span, suggestion: suggestion)
    return .broken(span)
  }

  private func written(_ syntax: Syntax) -> String { source.piece(syntax.span) }

  /// `is answered`, `in {…}`, `between a and b` and their opposites behind `left`.
  private mutating func test(of left: Syntax) -> Syntax? {
    let isNegated = isWord("not") && (["in", "between", "includes"].contains { isWord($0, ahead: 1) })
    if isNegated { advance() }
    func finish(_ test: Syntax) -> Syntax { isNegated ? .not(test, test.span) : test }
    if isWord("is") { return answered(left) }
    if isWord("between") {
      advance()
      let least = binary(.sum, left: nil)
      let leastHeight = height
      if isWord("and") {
        advance()
      } else {
        report(.syntax, token.span, ["expected": "and"])
        _ = take(.comma)
      }
      let most = binary(.sum, left: nil)
      height = max(height, leastHeight)
      return finish(.between(left, least, most, left.span.union(most.span)))
    }
    if isWord("in") {
      advance()
      return finish(membership(left))
    }
    if isNegated, isWord("includes") {
      advance()
      let right = binary(.sum, left: nil)
      return finish(.binary(.includes, left, right, left.span.union(right.span)))
    }
    return nil
  }

  private mutating func membership(_ left: Syntax) -> Syntax {
    if case .set(let items) = token.kind {
      let span = left.span.union(token.span)
      advance()
      return .membership(left, items, span)
    }
    let start = token.span
    if token.kind == .sign(.open) || token.kind == .sign(.openSquare) {
      // Other languages write lists in brackets of other kinds: report, and skip the list.
      while !isAtEnd, token.kind != .sign(.close), token.kind != .sign(.closeSquare) { advance() }
      let span = start.union(token.span)
      advance()
      let inside = source.piece(span).dropFirst().prefix { $0 != ")" && $0 != "]" }
      report(.listInBrackets, span, suggestion: "{\(inside)}")
      return .broken(left.span.union(span))
    }
    // A single code without braces.
    let isOperand = startsOperand
    report(.syntax, start, suggestion: isOperand ? "{\(source.piece(start))}" : nil, ["expected": "{"])
    if isOperand { advance() }
    return .broken(left.span.union(start))
  }

  /// Whether a value may begin here.
  private var startsOperand: Bool {
    switch token.kind {
    case .number, .text, .date, .function: true
    case .word(let word): !Word.reserved.contains(word) || word == "true" || word == "false"
    default: false
    }
  }

  private mutating func answered(_ left: Syntax) -> Syntax {
    let isSpan = token.span
    advance()
    let isNegated = isWord("not")
    if isNegated { advance() }
    let span = left.span.union(token.span)
    if isWord("answered") || isWord("missing") {
      let isAnswered = isWord("answered") != isNegated
      advance()
      return isAnswered ? .answered(left, span) : .not(.answered(left, span), span)
    }
    report(.wrongWord, isSpan, suggestion: isNegated ? "ne" : "eq")
    let right = binary(.sum, left: nil)
    return .broken(left.span.union(right.span))
  }

  // MARK: Operands

  private mutating func unary(_ least: Precedence) -> Syntax {
    let start = token.span
    guard depth < Formula.maximumDepth else { return tooDeep() }
    depth += 1
    defer { depth -= 1 }
    if isWord("not") {
      advance()
      // `not` binds looser than a comparison: `not x in {a}` is what it says.
      let inner = binary(.not, left: nil)
      height += 1
      return .not(inner, start.union(inner.span))
    }
    if take(.minus) {
      let inner = binary(.sign, left: nil)
      height += 1
      if case .number(let number, _) = inner, let negated = number.negated {
        return .number(negated, start.union(inner.span))
      }
      return .negate(inner, start.union(inner.span))
    }
    if take(.plus) { return binary(.sign, left: nil) }
    return primary()
  }

  private mutating func primary() -> Syntax {
    let start = token.span
    height = 1
    switch token.kind {
    case .number(let number):
      advance()
      return .number(number, start)
    case .text(let text):
      advance()
      return .text(text, start)
    case .date(let date):
      advance()
      return .date(date, start)
    case .word("true"), .word("false"):
      let value = isWord("true")
      advance()
      return .boolean(value, start)
    case .word(let word) where !Word.reserved.contains(word):
      advance()
      return .name(word, start)
    case .function(let name): return call(name, start)
    case .sign(.open):
      advance()
      let inner = expression()
      expect(.close)
      return inner
    case .broken:
      advance()
      return .broken(start)
    case .set:
      report(.operatorExpected, start)
      advance()
      return .broken(start)
    case .word, .sign, .end:
      report(.valueExpected, start)
      return .broken(start)
    }
  }

  private mutating func call(_ name: String, _ start: Span) -> Syntax {
    advance()
    expect(.open)
    var call = Syntax.Call(name: name, nameSpan: start, arguments: [], condition: nil)
    var highest = 1
    if token.kind != .sign(.close) {
      repeat {
        call.arguments.append(expression())
        highest = max(highest, height)
      } while nextArgument(&call)
      if isWord("where") {
        advance()
        call.condition = expression()
        highest = max(highest, height)
      }
    }
    height = highest + 1
    let end = token.span
    if !take(.close) {
      report(.syntax, token.span, ["expected": Token.Sign.close.rawValue])
      call.isBroken = true
    }
    return .call(call, start.union(end))
  }

  /// Whether another argument follows; a comma that was forgotten is reported.
  private mutating func nextArgument(_ call: inout Syntax.Call) -> Bool {
    if take(.comma) { return true }
    guard startsOperand, !isWord("where") else { return false }
    report(.syntax, token.span, ["expected": Token.Sign.comma.rawValue])
    call.isBroken = true
    return true
  }
}

extension Precedence {
  /// The next tighter one, for the right side of an operator that goes from left to right.
  fileprivate var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }
}
