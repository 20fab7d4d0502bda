import Datasets
import Diagnostics
import Expressions

/// An instrument by its ids, and what is already known to be wrong in it, so that no check tells a mistake's consequences.
struct InstrumentIndex {
  let instrument: Instrument
  let trouble: ReadingTrouble
  let items: [Symbol: Item]
  let keys: [Symbol: ItemKey]
  /// By id; the first where one stands twice, and none that is called like an item.
  let scales: [Symbol: Int]
  /// In the order of the form.
  let allItems: [Item]
  let computations: Set<Symbol>
  /// Everything that a respondent may read, gathered once for all checks that look at words.
  let texts: [FormText]
  /// What else is seen of timed grids, with the numbers that it may be; none for lists.
  let parts: [Symbol: NumberRange]
  /// How often what stands in a repeated section may be asked.
  let repeated: [Symbol: Int]
  /// Items whose own options, borders or levels are wrong: their keys and answers aren't judged.
  var broken: Set<Symbol> = []
  /// Items whose keys are wrong: their points aren't counted on.
  var brokenKeys: Set<Symbol> = []

  init(_ instrument: Instrument, after trouble: ReadingTrouble) {
    self.instrument = instrument
    self.trouble = trouble
    var items: [Symbol: Item] = [:]
    var computations: Set<Symbol> = []
    var parts: [Symbol: NumberRange] = [:]
    var repeated: [Symbol: Int] = [:]
    var all: [Item] = []
    for section in instrument.form.sections {
      let start = all.count
      for block in section.blocks {
        block.append(to: &all)
        if case .compute(let computation) = block { computations.insert(computation.id) }
      }
      for item in all[start...] {
        if let most = section.repetition?.most {
          for id in [item.id] + item.parts.map({ item.partID($0) }) { repeated[id] = most }
        }
        if case .timedGrid = item.kind {
          for part in item.numberParts { parts[item.partID(part)] = item.range(of: part) }
        }
      }
    }
    items.reserveCapacity(all.count)
    // Of those with the same id the first.
    for item in all.reversed() { items[item.id] = item }
    allItems = all
    self.items = items
    self.computations = computations
    texts = instrument.form.texts
    self.parts = parts
    self.repeated = repeated
    keys = Dictionary(instrument.scoring.keys.map { ($0.item, $0) }) { first, _ in first }
    scales = Dictionary(instrument.scoring.scales.enumerated().map { ($1.id, $0) }) { first, _ in first }
      .filter { [items] in items[$0.key] == nil }
  }

  /// The index of the same instrument with its repeated sections written out.
  func written(as instrument: Instrument) -> InstrumentIndex {
    guard !repeated.isEmpty else { return self }
    var result = InstrumentIndex(instrument, after: trouble)
    result.broken = broken
    result.brokenKeys = brokenKeys
    return result
  }

  func isLost(_ id: Symbol) -> Bool { trouble.lostNames.contains(id.text) }
}

/// What checks find, capped: a hostile file could have a hundred thousand mistakes.
struct FindingList {
  private static let most = 1_000
  /// Looking for what was meant compares with every name there is.
  private static let mostSuggestions = 20

  private(set) var diagnostics: [Diagnostic] = []
  private var suggestions = 0

  mutating func add(
    _ finding: some Finding, at place: Place, _ found: String = "", _ arguments: [String: String] = [:],
    meant: @autoclosure () -> String? = nil
  ) {
    guard diagnostics.count < Self.most else { return }
    var suggestion: String?
    if suggestions < Self.mostSuggestions {
      suggestion = meant()
      if suggestion != nil { suggestions += 1 }
    }
    diagnostics.append(Diagnostic(finding, at: place, found: found, suggestion: suggestion, arguments: arguments))
  }
}
