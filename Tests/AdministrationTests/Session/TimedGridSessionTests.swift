import Diagnostics
import Expressions
import Instruments
import Scoring
import Testing
import Texts

@testable import Administration

@Suite("Timed grids in a session")
struct TimedGridSessionTests {
  private static let reading = """
    <test xmlns="urn:synak:1" id="t" version="1" languages="en"><title><en>T</en></title>
    <section id="s"><timed-grid id="letters" time="60s"><en>Read</en><cells>a b c d e f g h i j</cells></timed-grid>
    <number id="why" show-if="letters.per_minute lt 10"><en>Why so slow?</en></number>
    <compute id="share" value="letters / letters.attempted"/></section>
    <scale id="right" method="sum" of="letters"><en>Right</en></scale>
    <scale id="pace" method="sum" of="letters.per_minute"><en>Pace</en><level code="slow" from="0"><en>Slow</en></level>
    <level code="fluent" from="15"><en>Fluent</en></level></scale>
    <example name="fluent"><answers letters="last=10 wrong=2 left=30"/>
    <expect letters="9" letters.per_minute="18" letters.seconds="30" pace.level="fluent" share="0.9" hidden="why"/></example>
    </test>
    """

  private func begun() throws -> (CheckedInstrument, Session) {
    let instrument = try Shipped.checked(Array(Self.reading.utf8))
    return (instrument, try Session.begun(instrument))
  }

  @Test("Conditions, computations and scales read the count and its parts")
  func values() throws {
    var (instrument, session) = try begun()
    #expect(session.value(at: session.slot("letters.attempted")) == .unanswered)
    try session.answer("letters", "last=8 wrong=1,2 left=0")
    #expect(session.value(at: session.slot("letters")) == .integer(6))
    #expect(session.value(at: session.slot("letters.per_minute")).decimal == Decimal64(6))
    #expect(session.value(at: session.slot("share")).decimal == Decimal64("0.75"))
    #expect(session.state.shownSlots.contains(session.slot("why")))
    var sheet = instrument.scoring.score(session)
    #expect(sheet.scale("right")?.score == .decimal(Decimal64(6)) && sheet.scale("right")?.maximum == Decimal64(10))
    #expect(sheet.scale("pace")?.level == "slow")
    try session.answer("letters", "last=10 left=30")
    #expect(!session.state.shownSlots.contains(session.slot("why")))
    sheet = instrument.scoring.score(session)
    #expect(sheet.scale("pace")?.score == .decimal(Decimal64(20)) && sheet.scale("pace")?.level == "fluent")
  }

  @Test("Its parts can't be answered by themselves, and what is stored of it is whole")
  func parts() throws {
    var (instrument, session) = try begun()
    let part = session.slot("letters.attempted")
    #expect(throws: Refusal.self) { try session.apply(.answered(session.address(of: part), .integer(3)), at: .start) }
    try session.answer("letters", "last=8 wrong=1,2 left=0")
    let names = instrument.delivery.slots.map(\.id.text)
    let record = Dictionary(uniqueKeysWithValues: zip(names, session.record.map(\.stored)))
    #expect(record["letters"] == "6" && record["letters.wrong"] == "2" && record["letters.wrong_cells"] == "1 2")
    let event = Event.answered(
      session.address(of: session.slot("letters")), try #require(session.answer(at: session.slot("letters"))))
    let codec = EventCodec(instrument.delivery)
    #expect(codec.event(of: codec.line(of: event)) == event)
  }

  @Test("Its example is run as if an assessor typed it")
  func examples() throws { #expect(ExampleRun.findings(of: try begun().0).map(\.code) == []) }
}
