import Texts

/// A row of the function table: how a function is called, what it accepts and gives, what it does, how people say it.
///
/// The checker reads the signature, the printer the notation, the describer the words, the evaluator the closure. QTI's
/// operators are more rows. Adding a function is adding a row and its cases.
package struct Function: Sendable {
  package var name: String
  var notation: Notation
  package var signature: Signature
  /// Whether the function is asked where an argument is missing.
  ///
  /// Else the first missing argument is its value.
  var seesMissing: Bool
  var evaluate: Evaluate
  /// How people say it: `{1}` and `{2}` are the arguments, `{all}` all of them.
  ///
  /// Nil where nobody reads it.
  var words: Template?

  /// How a call is written.
  enum Notation: Sendable, Equatable {
    /// `name(a, b)`
    case call
    /// `a name b`
    case infix(Precedence)
    /// `-a`
    case prefix(String)
    /// `a is answered`
    case postfix(String)
    /// `x between a and b`
    case between
    /// Has no notation in the language; made by readers of other formats.
    case foreign
  }

  /// What a function does, by how many values it takes, so that one, two and three need no array.
  enum Evaluate: Sendable {
    case one(@Sendable (Value) -> Value)
    case two(@Sendable (Value, Value) -> Value)
    case three(@Sendable (Value, Value, Value) -> Value)
    case many(@Sendable ([Value]) -> Value)
  }

  init(
    _ name: String, _ signature: Signature, notation: Notation = .call, seesMissing: Bool = false,
    ky: String = "", ru: String = "", en: String = "", _ evaluate: Evaluate
  ) {
    self.name = name
    self.notation = notation
    self.signature = signature
    self.seesMissing = seesMissing
    self.evaluate = evaluate
    words = en.isEmpty ? nil : Template(ky: ky, ru: ru, en: en)
  }
}

/// How tightly an operator binds, loosest first.
enum Precedence: Int, Sendable, Comparable {
  case or, and, not, comparison, sum, product, sign, primary

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
