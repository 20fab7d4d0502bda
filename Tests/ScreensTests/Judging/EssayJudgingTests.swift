import Expressions
import Instruments
import Testing
import Texts

@testable import Screens

@Suite("An essay before its rater")
struct EssayJudgingTests {
  private static func essay(_ criteria: String) throws -> EssayJudging {
    let instrument = try Sample.checked(
      Array(
        """
        <test xmlns="urn:synak:1" id="e" version="1" languages="ky"><title><ky>Д</ky></title><section id="s">
        <essay id="w"\(criteria.isEmpty ? " points=\"5\"" : "")><ky>Жаз</ky><guide><ky>Кеңеш</ky></guide>
        \(criteria)</essay></section>
        <scale id="total" method="sum" of="w"><ky>Б</ky></scale></test>
        """.utf8))
    let key = try #require(instrument.instrument.scoring.keys.first)
    guard case .judgement(let guide) = key.answer else { throw CancellationError() }
    let item = try #require(instrument.delivery.items.first)
    return EssayJudging(
      item, text: "Менин мектебим", guide: guide, points: key.points, number: 1, of: 2, in: .ky)
  }

  private static let criteria = """
    <criterion id="idea"><ky>Ой</ky><descriptor points="0">жок</descriptor><descriptor points="3">бар</descriptor></criterion>
    <criterion id="words"><ky>Сөз</ky><descriptor points="0">жок</descriptor><descriptor points="1">бар</descriptor></criterion>
    """

  @Test("Each criterion is asked with its levels; points that none has are asked again")
  func criteria() throws {
    var judging = try Self.essay(Self.criteria)
    #expect(judging.opening.contains("2 дилбаяндын 1-си · 2 сөз") && judging.opening.contains("  3  бар"))
    #expect(judging.opening.contains("  Менин мектебим") && judging.opening.contains("Кеңеш"))
    #expect(judging.prompt == "idea (0, 3): ")
    #expect(judging.take("2").contains("«2» болбойт"))
    #expect(judging.take("үч").contains("«үч» болбойт"))
    #expect(judging.outcome == nil && judging.prompt == "idea (0, 3): ")
    #expect(judging.take("3").contains("Сөз") && judging.prompt == "words (0, 1): ")
    #expect(judging.take(" 1 ") == "")
    #expect(judging.outcome == .judged(["idea": Decimal64(3), "words": Decimal64(1)]))
  }

  @Test("“<” goes back and what is given anew counts; “?” shows the levels; an empty line waits, “.” ends")
  func moving() throws {
    var judging = try Self.essay(Self.criteria)
    _ = judging.take("3")
    #expect(judging.take("<").contains("Ой") && judging.prompt == "idea (0, 3): ")
    #expect(judging.take("<").contains("Ой") && judging.prompt == "idea (0, 3): ", "before the first stands nothing")
    _ = judging.take("0")
    #expect(judging.take("?").contains("  1  бар"))
    _ = judging.take("1")
    #expect(judging.outcome == .judged(["idea": .zero, "words": Decimal64(1)]))
    var left = try Self.essay(Self.criteria)
    _ = left.take("3")
    _ = left.take("  ")
    #expect(left.outcome == .later)
    var ended = try Self.essay(Self.criteria)
    _ = ended.take(".")
    #expect(ended.outcome == .ended)
  }

  @Test("Without criteria the whole gets any points up to the most, with comma or point")
  func whole() throws {
    var judging = try Self.essay("")
    #expect(judging.prompt == "w (0–5): ")
    #expect(!judging.take("6").isEmpty && !judging.take("-1").isEmpty && judging.outcome == nil)
    _ = judging.take("3,5")
    #expect(judging.outcome == .judged(["w": try #require(Decimal64("3.5"))]))
  }
}
