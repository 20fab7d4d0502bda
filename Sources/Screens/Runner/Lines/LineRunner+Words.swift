import Administration
import Datasets
import Expressions
import Instruments
import TerminalUI
import Texts

/// What the line mode prints.
extension LineRunner {
  func words(_ phrase: LinePhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: state.language, arguments)
  }

  /// The lines of a page as plain text.
  func print(_ build: (inout Body) -> Void) -> String {
    var body = Body(width: Self.size.columns, glyphs: .unicode, isSpacious: false)
    build(&body)
    return body.lines.map { line in
      String(repeating: " ", count: line.indent) + line.runs.map(\.text.string).joined() + "\n"
    }.joined()
  }

  /// The words for what is wrong, without the keys of a full screen.
  func text(of problem: EntryProblem, at slot: Int) -> String {
    problem == .orderUnfinished ? words(.orderAll) : state.text(of: problem, at: slot)
  }

  /// What the state says, and forgets.
  mutating func takeMessage() -> String {
    let message = state.message
    setState { $0.message = nil }
    switch message {
    case nil: return ""
    case .phrase(.endReached, _)?: return words(.endHow) + "\n"
    case .problem(let slot, let problem)?: return text(of: problem, at: slot) + "\n"
    case .phrase(let phrase, let arguments)?: return state.phrase(phrase, arguments) + "\n"
    }
  }

  /// A new screen: where it stands, how much time is left, and its first question.
  mutating func arrival() -> String {
    asked = .item(0)
    lines = []
    if state.isTable || state.items.count > 1 {
      let open = state.items.firstIndex { !state.isFilled($0) }
      asked = .item(open ?? 0)
    }
    guard let element = state.session.currentElement else {
      return "\n" + print { state.addEnd(to: &$0, namesKeys: false) } + words(.endHow) + "\n" + prompt
    }
    var head: [String] = []
    if let number = state.number(of: element) {
      head.append("\(number) / \(state.questions.count + state.session.mostToCome)")
    }
    if let clock = state.session.partClocks.first { head.append(state.partTime(clock)) }
    if let left = state.session.timeLeft(at: state.now) {
      head.append(state.phrase(.timeLeft, ["time": ClockText.text(milliseconds: left)]))
    }
    if let title = state.delivery.sections[element.section].section.title { head.append(state.plain(title)) }
    var output = "\n" + (head.isEmpty ? "" : "--- " + head.joined(separator: " \u{00B7} ") + "\n")
    switch state.block {
    case .note(let passage)?, .stimulus(let passage)?:
      return output + state.plain(passage.text) + "\n" + prompt
    case .grid(let grid)?, .rubric(let grid)?: output += state.plain(grid.prompt) + "\n"
    case .gaps(let gaps)?: output += state.filled(gaps).plain + "\n"
    case .allocate(let allocation)?:
      output += state.plain(allocation.grid.prompt) + "\n" + print { state.addRest(of: allocation, to: &$0) }
    case .item?, .compute?, nil: break
    }
    return output + question()
  }

  /// The item that is asked: its words, its options, its answer so far.
  func question() -> String {
    guard let item = askedItem else { return prompt }
    var output = state.plain(item.item.prompt) + "\n"
    if let hint = item.item.hint { output += state.plain(hint) + "\n" }
    if case .match(let form) = item.item.kind {
      for left in form.lefts { output += "  \(left.code)) \(state.plain(left.text))\n" }
      output += "  --\n"
    }
    for option in state.options(of: item) { output += "  \(option.label)) \(state.plain(option.text))\n" }
    if case .timedGrid(let form) = item.item.kind { output += state.numberedCells(form) }
    switch item.item.kind {
    case .timedGrid(let form):
      output += state.phrase(.cellsTyped, ["time": ClockText.text(milliseconds: form.time)]) + "\n"
    case .text(let form) where form.lines > 1: output += words(.textEnds) + "\n"
    case .essay(let form): output += state.wordCount(form, "") + "\n" + words(.textEnds) + "\n"
    case .date(let form): output += state.phrase(.dateLike, ["like": form.sample]) + "\n"
    case .match: output += words(.matchTyped) + "\n"
    case .order: output += state.phrase(.orderHow) + "\n"
    case .tally: output += state.phrase(.tallyHow) + "\n"
    default: break
    }
    if state.session.isAnswered(item.slot) {
      output += state.phrase(.yourAnswer, ["answer": standing(of: item)]) + "\n"
    }
    return output + prompt
  }

  func standing(of item: DeliveryItem) -> String {
    let value = state.session.answer(at: item.slot) ?? .unanswered
    return AnswerText(state.delivery, language: state.language).text(of: value, at: item.slot)
  }

  /// What stands before the place to type.
  var prompt: String {
    if case .dialog = state.mode { return words(.chooseWay) + "> " }
    if case .other = asked { return words(.otherText) + "> " }
    guard let item = askedItem else {
      return state.session.state.position == .end ? "> " : words(.goOn) + "> "
    }
    switch item.item.kind {
    case .chooseMany: return words(.answer) + " (" + words(.hint) + ")> "
    case .number(let form): return words(.answer) + (form.unit.map { " (\(state.plain($0)))" } ?? "") + "> "
    default: return words(.answer) + "> "
    }
  }

  // MARK: Dialogs

  func dialogText() -> String {
    guard case .dialog(let dialog, let cursor) = state.mode else { return "" }
    return "\n" + print { state.addDialog(to: &$0, dialog, cursor: cursor) } + prompt
  }

  mutating func choose(_ line: String, in dialog: Dialog) -> String {
    let ways = state.ways(of: dialog)
    guard let number = Int(line.filter { !$0.isWhitespace }), ways.indices.contains(number - 1) else {
      return text(of: .noSuchOption(line), at: 0) + "\n" + prompt
    }
    let before = state.session.state.position
    setState { $0.takeInDialog(.enter, dialog, cursor: number - 1) }
    if case .dialog = state.mode { return dialogText() }
    if state.isOver || state.exit != nil { return "" }
    if state.session.state.position != before { return arrival() }
    return "\n" + question()
  }

  // MARK: Commands

  mutating func obey(_ request: LineCommand.Request) -> String {
    switch request {
    case .question(let number):
      let questions = state.questions
      guard questions.indices.contains(number - 1) else {
        return words(.noSuchQuestion, ["n": "\(number)"]) + "\n" + prompt
      }
      let target = Administration.Position.element(questions[number - 1])
      if target == state.session.state.position { return arrival() }
      return moving { $0.move(to: target) }
    case .command(let command): return obey(command)
    }
  }

  private mutating func obey(_ command: LineCommand) -> String {
    switch command {
    case .back: return moving { $0.goBack() }
    case .next: return moving { $0.goForward() }
    case .flag:
      setState { $0.toggleFlag() }
      return said()
    case .list: return print { state.addOverview(to: &$0, cursor: -1) } + prompt
    case .language:
      setState { $0.nextLanguage() }
      return said(question())
    case .passage:
      guard let passage = state.passage else { return state.phrase(.noPassage) + "\n" + prompt }
      return state.plain(passage.text) + "\n" + prompt
    case .clear: return clear()
    case .handIn: return moving { $0.askToHandIn() }
    case .help:
      let lines = LineCommand.allCases.map {
        "  /\($0.text(in: state.language)) \u{2014} \($0.explanation.text(in: state.language))\n"
      }
      return lines.joined() + prompt
    case .leave:
      setState { $0.ask(.leave) }
      return dialogText()
    }
  }

  private mutating func clear() -> String {
    guard let item = askedItem, state.session.isAnswered(item.slot) else { return words(.nothingTyped) + "\n" + prompt }
    setState { _ = $0.record(.cleared($0.session.address(of: item.slot))) }
    return question()
  }

  private mutating func said(_ rest: String? = nil) -> String {
    takeMessage() + (rest ?? prompt)
  }
}
