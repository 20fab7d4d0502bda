import Administration
import Expressions
import Instruments
package import TerminalUI
import Texts

/// What a runner looks like at a size: head and foot, the body, and the window onto it.
struct RunnerView {
  let state: RunnerState
  let size: Size
  let glyphs: Glyphs
  let body: Body
  private let layout: Chrome.Layout
  /// The passage beside the question, where both have room.
  private let beside: (passage: Body, layout: Chrome.Layout)?

  init(_ state: RunnerState, size: Size, glyphs: Glyphs) {
    self.state = state
    self.size = size
    self.glyphs = glyphs
    let whole = Chrome.layout(size, message: state.message.map { state.text(of: $0) } ?? "")
    if let passage = state.passageBeside {
      let areas = SplitScreen.areas(of: whole, size)
      var body = Body(width: areas.passage.width, glyphs: glyphs, isSpacious: false)
      body.add(state.styled(passage.text))
      beside = (body, areas.passage)
      layout = areas.question
    } else {
      beside = nil
      layout = whole
    }
    let compact = state.body(width: layout.width, glyphs: glyphs, isSpacious: false)
    guard compact.lines.count < layout.rows.count else {
      body = compact
      return
    }
    let spacious = state.body(width: layout.width, glyphs: glyphs, isSpacious: true)
    body = spacious.lines.count <= layout.rows.count ? spacious : compact
  }

  /// Lines of the body that are seen at once.
  var height: Int { layout.rows.count }

  func clamped(_ scroll: Int) -> Int { body.clamped(scroll, height: height) }

  func isFocusVisible(_ scroll: Int) -> Bool { body.isFocusVisible(scroll: scroll, height: height) }

  var frame: Frame {
    var frame = Frame(size: size)
    state.chrome(size, glyphs).draw(into: &frame, glyphs: glyphs)
    if let beside {
      beside.passage.draw(into: &frame, rows: beside.layout.rows, column: beside.layout.column, scroll: 0)
      for row in layout.rows { frame.write(glyphs.vertical, row: row, column: layout.column - 2, style: .dim) }
    }
    body.draw(into: &frame, rows: layout.rows, column: layout.column, scroll: state.scroll)
    // Screen readers follow the cursor: where nothing is in focus, they read from the top.
    if frame.cursor == nil { frame.cursor = TerminalUI.Position(row: layout.rows.lowerBound, column: layout.column) }
    return frame
  }
}

extension RunnerState {
  /// The screen at a size.
  package func frame(size: Size, glyphs: Glyphs) -> Frame {
    Chrome.fits(size)
      ? RunnerView(self, size: size, glyphs: glyphs).frame : Chrome.tooSmall(size, in: language)
  }

  /// The layout that keys are understood by.
  var view: RunnerView { RunnerView(self, size: size, glyphs: .unicode) }

  mutating func followFocus() {
    guard Chrome.fits(size) else { return }
    let view = view
    scroll = view.body.scroll(from: scroll, height: view.height)
  }

  /// Cells that one line of a text field has.
  var entryWidth: Int {
    let width =
      passageBeside == nil
      ? Chrome.bodyWidth(size) : SplitScreen.areas(of: Chrome.layout(size, message: ""), size).question.width
    return max(1, width - Body.entryIndent)
  }

  /// The passage that the question on the screen refers to, where the window is wide enough to show both.
  var passageBeside: Passage? { mode == .work && size.columns >= SplitScreen.leastColumns ? passage : nil }

  func body(width: Int, glyphs: Glyphs, isSpacious: Bool) -> Body {
    var body = Body(width: width, glyphs: glyphs, isSpacious: isSpacious)
    switch mode {
    case .work: if session.state.position == .end { addEnd(to: &body) } else { addQuestion(to: &body) }
    case .overview(let cursor): addOverview(to: &body, cursor: cursor)
    case .help: addHelp(to: &body)
    case .passage: if let passage { body.add(styled(passage.text)) }
    case .languages(let cursor): addLanguages(to: &body, cursor: cursor)
    case .dialog(let dialog, let cursor): addDialog(to: &body, dialog, cursor: cursor)
    case .waiting:
      body.add(phrase(.waitingTitle), .bold)
      body.blank()
      body.add(phrase(.waitingWords))
    case .finished: addFinish(to: &body)
    }
    return body
  }

  func phrase(_ phrase: RunnerPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  /// An author's text in the language of the session, with the answers that it refers to.
  func styled(_ text: LocalizedText, _ style: Style = .plain) -> StyledText {
    let answers = AnswerText(delivery, language: language)
    return StyledText(text.version(in: language), style) { answers.reference($0, in: session) }
  }

  func plain(_ text: LocalizedText) -> String { styled(text).plain }

  /// The words of the message row.
  func text(of message: RunnerMessage) -> String {
    switch message {
    case .phrase(let phrase, let arguments): self.phrase(phrase, arguments)
    case .problem(let slot, let problem): text(of: problem, at: slot)
    }
  }

  /// The words for what is wrong with a draft; an author's own where a check has them.
  func text(of problem: EntryProblem, at slot: Int) -> String {
    if case .refused(.checkFailed(let slot, let check)) = problem,
      let checks = delivery.item(at: slot)?.checks, checks.indices.contains(check)
    {
      return plain(checks[check].message)
    }
    if problem.isOfPattern, let item = delivery.item(at: slot), case .text(let form) = item.item.kind,
      let message = form.pattern?.message
    {
      return plain(message)
    }
    return problem.text(in: language)
  }
}
