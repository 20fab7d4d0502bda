import Expressions
package import Instruments
import Psychometrics
import Scoring

/// Makes the choices of adaptive sections and of routes by points. It holds the keys and the calibration: it stays with the
/// process that owns the store.
///
/// Pure: the same session gets the same choice. What is drawn by chance comes from streams of the session's seed named by
/// the section and the number of the question.
package struct AdaptiveDesign: Sendable {
  private let keyed: [Int: KeyedItem]
  private let pools: [Int: Pool]

  /// A section that chooses its questions one by one.
  private struct Pool: Sendable {
    var selection: AdaptiveSelection
    /// Parallel to the pool of the selection.
    var elements: [ElementIndex]
    var slots: [Int]
    var areas: [Symbol]
  }

  package init(_ instrument: CheckedInstrument) {
    keyed = Dictionary(instrument.scoring.items.map { ($0.slot, $0) }) { first, _ in first }
    var pools: [Int: Pool] = [:]
    for (index, section) in instrument.delivery.sections.enumerated() {
      guard let rule = section.section.adaptation, let calibration = instrument.scoring.calibration else { continue }
      pools[index] = Self.pool(rule, section, at: index, calibration, instrument.instrument)
    }
    self.pools = pools
  }

  private static func pool(
    _ rule: Adaptation, _ section: DeliverySection, at index: Int, _ calibration: CalibrationProgram,
    _ instrument: Instrument
  ) -> Pool {
    let areas = (instrument.blueprint?.areas ?? []).filter { $0.share != nil }
    var items: [AdaptiveSelection.Item] = []
    var elements: [ElementIndex] = []
    var slots: [Int] = []
    for (block, element) in section.elements.enumerated() {
      guard let item = element.items.first, let model = calibration.models[item.slot] else { continue }
      let area = instrument.specifications[item.item.id]?.area
      items.append(AdaptiveSelection.Item(model, area: areas.firstIndex { $0.code == area }))
      elements.append(ElementIndex(section: index, block: block))
      slots.append(item.slot)
    }
    let rules = AdaptiveSelection.Rules(
      length: min(rule.atLeast, rule.atMost)...rule.atMost, error: rule.error?.double, exposure: rule.exposure)
    let held = items.contains { $0.area != nil }
    return Pool(
      selection: AdaptiveSelection(
        rules, pool: items, shares: held ? areas.map { $0.share?.double ?? 0 } : [],
        population: calibration.population),
      elements: elements, slots: slots, areas: areas.map(\.code))
  }

  /// The event that fills the stop that is open in a session; nil where none is.
  package func choice(for session: Session) -> Event? {
    guard let open = session.openStop, let section = open.section else { return nil }
    if open.isStepwise { return pools[section].flatMap { next(open, section, $0, session) } }
    return route(open, session.plan.delivery.sections[section], session)
  }

  // MARK: One by one

  private func next(_ open: SessionPlan.OpenStop, _ section: Int, _ pool: Pool, _ session: Session) -> Event {
    let given = session.state.filled[open.id] ?? []
    let asked = given.compactMap { element in
      pool.elements.firstIndex(of: element).map { item in
        AdaptiveSelection.Asked(item: item, score: score(of: item, in: pool, session))
      }
    }
    let id = session.plan.delivery.sections[section].section.id
    var chance = SeededGenerator(seed: session.plan.seed).derived(for: "adaptive \(id) \(asked.count)")
    let decision = pool.selection.decision(after: asked, using: &chance)
    var reason = ChoiceReason(.time)
    reason.theta = ChoiceReason.rounded(decision.estimate.theta)
    reason.error = ChoiceReason.rounded(decision.estimate.error)
    guard !session.state.closedSections.contains(section) else {
      return .chosen(stop: open.id, [], reason)
    }
    switch decision.outcome {
    case .stop(let stop):
      switch stop {
      case .error: reason.why = .error
      case .length: reason.why = .length
      case .exhausted: reason.why = .exhausted
      }
      return .chosen(stop: open.id, [], reason)
    case .next(let choice):
      reason.why = .information
      reason.information = ChoiceReason.rounded(choice.information)
      reason.considered = choice.considered
      reason.best = choice.best.map { session.plan.element(at: pool.elements[$0]).block.id }
      reason.area = choice.area.map { pool.areas[$0] }
      return .chosen(stop: open.id, [pool.elements[choice.item]], reason)
    }
  }

  /// The score that an answer reached on the item's model: whole points, rounded down; nil where it earns none yet.
  private func score(of item: Int, in pool: Pool, _ session: Session) -> Int? {
    guard let key = keyed[pool.slots[item]], let points = key.points(for: session.value(at: pool.slots[item])) else {
      return nil
    }
    return pool.selection.pool[item].model.score(points: points, of: key.points)
  }

  // MARK: Routes

  private func route(_ open: SessionPlan.OpenStop, _ section: DeliverySection, _ session: Session) -> Event? {
    var (points, maximum) = (Fraction.zero, Fraction.zero)
    for item in section.elements.flatMap(\.items) {
      guard let key = keyed[item.slot], let earned = key.points(for: session.value(at: item.slot)) else { continue }
      points = (try? points.plus(Fraction(earned))) ?? points
      maximum = (try? maximum.plus(Fraction(key.points))) ?? maximum
    }
    let routes = section.section.routes
    let route = routes.last { $0.from.isReached(by: points, of: maximum) } ?? routes.first
    guard let route, let target = session.plan.delivery.sections.firstIndex(where: { $0.section.id == route.to }) else {
      return nil
    }
    var reason = ChoiceReason(.points)
    reason.points = try? points.decimal()
    reason.maximum = try? maximum.decimal()
    reason.section = route.to
    return .chosen(stop: open.id, open.candidates.filter { $0.section == target }, reason)
  }
}

extension Level.Border {
  /// Exactly: a share of nothing isn't reached.
  fileprivate func isReached(by points: Fraction, of maximum: Fraction) -> Bool {
    switch self {
    case .score(let border): return points >= Fraction(border)
    case .percent(let border):
      guard let share = try? points.times(Fraction(100)).divided(by: maximum) else { return border.isZero }
      return share >= Fraction(border)
    }
  }
}

extension ChoiceMaker {
  /// Chooses by an instrument's keys and calibration.
  package init(of instrument: CheckedInstrument) {
    guard instrument.delivery.form.hasChoices else {
      self = .none
      return
    }
    let design = AdaptiveDesign(instrument)
    self.init { session, _ in design.choice(for: session) }
  }
}

extension Form {
  /// Whether the way through it depends on choices.
  package var hasChoices: Bool { sections.contains { $0.adaptation != nil || !$0.routes.isEmpty } }
}
