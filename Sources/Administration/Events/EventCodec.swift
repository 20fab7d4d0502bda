import Expressions
package import Instruments
import Texts

/// Events as a session's log keeps them: one line of text with tabs between its fields, stable for ever.
///
/// Items and elements stand by their ids, so that a log can be read by people and outlives how slots are numbered.
package struct EventCodec: Sendable {
  private let delivery: DeliveryForm
  private let elements: [Symbol: ElementIndex]
  /// Slots in repeated sections by their name as it is written once, and their occurrence.
  private let repeated: [Slot.InOccurrence: Int]

  package init(_ delivery: DeliveryForm) {
    self.delivery = delivery
    var elements: [Symbol: ElementIndex] = [:]
    for (section, content) in delivery.sections.enumerated() {
      for (block, element) in content.elements.enumerated() {
        elements[element.block.id] = ElementIndex(section: section, block: block)
      }
    }
    self.elements = elements
    repeated = Dictionary(
      delivery.slots.enumerated().compactMap { slot, content in content.occurrence.map { ($0, slot) } }
    ) { first, _ in first }
  }

  /// The event's line, without a line end. Its first field is what `kind(of:)` gives.
  package func line(of event: Event) -> String {
    ([Self.kind(of: event)] + fields(of: event)).joined(separator: "\t")
  }

  /// The kind of the event that makes a session void: whoever reads journals looks for it.
  package static let annulled = "annulled"

  /// The name of what happened.
  package static func kind(of event: Event) -> String {
    switch event {
    case .started: "started"
    case .answered: "answered"
    case .cleared: "cleared"
    case .confirmed: "confirmed"
    case .moved: "moved"
    case .expired: "expired"
    case .languageChanged: "language"
    case .flagged: "flagged"
    case .filled: "filled"
    case .chosen: "chosen"
    case .suspended: "suspended"
    case .resumed: "resumed"
    case .sealed: "sealed"
    case .reopened: "reopened"
    case .paused: "paused"
    case .continued: "continued"
    case .extended: "extended"
    case .annulled: annulled
    }
  }

  /// The event that `line(of:)` wrote; nil for any other line.
  package func event(of line: String) -> Event? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard let kind = fields.first else { return nil }
    let rest = Array(fields.dropFirst())
    switch (kind, rest.count) {
    case ("started", 1): return Language(rawValue: rest[0]).map { .started($0) }
    case ("answered", 4):
      guard let address = address(rest), let value = Value(coded: rest[3]) else { return nil }
      return .answered(address, value)
    case ("cleared", 3): return address(rest).map { .cleared($0) }
    case ("confirmed", 4):
      guard let address = address(rest), let check = Int(rest[3]) else { return nil }
      return .confirmed(address, check: check)
    case ("moved", 1): return position(rest[0]).map { .moved($0) }
    case ("language", 1): return Language(rawValue: rest[0]).map { .languageChanged($0) }
    case ("flagged", 2): return slot(rest[0]).map { .flagged(slot: $0, rest[1] == "yes") }
    case ("filled", 2):
      let indices = rest[1].split(separator: " ").map { elements[Symbol(String($0))] }
      guard let stop = Int(rest[0]), !indices.contains(nil) else { return nil }
      return .filled(stop: stop, indices.compactMap { $0 })
    case ("chosen", 3):
      let indices = rest[1].split(separator: " ").map { elements[Symbol(String($0))] }
      guard let stop = Int(rest[0]), !indices.contains(nil), let reason = ChoiceReason(line: rest[2]) else {
        return nil
      }
      return .chosen(stop: stop, indices.compactMap { $0 }, reason)
    case ("expired", 0): return .expired
    case ("suspended", 0): return .suspended
    case ("resumed", 0): return .resumed
    case ("sealed", 1): return SealReason(rawValue: rest[0]).map { .sealed($0) }
    case ("reopened", 1): return .reopened(by: Symbol(rest[0]))
    case ("paused", 1): return .paused(by: Symbol(rest[0]))
    case ("continued", 1): return .continued(by: Symbol(rest[0]))
    case ("extended", 2): return Int64(rest[1]).map { .extended(by: Symbol(rest[0]), $0) }
    case ("annulled", 2): return .annulled(by: Symbol(rest[0]), reason: rest[1])
    default: return nil
    }
  }

  private func fields(of event: Event) -> [String] {
    switch event {
    case .started(let language), .languageChanged(let language): [language.rawValue]
    case .answered(let address, let value): fields(of: address) + [value.coded]
    case .cleared(let address): fields(of: address)
    case .confirmed(let address, let check): fields(of: address) + [String(check)]
    case .moved(let position): [text(of: position)]
    case .flagged(let slot, let isFlagged): [id(of: slot), isFlagged ? "yes" : "no"]
    case .filled(let stop, let indices): [String(stop), indices.map { id(of: $0) }.joined(separator: " ")]
    case .chosen(let stop, let indices, let reason):
      [String(stop), indices.map { id(of: $0) }.joined(separator: " "), reason.line]
    case .suspended, .resumed, .expired: []
    case .sealed(let reason): [reason.rawValue]
    case .reopened(let person), .paused(let person), .continued(let person): [person.text]
    case .extended(let person, let time): [person.text, String(time)]
    case .annulled(let person, let reason): [person.text, Self.onOneLine(reason)]
    }
  }

  /// Tabs and line ends part fields and lines.
  private static func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func fields(of address: Address) -> [String] {
    // What is asked several times stands under its one name, with its occurrence as the way to it.
    if delivery.slots.indices.contains(address.slot), let place = delivery.slots[address.slot].occurrence {
      return [place.id.text, String(place.number), String(address.attempt)]
    }
    return [id(of: address.slot), address.path.map(String.init).joined(separator: "."), String(address.attempt)]
  }

  private func address(_ fields: [String]) -> Address? {
    let path = fields[1].split(separator: ".").map { Int($0) }
    if path.count == 1, let number = path[0], let attempt = Int(fields[2]),
      let slot = repeated[Slot.InOccurrence(id: Symbol(fields[0]), number: number)]
    {
      return Address(slot: slot, attempt: attempt)
    }
    guard let slot = slot(fields[0]), !path.contains(nil), let attempt = Int(fields[2]) else { return nil }
    return Address(slot: slot, path: path.compactMap { $0 }, attempt: attempt)
  }

  private func id(of slot: Int) -> String {
    delivery.slots.indices.contains(slot) ? delivery.slots[slot].id.text : "#\(slot)"
  }

  private func slot(_ id: String) -> Int? {
    id.hasPrefix("#") ? Int(id.dropFirst()) : delivery.slot(of: Symbol(id))
  }

  private func id(of index: ElementIndex) -> String {
    guard delivery.sections.indices.contains(index.section),
      delivery.sections[index.section].elements.indices.contains(index.block)
    else { return "#" }
    return delivery.sections[index.section].elements[index.block].block.id.text
  }

  private func text(of position: Position) -> String {
    switch position {
    case .element(let index): id(of: index)
    case .end: "."
    }
  }

  private func position(_ text: String) -> Position? {
    text == "." ? .end : elements[Symbol(text)].map { .element($0) }
  }
}
