import Diagnostics
import Storage
package import TerminalUI
import Texts

/// What a proctor's board looks like: a row a session, with words for every state, so that no colour is needed.
struct ProctorView {
  let state: ProctorState
  let size: Size
  let glyphs: Glyphs
  let body: Body
  private let layout: Chrome.Layout

  init(_ state: ProctorState, size: Size, glyphs: Glyphs) {
    self.state = state
    self.size = size
    self.glyphs = glyphs
    layout = Self.chrome(state, glyphs).layout(size)
    var body = Body(width: max(1, size.columns - 2 * Chrome.margin(size) - 1), glyphs: glyphs, isSpacious: false)
    switch state.mode {
    case .board: Self.addBoard(state, to: &body)
    case .actions(let targets, let cursor):
      body.add(Self.heading(state, targets), .bold)
      body.blank()
      Self.addChoices(state.choices(for: targets).map { state.say($0.phrase) }, cursor: cursor, to: &body)
    case .confirm(let choice, let targets, let cursor):
      body.add(Self.heading(state, targets), .bold)
      body.blank()
      body.add(state.say(choice == .close ? .closeWarning : .reopenWarning))
      body.blank()
      Self.addChoices([state.say(.no), state.say(choice.phrase)], cursor: cursor, to: &body)
    case .reason(let targets, let typed):
      body.add(Self.heading(state, targets), .bold)
      body.blank()
      body.add(state.say(.whyAnnul))
      body.blank()
      let line = body.lines.count
      body.add(StyledText(typed + "_"), before: glyphs.pointer + " ", .bold)
      body.place(cursorAt: max(line, body.lines.count - 1), column: 2)
    }
    self.body = body
  }

  var height: Int { layout.rows.count }

  var frame: Frame {
    var frame = Frame(size: size)
    Self.chrome(state, glyphs).draw(into: &frame, glyphs: glyphs)
    body.draw(into: &frame, rows: layout.rows, column: layout.column, scroll: state.scroll)
    if frame.cursor == nil { frame.cursor = TerminalUI.Position(row: layout.rows.lowerBound, column: layout.column) }
    return frame
  }

  private static func chrome(_ state: ProctorState, _ glyphs: Glyphs) -> Chrome {
    var chrome = Chrome(title: state.status.title[state.language] ?? "")
    let sessions = state.status.places.filter { $0.session != nil }
    func count(_ states: Set<RoomPlace.State>) -> String { String(sessions.count { states.contains($0.state) }) }
    chrome.subtitle =
      state.status.hasBegun
      ? state.say(
        .counts,
        [
          "working": count([.working]), "away": count([.away]), "paused": count([.paused]),
          "done": count([.finished, .timeUp, .closed]), "absent": String(state.status.absent.count),
        ]) : state.say(.notBegun)
    chrome.message = state.isCut ? state.say(.cut) : state.message
    // What keeps answers from being taken comes before all else.
    if let trouble = state.status.trouble, !state.isCut {
      chrome.message = Rendering(language: state.language).text(of: trouble.diagnostic)
    }
    switch state.mode {
    case .board:
      chrome.hints = [
        Chrome.Hint(key: glyphs.up + glyphs.down, action: CommonPhrase.choose.text(in: state.language)),
        Chrome.Hint(key: "Enter", action: state.say(.hintAct)),
        Chrome.Hint(key: CommonPhrase.space.text(in: state.language), action: state.say(.hintMark)),
        Chrome.Hint(key: "F2", action: state.say(.hintAll)), Chrome.Hint(key: "F10", action: state.say(.hintLeave)),
        Chrome.Hint(key: "F4", action: CommonPhrase.language.text(in: state.language)),
      ]
    case .actions, .confirm:
      chrome.hints = [
        Chrome.Hint(key: "1 2 " + glyphs.up + glyphs.down, action: CommonPhrase.choose.text(in: state.language)),
        Chrome.Hint(key: "Enter", action: RunnerPhrase.hintTake.text(in: state.language)),
        Chrome.Hint(key: "Backspace", action: CommonPhrase.back.text(in: state.language)),
      ]
    case .reason:
      chrome.hints = [
        Chrome.Hint(key: "Enter", action: RunnerPhrase.hintTake.text(in: state.language)),
        Chrome.Hint(key: "Ctrl-C", action: CommonPhrase.back.text(in: state.language)),
      ]
    }
    return chrome
  }

  private static func heading(_ state: ProctorState, _ targets: [SessionID]) -> String {
    guard !targets.isEmpty else { return state.say(.toAll) }
    let names = state.places.filter { $0.session.map(targets.contains) ?? false }.map(\.name)
    return names.joined(separator: ", ")
  }

  private static func addChoices(_ choices: [String], cursor: Int, to body: inout Body) {
    for (index, choice) in choices.enumerated() {
      let isFocused = index == cursor
      body.focused(isFocused) { body in
        body.add(
          StyledText(choice, isFocused ? .bold : .plain),
          before: (isFocused ? body.glyphs.pointer : " ") + " \(index + 1)  ", .bold)
      }
    }
  }

  // MARK: The board

  /// Widths of the columns behind the name.
  private struct Columns {
    var state: Int
    var progress = 7
    var flags = 4
    var idle = 7
    var left = 8
    var terminal: Int
    var name: Int

    init(width: Int, _ state: ProctorState) {
      self.state = RoomPlace.State.allCases.map { SafeText.line(state.say($0.phrase)).width }.max() ?? 10
      let fixed = 4 + self.state + progress + flags + idle + left + 5
      let rest = max(16, width - fixed)
      terminal = rest >= 40 ? 14 : 0
      name = max(12, rest - terminal)
    }
  }

  private static func addBoard(_ state: ProctorState, to body: inout Body) {
    let columns = Columns(width: body.width, state)
    let head = [
      (state.say(.name), columns.name), (state.say(.stands), columns.state), (state.say(.answered), columns.progress),
      ("!", columns.flags), (state.say(.idle), columns.idle), (state.say(.left), columns.left),
      (columns.terminal > 0 ? state.say(.terminal) : "", columns.terminal),
    ]
    body.addLine([StyledText.Run(SafeText.line("    " + line(head, body.glyphs)), .dim)])
    for (index, place) in state.places.enumerated() {
      let isFocused = index == state.cursor
      let isMarked = place.session.map(state.marked.contains) ?? false
      body.focused(isFocused) { body in
        let text =
          (isFocused ? body.glyphs.pointer : " ") + " " + (isMarked ? "* " : "  ")
          + line(cells(of: place, columns, state), body.glyphs)
        body.addLine([StyledText.Run(SafeText.line(text), isFocused ? .bold : .plain)])
      }
    }
    if state.places.isEmpty { body.add(state.say(.nobody)) }
    guard !state.status.absent.isEmpty else { return }
    body.blank()
    let names = state.status.absent.map(\.name).joined(separator: ", ")
    body.add(state.say(.absent, ["names": names]))
  }

  private static func cells(
    of place: RoomPlace, _ columns: Columns, _ state: ProctorState
  ) -> [(String, Int)] {
    let isOpen = [.working, .paused, .away].contains(place.state)
    let progress = place.session == nil ? "" : "\(place.answered)/\(place.total)"
    // Under a minute of quiet says nothing.
    let idle = place.idle.flatMap { $0 >= 60_000 ? ClockText.text(milliseconds: $0) : nil } ?? ""
    let left = place.left.flatMap { isOpen ? ClockText.text(milliseconds: $0) : nil } ?? ""
    let name = place.name.isEmpty ? "—" : place.name + (place.schoolClass.isEmpty ? "" : ", " + place.schoolClass)
    return [
      (name, columns.name), (state.say(place.state.phrase), columns.state), (progress, columns.progress),
      (place.flagged > 0 ? "!\(place.flagged)" : "", columns.flags), (idle, columns.idle), (left, columns.left),
      (columns.terminal > 0 ? place.terminal : "", columns.terminal),
    ]
  }

  private static func line(_ cells: [(text: String, width: Int)], _ glyphs: Glyphs) -> String {
    cells.filter { $0.width > 0 }.map { cell in
      let text = SafeText.line(cell.text).shortened(to: cell.width, ellipsis: glyphs.ellipsis)
      return text.string + String(repeating: " ", count: max(0, cell.width - text.width))
    }.joined(separator: " ")
  }
}

extension ProctorState {
  /// The board at a size.
  package func frame(size: Size, glyphs: Glyphs) -> Frame {
    Chrome.fits(size) ? ProctorView(self, size: size, glyphs: glyphs).frame : Chrome.tooSmall(size, in: language)
  }
}
