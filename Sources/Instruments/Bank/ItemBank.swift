import Datasets
package import Expressions
package import Texts

/// What can be taken out of instruments and put into others: questions with what they need to stand alone, by subject, grade
/// and area.
package struct ItemBank: Sendable {
  package private(set) var units: [BankUnit] = []

  package init() {}

  /// Adds what an instrument holds. Questions that depend on answers to others can't be taken out and are left.
  package mutating func add(_ instrument: Instrument) {
    for section in instrument.form.sections { add(section, of: instrument) }
  }

  private mutating func add(_ section: Section, of instrument: Instrument) {
    let keys = Dictionary(instrument.scoring.keys.map { ($0.item, $0) }) { first, _ in first }
    var taken: Set<Symbol> = []
    func unit(_ blocks: [Block]) -> BankUnit? {
      guard section.showIf == nil, blocks.allSatisfy({ $0.standsAlone(in: instrument) }) else { return nil }
      let entries = blocks.flatMap(\.items).map { item in
        BankItem(
          instrument: instrument.form.id, version: instrument.form.version, id: item.id, item: item,
          label: blocks.first { $0.items.contains { $0.id == item.id } }?.label(of: item) ?? item.prompt,
          key: keys[item.id], specification: instrument.specifications[item.id],
          subject: instrument.form.subject, grades: instrument.form.grades)
      }
      return entries.isEmpty ? nil : BankUnit(blocks: blocks, items: entries)
    }
    for block in section.blocks {
      guard case .stimulus(let passage) = block else { continue }
      let beside = section.blocks.filter { $0.items.contains { passage.items.contains($0.id) } }
      taken.formUnion(beside.map(\.id))
      if let unit = unit([block] + beside) { units.append(unit) }
    }
    for block in section.blocks where !block.items.isEmpty && !taken.contains(block.id) {
      if let unit = unit([block]) { units.append(unit) }
    }
  }
}

/// What is taken together: a question with its rows, or a passage with its questions.
package struct BankUnit: Sendable, Hashable {
  package var blocks: [Block]
  package var items: [BankItem]

  /// The most that it can earn.
  package var points: Decimal64 {
    items.compactMap(\.key?.points).reduce(.zero) { $0.adding($1) ?? $0 }
  }

  /// Whether something is right in all of it, so that a test can be made of it.
  package var isKeyed: Bool { items.allSatisfy { $0.key != nil } }

  /// What two units must not share: the words of a question.
  package var words: Set<String> {
    Set(
      blocks.map { block in
        if case .item(let item) = block { TextKey.normalized(item.prompt.plain(in: .ky)) } else { "\(block.id)" }
      })
  }
}

/// A question with where it comes from and where it stands in its subject.
package struct BankItem: Sendable, Hashable {
  package var instrument: Symbol
  package var version: String
  package var id: Symbol
  package var item: Item
  /// What it is known by outside its block.
  package var label: LocalizedText
  package var key: ItemKey?
  package var specification: Specification?
  package var subject: Symbol?
  package var grades: ClosedRange<Int>?
}

extension Block {
  /// Whether it needs no answer to another question.
  fileprivate func standsAlone(in instrument: Instrument) -> Bool {
    let own = Set(items.map(\.id))
    let isFree =
      showIf == nil
      && items.allSatisfy { item in
        item.showIf == nil && item.checks.allSatisfy { $0.that.mentionsOnly(own) }
          && item.options.allSatisfy { $0.showIf == nil } && item.choices?.filter == nil && !item.required.isFormula
      }
    let piped = instrument.form.pipedReferences.filter { reference in
      reference.owner == id || reference.owner.map(own.contains) ?? false
    }
    return isFree && piped.allSatisfy { own.contains(Symbol($0.id)) }
  }
}

extension Item.Requirement {
  fileprivate var isFormula: Bool { if case .when = self { true } else { false } }
}

extension SourceText {
  /// Whether the words that may be ids are all of these; words of the language are ids of nothing.
  fileprivate func mentionsOnly(_ ids: Set<Symbol>) -> Bool {
    let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
    let isKnown: Set<String> = [
      "and", "or", "not", "is", "answered", "lt", "le", "gt", "ge", "eq", "ne", "in", "between",
    ]
    return words.allSatisfy { word in
      word.first?.isNumber == true || isKnown.contains(String(word)) || ids.contains(Symbol(String(word)))
    }
  }
}
