import Administration
import Expressions
import Instruments
import TerminalUI
import Texts

/// The pages beside the questions: the list, help, languages, dialogs, the end.
extension RunnerState {
  // MARK: Where the person stands

  /// The numbers of the questions that stand so, as a person reads them: "2, 5".
  private func numbers(where test: (ElementIndex) -> Bool) -> String {
    questions.enumerated().filter { test($0.element) }.map { "\($0.offset + 1)" }.joined(separator: ", ")
  }

  /// How many questions are answered, and which aren't, are marked, or are unfinished.
  func addStandings(to body: inout Body) {
    let total = questions.count
    let answered = questions.filter { standing(of: $0) == .answered }.count
    if answered == total {
      body.add(phrase(.allAnswered))
    } else {
      body.add(phrase(.answeredOf, ["n": "\(answered)", "total": "\(total)"]))
    }
    let lists: [(RunnerPhrase, String)] = [
      (.unansweredList, numbers { standing(of: $0) == .open }), (.partlyList, numbers { standing(of: $0) == .partly }),
      (.unfinishedList, numbers { standing(of: $0) == .unfinished }), (.flaggedList, numbers { isFlagged($0) }),
    ]
    for (words, list) in lists where !list.isEmpty { body.add(phrase(words, ["list": list])) }
  }

  func addEnd(to body: inout Body, namesKeys: Bool = true) {
    body.add(phrase(.endTitle), .bold)
    body.blank()
    addStandings(to: &body)
    guard namesKeys else { return }
    body.blank()
    body.add(phrase(.endHow))
  }

  // MARK: The list of questions

  func addOverview(to body: inout Body, cursor: Int) {
    body.add(phrase(.overviewLegend))
    if questions.contains(where: { standing(of: $0) == .unfinished }) { body.add(phrase(.overviewUnfinished)) }
    body.space()
    for (index, element) in questions.enumerated() {
      let isFocused = index == cursor
      let number = "\(index + 1)."
      let head = "\(pointer(isFocused, body.glyphs))\(mark(of: element)) \(number) "
      let room = body.width - SafeText.line(head).width
      let words = SafeText.line(words(of: element)).shortened(to: max(0, room), ellipsis: body.glyphs.ellipsis)
      body.focused(isFocused) { body in
        body.addLine([
          StyledText.Run(SafeText.line(head), isFocused ? .bold : .plain),
          StyledText.Run(words, isFocused ? .bold : .plain),
        ])
      }
    }
  }

  private func mark(of element: ElementIndex) -> String {
    if isFlagged(element) { return "[!]" }
    return switch standing(of: element) {
    case .open: "[ ]"
    case .partly: "[-]"
    case .answered: "[x]"
    case .unfinished: "[?]"
    }
  }

  func words(of element: ElementIndex) -> String {
    switch session.plan.element(at: element).block {
    case .item(let item): plain(item.prompt)
    case .grid(let grid), .rubric(let grid): plain(grid.prompt)
    case .gaps(let gaps): filled(gaps).plain
    case .allocate(let allocation): plain(allocation.grid.prompt)
    case .note(let passage), .stimulus(let passage): plain(passage.text)
    case .compute: ""
    }
  }

  // MARK: Help, languages

  func addHelp(to body: inout Body) {
    // Who writes a long text needs more keys than who chooses.
    let writes = items.contains { item in self.lines(of: item, item.slot) > 1 }
    let lines = HelpPhrase.lines(
      isKiosk: isKiosk, languages: delivery.form.languages.count, canRead: canRead, writes: writes)
    let width = lines.map { SafeText.line($0.key(in: language)).width }.max() ?? 0
    for line in lines {
      let key = line.key(in: language)
      let gap = String(repeating: " ", count: width - SafeText.line(key).width + 2)
      body.add(StyledText(line.text(in: language)), before: key + gap, .bold)
    }
  }

  func addLanguages(to body: inout Body, cursor: Int) {
    addChoices(delivery.form.languages.map(\.ownName), cursor: cursor, to: &body)
  }

  private func addChoices(_ choices: [String], cursor: Int, to body: inout Body) {
    for (index, choice) in choices.enumerated() {
      let isFocused = index == cursor
      body.focused(isFocused) { body in
        body.add(
          StyledText(choice, isFocused ? .bold : .plain), before: "\(pointer(isFocused, body.glyphs))\(index + 1)  ",
          .bold)
      }
      body.space()
    }
  }

  // MARK: Dialogs

  func addDialog(to body: inout Body, _ dialog: Dialog, cursor: Int) {
    switch dialog {
    case .handIn:
      body.add(phrase(.handInTitle), .bold)
      body.space()
      addStandings(to: &body)
      body.space()
      body.add(phrase(.handInAfter))
    case .blocked(let refusal):
      body.add(phrase(.blockedTitle), .bold)
      body.space()
      if let slot = refusal.slot, let number = number(ofSlot: slot) {
        body.add(phrase(.questionSays, ["n": "\(number)", "words": text(of: .refused(refusal), at: slot)]))
      } else {
        body.add(refusal.text(in: language))
      }
    case .leave:
      body.add(phrase(.leaveTitle), .bold)
      body.space()
      body.add(phrase(.leaveKept))
    case .pass: addPass(to: &body)
    case .check(let slot, let check, _): addCheck(slot: slot, check: check, to: &body)
    case .dropSample: body.add(phrase(.dropSampleTitle), .bold)
    case .restartCells: body.add(phrase(.restartCellsTitle), .bold)
    }
    body.space()
    addChoices(ways(of: dialog).map { words(of: $0, in: dialog) }, cursor: cursor, to: &body)
  }

  private func addCheck(slot: Int, check: Int, to body: inout Body) {
    guard let item = delivery.item(at: slot), item.checks.indices.contains(check) else { return }
    body.add(styled(item.item.prompt, .bold))
    body.space()
    if let value = session.answer(at: slot) {
      body.add(phrase(.yourAnswer, ["answer": AnswerText(delivery, language: language).text(of: value, at: slot)]))
    }
    body.add(styled(item.checks[check].message))
  }

  func words(of way: Way, in dialog: Dialog) -> String {
    switch (way, dialog) {
    case (.stay, .check): phrase(.changeAnswer)
    case (.stay, .dropSample): phrase(.keepSample)
    case (.restartCells, _): phrase(.restartCells)
    case (.stay, _): phrase(.goOnWorking)
    case (.handIn, _): phrase(.handInNow)
    case (.goTo(let slot), _): phrase(.goToQuestion, ["n": number(ofSlot: slot).map { "\($0)" } ?? ""])
    case (.leave, _): phrase(.leaveNow)
    case (.pass, _): phrase(session.openStop?.isStepwise == true ? .passQuestion : .passPart)
    case (.keepAnswer, _): phrase(.keepAnswer)
    case (.dropSample, _): phrase(.dropSample)
    }
  }

  // MARK: The end

  func addFinish(to body: inout Body, asksToGoOn: Bool = true) {
    guard case .sealed(let reason) = session.state.phase else { return }
    let words: RunnerPhrase =
      switch reason {
      case .submitted: .finishedSubmitted
      case .timeUp: .finishedTimeUp
      case .proctor: .finishedByProctor
      case .annulled: .finishedAnnulled
      }
    body.add(phrase(words), .bold)
    body.blank()
    let total = questions.count
    let answered = questions.filter { standing(of: $0) == .answered }.count
    body.add(phrase(.answeredOf, ["n": "\(answered)", "total": "\(total)"]))
    for slot in lost {
      guard let number = number(ofSlot: slot) else { continue }
      if case .entry(let entry)? = drafts[slot] {
        body.add(phrase(.notTaken, ["n": "\(number)", "typed": entry.text]))
      } else {
        body.add(phrase(.unfinishedList, ["list": "\(number)"]))
      }
    }
    if asksToGoOn {
      body.blank()
      body.add(phrase(.enterEnds))
    }
  }
}
