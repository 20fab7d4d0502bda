import Expressions
import Psychometrics
import Testing

@testable import Administration

@Suite("Values in the log")
struct ValueCodecTests {
  @Test("Every value reads back exactly as it was written", arguments: seeds(400))
  func roundTrip(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let value = Self.value(&chance, depth: 0)
    let text = ValueCodec.text(of: value)
    #expect(ValueCodec.value(of: text) == value, "\(text)")
    #expect(!text.contains("\t") && !text.contains("\n"))
  }

  @Test(
    "What was never written is nothing",
    arguments: ["", "i:", "i:x", "m:nope", "M(c:a", "z:1", "c:a,", "d:1e99", "b:2"])
  func garbage(text: String) {
    #expect(ValueCodec.value(of: text) == nil)
  }

  @Test("The form is for ever")
  func literal() {
    #expect(ValueCodec.text(of: .integer(623)) == "i:623")
    #expect(ValueCodec.text(of: .decimal(Decimal64(mantissa: 35, scale: 1))) == "d:35e1")
    #expect(ValueCodec.text(of: .codes(["a", "c"])) == "M(c:a,c:c)")
    #expect(ValueCodec.text(of: .missing(Missing(.dontKnow, code: "dk"))) == "m:dont-know:dk")
    #expect(ValueCodec.text(of: .text("a:b\t(c)\n")) == #"t:a\:b\t\(c\)\n"#)
  }

  private static func value(_ chance: inout SeededGenerator, depth: Int) -> Value {
    let words = ["", "a", "тоо", "x:y", "p(q,r)", "=\\", "l\nm\tn", "🙂"]
    func word(_ chance: inout SeededGenerator) -> String { words[chance.integer(in: 0..<words.count)] }
    switch chance.integer(in: 0..<(depth < 3 ? 15 : 12)) {
    case 0: return .missing(Missing(.unanswered))
    case 1: return .missing(Missing(.refused, code: Symbol(word(&chance))))
    case 2: return .boolean(chance.happens(withProbability: 0.5))
    case 3: return .integer(Int(truncatingIfNeeded: chance.next()))
    case 4:
      return .decimal(
        Decimal64(mantissa: Int64(chance.integer(in: -9_999_999..<9_999_999)), scale: UInt8(chance.integer(in: 0..<19)))
      )
    case 5: return .float(chance.normal())
    case 6: return .text(word(&chance))
    case 7: return .date(CalendarDate(days: Int32(chance.integer(in: -100_000..<100_000))))
    case 8: return .duration(Duration64(microseconds: Int64(chance.integer(in: 0..<1_000_000))))
    case 9: return .code(Symbol(word(&chance)))
    case 10: return .point(x: Int32(chance.integer(in: -9..<9)), y: 4)
    case 11: return .directedPair(Symbol(word(&chance)), "b")
    case 12:
      return .container(
        Container(.multiple, (0..<chance.integer(in: 0..<4)).map { _ in value(&chance, depth: depth + 1) }))
    case 13:
      return .container(
        Container(.ordered, (0..<chance.integer(in: 0..<4)).map { _ in value(&chance, depth: depth + 1) }))
    default: return .container(Container(.record, [value(&chance, depth: depth + 1)], names: [Symbol(word(&chance))]))
    }
  }
}
