package import Diagnostics
package import Expressions

/// A test, questionnaire, observation or expert assessment, at one version: what a methodist designs.
///
/// What a respondent may see (`form`) and what is known about right answers (`scoring`) are kept apart by type: who holds
/// a form holds no key.
package struct Instrument: Sendable, Hashable {
  package var form: Form
  package var scoring: ScoringRules
  /// The instrument's own tests, run by `check`.
  package var examples: [Example]
  /// What a test should be made of; nil where its author doesn't say.
  package var blueprint: Blueprint?
  /// Where each item stands in the blueprint.
  package var specifications: [Symbol: Specification] = [:]

  package init(form: Form, scoring: ScoringRules, examples: [Example]) {
    self.form = form
    self.scoring = scoring
    self.examples = examples
  }
}

/// How answers are collected: the root element of a definition.
package enum Method: String, Sendable, Hashable, CaseIterable, Codable {
  case test, questionnaire, observation
  case expertAssessment = "expert-assessment"
}

/// An expected outcome for given answers: an instrument's unit test.
package struct Example: Sendable, Hashable {
  /// Answers given one after another; each step holds what is typed for some items, by id.
  package struct Step: Sendable, Hashable {
    package var answers: [Given]

    package init(answers: [Given]) { self.answers = answers }
  }

  /// What is typed for one item, as a person types it: `a c`, `11,5`.
  package struct Given: Sendable, Hashable {
    package var item: Symbol
    package var typed: SourceText
    /// Where the id stands; nil where only the place of what is typed is known.
    package var place: Place?

    package init(item: Symbol, typed: SourceText, place: Place? = nil) {
      self.item = item
      self.typed = typed
      self.place = place
    }
  }

  /// What must hold after the last step.
  package enum Expectation: Sendable, Hashable {
    /// `total="8"`: the score of a scale, or the value of an item.
    case value(of: Symbol, SourceText)
    /// `total.level="above"`
    case level(of: Symbol, SourceText)
    case shown([Symbol], Place)
    case hidden([Symbol], Place)
  }

  package var name: String
  package var steps: [Step]
  package var expectations: [Expectation]
  package var place: Place

  package init(name: String, steps: [Step], expectations: [Expectation], place: Place) {
    self.name = name
    self.steps = steps
    self.expectations = expectations
    self.place = place
  }
}
