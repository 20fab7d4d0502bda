package import Expressions
import Instruments
package import Storage
import TerminalUI
package import Texts

/// A proctor's board: all sessions of a room, and what can be done to them.
///
/// A pure value. What the proctor decides comes out as an order; the board changes only when the room says that it did.
package struct ProctorState: Sendable {
  package private(set) var status: RoomStatus
  package private(set) var language: Language
  /// The room was closed, or can't be reached.
  package private(set) var isCut = false
  package private(set) var isDone = false
  let proctor: Symbol
  var mode = Mode.board
  var cursor = 0
  /// Sessions that the next order is for; none for the one in focus.
  var marked: Set<SessionID> = []
  var message = ""
  var scroll = 0
  private var size = Size(columns: 0, rows: 0)

  enum Mode: Sendable, Hashable {
    case board
    /// What can be done to `targets`; empty for all.
    case actions(targets: [SessionID], cursor: Int)
    /// Whether to do it: it can't be taken back.
    case confirm(Choice, targets: [SessionID], cursor: Int)
    /// Why a session is annulled.
    case reason(targets: [SessionID], typed: String)
  }

  /// What can be chosen, before its details.
  enum Choice: Sendable, Hashable, CaseIterable {
    case begin, pause, goOn, extend, move, close, reopen, annul
  }

  /// Milliseconds that one extension gives.
  static let extension5: Int64 = 300_000

  package init(_ status: RoomStatus, proctor: Symbol, language: Language) {
    self.status = status
    self.proctor = proctor
    self.language = language
  }

  // MARK: What the room says

  package mutating func show(_ status: RoomStatus) {
    let focused = focusedPlace
    self.status = status
    isCut = false
    marked.formIntersection(status.places.compactMap(\.session))
    if let focused, let row = places.firstIndex(where: { $0.isSame(as: focused) }) { cursor = row }
    cursor = min(cursor, max(0, places.count - 1))
    followFocus()
  }

  package mutating func tell(_ outcome: RoomOutcome) {
    message =
      outcome.refused == 0
      ? say(.done, ["n": String(outcome.done)])
      : say(.partlyDone, ["n": String(outcome.done), "m": String(outcome.refused)])
  }

  package mutating func cut() { isCut = true }

  /// By class and name; terminals without anybody come last.
  var places: [RoomPlace] {
    status.places.sorted { a, b in
      let (x, y) = (a.state == .free, b.state == .free)
      if x != y { return y }
      if a.schoolClass != b.schoolClass { return a.schoolClass < b.schoolClass }
      return a.name == b.name ? a.terminal < b.terminal : Alphabet.precedes(a.name, b.name)
    }
  }

  var focusedPlace: RoomPlace? { places.indices.contains(cursor) ? places[cursor] : nil }

  // MARK: What the proctor does

  /// Takes an input; an order where the proctor decided something.
  package mutating func take(_ input: ScreenInput) -> RoomOrder? {
    defer { followFocus() }
    switch input {
    case .resize(let size): self.size = size
    case .paste(let text): if case .reason = mode { for character in text { type(character) } }
    case .hangup: isDone = true
    case .tick: break
    case .key(let key):
      guard Chrome.fits(size) || key == .control("c") else { return nil }
      if key == .function(4) || key == .control("l") {
        language = Language.spoken.next(after: language)
        return nil
      }
      return take(key)
    }
    return nil
  }

  private mutating func take(_ key: Key) -> RoomOrder? {
    switch mode {
    case .board:
      takeOnBoard(key)
      return nil
    case .actions(let targets, let cursor): return takeAction(key, targets, cursor)
    case .confirm(let choice, let targets, let cursor): return takeConfirmation(key, choice, targets, cursor)
    case .reason(let targets, let typed): return takeReason(key, targets, typed)
    }
  }

  private mutating func takeOnBoard(_ key: Key) {
    message = ""
    switch key {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = max(0, min(places.count - 1, cursor + 1))
    case .pageUp: cursor = max(0, cursor - max(1, height - 1))
    case .pageDown: cursor = max(0, min(places.count - 1, cursor + max(1, height - 1)))
    case .home: cursor = 0
    case .end: cursor = max(0, places.count - 1)
    case .character(" "):
      guard let session = focusedPlace?.session else { return }
      if marked.remove(session) == nil { marked.insert(session) }
      cursor = min(places.count - 1, cursor + 1)
    case .enter:
      let targets =
        marked.isEmpty
        ? [focusedPlace?.session].compactMap { $0 } : status.places.compactMap(\.session).filter(marked.contains)
      if !targets.isEmpty { mode = .actions(targets: targets, cursor: 0) }
    case .function(2), .control("a"): mode = .actions(targets: [], cursor: 0)
    case .control("c"), .function(10): isDone = true
    default: break
    }
  }

  /// What can be done to these: what none of them could have is left out.
  func choices(for targets: [SessionID]) -> [Choice] {
    let states = Set(
      status.places.filter { $0.session.map { targets.isEmpty || targets.contains($0) } ?? false }.map(\.state))
    let hasLimit = status.places.contains { $0.left != nil }
    let isOpen = !states.isDisjoint(with: [.working, .paused, .away])
    return Choice.allCases.filter { choice in
      switch choice {
      case .begin: targets.isEmpty && !status.hasBegun
      case .pause: !states.isDisjoint(with: [.working, .away])
      case .goOn: states.contains(.paused)
      case .extend: isOpen && hasLimit
      case .move, .close: isOpen
      case .reopen: !states.isDisjoint(with: [.finished, .timeUp, .closed, .annulled])
      case .annul: !targets.isEmpty && states != [.annulled]
      }
    }
  }

  private mutating func takeAction(_ key: Key, _ targets: [SessionID], _ cursor: Int) -> RoomOrder? {
    let choices = choices(for: targets)
    switch key {
    case .up: mode = .actions(targets: targets, cursor: max(0, cursor - 1))
    case .down: mode = .actions(targets: targets, cursor: min(max(0, choices.count - 1), cursor + 1))
    case .character(let character):
      if let number = character.wholeNumberValue, (1...max(1, choices.count)).contains(number) {
        mode = .actions(targets: targets, cursor: number - 1)
      }
    case .backspace, .left, .control("c"): mode = .board
    case .enter:
      guard choices.indices.contains(cursor) else {
        mode = .board
        return nil
      }
      return decide(choices[cursor], targets)
    default: break
    }
    return nil
  }

  private mutating func decide(_ choice: Choice, _ targets: [SessionID]) -> RoomOrder? {
    switch choice {
    case .annul:
      mode = .reason(targets: targets, typed: "")
      return nil
    case .close, .reopen:
      mode = .confirm(choice, targets: targets, cursor: 0)
      return nil
    case .begin, .pause, .goOn, .extend, .move: return order(choice, targets)
    }
  }

  private mutating func takeConfirmation(
    _ key: Key, _ choice: Choice, _ targets: [SessionID], _ cursor: Int
  ) -> RoomOrder? {
    switch key {
    case .up, .down: mode = .confirm(choice, targets: targets, cursor: 1 - cursor)
    case .character("1"): mode = .confirm(choice, targets: targets, cursor: 0)
    case .character("2"): mode = .confirm(choice, targets: targets, cursor: 1)
    case .backspace, .left, .control("c"): mode = .board
    case .enter:
      if cursor == 1 { return order(choice, targets) }
      mode = .board
    default: break
    }
    return nil
  }

  private mutating func takeReason(_ key: Key, _ targets: [SessionID], _ typed: String) -> RoomOrder? {
    switch key {
    case .enter:
      let reason = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !reason.isEmpty else { return nil }
      return order(.annul, targets, reason: reason)
    case .backspace:
      if typed.isEmpty { mode = .board } else { mode = .reason(targets: targets, typed: String(typed.dropLast())) }
    case .control("c"): mode = .board
    case .character(let character): type(character)
    default: break
    }
    return nil
  }

  private mutating func type(_ character: Character) {
    guard case .reason(let targets, let typed) = mode, typed.count < 200, !character.isNewline else { return }
    mode = .reason(targets: targets, typed: typed + String(character))
  }

  private mutating func order(_ choice: Choice, _ targets: [SessionID], reason: String = "") -> RoomOrder {
    mode = .board
    marked = []
    let action: RoomOrder.Action =
      switch choice {
      case .begin: .begin
      case .pause: .pause
      case .goOn: .goOn
      case .extend: .extend(Self.extension5)
      case .move: .move
      case .close: .close
      case .reopen: .reopen
      case .annul: .annul(reason: reason)
      }
    return RoomOrder(action, sessions: targets, by: proctor)
  }

  // MARK: The window

  private var height: Int { max(0, ProctorView(self, size: size, glyphs: .unicode).height) }

  private mutating func followFocus() {
    guard Chrome.fits(size) else { return }
    let view = ProctorView(self, size: size, glyphs: .unicode)
    scroll = view.body.scroll(from: scroll, height: view.height)
  }

  func say(_ phrase: ProctorPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }
}

extension RoomPlace {
  /// The same session, or the same empty terminal.
  fileprivate func isSame(as other: RoomPlace) -> Bool {
    session == other.session && (session != nil || terminal == other.terminal)
  }
}
