import Expressions
import Instruments
import Scoring
import SeededTesting
import Testing

@testable import Administration

@Suite("Simulated sittings")
struct SimulatedSittingTests {
  @Test(
    "A simulated respondent finishes every shipped instrument by legal events alone",
    arguments: SessionPropertyTests.names)
  func finishes(name: String) throws {
    let instrument = try Shipped.instrument(name)
    for seed in seeds(25) {
      let session = try sit(instrument, seed: seed)
      #expect(session.state.phase == .sealed(.submitted))
    }
  }

  private static let everyKind = """
    <choice-list id="regions"><option code="chuy">Chuy</option><option code="osh">Osh</option></choice-list>
    <choice-list id="districts"><option code="alamudun" of="chuy">Alamudun</option><option code="uzgen" of="osh">Uzgen</option></choice-list>
    <section id="a"><choose id="region" choices="regions"><en>Region?</en></choose>
    <choose id="district" choices="districts" filter-by="region" required="yes"><en>District?</en></choose>
    <choose-many id="many" choices="districts" filter-by="region"><en>Which?</en></choose-many>
    <text id="code" pattern="[A-Z]{2}-\\d{3,}(x|yz)?" required="yes"><en>Code?</en></text>
    <date id="day" min="2010-05-01" max="today" required="yes"><en>When?</en></date>
    <date id="month" min="2026-02-03" precision="month"><en>Month?</en></date>
    <essay id="essay" min-words="20" required="yes"><en>Essay</en></essay></section>
    <section id="b"><match id="pairs" required="yes"><en>Join</en><left code="a">A</left><left code="b">B</left>
    <right code="1">1</right><right code="2">2</right><right code="3">3</right></match>
    <gaps id="g" required="yes"><en>{g1} and {g2}</en><gap id="g1" kind="number" min="1" max="3"/>
    <gap id="g2"><option code="a">A</option><option code="b">B</option></gap></gaps>
    <allocate id="hours" total="24"><en>Hours</en><row id="h1" max="10"><en>1</en></row><row id="h2" max="10"><en>2</en></row>
    <row id="h3" max="10"><en>3</en></row></allocate>
    <timed-grid id="letters" required="yes" stop-after-wrong="2"><en>Read</en><cells>a b c d e f</cells></timed-grid>
    <allocate id="parts" total="1.5" whole="no" required="yes"><en>Parts</en><row id="p1"><en>1</en></row><row id="p2"><en>2</en></row></allocate>
    </section>
    """

  @Test("A simulated respondent finishes an instrument that asks in every way, by legal events alone")
  func everyKind() throws {
    let instrument = try Shipped.questionnaire(Self.everyKind)
    for seed in seeds(80) {
      let session = try sit(instrument, seed: seed)
      #expect(session.state.phase == .sealed(.submitted), "seed \(seed)")
    }
  }

  @Test("The same seeds give the same sitting; abilities spread the scores; some items are left out")
  func scores() throws {
    let instrument = try Shipped.instrument("math-4-diagnostic.xml")
    var totals: Set<String> = []
    var omitted = 0
    for seed in seeds(25) {
      let session = try sit(instrument, seed: seed)
      #expect(session.state.values == (try sit(instrument, seed: seed)).state.values)
      let sheet = instrument.scoring.score(session)
      totals.insert("\(try #require(sheet.scale("total")).score)")
      omitted += sheet.items.count { if case .unanswered = $0.reason { true } else { false } }
    }
    #expect(totals.count >= 5)
    #expect((1...25).contains(omitted), "5 % of 150 answers: \(omitted)")
  }

  private func sit(_ instrument: CheckedInstrument, seed: UInt64) throws -> Session {
    var session = Session(plan: SessionPlan(delivery: instrument.delivery, seed: seed))
    var sitting = SimulatedSitting(of: instrument, rehearsal: 1, seed: seed)
    var steps = 0
    while let entry = sitting.next(in: session), steps < 500 {
      try session.apply(entry.event, at: entry.instant)
      steps += 1
    }
    return session
  }
}
