package import Diagnostics
package import Expressions
package import Texts

/// What stands in a section: one thing on the screen at a time.
///
/// Indirect, since forms hand their blocks around a lot and an item is large.
package indirect enum Block: Sendable, Hashable {
  case item(Item)
  /// Rows answered on one scale: `grid`.
  case grid(Grid)
  /// Criteria with described levels: `rubric`.
  case rubric(Grid)
  /// A text with places to fill in: `gaps`. Its prompt shows each of its items where `{id}` stands.
  case gaps(Grid)
  /// Numbers that must add up: `allocate`.
  case allocate(Allocation)
  /// Words that ask nothing: `note`.
  case note(Passage)
  /// A passage, table or picture that the following items refer to: `stimulus`.
  case stimulus(Passage)
  /// A value that nobody is asked for: `compute`.
  case compute(Computation)

  package var id: Symbol {
    switch self {
    case .item(let item): item.id
    case .grid(let grid), .rubric(let grid), .gaps(let grid): grid.id
    case .allocate(let allocation): allocation.grid.id
    case .note(let passage), .stimulus(let passage): passage.id
    case .compute(let computation): computation.id
    }
  }

  package var showIf: SourceText? {
    switch self {
    case .item(let item): item.showIf
    case .grid(let grid), .rubric(let grid), .gaps(let grid): grid.showIf
    case .allocate(let allocation): allocation.grid.showIf
    case .note(let passage), .stimulus(let passage): passage.showIf
    case .compute(let computation): computation.showIf
    }
  }

  /// The items that the block asks, in the order in which they are written.
  package var items: [Item] {
    switch self {
    case .item(let item): [item]
    case .grid(let grid), .rubric(let grid), .gaps(let grid): grid.rows
    case .allocate(let allocation): allocation.grid.rows
    case .note, .stimulus, .compute: []
    }
  }

  /// Adds the items to others: without an array of their own.
  func append(to items: inout [Item]) {
    switch self {
    case .item(let item): items.append(item)
    case .grid(let grid), .rubric(let grid), .gaps(let grid): items += grid.rows
    case .allocate(let allocation): items += allocation.grid.rows
    case .note, .stimulus, .compute: break
    }
  }

  package var place: Place {
    switch self {
    case .item(let item): item.place
    case .grid(let grid), .rubric(let grid), .gaps(let grid): grid.place
    case .allocate(let allocation): allocation.grid.place
    case .note(let passage), .stimulus(let passage): passage.place
    case .compute(let computation): computation.place
    }
  }
}

extension Block {
  /// The items under one heading with that heading; nil where the block is one item or asks nothing.
  package var grid: Grid? {
    switch self {
    case .grid(let grid), .rubric(let grid), .gaps(let grid): grid
    case .allocate(let allocation): allocation.grid
    case .item, .note, .stimulus, .compute: nil
    }
  }
}

extension Block {
  /// What an item is known by outside its block: its words; for a gap the text around it, with its number.
  func label(of item: Item) -> LocalizedText {
    guard case .gaps(let gaps) = self else { return item.prompt }
    let number = item.prompt.version(in: .ky)
    func words(_ text: [Inline]) -> [Inline] {
      number + [.text(" ")] + text.map { if case .reference = $0 { .text("____") } else { $0 } }
    }
    if let common = gaps.prompt.common { return LocalizedText(common: words(common)) }
    let versions = Language.allCases.compactMap { language in
      gaps.prompt.version(writtenIn: language).map { (language, words($0)) }
    }
    return LocalizedText(versions: Dictionary(uniqueKeysWithValues: versions))
  }
}

/// Rows of numbers that add up to a whole: hours of a day, points among parts of a lesson.
package struct Allocation: Sendable, Hashable {
  package var grid: Grid
  /// What the answered rows must come to.
  package var total: Decimal64
  package var isWhole: Bool
  package var unit: LocalizedText?

  package init(grid: Grid, total: Decimal64, isWhole: Bool = true, unit: LocalizedText? = nil) {
    self.grid = grid
    self.total = total
    self.isWhole = isWhole
    self.unit = unit
  }
}

extension Allocation {
  /// What is left of the total when these are given out; below zero where it is too much.
  package func rest(after values: some Sequence<Value>) -> Decimal64 {
    values.compactMap(\.decimal).reduce(total) { $0.subtracting($1) ?? $0 }
  }
}

/// Items under one heading, shown together: the rows of a grid, the criteria of a rubric. Each row is an item of its own.
package struct Grid: Sendable, Hashable {
  package var id: Symbol
  package var prompt: LocalizedText
  package var showIf: SourceText?
  /// Rows in an order drawn for each session.
  package var shufflesRows: Bool
  package var rows: [Item]
  package var place: Place

  package init(
    id: Symbol, prompt: LocalizedText, showIf: SourceText? = nil, shufflesRows: Bool = false, rows: [Item],
    place: Place
  ) {
    self.id = id
    self.prompt = prompt
    self.showIf = showIf
    self.shufflesRows = shufflesRows
    self.rows = rows
    self.place = place
  }
}

/// A text that is shown and asks nothing.
package struct Passage: Sendable, Hashable {
  package var id: Symbol
  package var text: LocalizedText
  package var showIf: SourceText?
  /// The ids of the items that a stimulus stands beside; empty for all that follow in its section.
  package var items: [Symbol]
  package var place: Place

  package init(id: Symbol, text: LocalizedText, showIf: SourceText? = nil, items: [Symbol] = [], place: Place) {
    self.id = id
    self.text = text
    self.showIf = showIf
    self.items = items
    self.place = place
  }
}

/// A named value computed from answers.
package struct Computation: Sendable, Hashable {
  package var id: Symbol
  package var value: SourceText
  package var showIf: SourceText?
  package var place: Place

  package init(id: Symbol, value: SourceText, showIf: SourceText? = nil, place: Place) {
    self.id = id
    self.value = value
    self.showIf = showIf
    self.place = place
  }
}
