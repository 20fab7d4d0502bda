import Foundation
import SeededTesting
import Testing

@testable import Expressions

@Suite("Exact decimals")
struct Decimal64Tests {
  private func decimal(_ text: String) throws -> Decimal64 { try #require(Decimal64(text)) }

  @Test("Tenths add up, and equality and hashing go by value")
  func exact() throws {
    #expect(try decimal("0.1").adding(decimal("0.2")) == decimal("0.3"))
    #expect(try decimal("1.0") == decimal("1.00"))
    #expect(try Set([decimal("1.0"), decimal("1.00"), decimal("1")]).count == 1)
    #expect(try decimal("-0.0") == .zero)
    #expect(try decimal("1.005").rounded(to: 2) == decimal("1.01"))
  }

  @Test(
    "Halves are rounded away from zero",
    arguments: [
      ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.45", 1, "2.5"), ("-2.45", 1, "-2.5"), ("2.449", 1, "2.4"),
      ("1250", -2, "1300"),
      ("-1250", -2, "-1300"), ("1249.99", -2, "1200"), ("0.5", 0, "1"), ("49", -2, "0"), ("7", 3, "7"), ("5", -18, "0"),
    ])
  func rounding(text: String, places: Int, expected: String) throws {
    #expect(try decimal(text).rounded(to: places) == decimal(expected))
  }

  @Test(
    "Division rounds its last digit",
    arguments: [
      ("2", "3", "0.666666666666666667"), ("1", "3", "0.333333333333333333"), ("-2", "3", "-0.666666666666666667"),
      ("1", "4", "0.25"), ("200", "3", "66.6666666666666667"), ("0.0002", "3", "0.000066666666666667"),
      ("10", "0.5", "20"),
      ("0", "7", "0"), ("1", "0.000000000000000001", "1000000000000000000"),
      ("999999999999999999", "1", "999999999999999999"),
    ])
  func division(a: String, b: String, expected: String) throws {
    #expect(try decimal(a).divided(by: decimal(b)) == decimal(expected))
  }

  @Test("What doesn't fit is an overflow, and never a wrong number")
  func overflow() throws {
    let large = try decimal("999999999999999999")
    #expect(large.multiplied(by: large) == nil)
    #expect(try large.divided(by: decimal("0.000000000001")) == nil)
    #expect(large.divided(by: .zero) == nil)
    #expect(Decimal64(mantissa: .min, scale: 0).negated == nil)
    #expect(Decimal64("12345678901234567890") == nil)
    #expect(Decimal64("0.1234567890123456789") == nil)
    #expect(try decimal("9000000000000000000").adding(decimal("9000000000000000000")) == nil)
    #expect(try large.adding(decimal("0.1")) == decimal("999999999999999999"))
  }

  @Test("Files write a point; a person may type a comma", arguments: ["3,5", " 3,5 ", "−3,5", "\u{A0}3.5"])
  func typed(text: String) throws {
    #expect(try #require(Decimal64(typed: text)).magnitude == decimal("3.5"))
    #expect(Decimal64(text) == nil)
  }

  @Test(
    "What is no number isn't read as one",
    arguments: ["", "-", ".", "1.", ".5", "1e5", "1 2", "1.2.3", "+1", "٣", "0x1"])
  func unread(text: String) {
    #expect(Decimal64(text) == nil)
    #expect(Decimal64(typed: text) == nil)
  }

  @Test(
    "Text with fixed places keeps its zeros",
    arguments: [("3.5", 2, "3.50"), ("3", 1, "3.0"), ("2.005", 2, "2.01"), ("-0.04", 1, "0.0")])
  func places(text: String, places: Int, expected: String) throws {
    #expect(try decimal(text).text(places: places) == expected)
  }

  /// Foundation's decimal has 38 digits; where a result fits in 18 both must say the same.
  ///
  /// 60,000 operations.
  @Test("Arithmetic agrees with a decimal of 38 digits", arguments: [1, 2, 3] as [UInt64])
  func againstFoundation(seed: UInt64) throws {
    var random = Seeded(seed)
    var compared = 0
    for _ in 0..<5_000 {
      let a = Self.random(&random)
      let b = Self.random(&random)
      let (x, y) = (a.foundation, b.foundation)
      let operations: [(Decimal64?, Decimal)] = [
        (a.adding(b), x + y), (a.subtracting(b), x - y), (a.multiplied(by: b), x * y),
        (a.rounded(to: 2), x.rounded(2)),
      ]
      for (ours, theirs) in operations {
        let exact = theirs.rounded(18 - max(0, theirs.wholeDigits))
        guard exact == theirs, theirs.wholeDigits <= 17 else { continue }
        compared += 1
        #expect(ours?.foundation == theirs, "\(a) \(b)")
      }
      #expect((a < b) == (x < y))
      #expect((a == b) == (x == y))
      if y != 0 {
        let quotient = x / y
        if quotient.wholeDigits <= 17 {
          compared += 1
          let error = abs((a.divided(by: b)?.foundation ?? 0) - quotient)
          #expect(
            error <= abs(quotient) / Decimal(sign: .plus, exponent: 17, significand: 1)
              + Decimal(sign: .plus, exponent: -18, significand: 1))
        }
      }
    }
    #expect(compared > 15_000)
  }

  private static func random(_ random: inout Seeded) -> Decimal64 {
    let digits = Int.random(in: 1...12, using: &random)
    let bound = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
    return Decimal64(
      mantissa: Int64.random(in: -bound...bound, using: &random), scale: UInt8.random(in: 0...6, using: &random))
  }

  @Test("A sum is the same in any order and grouping, and exact", arguments: [1, 2, 3, 4] as [UInt64])
  func sums(seed: UInt64) throws {
    var random = Seeded(seed)
    let values = (0..<300).map { _ in
      Decimal64(
        mantissa: Int64.random(in: .min...(.max), using: &random), scale: UInt8.random(in: 0...18, using: &random))
    }
    func sum(_ values: [Decimal64]) -> ExactSum { values.reduce(into: ExactSum()) { $0.add($1) } }
    func squares(_ values: [Decimal64]) -> ExactSum { values.reduce(into: ExactSum()) { $0.addSquare(of: $1) } }
    let direct = sum(values)
    #expect(sum(values.shuffled(using: &random)) == direct)
    let cut = Int.random(in: 0...values.count, using: &random)
    var merged = sum(Array(values[..<cut]))
    merged += sum(Array(values[cut...]))
    #expect(merged == direct)
    #expect(merged.hashValue == direct.hashValue)
    #expect(squares(values) == squares(values.shuffled(using: &random)))
    // Taking everything away again leaves nothing, so nothing was lost.
    var rest = direct
    for value in values {
      if let opposite = value.negated {
        rest.add(opposite)
      } else {
        rest.add(mantissa: -Int128(value.mantissa), scale: Int(value.scale))
      }
    }
    #expect(rest.decimal == .zero)
    let data = try JSONEncoder().encode(direct)
    #expect(try JSONDecoder().decode(ExactSum.self, from: data) == direct)
  }

  @Test("A finished sum is rounded once, at the end")
  func finished() throws {
    var sum = ExactSum()
    for _ in 0..<10 { sum.add(try decimal("0.1")) }
    #expect(sum.decimal == .one)
    var square = ExactSum()
    square.addSquare(of: try decimal("-0.000000001"))
    #expect(square.decimal == Decimal64(mantissa: 1, scale: 18))
    var large = ExactSum()
    for _ in 0..<20 { large.add(try decimal("999999999999999999")) }
    #expect(large.decimal == nil)
    for _ in 0..<19 { large.add(try decimal("-999999999999999999")) }
    #expect(try large.decimal == decimal("999999999999999999"))
    var negative = ExactSum()
    negative.add(try decimal("-1.5"))
    negative.add(try decimal("0.25"))
    #expect(try negative.decimal == decimal("-1.25"))
  }
}

extension Decimal64 {
  fileprivate var foundation: Decimal { Decimal(string: description) ?? .nan }
}

extension Decimal {
  fileprivate func rounded(_ places: Int) -> Decimal {
    var result = Decimal()
    var value = self
    NSDecimalRound(&result, &value, places, .plain)
    return result
  }

  fileprivate var wholeDigits: Int {
    var magnitude = abs(self)
    var digits = 0
    while magnitude >= 1 {
      magnitude /= 10
      digits += 1
    }
    return digits
  }
}
