package import Expressions

/// The variables that a QTI expression may name.
package struct QTIScope: Sendable {
  package struct Variable: Sendable {
    package var slot: Int
    package var type: ValueType
    /// What is right, where that is declared.
    package var correct: Value?
    /// What it holds before anything happens, where that is declared.
    package var initial: Value?

    package init(slot: Int, type: ValueType, correct: Value? = nil, initial: Value? = nil) {
      self.slot = slot
      self.type = type
      self.correct = correct
      self.initial = initial
    }
  }

  package var variables: [String: Variable]

  package init(variables: [String: Variable] = [:]) { self.variables = variables }
}
