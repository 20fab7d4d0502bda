package import Expressions
package import Texts

/// A form ready to run: ids are slots, expressions are compiled. By its type it holds no key.
package struct DeliveryForm: Sendable {
  package let form: Form
  package let hash: ContentHash
  /// Every value that a session may hold, in the order of the form; an item's other texts follow it.
  package let slots: [Slot]
  /// Parallel to `form.sections`.
  package let sections: [DeliverySection]
  /// In an order in which every value is known before it is needed.
  package let computations: [DeliveryComputation]
  /// Every item with its slot, in the order of the form.
  package let items: [DeliveryItem]
  private let slotsByID: [Symbol: Int]
  private let itemsBySlot: [DeliveryItem?]

  package init(
    form: Form, hash: ContentHash, slots: [Slot], sections: [DeliverySection], computations: [DeliveryComputation]
  ) {
    self.form = form
    self.hash = hash
    self.slots = slots
    self.sections = sections
    self.computations = computations
    items = sections.flatMap { $0.elements.flatMap(\.items) }
    var itemsBySlot = [DeliveryItem?](repeating: nil, count: slots.count)
    for item in items where itemsBySlot.indices.contains(item.slot) { itemsBySlot[item.slot] = item }
    self.itemsBySlot = itemsBySlot
    slotsByID = Dictionary(slots.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The item that a slot holds the answer of; nil for other texts and computations.
  package func item(at slot: Int) -> DeliveryItem? { itemsBySlot.indices.contains(slot) ? itemsBySlot[slot] : nil }

  package func slot(of id: Symbol) -> Int? { slotsByID[id] }

  /// The input whose value a slot holds; nil for all else.
  package func input(at slot: Int) -> InputField? {
    guard slots.indices.contains(slot), slots[slot].kind == .input else { return nil }
    return form.inputs.first { $0.id == slots[slot].id }
  }

}

/// A section with its compiled condition.
///
/// Like all parts of a delivery form it never changes and is referred to from many places, so it is an object.
package final class DeliverySection: Sendable {
  package let section: Section
  package let showIf: Formula?
  /// Parallel to `section.blocks`.
  package let elements: [DeliveryElement]

  package init(section: Section, showIf: Formula?, elements: [DeliveryElement]) {
    self.section = section
    self.showIf = showIf
    self.elements = elements
  }
}

/// A block with its compiled condition and its items. A computation is an element without items: `DeliveryForm.computations`
/// has its formula.
package final class DeliveryElement: Sendable {
  package let block: Block
  package let showIf: Formula?
  package let items: [DeliveryItem]

  package init(block: Block, showIf: Formula?, items: [DeliveryItem]) {
    self.block = block
    self.showIf = showIf
    self.items = items
  }
}

/// An item with its slot and its compiled rules.
package final class DeliveryItem: Sendable {
  package enum Requirement: Sendable {
    case no, yes
    /// Needed where this is true; a missing value doesn't need it.
    case when(Formula)
  }

  /// A rule that the answer must keep; a missing value passes.
  package struct Check: Sendable {
    package let that: Formula
    package let otherwise: AnswerCheck.Otherwise
    package let message: LocalizedText

    package init(that: Formula, otherwise: AnswerCheck.Otherwise, message: LocalizedText) {
      self.that = that
      self.otherwise = otherwise
      self.message = message
    }
  }

  package let item: Item
  package let slot: Int
  /// What its answers are; the same as the slot's.
  package let type: ValueType
  /// The item's own condition where it stands in a grid or rubric; nil for an item that is a block, whose element has it.
  package let showIf: Formula?
  package let required: Requirement
  package let checks: [Check]
  /// The slots of the texts that options ask for, by the option's code.
  package let otherSlots: [Symbol: Int]
  /// The slots of what else is seen of a timed grid.
  package let partSlots: [TimedGridPart: Int]
  /// When an option is there, by its code; options without a condition always are.
  package let optionConditions: [Symbol: Formula]

  package init(
    item: Item, slot: Int, type: ValueType, showIf: Formula? = nil, required: Requirement = .no, checks: [Check] = [],
    otherSlots: [Symbol: Int] = [:], partSlots: [TimedGridPart: Int] = [:],
    optionConditions: [Symbol: Formula] = [:]
  ) {
    self.partSlots = partSlots
    self.optionConditions = optionConditions
    self.item = item
    self.slot = slot
    self.type = type
    self.showIf = showIf
    self.required = required
    self.checks = checks
    self.otherSlots = otherSlots
  }
}

/// A computed value: shown to nobody by itself, named in expressions and texts.
package struct DeliveryComputation: Sendable {
  package let slot: Int
  package let value: Formula
  /// Where it stands in the form: a computation in a hidden section is not shown.
  package let section: Int
  package let element: Int
  package let showIf: Formula?

  package init(slot: Int, value: Formula, section: Int, element: Int, showIf: Formula?) {
    self.slot = slot
    self.value = value
    self.section = section
    self.element = element
    self.showIf = showIf
  }
}
