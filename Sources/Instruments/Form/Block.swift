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
  /// Words that ask nothing: `note`.
  case note(Passage)
  /// A passage, table or picture that the following items refer to: `stimulus`.
  case stimulus(Passage)
  /// A value that nobody is asked for: `compute`.
  case compute(Computation)

  package var id: Symbol {
    switch self {
    case .item(let item): item.id
    case .grid(let grid), .rubric(let grid): grid.id
    case .note(let passage), .stimulus(let passage): passage.id
    case .compute(let computation): computation.id
    }
  }

  package var showIf: SourceText? {
    switch self {
    case .item(let item): item.showIf
    case .grid(let grid), .rubric(let grid): grid.showIf
    case .note(let passage), .stimulus(let passage): passage.showIf
    case .compute(let computation): computation.showIf
    }
  }

  /// The items that the block asks, in the order in which they are written.
  package var items: [Item] {
    switch self {
    case .item(let item): [item]
    case .grid(let grid), .rubric(let grid): grid.rows
    case .note, .stimulus, .compute: []
    }
  }

  package var place: Place {
    switch self {
    case .item(let item): item.place
    case .grid(let grid), .rubric(let grid): grid.place
    case .note(let passage), .stimulus(let passage): passage.place
    case .compute(let computation): computation.place
    }
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
