import SeededTesting
import Testing

@testable import Expressions

@Suite("Values as text")
struct ValueCodingTests {
  @Test("Every value reads back exactly as it was written", arguments: 1...400 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) {
    var chance = Seeded(seed)
    let value = Self.value(&chance, depth: 0)
    let text = value.coded
    #expect(Value(coded: text) == value, "\(text)")
    #expect(!text.contains("\t") && !text.contains("\n"))
  }

  @Test(
    "What was never written is nothing",
    arguments: ["", "i:", "i:x", "m:nope", "M(c:a", "z:1", "c:a,", "d:1e99", "b:2"])
  func garbage(text: String) {
    #expect(Value(coded: text) == nil)
  }

  @Test("The form is for ever")
  func literal() {
    #expect(Value.integer(623).coded == "i:623")
    #expect(Value.decimal(Decimal64(mantissa: 35, scale: 1)).coded == "d:35e1")
    #expect(Value.codes(["a", "c"]).coded == "M(c:a,c:c)")
    #expect(Value.missing(Missing(.dontKnow, code: "dk")).coded == "m:dont-know:dk")
    #expect(Value.text("a:b\t(c)\n").coded == #"t:a\:b\t\(c\)\n"#)
  }

  @Test(
    "Every kind of value reads back equal",
    arguments: [
      .boolean(true), .integer(-5), .decimal(Decimal64(mantissa: 35, scale: 1)), .float(.infinity),
      .text("a\u{1F}б\nв"), .text(""),
      .date(CalendarDate(days: -3)), .time(TimeOfDay(milliseconds: 5)), .duration(Duration64(microseconds: 90)),
      .code("dk"),
      .point(x: -1, y: 2), .pair("A", "B"), .directedPair("A", "B"), .unanswered,
      .missing(Missing(.dontKnow, code: "dk")),
      .codes(["a", "b"]), .ordered([]),
      .container(Container(.record, [.text("1:2"), .codes(["x"])], names: ["n", "m"])),
    ] as [Value])
  func kinds(value: Value) {
    #expect(Value(coded: value.coded) == value)
  }

  private static func value(_ chance: inout Seeded, depth: Int) -> Value {
    let words = ["", "a", "тоо", "x:y", "p(q,r)", "=\\", "l\nm\tn", "🙂"]
    func word(_ chance: inout Seeded) -> String { chance.pick(words) }
    switch Int.random(in: 0..<(depth < 3 ? 15 : 12), using: &chance) {
    case 0: return .missing(Missing(.unanswered))
    case 1: return .missing(Missing(.refused, code: Symbol(word(&chance))))
    case 2: return .boolean(Bool.random(using: &chance))
    case 3: return .integer(Int(truncatingIfNeeded: chance.next()))
    case 4:
      return .decimal(
        Decimal64(
          mantissa: Int64(Int.random(in: -9_999_999..<9_999_999, using: &chance)),
          scale: UInt8(Int.random(in: 0..<19, using: &chance)))
      )
    case 5: return .float(Double.random(in: -9...9, using: &chance))
    case 6: return .text(word(&chance))
    case 7: return .date(CalendarDate(days: Int32(Int.random(in: -100_000..<100_000, using: &chance))))
    case 8: return .duration(Duration64(microseconds: Int64(Int.random(in: 0..<1_000_000, using: &chance))))
    case 9: return .code(Symbol(word(&chance)))
    case 10: return .point(x: Int32(Int.random(in: -9..<9, using: &chance)), y: 4)
    case 11: return .directedPair(Symbol(word(&chance)), "b")
    case 12:
      return .container(
        Container(.multiple, (0..<Int.random(in: 0..<4, using: &chance)).map { _ in value(&chance, depth: depth + 1) }))
    case 13:
      return .container(
        Container(.ordered, (0..<Int.random(in: 0..<4, using: &chance)).map { _ in value(&chance, depth: depth + 1) }))
    default: return .container(Container(.record, [value(&chance, depth: depth + 1)], names: [Symbol(word(&chance))]))
    }
  }
}
