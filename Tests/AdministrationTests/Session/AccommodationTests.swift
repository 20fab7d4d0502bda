import Datasets
import Expressions
import Instruments
import SeededTesting
import Testing
import Texts

@testable import Administration

@Suite("Accommodations")
struct AccommodationTests {
  /// A question of 30 seconds in a section of two minutes.
  private static let form = """
    <section id="part" time-limit="2m"><number id="q1" time-limit="30s"><en>1?</en></number>
    <number id="q2"><en>2?</en></number></section>
    """

  private func session(_ accommodations: Accommodations) throws -> Session {
    var respondent = Respondent(person: "u-1")
    respondent.accommodations = accommodations
    let instrument = try Shipped.questionnaire(Self.form)
    var session = Session(plan: SessionPlan(of: instrument, seed: 1, respondent: respondent))
    try session.apply(.started(.en), at: .start)
    return session
  }

  @Test(
    "Half as much again is half as much again at the question and the section",
    arguments: [(0, 30_000, 120_000), (25, 37_500, 150_000), (50, 45_000, 180_000)] as [(Int, Int64, Int64)])
  func stretched(extra: Int, item: Int64, section: Int64) throws {
    let session = try session(Accommodations(extraTime: extra))
    #expect(session.partClocks.map(\.end.milliseconds) == [item, section])
    #expect(session.plan.timeLimit(ofSection: 0) == section)
  }

  @Test("The limit of the whole is longer too, and the time left with it")
  func whole() throws {
    let instrument = try Shipped.instrument("math-4-diagnostic.xml")
    var respondent = Respondent(person: "u-1")
    let plain = Session(plan: SessionPlan(of: instrument, seed: 1, respondent: respondent))
    let limit = try #require(plain.timeLimit).milliseconds
    respondent.accommodations = Accommodations(extraTime: 25)
    let more = Session(plan: SessionPlan(of: instrument, seed: 1, respondent: respondent))
    #expect(more.timeLimit?.milliseconds == limit * 5 / 4)
    #expect(more.timeLeft(at: Instant(milliseconds: limit)) == limit / 4)
  }

  @Test("What others can't answer any more a person with more time can, and a replay agrees")
  func inTime() throws {
    let late = Instant(milliseconds: 35_000)
    var plain = try session(.none)
    let answer = Event.answered(plain.address(of: plain.slot("q1")), .decimal(Decimal64(1)))
    #expect(throws: Refusal.timeOver(plain.slot("q1"))) { try plain.apply(answer, at: late) }
    var more = try session(Accommodations(extraTime: 25))
    try more.apply(answer, at: late)
    let log = [LoggedEvent(.started(.en), at: .start), LoggedEvent(answer, at: late)]
    #expect(try Session.replay(more.plan, log).state == more.state)
  }

  @Test("More time is never less, and no limit overflows", arguments: seeds(50))
  func bounds(seed: UInt64) {
    var random = Seeded(seed)
    let limit = Int64(random.next() % 100_000_000)
    let extra = Int(random.next() % 301)
    let stretched = Accommodations(extraTime: extra).stretched(limit)
    #expect(stretched >= limit)
    #expect(stretched == Int64((Double(limit) * (100 + Double(extra)) / 100).rounded(.up)))
    #expect(Accommodations(extraTime: 300).stretched(.max) == .max)
    #expect(Accommodations(extraTime: -5) == .none && Accommodations(extraTime: 999).extraTime == 300)
  }
}
