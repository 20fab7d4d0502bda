import Expressions
import Formats
import Instruments
import Psychometrics
import Testing
import XML

@testable import Scoring

@Suite("Scales of ability")
struct AbilityScoringTests {
  private static func instrument() throws -> CheckedInstrument {
    let bytes = Array(
      """
      <test xmlns="urn:synak:1" id="t" version="1" languages="en"><title>T</title><section id="s">
      <number id="a"><en>a?</en><key>1</key></number><number id="b"><en>b?</en><key>1</key></number>
      <choose-many id="c" points="2" credit="hits"><en>c?</en><option code="x" correct="yes">X</option>
      <option code="y" correct="yes">Y</option><option code="z">Z</option></choose-many>
      <number id="d" show-if="a gt 5"><en>d?</en><key>1</key></number></section>
      <calibration mean="10" sd="2"><item of="a" a="0.5" b="9"/><item of="b" a="0.8" b="11" c="0.25"/>
      <item of="c" a="0.6" b="9 12"/><item of="d" b="10"/></calibration>
      <scale id="theta" method="theta" of="a b c d" at-least="2"><en>Theta</en><level code="low" from="0">Low</level>
      <level code="high" from="10">High</level></scale></test>
      """.utf8)
    let reading = InstrumentReader.read(bytes, file: "t.xml")
    let checked = try #require(reading.instrument).checked(hash: ContentHash(of: bytes), datasets: nil)
    return try #require(checked.instrument, "\(reading.findings + checked.findings)")
  }

  private static let models: [CalibratedItem] = [
    .logistic(ThreeParameterLogistic(slope: 0.5, difficulty: 9)),
    .logistic(ThreeParameterLogistic(slope: 0.8, difficulty: 11, guessing: 0.25)),
    .steps(GeneralizedPartialCredit(slope: 0.6, steps: [9, 12])),
  ]

  private func theta(_ values: [Value]) throws -> ScaleScore {
    let sheet = try Self.instrument().scoring.score(values: values, shown: { values[$0] != .notShown })
    return try #require(sheet.scale("theta"))
  }

  @Test(
    "It is the EAP of the points by the instrument's parameters, of what was shown alone",
    arguments: [
      (Value.integer(1), Value.integer(1), Value.codes(["x", "y"]), [1, 1, 2]),
      (.integer(1), .integer(0), .codes(["x"]), [1, 0, 1]), (.integer(7), .unanswered, .unanswered, [0, 0, 0]),
    ])
  func estimate(_ a: Value, _ b: Value, _ c: Value, scores: [Int]) throws {
    let score = try theta([a, b, c, .notShown])
    let wanted = ExpectedAPosteriori(NormalPopulation(mean: 10, deviation: 2)).estimate(
      zip(Self.models, scores).map { ScoredResponse($0, score: $1) })
    guard case .decimal(let number) = score.score, let error = score.error else {
      Issue.record("\(score)")
      return
    }
    #expect(abs(number.double - wanted.theta) <= 0.0005)
    #expect(abs(error.double - wanted.error) <= 0.0005)
    #expect(score.level == (wanted.theta >= 10 ? "high" : "low"))
    #expect(score.maximum == nil && score.percent == nil && score.answered == 3 && score.shown == 3)
  }

  @Test("Too few shown, or none, give none")
  func none() throws {
    #expect(try theta([.integer(1), .notShown, .notShown, .notShown]).score.isMissing)
    #expect(try theta([.notShown, .notShown, .notShown, .notShown]).score == .missing(Missing(.notShown)))
  }

  @Test("Points become whole scores of the model, rounded down")
  func scores() {
    let steps = CalibratedItem.steps(GeneralizedPartialCredit(slope: 1, steps: [0, 1, 2]))
    #expect(steps.score(points: Decimal64(3), of: Decimal64(3)) == 3)
    #expect(steps.score(points: Decimal64(mantissa: 19, scale: 1), of: Decimal64(3)) == 1)
    let right = CalibratedItem.logistic(ThreeParameterLogistic(slope: 1, difficulty: 0))
    #expect(right.score(points: Decimal64(mantissa: 15, scale: 1), of: Decimal64(2)) == 0)
    #expect(right.score(points: Decimal64(2), of: Decimal64(2)) == 1)
  }
}
