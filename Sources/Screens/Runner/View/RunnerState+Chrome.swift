import Administration
import Expressions
import Instruments
import TerminalUI
import Texts

/// Head and foot of a runner's screens: title, time, section, progress, message and keys.
extension RunnerState {
  func chrome(_ size: Size, _ glyphs: Glyphs) -> Chrome {
    var chrome = Chrome(title: plain(delivery.form.title))
    chrome.isLarge = looks.isLarge
    if !isOver, practice == nil {
      (chrome.clock, chrome.isClockUrgent) = clock
      chrome.progress = progress(size, glyphs)
    }
    chrome.subtitle = subtitle
    chrome.message = message.map { text(of: $0) } ?? ""
    chrome.hints = hints(glyphs)
    if mode == .work { chrome.help = Chrome.Hint(key: "F1", action: phrase(.hintHelp)) }
    return chrome
  }

  /// What is left: for the question or section that ends first, and for all.
  private var clock: (text: String, isUrgent: Bool) {
    let whole = wholeClock
    guard let part = session.partClocks.first else { return whole }
    let words = partTime(part)
    return (
      whole.text.isEmpty ? words : words + " \u{00B7} " + whole.text,
      whole.isUrgent || part.left(at: now) <= Self.lastCall
    )
  }

  func partTime(_ clock: Session.PartClock) -> String {
    phrase(
      clock.isSection ? .sectionLeft : .questionLeft,
      ["time": ClockText.text(milliseconds: clock.left(at: now))])
  }

  private var wholeClock: (text: String, isUrgent: Bool) {
    if let left = session.timeLeft(at: now) {
      return (phrase(.timeLeft, ["time": ClockText.text(milliseconds: left)]), left <= 60_000)
    }
    // Observers need to know when the next record is due.
    guard !samples.isEmpty else { return ("", false) }
    return (phrase(.timePassed, ["time": ClockText.text(milliseconds: now.milliseconds)]), false)
  }

  private func progress(_ size: Size, _ glyphs: Glyphs) -> String {
    let questions = questions
    guard !questions.isEmpty else { return "" }
    let done = questions.filter { standing(of: $0) == .answered }.count
    // Of a test that follows the answers the most that there may be is known.
    let total = questions.count + session.mostToCome
    let bar = Bar.text(done, of: total, cells: size.columns >= 60 ? 12 : 6, glyphs: glyphs)
    guard let element = session.currentElement, let number = number(of: element) else { return bar }
    return (isFlagged(element) ? "[!] " : "") + "\(number) / \(total)  " + bar
  }

  private var subtitle: String {
    switch mode {
    case .overview: return phrase(.overviewTitle)
    case .help: return phrase(.helpTitle)
    case .passage: return phrase(.passageTitle)
    case .languages: return phrase(.languagesTitle)
    case .practice: return PracticePhrase.title.text(in: language)
    case .dialog, .waiting, .finished: return ""
    case .work:
      guard let element = session.currentElement else { return "" }
      return delivery.sections[element.section].section.title.map { plain($0) } ?? ""
    }
  }

  // MARK: Keys

  private func hints(_ glyphs: Glyphs) -> [Chrome.Hint] {
    let arrows = glyphs.up + glyphs.down
    switch mode {
    case .work: return workHints(glyphs)
    case .overview:
      return [
        Chrome.Hint(key: arrows, action: phrase(.hintChoose)), Chrome.Hint(key: "Enter", action: phrase(.hintGoThere)),
        Chrome.Hint(key: "F2", action: phrase(.hintBack)), Chrome.Hint(key: "F10", action: phrase(.hintHandIn)),
      ]
    case .help, .passage:
      return [
        Chrome.Hint(key: "Enter", action: phrase(.hintBack)), Chrome.Hint(key: arrows, action: phrase(.hintScroll)),
      ]
    case .languages, .dialog:
      return [
        Chrome.Hint(key: "1 2 " + arrows, action: phrase(.hintChoose)),
        Chrome.Hint(key: "Enter", action: phrase(.hintTake)),
      ]
    case .waiting: return []
    case .practice(let practice): return practiceHints(practice, glyphs)
    case .finished: return [Chrome.Hint(key: "Enter", action: phrase(.hintFinish))]
    }
  }

  private func workHints(_ glyphs: Glyphs) -> [Chrome.Hint] {
    var hints = fieldHints(glyphs)
    let isEnd = session.state.position == .end
    if !isEnd { hints.append(Chrome.Hint(key: "PgDn", action: phrase(.hintNext))) }
    // Where the way follows the answers there may be no way back.
    if session.state.locked.isEmpty || session.position(before: session.state.position) != nil {
      hints.append(Chrome.Hint(key: "PgUp", action: phrase(.hintBack)))
    }
    if canRead { hints.append(Chrome.Hint(key: "F9", action: phrase(.hintAloud))) }
    if passage != nil { hints.append(Chrome.Hint(key: "F5", action: phrase(.hintPassage))) }
    hints.append(Chrome.Hint(key: "F2", action: phrase(.hintList)))
    if !isEnd {
      if session.openStop == nil { hints.append(Chrome.Hint(key: "F10", action: phrase(.hintHandIn))) }
      hints.append(Chrome.Hint(key: "F3", action: phrase(.hintFlag)))
    }
    if delivery.form.languages.count > 1 { hints.append(Chrome.Hint(key: "F4", action: phrase(.hintLanguage))) }
    return hints
  }

  private func fieldHints(_ glyphs: Glyphs) -> [Chrome.Hint] {
    let enter = Chrome.Hint(key: "Enter", action: phrase(.hintConfirm))
    let space = CommonPhrase.space.text(in: language)
    guard let row = focusedRow, let item = item(at: row.slot) else {
      let isEnd = session.state.position == .end
      return [Chrome.Hint(key: "Enter", action: phrase(isEnd ? .hintHandIn : .hintRead))]
    }
    switch row {
    case .option:
      let keys = options(of: item).map(\.label).filter { $0.count == 1 }
      let digits = keys.count > 1 ? "\(keys[0])-\(keys[keys.count - 1])" : "1"
      return [Chrome.Hint(key: digits, action: phrase(.hintChoose)), enter]
    case .tableRow:
      return [Chrome.Hint(key: "1-\(options(of: item).count)", action: phrase(.hintChoose)), enter]
    case .cells: return cellsHints(of: item, glyphs)
    case .left:
      let count = options(of: item).count
      return [Chrome.Hint(key: count > 1 ? "1-\(min(count, 9))" : "1", action: phrase(.hintJoin)), enter]
    case .place(let slot, _):
      if case .order(_, true)? = drafts[slot] {
        return [
          Chrome.Hint(key: glyphs.up + glyphs.down, action: phrase(.hintMove)),
          Chrome.Hint(key: space, action: phrase(.hintPutDown)),
        ]
      }
      return [Chrome.Hint(key: "1 2 3", action: phrase(.hintOrder)), enter]
    case .entry where item.item.kind == .tally:
      return [Chrome.Hint(key: "+", action: phrase(.hintMore)), Chrome.Hint(key: "-", action: phrase(.hintLess))]
    case .entry, .otherText:
      let slot = if case .otherText(_, _, let other) = row { other } else { item.slot }
      return lines(of: item, slot) > 1 ? [Chrome.Hint(key: "Enter", action: phrase(.hintNewLine))] : [enter]
    }
  }

  private func cellsHints(of item: DeliveryItem, _ glyphs: Glyphs) -> [Chrome.Hint] {
    let space = CommonPhrase.space.text(in: language)
    switch cells(of: item).phase {
    case .ready: return [Chrome.Hint(key: space, action: phrase(.hintBegin))]
    case .running, .timeOver:
      return [
        Chrome.Hint(key: glyphs.right + glyphs.down, action: phrase(.hintFollow)),
        Chrome.Hint(key: space, action: phrase(.hintWrong)), Chrome.Hint(key: "Enter", action: phrase(.hintLast)),
      ]
    case .done:
      return [
        Chrome.Hint(key: space, action: phrase(.hintWrong)), Chrome.Hint(key: ".", action: phrase(.hintLast)),
        Chrome.Hint(key: "Enter", action: phrase(.hintConfirm)),
      ]
    }
  }
}
