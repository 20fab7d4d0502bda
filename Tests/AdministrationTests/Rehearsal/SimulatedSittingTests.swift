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
