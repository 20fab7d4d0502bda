/// Which characters mean what in a formula.
extension Unicode.Scalar {
  /// Spaces of every kind, the no-break and invisible ones too.
  var isSpace: Bool {
    switch self {
    case " ", "\t", "\n", "\r", "\u{A0}", "\u{2007}", "\u{2009}", "\u{200B}", "\u{202F}", "\u{2060}", "\u{FEFF}": true
    default: false
    }
  }

  var isNameStart: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "_": true
    default: value >= 0x80 && properties.isAlphabetic
    }
  }

  var isNamePart: Bool {
    switch self {
    case "0"..."9": true
    default: isNameStart
    }
  }

  /// A bare code in braces: letters, digits, `_`, `.` and hyphens.
  var isCodePart: Bool { isNamePart || self == "." || isMinus }

  var isMinus: Bool { self == "-" || self == "\u{2212}" || self == "\u{2013}" }

  var isQuote: Bool { !closingQuotes.isEmpty }

  /// What closes a text that this opens; empty where it opens none.
  var closingQuotes: [Unicode.Scalar] {
    switch self {
    case "'": ["'"]
    case "\"": ["\""]
    case "\u{201C}", "\u{201E}", "\u{201D}": ["\u{201D}", "\u{201C}", "\""]
    case "\u{2018}", "\u{201A}", "\u{2019}": ["\u{2019}", "\u{2018}", "'"]
    case "\u{AB}": ["\u{BB}"]
    default: []
    }
  }
}

/// The words of the language.
package enum Word {
  /// What an id can't be, because it would be read as an operator.
  ///
  /// `answered`, `missing`, `where`, `between` and `includes` are words only where they follow something.
  package static let reserved: Set<String> = [
    "and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "in", "is", "div", "mod", "true", "false",
  ]

  /// Words that follow something, and are never functions, even before a bracket.
  static let contextual: Set<String> = ["answered", "missing", "where", "between", "includes"]
}
