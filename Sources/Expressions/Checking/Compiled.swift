package import Diagnostics

/// A formula checked and bound, ready to run, with the type of what it gives.
package struct Compiled: Sendable, Hashable {
  package var formula: Formula
  package var type: ValueType

  package init(formula: Formula, type: ValueType) {
    self.formula = formula
    self.type = type
  }
}

/// What the place where a formula stands wants of it.
package enum Expectation: Sendable, Hashable {
  case boolean, number, anything
  case type(ValueType)
}

extension Formula {
  /// Reads and checks a formula.
  ///
  /// Everything that can be found is found at once; there is no formula where one of the findings is an error.
  package static func compile(
    _ source: SourceText, in scope: Scope, expecting expectation: Expectation
  ) -> (compiled: Compiled?, findings: [Diagnostic]) {
    let (syntax, mistakes) = Parser.parse(source)
    guard let syntax else { return (nil, mistakes) }
    var checker = Checker(source: source, scope: scope)
    let bound = checker.bind(syntax, expecting: expectation)
    let findings = (mistakes + checker.findings).sortedByPlace
    guard let bound, !findings.hasErrors else { return (nil, findings) }
    checker.doubt(bound)
    return (Compiled(formula: bound.formula, type: bound.type), (mistakes + checker.findings).sortedByPlace)
  }
}
