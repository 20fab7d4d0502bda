import Expressions
import Instruments
import Psychometrics
import SeededTesting
import Testing
import Texts

@testable import Administration

@Suite("Sessions with choices under random events")
struct AdaptivePropertyTests {
  static let names = [AdaptiveSitting.adaptive, AdaptiveSitting.staged]

  @Test(
    "No stream of events leads to an invalid state, and what was taken replays without keys", arguments: names)
  func stateStaysValid(name: String) throws {
    let instrument = try AdaptiveSitting.instrument(name)
    var choices = 0
    for seed in seeds(30) {
      var session = Session(plan: SessionPlan(of: instrument, seed: seed))
      var events = RandomEvents(instrument, seed: seed)
      var chance = SeededGenerator(seed: seed).derived(for: "choices")
      var log: [LoggedEvent] = []
      for _ in 0..<120 {
        var entry = events.next(in: session)
        if chance.happens(withProbability: 0.6) { entry.event = lively(in: session, &chance) ?? entry.event }
        let before = session
        do throws(Refusal) { try session.apply(entry.event, at: entry.instant) } catch {
          if session.isSealed, !before.isSealed { break }
          #expect(session.state == before.state, "refused, yet changed")
          continue
        }
        if case .chosen = entry.event { choices += 1 }
        log.append(entry)
        expectValid(session, after: before)
      }
      guard !session.isSealed else { continue }
      let replayed = try Session.replay(SessionPlan(delivery: instrument.delivery, seed: seed), log)
      #expect(replayed.state == session.state)
    }
    #expect(choices >= 30)
  }

  /// What somebody does who comes forward.
  private func lively(in session: Session, _ chance: inout SeededGenerator) -> Event? {
    guard session.state.phase == .running else { return session.state.phase == .new ? .started(.ky) : nil }
    let next = session.position(after: session.state.position)
    switch chance.integer(in: 0..<3) {
    case 0: return session.choice
    case 1: return .moved(next)
    default:
      guard let here = session.currentElement, let item = session.shownItems(at: here).first else { return nil }
      return .answered(session.address(of: item.slot), .integer(chance.integer(in: 0..<20)))
    }
  }

  private func expectValid(_ session: Session, after before: Session) {
    let state = session.state
    if case .element(let element) = state.position { #expect(state.stops.contains(element)) }
    #expect(Set(state.stops).count == state.stops.count)
    #expect(state.shown.count == state.stops.count)
    for open in session.plan.route.openStops {
      #expect((state.filled[open.id]?.count ?? 0) <= open.capacity)
      #expect(open.candidates.isSuperset(of: state.filled[open.id] ?? []))
    }
    // Nothing by which something was chosen ever changes.
    for element in before.state.locked {
      for item in session.plan.element(at: element).items where session.isBehindChoice(element) {
        #expect(session.answer(at: item.slot) == before.answer(at: item.slot))
      }
    }
    #expect(before.state.locked.isSubset(of: state.locked))
    if case .sealed(.submitted) = state.phase, !before.isSealed { #expect(session.openStop == nil) }
  }

  @Test("A simulated respondent finishes them by legal events alone", arguments: names)
  func simulated(name: String) throws {
    let instrument = try AdaptiveSitting.instrument(name)
    for seed in seeds(10) {
      var session = Session(plan: SessionPlan(of: instrument, seed: seed))
      var sitting = SimulatedSitting(of: instrument, rehearsal: 1, seed: seed)
      for _ in 0..<400 {
        guard let next = sitting.next(in: session) else { break }
        try session.apply(next.event, at: next.instant)
      }
      #expect(session.state.phase == .sealed(.submitted), "seed \(seed)")
    }
  }
}

extension [SessionPlan.Stop] {
  fileprivate var openStops: [SessionPlan.OpenStop] {
    compactMap { if case .open(let open) = $0 { open } else { nil } }
  }
}

extension [ElementIndex] {
  fileprivate func isSuperset(of others: [ElementIndex]) -> Bool { others.allSatisfy(contains) }
}
