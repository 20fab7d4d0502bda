import Diagnostics
import Expressions
import Instruments
import Testing
import Texts

@testable import Formats

@Suite("One file, many mistakes")
struct ManyMistakesTests {
  /// Two dozen mistakes as they are really made, each at its mark.
  static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <questionnaire xmlns="urn:synak:1" id="p" version="1.0" languages="ky ru" anonymous="⟦да⟧">
      <title><ky>Сурамжылоо</ky><ru>Опрос</ru></title>
      <choice-list id="yesno">
        <option code="yes"><ky>Ооба</ky><ru>Да</ru></option>
        <option code="⟦nо⟧"><ky>Жок</ky><ru>Нет</ru></option>
        <⟦opton⟧ code="dk" missing="⟦dont-knw⟧"><ky>Билбейм</ky><ru>Не знаю</ru></opton>
      </choice-list>
      <section id="child">
        <title><ky>Бала</ky><ru>Ребёнок</ru><⟦en⟧>Child</en></title>
        <number id="grade" min="⟦1,5⟧" max="11" ⟦wole⟧="yes"><ky>Класс?</ky><ru>Класс?</ru></number>
        <choose id="meals" choices="⟦yesn⟧"><ky>Тамак?</ky><ru>Еда?</ru></choose>
        <⟦choose-many⟧ at-most="2"><ky>Эмне үчүн?</ky><ru>Почему?</ru>
          <option code="a"><ky>Даамы</ky><ru>Вкус</ru></option>
          <option code="⟦a⟧"><ky>Баасы</ky><ru>Цена</ru></option>
          <⟦option⟧ code="c"/>
        </choose-many>
        <text id="⟦Grade⟧"><ky>Текст</ky><ru>Текст</ru></text>
        <⟦text⟧ id="more"><ky>Дагы</ky></text>
        <grid id="g" choices="yesno">
          <ky>Макулсузбу?</ky><ru>Согласны?</ru>
          <row id="g1"><ky>Биринчи</ky><⟦ky⟧>Экинчи</ky><ru>Первый</ru></row>
          <⟦criterion⟧ id="g2"><ky>Экинчи</ky><ru>Второй</ru></criterion>
        </grid>
        <tally id="t">⟦Канча?⟧<hint>1</hint></tally>
      </section>
      <scale id="s" method="⟦avg⟧" of="g1"><ky>Шкала</ky><ru>Шкала</ru></scale>
      <feeds dataset="parents"><⟦field⟧ id="x"/></feeds>
      <example><answers grade="3"/><expect shown="⟦2⟧"/><⟦expect⟧ shown="g"/></example>
    </questionnaire>
    """

  @Test("All are found in one run, each once, at its place")
  func all() {
    let marked = Marked(Self.text)
    let findings = InstrumentReader.read(marked.bytes, file: "p.xml").findings
    let places = findings.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0)+\($0.place?.length ?? 0)" }
    #expect(places == marked.places)
    #expect(places.count >= 20)
    #expect(Set(findings.map(\.code)).count >= 15)
  }

  @Test("With mistakes in it the instrument still holds what could be read, each id once")
  func rest() throws {
    let reading = InstrumentReader.read(Marked(Self.text).bytes, file: "p.xml")
    let instrument = try #require(reading.instrument)
    let ids = instrument.form.sections.flatMap(\.blocks).map(\.id)
    #expect(ids.count == 7)
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("grade"))
  }
}
