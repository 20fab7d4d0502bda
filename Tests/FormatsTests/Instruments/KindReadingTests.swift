import Diagnostics
import Expressions
import Instruments
import Testing
import Texts
import XML

@testable import Formats

@Suite("Dates, essays, pairs, gaps and allocations in a file")
struct KindReadingTests {
  static let file = """
    <test xmlns="urn:synak:1" id="t" version="1" languages="ky ru"><title><ky>Т</ky><ru>Т!</ru></title><section id="s">
    <date id="born" min="2000-01-01" max="today" precision="month"><ky>Качан?</ky><ru>Когда?</ru><key>2010-08</key></date>
    <essay id="school" min-words="60" max-words="120" points="8"><ky>Мектебим</ky><ru>Моя школа</ru>
      <guide><ky>Ой, тил</ky><ru>Мысль, язык</ru></guide>
      <criterion id="idea"><ky>Ой</ky><ru>Мысль</ru><descriptor points="0">0</descriptor><descriptor points="4">4</descriptor></criterion></essay>
    <text id="code" pattern="[A-Z]{2}[0-9]{3}"><ky>Код</ky><ru>Код!</ru><format><ky>AB123 сыяктуу</ky><ru>Как AB123</ru></format></text>
    <match id="cities" points="3" credit="per-pair" shuffle="yes"><ky>Туташтыр</ky><ru>Соедини</ru>
      <left code="a" correct="1"><ky>Ош</ky><ru>Ош!</ru></left><left code="b" correct="2 3"><ky>Нарын</ky><ru>Нарын!</ru></left>
      <right code="1">x</right><right code="2">y</right><right code="3">z</right></match>
    <gaps id="manas"><ky>Манас {g1} бөлүк, {g2} жыл, {g3}.</ky><ru>Манас — {g1} части, {g2} лет, {g3}.</ru>
      <gap id="g1" points="1"><key>үч</key><key>3</key></gap>
      <gap id="g2" kind="number"><key tolerance="0.5">1000</key></gap>
      <gap id="g3"><option code="a" correct="yes">эпос</option><option code="b">роман</option></gap></gaps>
    <allocate id="day" total="24" unit="ч"><ky>Күнүң</ky><ru>Твой день</ru>
      <row id="sleep"><ky>Уйку</ky><ru>Сон</ru></row><row id="study" max="12"><ky>Окуу</ky><ru>Учёба</ru></row></allocate>
    </section><scale id="total" method="sum" of="born cities g1 g2 g3"><ky>Балл</ky><ru>Баллы</ru></scale></test>
    """

  @Test("A file with all of them reads without a finding, and as it is meant")
  func reads() throws {
    let reading = InstrumentReader.read(Array(Self.file.utf8), file: "t.xml")
    let instrument = try #require(reading.instrument)
    let checked = instrument.checked(hash: ContentHash(of: Array(Self.file.utf8)), datasets: nil)
    #expect((reading.findings + checked.findings).map { $0.text(in: .en) }.filter { !$0.contains("no scale") } == [])
    let keys = Dictionary(uniqueKeysWithValues: instrument.scoring.keys.map { ($0.item, $0) })
    #expect(keys["born"]?.answer == .dates([try #require(CalendarDate("2010-08-01"))]))
    #expect(keys["school"]?.points == Decimal64(8))
    #expect(
      keys["cities"]?.answer
        == .pairs([
          MatchPair(left: "a", right: "1"), MatchPair(left: "b", right: "2"), MatchPair(left: "b", right: "3"),
        ]))
    #expect(
      keys["g2"]?.answer == .numbers([NumberKey(value: Decimal64(1000), tolerance: Decimal64(mantissa: 5, scale: 1))]))
    #expect(keys["g3"]?.answer == .options(["a"]))
    let delivery = try #require(checked.instrument).delivery
    #expect(delivery.item(at: try #require(delivery.slot(of: "sleep")))?.item.answerRange.most == Decimal64(24))
    #expect(try Schema(InstrumentSchema.xsd).validate(Document.read(Array(Self.file.utf8))) == [])
  }

  @Test("The guide and the keys are no part of what respondents get")
  func secrets() throws {
    let instrument = try #require(InstrumentReader.read(Array(Self.file.utf8), file: "t.xml").instrument)
    let form = String(reflecting: instrument.form)
    #expect(!form.contains("Мысль, язык") && !form.contains("үч"))
  }

  @Test(
    "A pattern that can't be read, or that is ambiguous, is told with its place",
    arguments: [("[A-", "E381", 74), ("(a+)+", "E385", 71), ("^a$", "W316", 71)])
  func patterns(pattern: String, code: String, column: Int) throws {
    let text = """
      <questionnaire xmlns="urn:synak:1" id="q" version="1" languages="en"><title><en>Q</en></title><section id="s">
      <text id="a" show-if="b eq 'x'" max-length="1000" lines="3"  pattern="\(pattern)"><en>A?</en></text></section></questionnaire>
      """
    let found = InstrumentReader.read(Array(text.utf8), file: "q.xml").findings.first { $0.code == code }
    #expect(found?.place?.line == 2 && found?.place?.column == column, "\(String(describing: found?.place))")
  }
}
