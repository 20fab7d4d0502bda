/// A piece of a formula's text.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Decimal64)
    case text(String)
    /// A name or a word operator; which of the two the parser decides by where it stands.
    case word(String)
    /// A name before a bracket.
    case function(String)
    case sign(Sign)
    /// `{a, b-1, 2}`: the codes of a set, read as one piece because codes have rules of their own.
    case set([SetItem])
    /// A day written without `date('…')`; reported by the lexer.
    case date(CalendarDate)
    /// What the lexer couldn't read, and has reported.
    case broken
    case end
  }

  var kind: Kind
  var span: Span

  /// Signs, by the one spelling that they are read as.
  enum Sign: String, Equatable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case slash = "/"
    case open = "("
    case close = ")"
    case openSquare = "["
    case closeSquare = "]"
    case comma = ","
  }
}

/// One of the codes or values in braces.
struct SetItem: Equatable {
  /// The code as it is meant, without quotes.
  var text: String
  var span: Span
}
