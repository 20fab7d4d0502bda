package import Administration
package import Expressions
package import Instruments
package import TerminalUI
package import Texts

/// An author tries an instrument that isn't published: the respondent's screen as it is, and beside it what the formulas
/// come to. Nothing is stored.
///
/// A pure value like the runner that it holds; the driver hands it what was typed and what became of the file.
package struct PreviewState: Sendable {
  package private(set) var runner: RunnerState
  package private(set) var instrument: CheckedInstrument
  /// Why it is over; nil while it isn't.
  package private(set) var isDone = false
  var mode = Mode.running
  var pane = Pane.formulas
  /// What is wrong with the file as it was saved last; empty where it is in order.
  var trouble: [String] = []
  var message: PreviewPhrase?
  /// A hidden element whose conditions are shown until the next key.
  var hidden: ElementIndex?
  private(set) var size: Size

  enum Mode: Sendable, Hashable {
    case running
    /// The list of everything, narrowed by what is typed.
    case jumping(filter: String, cursor: Int)
  }

  enum Pane: Sendable, Hashable, CaseIterable { case formulas, scores, none }

  /// What became of the file since the last look.
  package enum Reload: Sendable {
    case changed(CheckedInstrument)
    case broken([String])
  }

  package init(
    _ instrument: CheckedInstrument, seed: UInt64, today: CalendarDate?, inputs: [Symbol: Value] = [:],
    language: Language?, size: Size, looks: Looks = Looks()
  ) {
    self.instrument = instrument
    self.size = size
    let plan = SessionPlan(of: instrument, seed: seed, today: today, inputs: inputs)
    runner =
      RunnerState.begin(
        Session(plan: plan), at: .start, language: language, size: PreviewLayout(size, .formulas).runner, looks: looks
      ).state
  }

  package var language: Language { runner.language.spoken }

  var layout: PreviewLayout { PreviewLayout(size, pane) }

  // MARK: Input

  package mutating func take(_ input: ScreenInput, at now: Instant) {
    switch input {
    case .resize(let size):
      self.size = size
      fit(at: now)
    case .hangup: isDone = true
    case .key(let key): take(key, at: now)
    case .paste, .tick: run(input, at: now)
    }
  }

  private mutating func take(_ key: Key, at now: Instant) {
    message = nil
    hidden = nil
    switch (mode, key) {
    case (_, .control("c")): isDone = true
    case (_, .function(6)), (_, .control("e")):
      let all = Pane.allCases
      pane = all[((all.firstIndex(of: pane) ?? 0) + 1) % all.count]
      fit(at: now)
    case (.running, .function(7)), (.running, .control("b")): mode = .jumping(filter: "", cursor: 0)
    case (.running, .function(8)), (.running, .control("y")): restart(at: now)
    case (.running, _): run(.key(key), at: now)
    case (.jumping(let filter, let cursor), _): jump(key, filter: filter, cursor: cursor, at: now)
    }
  }

  private mutating func run(_ input: ScreenInput, at now: Instant) {
    guard mode == .running else { return }
    runner = runner.taking(input, at: now).state
    if runner.exit != nil { isDone = true }
  }

  private mutating func fit(at now: Instant) {
    runner = runner.taking(.resize(layout.runner), at: now).state
  }

  private mutating func restart(at now: Instant) {
    begin(Session(plan: runner.session.plan), at: now)
    message = .restarted
  }

  private mutating func begin(_ session: Session, at now: Instant) {
    runner = RunnerState.begin(session, at: now, language: language, size: layout.runner, looks: runner.looks).state
  }

  // MARK: Jumping

  /// Everything that the list shows, in the order of the form.
  var places: [PreviewPlace] { PreviewPlace.all(of: runner.session, in: language) }

  func listed(_ filter: String) -> [PreviewPlace] {
    let wanted = filter.lowercased()
    return wanted.isEmpty ? places : places.filter { $0.matches(wanted) }
  }

  private mutating func jump(_ key: Key, filter: String, cursor: Int, at now: Instant) {
    let last = max(0, listed(filter).count - 1)
    switch key {
    case .up: mode = .jumping(filter: filter, cursor: max(0, cursor - 1))
    case .down: mode = .jumping(filter: filter, cursor: min(last, cursor + 1))
    case .pageUp: mode = .jumping(filter: filter, cursor: max(0, cursor - 10))
    case .pageDown: mode = .jumping(filter: filter, cursor: min(last, cursor + 10))
    case .backspace where filter.isEmpty: mode = .running
    case .backspace: mode = .jumping(filter: String(filter.dropLast()), cursor: 0)
    case .character(let character): mode = .jumping(filter: filter + String(character), cursor: 0)
    case .enter:
      let listed = listed(filter)
      mode = .running
      if listed.indices.contains(cursor) { go(to: listed[cursor], at: now) }
    case .function(7): mode = .running
    default: break
    }
  }

  /// Goes to an element, or says that it is hidden now.
  mutating func go(to place: PreviewPlace, at now: Instant) {
    guard let session = runner.session.standing(at: place.element) else {
      message = runner.session.plan.delivery.form.hasChoices ? .notOnWay : .isHidden
      hidden = place.element
      return
    }
    begin(session, at: now)
  }

  /// Stands at an item or a block from the start; false where there is none of that id.
  package mutating func go(toID id: Symbol, at now: Instant) -> Bool {
    guard let place = places.first(where: { $0.id == id || $0.items.contains(id) }) else { return false }
    go(to: place, at: now)
    return true
  }

  // MARK: The file

  /// Goes on with the file as it was saved: the answers that it still takes are kept.
  package mutating func reload(_ reload: Reload, at now: Instant) {
    switch reload {
    case .changed(let changed):
      instrument = changed
      trouble = []
      message = .reloaded
      begin(runner.session.moved(to: changed), at: max(now, runner.session.state.now))
    case .broken(let lines):
      trouble = lines
      message = nil
    }
  }
}

/// A place of the form that the author may go to.
struct PreviewPlace: Sendable, Hashable {
  let element: ElementIndex
  let id: Symbol
  let items: [Symbol]
  let text: String
  let isShown: Bool

  static func all(of session: Session, in language: Language) -> [PreviewPlace] {
    let steps = Set(session.steps)
    return session.plan.delivery.sections.enumerated().flatMap { section, delivery in
      delivery.elements.enumerated().map { block, element in
        let index = ElementIndex(section: section, block: block)
        return PreviewPlace(
          element: index, id: element.block.id, items: element.items.map(\.item.id),
          text: element.block.prompt?.plain(in: language) ?? "", isShown: steps.contains(index))
      }
    }
  }

  func matches(_ wanted: String) -> Bool {
    ([id] + items).contains { $0.text.lowercased().hasPrefix(wanted) } || text.lowercased().contains(wanted)
  }
}

extension Block {
  /// What the respondent reads first; nil for computed values.
  var prompt: LocalizedText? {
    switch self {
    case .item(let item): item.prompt
    case .grid(let grid), .rubric(let grid), .gaps(let grid): grid.prompt
    case .allocate(let allocation): allocation.grid.prompt
    case .note(let passage), .stimulus(let passage): passage.text
    case .compute: nil
    }
  }
}

/// Where the respondent's screen and the pane stand: side by side where there is room, else one under the other.
struct PreviewLayout {
  let runner: Size
  /// The pane's first row and column, and its size; nil where there is none.
  let pane: (row: Int, column: Int, size: Size)?

  private static let paneColumns = 40

  init(_ size: Size, _ pane: PreviewState.Pane) {
    guard pane != .none, size.rows >= Chrome.leastSize.rows + 5 else {
      runner = size
      self.pane = nil
      return
    }
    if size.columns >= 80 + Self.paneColumns {
      runner = Size(columns: size.columns - Self.paneColumns - 1, rows: size.rows)
      self.pane = (0, size.columns - Self.paneColumns, Size(columns: Self.paneColumns, rows: size.rows))
    } else {
      let rows = max(4, min(size.rows / 3, size.rows - Chrome.leastSize.rows - 1))
      runner = Size(columns: size.columns, rows: size.rows - rows - 1)
      self.pane = (size.rows - rows, 0, Size(columns: size.columns, rows: rows))
    }
  }
}
