import Datasets
package import Expressions
package import Instruments
import Psychometrics

/// What is settled when a session begins and never changes: the form, the order in which it is gone through, who answers.
///
/// A function of the form, the seed and the respondent, so that any machine can work it out again. What can't be known yet
/// (repeats, branches, adaptive choice) stays an open stop that logged events fill.
package struct SessionPlan: Sendable {
  package let delivery: DeliveryForm
  package let seed: UInt64
  package let respondent: Respondent
  /// The day on which the session began, as expressions see it.
  package let today: CalendarDate?
  /// Says which answers earn nothing, for sections that stop after some.
  let judge: AnswerJudge
  /// Says what comes where the way is open.
  let chooser: ChoiceMaker
  /// What is known of the respondent, by the slot of the input; missing where nothing is.
  package let inputs: [Int: Value]
  /// The stops in order.
  package let route: [Stop]
  /// The options of each slot in the order in which they are shown: positions in the item's own list.
  package let optionOrders: [Int: [Int]]
  /// The rows of each grid in the order in which they are shown, by the grid's id.
  package let rowOrders: [Symbol: [Int]]
  /// Whether a condition or a computation looks at what stands behind it on the route: then one round through the form isn't
  /// enough to know what is shown.
  let looksAhead: Bool

  /// A stop of the way through the form: something to show, or something that an event will fill.
  package enum Stop: Sendable, Hashable {
    case element(ElementIndex)
    case open(OpenStop)
  }

  /// A stop whose content is chosen while the session runs.
  package struct OpenStop: Sendable, Hashable {
    /// Stable in the session's log.
    package var id: Int
    /// What may be put there.
    package var candidates: [ElementIndex]
    /// How many elements it takes at the most.
    package var capacity: Int
    /// The section by whose answers it is filled: the way ends here until it is; nil where it is filled at any time.
    package var section: Int?
    /// Filled one at a time, each after the answer to the one before.
    package var isStepwise: Bool

    package init(
      id: Int, candidates: [ElementIndex], capacity: Int, section: Int? = nil, isStepwise: Bool = false
    ) {
      self.section = section
      self.isStepwise = isStepwise
      self.id = id
      self.candidates = candidates
      self.capacity = capacity
    }
  }

  /// The plan of a session: draws everything that is drawn from streams of the seed named by what they order, so that a
  /// change in one place leaves the others as they were.
  package init(
    delivery: DeliveryForm, seed: UInt64, respondent: Respondent = .anonymous, today: CalendarDate? = nil,
    inputs: [Symbol: Value] = [:], judge: AnswerJudge = .none, chooser: ChoiceMaker = .none
  ) {
    let chance = SeededGenerator(seed: seed)
    let route = Self.route(delivery, sections: Self.sections(of: delivery, seed: seed, chance)) { index in
      SectionDraw(delivery.sections[index].section).blocks(by: chance)
    }
    self.init(
      delivery: delivery, seed: seed, respondent: respondent, today: today, inputs: inputs, judge: judge,
      chooser: chooser, route: route)
  }

  /// The plan of a session in the process that owns the keys: the sections that stop after wrong answers do.
  package init(
    of instrument: CheckedInstrument, seed: UInt64, respondent: Respondent = .anonymous, today: CalendarDate? = nil,
    inputs: [Symbol: Value] = [:]
  ) {
    self.init(
      delivery: instrument.delivery, seed: seed, respondent: respondent, today: today, inputs: inputs,
      judge: AnswerJudge(of: instrument), chooser: ChoiceMaker(of: instrument))
  }

  /// A plan whose route was made elsewhere: by an adaptive design, with open stops.
  package init(
    delivery: DeliveryForm, seed: UInt64, respondent: Respondent = .anonymous, today: CalendarDate? = nil,
    inputs: [Symbol: Value] = [:], judge: AnswerJudge = .none, chooser: ChoiceMaker = .none, route: [Stop]
  ) {
    self.judge = judge
    self.chooser = chooser
    self.delivery = delivery
    self.seed = seed
    self.respondent = respondent
    self.today = today
    self.route = route
    self.inputs = Self.inputs(of: delivery, respondent, given: inputs)
    let chance = SeededGenerator(seed: seed)
    var optionOrders: [Int: [Int]] = [:]
    for item in delivery.items {
      guard let choices = item.item.kind.choices, choices.isShuffled else { continue }
      var draw = chance.derived(for: "options \(item.item.id)")
      optionOrders[item.slot] = choices.shuffledOrder(by: &draw)
    }
    self.optionOrders = optionOrders
    var rowOrders: [Symbol: [Int]] = [:]
    for section in delivery.sections {
      for element in section.elements {
        guard case .grid(let grid) = element.block, grid.shufflesRows else { continue }
        var draw = chance.derived(for: "rows \(grid.id)")
        rowOrders[grid.id] = draw.shuffled(grid.rows.indices)
      }
    }
    self.rowOrders = rowOrders
    looksAhead = Self.looksAhead(delivery, route)
  }

  /// The sections of a session in order: those of its booklet, or all, shuffled where the form says so.
  private static func sections(of delivery: DeliveryForm, seed: UInt64, _ chance: SeededGenerator) -> [Int] {
    let form = delivery.form
    let indices = form.booklets?.booklet(ofSeed: seed).map(form.sections(of:)) ?? Array(form.sections.indices)
    guard form.shufflesSections else { return indices }
    var draw = chance.derived(for: "sections")
    return draw.shuffled(indices) { form.sections[$0].isFixed }
  }

  private static func looksAhead(_ delivery: DeliveryForm, _ route: [Stop]) -> Bool {
    var known = delivery.slots.map { $0.kind == .input }
    func isAhead(_ formula: Formula?) -> Bool {
      var result = false
      formula?.forEach { if case .slot(let slot, _) = $0, !known[slot] { result = true } }
      return result
    }
    for stop in route {
      guard case .element(let index) = stop else { return true }  // what will stand there isn't known yet
      let section = delivery.sections[index.section]
      let element = section.elements[index.block]
      if isAhead(section.showIf) || isAhead(element.showIf) { return true }
      for item in element.items {
        if isAhead(item.showIf) || item.optionConditions.values.contains(where: isAhead) { return true }
        known[item.slot] = true
        for other in item.otherSlots.values { known[other] = true }
        for part in item.partSlots.values { known[part] = true }
      }
      if case .compute = element.block, let slot = delivery.slot(of: element.block.id) {
        if isAhead(delivery.computation(at: slot)?.value) { return true }
        known[slot] = true
      }
    }
    return false
  }

  package func element(at index: ElementIndex) -> DeliveryElement {
    delivery.sections[index.section].elements[index.block]
  }

  /// The items of an element in the order in which they are shown.
  package func items(of element: DeliveryElement) -> [DeliveryItem] {
    guard let order = rowOrders[element.block.id], order.count == element.items.count else { return element.items }
    return order.map { element.items[$0] }
  }
}

/// Where an element stands in the form.
package struct ElementIndex: Sendable, Hashable, Comparable {
  package var section: Int
  package var block: Int

  package init(section: Int, block: Int) {
    self.section = section
    self.block = block
  }

  package static func < (a: Self, b: Self) -> Bool { (a.section, a.block) < (b.section, b.block) }
}

extension Item.Kind {
  /// The options, where the item is answered by choosing.
  package var choices: Choices? {
    switch self {
    case .choose(let choices), .chooseMany(let choices, _, _), .order(let choices), .timeSample(_, let choices): choices
    case .match(let form): form.rights
    case .number, .text, .criterion, .tally, .date, .essay, .timedGrid: nil
    }
  }
}

extension Choices {
  /// The options in a drawn order. Those that mean "no answer" or stand alone keep their places at the end, where people
  /// look for them.
  fileprivate func shuffledOrder(by draw: inout SeededGenerator) -> [Int] {
    let fixed = options.indices.filter { options[$0].missing != nil || options[$0].isAlone || options[$0].asksText }
    let moving = options.indices.filter { !fixed.contains($0) }
    var drawn = draw.shuffled(moving).makeIterator()
    return options.indices.map { fixed.contains($0) ? $0 : drawn.next() ?? $0 }
  }
}
