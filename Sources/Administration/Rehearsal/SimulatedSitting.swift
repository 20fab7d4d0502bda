import Datasets
import Expressions
package import Instruments
import Psychometrics

/// A respondent made up from a seed, who sits an instrument as pupils do: mostly in order, leaving some items out, going back
/// now and then to change an answer. For rehearsals and tests, never for a report.
///
/// Keyed items are answered rightly or not as their calibration says of the respondent's ability; what has no key is answered
/// at random. Where there is no calibration yet, the parameters of a two-parameter model (Birnbaum 1968) are drawn from a
/// seed that all respondents of a rehearsal share.
package struct SimulatedSitting: Sendable {
  package struct Habits: Sendable {
    /// The share of items left out, 0…1.
    package var omissionRate: Double
    /// The share of answered stops at which the respondent goes back to change an earlier answer, 0…1.
    package var changeRate: Double
    /// The mean time at a stop, in milliseconds.
    package var pace: Int64

    package init(omissionRate: Double = 0.05, changeRate: Double = 0.1, pace: Int64 = 40_000) {
      self.omissionRate = omissionRate
      self.changeRate = changeRate
      self.pace = pace
    }
  }

  package let instrument: CheckedInstrument
  package let habits: Habits
  private let respondent: SimulatedRespondent
  private let items: [Int: CalibratedItem]
  private var chance: SeededGenerator
  private var clock = Instant.start

  /// - Parameters:
  ///   - rehearsal: The seed of the whole rehearsal: it gives the items their parameters.
  ///   - seed: The seed of this respondent: ability and whims.
  package init(of instrument: CheckedInstrument, rehearsal: UInt64, seed: UInt64, habits: Habits = Habits()) {
    self.instrument = instrument
    self.habits = habits
    chance = SeededGenerator(seed: seed)
    var person = chance.derived(for: "person")
    respondent = .drawn(omissionRate: habits.omissionRate, using: &person)
    var items = instrument.scoring.calibration?.models ?? [:]
    for keyed in instrument.scoring.items where items[keyed.slot] == nil {
      var draw = SeededGenerator(seed: rehearsal).derived(for: "item \(keyed.id)")
      let slope = 0.8 + draw.double()
      let difficulty = 2.4 * draw.double() - 1.4
      items[keyed.slot] = .logistic(ThreeParameterLogistic(slope: slope, difficulty: difficulty))
    }
    self.items = items
  }

  /// What the respondent does next; nil when there is nothing left to do. `session` is the session as it stands.
  package mutating func next(in session: Session) -> LoggedEvent? {
    switch session.state.phase {
    case .new: return log(in: session, .started(session.state.language))
    case .suspended: return log(in: session, .resumed)
    case .sealed, .paused: return nil
    case .running: break
    }
    if let end = session.partEnd, end.milliseconds - clock.milliseconds < 3 {
      clock = max(clock, end)
      return LoggedEvent(.expired, at: clock)
    }
    guard case .element(let element) = session.state.position else {
      return log(in: session, session.choice ?? handingIn(session))
    }
    for item in session.shownItems(at: element) where !isSettled(item, in: session) {
      return log(in: session, .answered(session.address(of: item.slot), answer(to: item, in: session)))
    }
    if case .unbalanced(_, let rest)? = session.hindrance(at: session.state.position) {
      return log(in: session, balancing(session.shownItems(at: element), rest, in: session))
    }
    if case .needsConfirmation(let slot, let check)? = session.hindrance(at: session.state.position) {
      return log(in: session, .confirmed(session.address(of: slot), check: check))
    }
    if let change = changing(in: session) { return log(in: session, change) }
    let next = session.position(after: session.state.position)
    if next == .end, let choice = session.choice { return log(in: session, choice) }
    return log(in: session, .moved(next))
  }

  /// Whether the item needs nothing more of the respondent: answered, or left out and not required.
  private mutating func isSettled(_ item: DeliveryItem, in session: Session) -> Bool {
    if session.isAnswered(item.slot) || session.offersNothing(of: item) { return true }
    if session.isRequired(item) { return false }
    var whim = chance.derived(for: "omits \(item.item.id)")
    return whim.happens(withProbability: respondent.omissionRate)
  }

  private func handingIn(_ session: Session) -> Event {
    guard let hindrance = session.hindrance, let slot = hindrance.slot, let element = session.element(of: slot) else {
      return .sealed(.submitted)
    }
    return .moved(.element(element))
  }

  /// Now and then: an earlier answer taken up again.
  private mutating func changing(in session: Session) -> Event? {
    guard chance.happens(withProbability: habits.changeRate) else { return nil }
    let changeable = instrument.delivery.items.filter {
      session.state.shownSlots.contains($0.slot) && session.isAnswered($0.slot) && !session.offersNothing(of: $0)
        && !session.isClosed(slot: $0.slot)
    }
    guard !changeable.isEmpty else { return nil }
    let item = changeable[chance.integer(in: 0..<changeable.count)]
    return .answered(session.address(of: item.slot), answer(to: item, in: session))
  }

  /// Sets one row of an allocation so that more of the rows add up; where none can take more or less, takes an answer back.
  private func balancing(_ rows: [DeliveryItem], _ rest: Decimal64, in session: Session) -> Event {
    for row in rows {
      guard case .number(let form) = row.item.kind else { continue }
      let now = session.value(at: row.slot).decimal ?? .zero
      let wanted = now.adding(rest) ?? now
      let fitting = max(form.minimum ?? wanted, min(form.maximum ?? wanted, wanted))
      guard fitting != now || session.value(at: row.slot).isMissing else { continue }
      let value: Value = form.isWhole ? .integer(fitting.whole) : .decimal(fitting)
      return .answered(session.address(of: row.slot), value)
    }
    let answered = rows.first { session.isAnswered($0.slot) }
    return .cleared(session.address(of: answered?.slot ?? rows[0].slot))
  }

  private mutating func log(in session: Session, _ event: Event) -> LoggedEvent {
    let pace = habits.pace / 2 + Int64(chance.double() * Double(habits.pace) / 4)
    // Whoever sees a clock run hurries.
    let left = session.partEnd.map { $0.milliseconds - clock.milliseconds } ?? .max
    clock.milliseconds += min(pace, max(1, left / 3))
    return LoggedEvent(event, at: clock)
  }
}

extension Refusal {
  /// The item that the refusal is about.
  package var slot: Int? {
    switch self {
    case .noSuchItem(let slot), .notShown(let slot), .notReached(let slot), .unacceptable(let slot, _),
      .checkFailed(let slot, _),
      .needsConfirmation(let slot, _), .nothingToConfirm(let slot), .required(let slot), .unbalanced(let slot, _),
      .timeOver(let slot), .behindChoice(let slot):
      slot
    case .wrongPath(let address), .wrongAttempt(let address): address.slot
    case .notStarted, .alreadyStarted, .alreadySealed, .notSealed, .isSuspended, .notSuspended, .isPaused, .notPaused,
      .noTimeToGive, .timeReversed,
      .noSuchElement, .noSuchLanguage, .cannotFill, .elementClosed, .timeNotOver, .elementBehindChoice, .choiceOpen:
      nil
    }
  }
}

extension SimulatedSitting {
  /// An answer that the item takes: the right one where the model says so, another one otherwise.
  private mutating func answer(to item: DeliveryItem, in session: Session) -> Value {
    let kind = item.item.kind.keeping { session.offers($0, of: item) }
    guard let model = items[item.slot], let keyed = instrument.scoring.items.first(where: { $0.slot == item.slot })
    else { return guess(at: kind) }
    let able = SimulatedRespondent(ability: respondent.ability)
    if able.respond(to: model, using: &chance) == .score(model.categories - 1),
      let right = keyed.answer.value(for: item.item.kind),
      right.chosen.allSatisfy({ session.offers($0, of: item) })
    {
      return right
    }
    return guess(at: kind)
  }

  private mutating func guess(at kind: Item.Kind) -> Value {
    switch kind {
    case .choose(let choices):
      let option = pick(choices.options)
      return option.missing.map { .missing(Missing($0, code: option.code)) } ?? .code(option.code)
    case .chooseMany(let choices, let atLeast, let atMost):
      let able = choices.options.filter { $0.missing == nil && !$0.isAlone }.map(\.code)
      let least = max(1, atLeast ?? 1)
      let most = max(least, min(atMost ?? able.count, able.count))
      let count = min(able.count, chance.integer(in: least..<most + 1))
      return .codes(chance.shuffled(able).prefix(count).sorted())
    case .number(let form):
      let low = form.minimum?.whole ?? 0
      let high = max(low, form.maximum?.whole ?? low + 100)
      return form.isWhole
        ? .integer(chance.integer(in: low..<high + 1)) : .decimal(Decimal64(chance.integer(in: low..<high + 1)))
    case .text(let form): return .text(form.pattern?.pattern.sample ?? "…")
    case .order(let choices): return .ordered(chance.shuffled(choices.options.map(\.code)))
    case .criterion(let descriptors): return .code(pick(descriptors).code)
    case .date(let form):
      let latest = form.maximum?.day(today: nil) ?? CalendarDate(days: 20_000)
      let earliest = form.minimum?.day(today: nil) ?? CalendarDate(days: latest.days - 3_650)
      let days = Int32(chance.integer(in: 0..<max(1, Int(latest.days - earliest.days) + 1)))
      return .date(CalendarDate(days: earliest.days + days).floored(to: form.precision))
    case .essay(let form):
      return .text(Array(repeating: "…", count: max(1, min(form.minimumWords ?? 1, 50))).joined(separator: " "))
    case .match(let form):
      let rights =
        form.reusesRights
        ? form.lefts.map { _ in pick(form.rights.options).code } : chance.shuffled(form.rights.options.map(\.code))
      return .pairs(zip(form.lefts, rights).map { MatchPair(left: $0.code, right: $1) })
    case .timedGrid(let form):
      let last = chance.integer(in: min(1, form.count)..<form.count + 1)
      let wrong = (0..<last).map { $0 + 1 }.filter { _ in chance.happens(withProbability: 0.15) }
      let left = last == form.count ? chance.integer(in: 0..<max(1, form.seconds)) : 0
      return TimedGridResult(last: last, wrong: wrong, left: left).value
    case .tally: return .integer(chance.integer(in: 0..<12))
    case .timeSample(_, let choices):
      return .ordered((0..<4).map { _ in pick(choices.options.filter { $0.missing == nil }).code })
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[chance.integer(in: 0..<elements.count)]
  }
}

extension Decimal64 {
  /// The whole part, towards zero.
  fileprivate var whole: Int {
    var result = mantissa
    for _ in 0..<scale { result /= 10 }
    return Int(result)
  }
}

extension ItemKey.Answer {
  /// The answer that earns all points, as an item of this kind takes it; nil where there are levels instead.
  fileprivate func value(for kind: Item.Kind) -> Value? {
    switch (self, kind) {
    case (.options(let codes), .choose): codes.first.map { .code($0) }
    case (.options(let codes), _): .codes(codes)
    case (.numbers(let keys), .number(let form)):
      keys.first.map { form.isWhole ? .integer($0.value.whole) : .decimal($0.value) }
    case (.texts(let texts), _): texts.first.map { .text($0.text) }
    case (.order(let codes), _): .ordered(codes)
    case (.dates(let dates), _): dates.first.map { .date($0) }
    case (.pairs(let pairs), _): .pairs(pairs.firstOfEachLeft)
    case (.numbers, _), (.levels, _), (.judgement, _): nil
    }
  }
}

extension Item.Kind {
  /// The kind with those of its options that are there.
  fileprivate func keeping(_ isThere: (Symbol) -> Bool) -> Item.Kind {
    func some(of choices: Choices) -> Choices {
      var choices = choices
      choices.options.removeAll { !isThere($0.code) }
      return choices
    }
    return switch self {
    case .choose(let choices): .choose(some(of: choices))
    case .chooseMany(let choices, let least, let most): .chooseMany(some(of: choices), atLeast: least, atMost: most)
    case .timeSample(let every, let choices): .timeSample(every: every, some(of: choices))
    case .order, .number, .text, .criterion, .tally, .date, .essay, .match, .timedGrid: self
    }
  }
}
