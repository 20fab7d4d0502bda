import Expressions
import SampleInstruments
import Testing

@testable import Instruments

@Suite("Exact fractions")
struct FractionTests {
  @Test("Three thirds are one, and a half of a decimal is exact")
  func thirds() throws {
    let third = Fraction(1, of: 3)
    #expect(try third.plus(third).plus(third) == .one)
    #expect(try Fraction(try #require(Decimal64("0.3"))).times(Fraction(1, of: 2)) == Fraction(3, of: 20))
    #expect(try Fraction(1).divided(by: .zero) == nil)
    #expect(try Fraction(1).divided(by: Fraction(-4)) == Fraction(-1, of: 4))
  }

  @Test(
    "The nearest decimal is rounded half away from zero",
    arguments: [
      (2, 3, 18, "0.666666666666666667"), (1, 3, 18, "0.333333333333333333"), (1, 8, 2, "0.13"), (-1, 8, 2, "-0.13"),
      (5, 2, 18, "2.5"), (200, 3, 18, "66.6666666666666667"), (1, 2, 0, "1"), (6, 3, 18, "2"), (0, 5, 18, "0"),
    ])
  func decimals(part: Int, whole: Int, places: Int, expected: String) throws {
    #expect("\(try Fraction(part, of: whole).decimal(places: places))" == expected)
  }

  @Test("What no longer fits is an overflow, never a wrong number")
  func overflow() throws {
    var fraction = Fraction(1)
    #expect(throws: Fraction.Overflow.self) {
      for prime in [1_000_003, 1_000_033, 1_000_037, 1_000_039, 1_000_081, 1_000_099, 1_000_117] {
        fraction = try fraction.plus(Fraction(1, of: prime))
      }
    }
    let large = try Fraction(Int.max).times(Fraction(Int.max))
    #expect(throws: Fraction.Overflow.self) { try large.decimal() }
  }

  @Test("Order and sums agree with whole numbers over a common denominator", arguments: 0..<50)
  func agreesWithIntegers(seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let whole = Int.random(in: 1...60, using: &random)
    let a = Int.random(in: -500...500, using: &random)
    let b = Int.random(in: -500...500, using: &random)
    #expect(try Fraction(a, of: whole).plus(Fraction(b, of: whole)) == Fraction(a + b, of: whole))
    #expect(try Fraction(a, of: whole).minus(Fraction(b, of: whole)) == Fraction(a - b, of: whole))
    #expect(try Fraction(a, of: whole).times(Fraction(b, of: whole)) == Fraction(a * b, of: whole * whole))
    #expect((Fraction(a, of: whole) < Fraction(b, of: whole)) == (a < b))
  }
}
