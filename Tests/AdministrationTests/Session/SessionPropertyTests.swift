import Expressions
import Instruments
import Scoring
import SeededTesting
import Testing

@testable import Administration

@Suite("Sessions under random events")
struct SessionPropertyTests {
  static let names = ["math-4-diagnostic.xml", "parent-survey.xml", "lesson-observation.xml"]

  @Test("No stream of events, legal or not, leads to an invalid state", arguments: names)
  func stateStaysValid(name: String) throws {
    let instrument = try Shipped.instrument(name)
    var taken = 0
    var refused = 0
    for seed in seeds(40) {
      var session = Session(plan: SessionPlan(delivery: instrument.delivery, seed: seed))
      var events = RandomEvents(instrument, seed: seed)
      for _ in 0..<150 {
        let entry = events.next(in: session)
        let before = session
        do throws(Refusal) {
          try session.apply(entry.event, at: entry.instant)
          taken += 1
        } catch {
          refused += 1
          if !session.isSealed || before.isSealed { #expect(session.state == before.state, "refused, yet changed") }
          #expect(session.state.answers == before.state.answers)
        }
        try expectValid(session, after: before)
      }
    }
    #expect(taken > 500 && refused > 500, "both kinds must occur: \(taken), \(refused)")
  }

  private func expectValid(_ session: Session, after before: Session) throws {
    let state = session.state
    #expect(state.now >= before.state.now)
    if case .element(let element) = state.position { #expect(state.stops.contains(element)) }
    #expect(state.values.count == session.plan.delivery.slots.count)
    for (address, value) in state.answers {
      #expect(session.plan.delivery.problem(with: value, at: address.slot, today: session.plan.today) == nil)
      if !state.shownSlots.contains(address.slot) { #expect(session.value(at: address.slot) == .notShown) }
    }
    for slot in state.shownSlots { #expect(session.value(at: slot) != .notShown) }
    if before.isSealed, session.isSealed { #expect(state.answers == before.state.answers) }
    if case .sealed(.submitted) = state.phase, !before.isSealed { #expect(session.hindrance == nil) }
  }

  @Test("A replay of what was taken gives the identical session", arguments: names)
  func replayIsIdentical(name: String) throws {
    let instrument = try Shipped.instrument(name)
    let codec = EventCodec(instrument.delivery)
    for seed in seeds(40) {
      let plan = SessionPlan(delivery: instrument.delivery, seed: seed)
      var session = Session(plan: plan)
      var events = RandomEvents(instrument, seed: seed)
      var log: [LoggedEvent] = []
      for _ in 0..<150 {
        let entry = events.next(in: session)
        do throws(Refusal) { try session.apply(entry.event, at: entry.instant) } catch {
          if session.isSealed { break }
          continue
        }
        let line = codec.line(of: entry.event)
        #expect(codec.event(of: line) == entry.event, "\(line)")
        log.append(LoggedEvent(try #require(codec.event(of: line)), at: entry.instant))
      }
      guard !log.isEmpty else { continue }
      let replayed = try Session.replay(SessionPlan(delivery: instrument.delivery, seed: seed), log)
      #expect(replayed.state.answers == session.state.answers)
      #expect(replayed.state.values == session.state.values)
      #expect(replayed.state.position == session.state.position)
      #expect(replayed.state.flagged == session.state.flagged)
      #expect(replayed.state.language == session.state.language)
    }
  }

  @Test("Hidden answers never score", arguments: seeds(60))
  func hiddenAnswersNeverScore(seed: UInt64) throws {
    let instrument = try Shipped.checked(
      Array(
        """
        <test xmlns="urn:synak:1" id="t" version="1" languages="en"><title><en>T</en></title>
        <section id="s"><choose id="a" points="1"><en>A?</en><option code="y" correct="yes">yes</option><option code="n">no</option></choose>
        <choose id="b" points="2" show-if="a eq 'y'"><en>B?</en><option code="y" correct="yes">yes</option><option code="n">no</option></choose></section>
        <section id="u" show-if="a eq 'n'"><number id="c" points="4"><en>C?</en><key>7</key></number></section>
        <scale id="total" method="sum" of="a b c"><en>Total</en></scale></test>
        """.utf8))
    var session = try Session.begun(instrument, seed: seed)
    var events = RandomEvents(instrument, seed: seed)
    for _ in 0..<80 {
      let entry = events.next(in: session)
      do throws(Refusal) { try session.apply(entry.event, at: entry.instant) } catch { continue }
      let sheet = instrument.scoring.score(session)
      for slot in session.parked {
        let item = try #require(sheet.items.first { $0.slot == slot })
        #expect(item.reason == .notShown)
        #expect(item.points == nil && item.maximum == nil)
      }
    }
  }
}
