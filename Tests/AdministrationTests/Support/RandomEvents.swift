import Administration
import Datasets
import Expressions
import Instruments
import Psychometrics
import Texts

/// Events that may or may not be possible: most of what a person, a broken program or an attacker could send.
struct RandomEvents {
  let instrument: CheckedInstrument
  var chance: SeededGenerator
  var now: Int64 = 0

  init(_ instrument: CheckedInstrument, seed: UInt64) {
    self.instrument = instrument
    chance = SeededGenerator(seed: seed)
  }

  mutating func next(in session: Session) -> LoggedEvent {
    now += Int64(chance.integer(in: 0..<30_000)) - 300
    now = max(0, now)
    return LoggedEvent(event(in: session), at: Instant(milliseconds: now))
  }

  private mutating func event(in session: Session) -> Event {
    let slots = instrument.delivery.slots.count
    let slot = chance.integer(in: -1..<slots + 1)
    switch chance.integer(in: 0..<20) {
    case 0: return .started(pick([.ky, .ru, .en, .uz]))
    case 1: return .languageChanged(pick([.ky, .ru, .en, .uz]))
    case 2: return .flagged(slot: slot, chance.happens(withProbability: 0.5))
    case 3: return chance.happens(withProbability: 0.2) ? .suspended : .resumed
    case 4: return chance.happens(withProbability: 0.1) ? .sealed(pick(SealReason.allCases)) : .resumed
    case 5 where chance.happens(withProbability: 0.3): return .expired
    case 7 where chance.happens(withProbability: 0.2): return .paused(by: "proctor")
    case 8 where chance.happens(withProbability: 0.4): return .continued(by: "proctor")
    case 9 where chance.happens(withProbability: 0.1): return .extended(by: "proctor", 60_000)
    case 10 where chance.happens(withProbability: 0.02): return .annulled(by: "proctor", reason: "два человека")
    case 5: return chance.happens(withProbability: 0.3) ? .reopened(by: "proctor") : .resumed
    case 6: return .filled(stop: chance.integer(in: 0..<3), [element(), element()])
    case 7: return .cleared(address(slot))
    case 8: return .confirmed(address(slot), check: chance.integer(in: 0..<2))
    case 9...12: return .moved(chance.happens(withProbability: 0.1) ? .end : .element(element()))
    default:
      return .answered(address(slot), value(for: instrument.delivery.item(at: slot)))
    }
  }

  private mutating func address(_ slot: Int) -> Address {
    Address(
      slot: slot, path: chance.happens(withProbability: 0.02) ? [1] : [],
      attempt: chance.happens(withProbability: 0.02) ? 2 : 1)
  }

  private mutating func element() -> ElementIndex {
    let section = chance.integer(in: 0..<instrument.delivery.sections.count)
    return ElementIndex(
      section: section, block: chance.integer(in: 0..<instrument.delivery.sections[section].elements.count))
  }

  private mutating func value(for item: DeliveryItem?) -> Value {
    if chance.happens(withProbability: 0.1) {
      return pick([.integer(3), .text("x"), .boolean(true), .code("a"), .codes(["a", "zz"]), .unanswered])
    }
    let codes = item?.item.codes ?? []
    switch item?.item.kind {
    case .choose, .criterion: return codes.isEmpty ? .unanswered : item?.item.value(of: pick(codes)) ?? .unanswered
    case .chooseMany: return .codes(Array(chance.shuffled(codes).prefix(chance.integer(in: 0..<codes.count + 1))))
    case .order: return .ordered(chance.shuffled(codes))
    case .timeSample: return .ordered((0..<chance.integer(in: 0..<4)).map { _ in pick(codes) })
    case .number, .tally: return .integer(chance.integer(in: -3..<400))
    case .date: return .date(CalendarDate(days: Int32(chance.integer(in: 10_000..<25_000))))
    case .match(let form):
      return .pairs(
        form.lefts.map { MatchPair(left: $0.code, right: pick(form.rights.options.map(\.code))) }
          .filter { _ in chance.happens(withProbability: 0.7) })
    case .timedGrid(let form):
      let last = chance.integer(in: 0..<form.count + 2)
      let wrong = (1..<6).filter { _ in chance.happens(withProbability: 0.3) }
      return TimedGridResult(last: last, wrong: wrong, left: chance.integer(in: -1..<form.seconds + 1)).value
    case .essay, .text, nil: return .text(pick(["", "тоо", "ab\tc"]))
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[chance.integer(in: 0..<elements.count)]
  }
}
