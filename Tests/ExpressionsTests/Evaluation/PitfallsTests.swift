import Diagnostics
import Foundation
import Testing

@testable import Expressions

/// The everyday expressions on which five survey engines disagree, and what Synak does with each, and why.
@Suite("Pitfalls of other engines")
struct PitfallsTests {
  struct Decision: Sendable {
    /// The case as the shared table names it.
    var name: String
    var formula: String
    var outcome: Outcome
    var why: String

    enum Outcome: Sendable, Equatable {
      case value(String)
      case missing(Missing.Reason)
      /// Found before anything runs.
      case refused(String)
    }

    init(_ name: String, _ formula: String, _ outcome: Outcome, _ why: String) {
      self.name = name
      self.formula = formula
      self.outcome = outcome
      self.why = why
    }
  }

  /// x, city and why_not are unanswered; y is 2, spend 10, meals 'yes', agreed false, g_bully 2.
  static let answers: [String: Value] = [
    "y": .integer(2), "spend": .integer(10), "meals": .code("yes"), "agreed": .boolean(false), "g_bully": .code("2"),
    "why_not.oth": .text(" "),
  ]

  static let blanks: [Decision] = [
    Decision("blank < 10", "x lt 10", .missing(.unanswered), "No answer is not a small answer."),
    Decision("blank >= 0", "x ge 0", .missing(.unanswered), "Nor a large one."),
    Decision("blank = 0", "x eq 0", .missing(.unanswered), "Missing is never zero."),
    Decision(
      "blank != 'x'", "city ne 'x'", .missing(.unanswered),
      "A follow-up doesn't pop up before its question is answered."),
    Decision("blank != 5 (number q unanswered)", "x ne 5", .missing(.unanswered), "The same of numbers."),
    Decision(
      "blank + 5", "x + 5", .missing(.unanswered), "An operation with missing is missing, never NaN and never 5."),
    Decision(
      "blank * 2 -> coalesce(..,0)", "coalesce(x * 2, 0)", .value("0"), "Missing has one form, so coalesce sees it."),
    Decision("sum(3, blank)", "sum(3, x)", .value("3"), "sum, mean, min and max skip missing."),
    Decision("max(5, blank)", "max(5, x)", .value("5"), "The same of max."),
    Decision("not(blank)", "not (x gt 0)", .missing(.unanswered), "The opposite of unknown is unknown."),
  ]

  static let types: [Decision] = [
    Decision(
      "text '10' > text '9'", "'10' gt '9'", .refused("E148"),
      "Texts have no more or less; number(…) says what is meant."),
    Decision("literal \"10\" > \"9\"", "\"10\" gt \"9\"", .refused("E148"), "Quotes of either kind make a text."),
    Decision("text '2' = 2.0", "'2' eq 2.0", .refused("E147"), "A text isn't silently a number."),
    Decision("text '02' = text '2'", "'02' eq '2'", .value("false"), "Texts are equal letter by letter."),
    Decision("'abc' < 'abd'", "'abc' lt 'abd'", .refused("E148"), "The alphabet of whom?"),
    Decision(
      "'Yes' = 'yes'", "'Yes' eq 'yes'", .value("false"), "Letter by letter; lower(…) where case doesn't matter."),
    Decision(
      "date text < date text", "date('2025-09-01') lt date('2026-09-01')", .value("true"),
      "Days are a type, and compared as days."),
    Decision(
      "multi 'a b' = 'a'", "why_not eq 'price'", .refused("E149"), "Several answers aren't one; includes is meant."),
    Decision(
      "multi contains a", "why_not includes 'price'", .missing(.unanswered),
      "Of an unanswered question nothing is known."),
    Decision(
      "answer text 'false' as condition", "agreed", .value("false"),
      "A yes-or-no question is a boolean; a text is no condition."),
    Decision("answer '0' as condition", "y", .refused("E142"), "A number is no condition."),
    Decision("space ' ' = ''", "why_not.oth eq ''", .value("false"), "Spaces are letters too."),
    Decision("'5' + '6'", "'5' + '6'", .refused("E140"), "+ adds numbers; concat joins texts."),
    Decision(
      "'3,5' + 1", "number('3,5') + 1", .value("4.5"), "What a person typed is read by number(…), comma or point."),
  ]

  static let numbers: [Decision] = [
    Decision("0.1 + 0.2 = 0.3", "0.1 + 0.2 = 0.3", .value("true"), "Decimals are exact."),
    Decision("round(2.5)", "round(2.5)", .value("3"), "Half away from zero."),
    Decision("round(-2.5)", "round(-2.5)", .value("-3"), "On both sides."),
    Decision(
      "7 / 0", "7 / (y - 2)", .missing(.noData), "No infinity: there is nothing to divide by. A written 0 is refused."),
  ]

  static let mistakes: [Decision] = [
    Decision("unknown variable", "nosuchvar eq 1", .refused("E101"), "Found before anybody is asked anything."),
    Decision("unknown function", "nosuchfn(1) eq 1", .refused("E102"), "Also where it would never be reached."),
    Decision("missing bracket", "if(y gt 1, 'x', 'y'", .refused("E103"), "Not guessed."),
    Decision("single = (typo)", "y = 2", .value("true"), "Nothing can be assigned, so = compares, like eq."),
  ]

  static let all = blanks + types + numbers + mistakes

  @Test("Each is decided, for a reason", arguments: all)
  func decided(decision: Decision) throws {
    let isCondition = decision.name.hasPrefix("answer")
    let (compiled, findings) = School.compile(
      decision.formula, as: .compute, expecting: isCondition ? .boolean : .anything)
    #expect(!decision.why.isEmpty)
    guard let compiled else {
      #expect(decision.outcome == .refused(findings.first?.code ?? ""))
      return
    }
    switch compiled.formula.evaluate(in: School.row(Self.answers)) {
    case .missing(let missing): #expect(decision.outcome == .missing(missing.reason))
    case let value: #expect(decision.outcome == .value(value.plainText))
    }
  }

  @Test("Every row of the shared table is decided", .enabled(if: Conformance.has("xforms/pitfalls.tsv")))
  func covered() throws {
    let rows = try Conformance.rows("xforms/pitfalls.tsv")
    #expect(Set(rows.map { $0[0] }) == Set(Self.all.map(\.name)))
    #expect(rows.count == 32)
  }
}
