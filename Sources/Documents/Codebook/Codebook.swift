package import Expressions
package import Texts

/// What stands in the exports of an instrument: each variable with its values, who was asked, and where it goes.
///
/// In one language; codes and names are the same in all.
package struct Codebook: Sendable, Hashable {
  /// In which table of the exports a variable is found.
  package enum Table: String, Sendable, Hashable, CaseIterable { case answers, scores, facts }

  package struct Code: Sendable, Hashable {
    /// As it stands in the file: `yes`, `?dont-know:dk`.
    package var stored: String
    package var label: String
    /// What it is worth in arithmetic.
    package var number: Decimal64?
    /// Why it is no value: `dont-know`; nil for values.
    package var missing: String?
  }

  /// A condition in words, and as its author wrote it.
  package struct Condition: Sendable, Hashable {
    package var words: String
    package var source: String?
  }

  package struct Membership: Sendable, Hashable {
    package var scale: String
    package var isReversed: Bool
  }

  package struct Variable: Sendable, Hashable {
    package var table: Table
    /// The column's name, or the name in its column `name`.
    package var name: String
    /// The data set, for facts.
    package var dataset: String?
    /// Its question or title.
    package var label: String
    /// The words that stand above it, where it is a row of a grid.
    package var heading: String?
    /// Which kind of question it is, in words.
    package var kind: String
    /// How its values are written.
    package var storage: String
    package var isNumeric = false
    package var minimum: Decimal64?
    package var maximum: Decimal64?
    package var unit: String?
    package var codes: [Code] = []
    /// Who is asked; empty for everyone.
    package var asked: [Condition] = []
    package var isRequired = false
    /// The most that can be earned.
    package var points: Decimal64?
    package var scales: [Membership] = []
    /// `diag.level`: the fields that read it.
    package var feeds: [String] = []
    /// What it is computed by.
    package var formula: Condition?
    /// Levels of a scale and what else is to be known.
    package var remarks: [String] = []
  }

  package let id: String
  package let version: String
  package let hash: String
  package let title: String
  package let language: Language
  package let variables: [Variable]
}
