import Expressions
import Foundation
import Instruments
import Scoring
import Testing
import Texts
import XML

@testable import Documents

@Suite("Maps of the routing")
struct RouteMapTests {
  private func map(_ instrument: CheckedInstrument, _ language: Language = .ru, never: Set<Symbol> = []) -> RouteMap {
    RouteMap(
      Paper(instrument.delivery, language: language), wording: instrument.wording(in: language), neverShown: never)
  }

  static let computing = """
    <?xml version="1.0" encoding="UTF-8"?>
    <questionnaire xmlns="urn:synak:1" id="computing" version="1.0" languages="ru">
      <title><ru>Дорога &lt;и&gt; школа</ru></title>
      <section id="way" pick="2" shuffle="yes"><title><ru>Дорога</ru></title>
        <number id="there" min="0"><ru>Сколько минут туда?</ru></number>
        <number id="back" min="0"><ru>Сколько минут обратно?</ru></number>
        <number id="rest" min="0"><ru>Сколько минут отдыха?</ru></number>
      </section>
      <section id="sum">
        <compute id="both" value="there + back"/>
        <text id="long" show-if="both ge 90"><ru>Что по дороге труднее всего?</ru></text>
        <text id="never" show-if="there lt 0"><ru>Этого никто не увидит</ru></text>
      </section>
    </questionnaire>
    """

  @Test("Every section and block has a row, and conditions come from rows above", arguments: Samples.shipped)
  func complete(name: String) throws {
    let instrument = try Samples.instrument(name)
    let map = map(instrument)
    let expected = instrument.delivery.sections.flatMap { section in
      [section.section.id.text] + section.elements.map(\.block.id.text)
    }
    #expect(map.rows.map(\.id) == expected)
    for (index, row) in map.rows.enumerated() { #expect(row.reads.allSatisfy { $0 < index }) }
    let conditional = instrument.delivery.sections.reduce(0) { count, section in
      count + (section.showIf == nil ? 0 : 1) + section.elements.count { $0.showIf != nil }
    }
    #expect(map.rows.count { !$0.conditions.isEmpty } == conditional)
  }

  @Test("The terminal's tree fits its width and names every row", arguments: Samples.shipped)
  func lines(name: String) throws {
    for language in [Language.ky, .ru] {
      let map = map(try Samples.instrument(name), language)
      for width in [80, 50] {
        let lines = RouteMapText.lines(map, width: width)
        #expect(lines.allSatisfy { $0.count <= width })
        let ids = map.rows.filter { $0.kind != .section && $0.kind != .computation }.map(\.id)
        for id in ids { #expect(lines.contains { $0.contains(id) }, "\(id)") }
      }
    }
  }

  @Test("Jumps, draws, computed values and what is never shown are told")
  func told() throws {
    let survey = RouteMapText.lines(map(try Samples.instrument("parent-survey"))).joined(separator: "\n")
    #expect(survey.contains("«Да» ─► 4") && survey.contains("◇ если «2. Ваш ребёнок питается в школе?» — «Нет»"))
    let instrument = try Samples.instrument(xml: Self.computing)
    let map = map(instrument, never: ["never"])
    #expect(map.rows[0].remarks.first == "по жребию 2 из 3")
    let both = try #require(map.rows.firstIndex { $0.id == "both" })
    #expect(map.rows[both].kind == .computation && map.rows[both].text.hasPrefix("both = "))
    #expect(map.rows.first { $0.id == "long" }?.reads == [both])
    #expect(map.rows.filter(\.isNeverShown).map(\.id) == ["never"])
    #expect(RouteMapText.lines(map).contains { $0.contains("✗ никогда не показывается") })
  }

  @Test("The picture is XML with words for those who can't see it, a box a row", arguments: Samples.shipped)
  func svg(name: String) throws {
    let map = map(try Samples.instrument(name))
    let root = try Document.read(try RouteMapSVG(map).bytes()).root
    #expect(root.name == "svg" && root.attribute("role")?.value == "img")
    let description = try #require(root.elements.first { $0.name == "desc" }).joinedText
    #expect(RouteMapText.lines(map).allSatisfy { description.contains($0) })
    #expect(root.elements.first { $0.name == "title" }?.joinedText.contains(map.title) == true)
    let groups = root.elements.filter { $0.name == "g" && $0.elements.first?.name == "title" }
    #expect(groups.count == map.rows.count)
    #expect(!root.elements.contains { ["script", "image", "foreignObject"].contains($0.name) })
  }

  @Test("Boxes don't overlap, and words stay inside them", arguments: Samples.shipped)
  func layout(name: String) throws {
    for language in [Language.ky, .ru] {
      let layout = RouteMapLayout(map(try Samples.instrument(name), language), from: 80)
      for (above, below) in zip(layout.boxes, layout.boxes.dropFirst()) {
        #expect(above.bottom < below.y)
        let conditions = above.y + Double(above.conditions.count) * RouteMapLayout.smallHeight
        #expect(conditions < below.y + RouteMapLayout.smallHeight)
      }
      for box in layout.boxes {
        #expect(box.lines.allSatisfy { LetterWidths.width(of: $0, size: 12) <= box.width - 20 })
      }
      for lane in layout.readings.compactMap(\.lane) { #expect(layout.x(ofLane: lane) > 4) }
    }
  }

  @Test("Lines break between words, and inside a word only where it fits no line")
  func breaks() {
    #expect(LineBreaks.lines("ак боз ат", fits: { $0.count <= 6 }) == ["ак боз", "ат"])
    #expect(LineBreaks.lines("тамактанабызбы", fits: { $0.count <= 6 }) == ["тамакт", "анабыз", "бы"])
    #expect(LineBreaks.lines("а б в г", atMost: 2, fits: { $0.count <= 1 }) == ["а", "…"])
    #expect(LineBreaks.lines("", fits: { _ in true }) == [""])
  }

  @Test("No language lost a placeholder")
  func phrases() {
    for phrase in MapPhrase.allCases {
      let names = Language.spoken.map { phrase.template.argumentNames(in: $0) }
      #expect(names.allSatisfy { $0 == names[0] }, "\(phrase)")
    }
  }
}
