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
  let pane: PassagePane?

  init(_ state: RunnerState, size: Size, glyphs: Glyphs) {
    self.state = state
    self.size = size
    self.glyphs = glyphs
    let whole = Chrome.layout(
      size, message: state.message.map { state.text(of: $0) } ?? "", isLarge: state.looks.isLarge)
    if let passage = state.passageBeside {
      let areas = SplitScreen.areas(of: whole, size)
      var body = Body(width: areas.passage.width, glyphs: glyphs, isSpacious: false)
      body.add(state.styled(passage.text))
      pane = PassagePane(body, areas.passage)
      layout = areas.question
    } else {
      pane = nil
      layout = whole
    }
    // Other pages than the questions keep to what is seen at once.
    if state.looks.isLarge, state.mode == .work {
      body = state.body(width: layout.width, glyphs: glyphs, isSpacious: true)
      return
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

  /// On a page that is only read: how much of it is left below.
  private var more: String {
    guard pane == nil, state.isReading, body.lines.count > height else { return "" }
    return state.linesLeft(max(0, body.lines.count - height - clamped(state.scroll)), nil)
  }

  func clamped(_ scroll: Int) -> Int { body.clamped(scroll, height: height) }

  func isFocusVisible(_ scroll: Int) -> Bool { body.isFocusVisible(scroll: scroll, height: height) }

  var frame: Frame {
    var frame = Frame(size: size)
    var chrome = state.chrome(size, glyphs)
    chrome.more = more
    if pane?.isWhole == true { chrome.hints.removeAll { $0.key == "F5" } }
    chrome.draw(into: &frame, glyphs: glyphs)
    body.draw(into: &frame, rows: layout.rows, column: layout.column, scroll: state.scroll)
    if let pane {
      let line = pane.clamped(state.passageLine)
      pane.draw(
        into: &frame, line: line, isRead: state.mode == .passage, foot: state.linesLeft(pane.left(from: line), "F5"),
        glyphs: glyphs)
    }
    if state.looks.isLarge { LargePrint.dress(&frame) }
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

  mutating func fitPictures(_ dots: CellDots?) { looks.pictures.fit(dots) }

  mutating func followFocus() {
    guard Chrome.fits(size) else { return }
    let view = view
    scroll = view.body.scroll(from: scroll, height: view.height)
  }

  /// Cells that one line of a text field has.
  var entryWidth: Int {
    let width =
      passageBeside == nil
      ? Chrome.bodyWidth(size, isLarge: looks.isLarge)
      : SplitScreen.areas(of: Chrome.layout(size, message: "", isLarge: looks.isLarge), size).question.width
    return max(1, width - Body.entryIndent)
  }

  /// The passage that the question on the screen refers to, where the window is wide enough to show both.
  var passageBeside: Passage? {
    // In large print there is one thing a screen.
    guard mode == .work || mode == .passage, size.columns >= SplitScreen.leastColumns, !looks.isLarge else {
      return nil
    }
    return passage
  }

  /// The whole window is for reading.
  var isReading: Bool {
    switch mode {
    case .help, .passage: true
    case .work:
      switch block {
      case .note?, .stimulus?: true
      default: false
      }
    case .overview, .languages, .dialog, .waiting, .finished, .practice: false
    }
  }

  /// How much of a text is left below, and by which key it is read on.
  func linesLeft(_ count: Int, _ key: String?) -> String {
    let words = count == 0 ? phrase(.textEnd) : phrase(.linesLeft, ["n": "\(count)"])
    return key.map { words + " \u{00B7} " + $0 } ?? words
  }

  func body(width: Int, glyphs: Glyphs, isSpacious: Bool) -> Body {
    var body = Body(width: width, glyphs: glyphs, isSpacious: isSpacious)
    switch mode {
    case .work: if session.state.position == .end { addEnd(to: &body) } else { addQuestion(to: &body) }
    case .overview(let cursor): addOverview(to: &body, cursor: cursor)
    case .help: addHelp(to: &body)
    case .passage:
      if passageBeside != nil { addQuestion(to: &body) } else if let passage { body.add(styled(passage.text)) }
    case .languages(let cursor): addLanguages(to: &body, cursor: cursor)
    case .practice(let practice): addPractice(practice, to: &body)
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
    return StyledText(text.version(in: language), style, pictures: looks.pictures) {
      answers.reference($0, in: session)
    }
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
