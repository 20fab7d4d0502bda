import Datasets
import Expressions
import Instruments
import Texts

/// What stands under each number: the words, and the place for the answer.
extension PaperDocument {
  func content(of entry: Paper.Entry, at index: Int) -> [PrintBlock] {
    switch entry.element.block {
    case .item:
      entry.questions.flatMap { question in
        prompt(of: question)
          + answer(to: question, skips: manner == .form ? Skips(paper: paper).targets(after: index) : [:])
      }
    case .grid(let grid): prompt(of: grid) + [.table(table(of: entry.questions))]
    case .rubric(let grid): prompt(of: grid) + [.table(rubric(of: entry.questions))]
    case .gaps(let grid): gaps(grid, entry.questions)
    case .allocate(let allocation): self.allocation(allocation, entry.questions)
    case .note, .stimulus, .compute: []
    }
  }

  private func prompt(of grid: Grid) -> [PrintBlock] { AuthorsWords.blocks(grid.prompt.version(in: language)) }

  private func prompt(of question: Paper.Question) -> [PrintBlock] {
    let item = question.item.item
    var after: [Run] = []
    if manner == .form, item.required == .yes { after = [.text("\u{A0}*")] }
    var blocks = AuthorsWords.blocks(item.prompt.version(in: language), after: after)
    if let limit = item.timeLimit {
      blocks.append(.text(language.say(.questionTime, ["time": words.time(limit)]), .note))
    }
    if let hint = item.hint { blocks += AuthorsWords.blocks(hint.version(in: language), style: .note) }
    return blocks
  }

  // MARK: Places for answers

  private func answer(to question: Paper.Question, skips: [Symbol: Skips.Target]) -> [PrintBlock] {
    switch question.item.item.kind {
    case .choose: return [choices(of: question, skips: skips) { .circle($0) }]
    case .chooseMany(_, let least, let most):
      let bounds = words.count(atLeast: least, atMost: most).map { [PrintBlock.text($0, .note)] } ?? []
      return bounds + [choices(of: question, skips: [:]) { .square($0) }]
    case .number(let form): return [.paragraph(blank(for: form))]
    case .text(let form):
      return form.lines > 1 ? [.lines(form.lines)] : [.paragraph([.mark(.blank(60))])]
    case .essay(let form):
      return (words.words(form).map { [.text($0, .note)] } ?? []) + [.lines(form.lines)]
    case .date(let form): return [.paragraph(date(form.precision))]
    case .order: return [ordering(of: question)]
    case .match(let form): return [matching(form, question)]
    case .tally: return [.text(language.say(.howMany), .note), .frame(height: 16), .paragraph([.mark(.cells(3))])]
    case .timeSample(let every, _): return [.table(timeTable(of: question, every: every))]
    case .criterion: return [.table(rubric(of: [question]))]
    case .timedGrid(let form): return cells(of: form)
    }
  }

  private func choices(
    of question: Paper.Question, skips: [Symbol: Skips.Target], mark: (String) -> Mark
  ) -> PrintBlock {
    let options = question.options.enumerated().map { place, option -> [PrintBlock] in
      var after: [Run] = []
      if option.asksText { after += [.space, .mark(.blank(24))] }
      if let condition = question.item.optionConditions[option.code] {
        let said = condition.describeCondition(in: language, wording)
        after.append(.words([.emphasis([.text(" " + language.say(.onlyIf, ["condition": said]))])]))
      }
      switch skips[option.code] {
      case .question(let number): after.append(arrow(language.say(.goTo, ["number": String(number)])))
      case .end: after.append(arrow(language.say(.goToEnd)))
      case nil: break
      }
      let letter = manner == .paper ? paper.letter(place) : ""
      return AuthorsWords.blocks(option.text.version(in: language), before: [.mark(mark(letter))], after: after)
    }
    let longest = question.options.map { $0.text.plain(in: language).count }.max() ?? 0
    let isPlain = skips.isEmpty && options.allSatisfy { $0.count == 1 } && !question.options.contains(where: \.asksText)
    let columns = !isPlain || longest > 34 || options.count < 3 ? 1 : longest > 11 || options.count % 4 != 0 ? 2 : 4
    return .choices(options, columns: columns)
  }

  private func arrow(_ text: String) -> Run { .words([.text("\u{2003}"), .emphasis([.text(text)])]) }

  func blank(for form: NumberForm) -> [Run] {
    let mark: Mark = words.cells(form).map { .cells($0) } ?? (manner == .paper ? .cells(6) : .blank(14))
    let unit = form.unit.map { [Run.text("\u{A0}" + $0.plain(in: language))] } ?? []
    return [.mark(mark)] + unit
  }

  func date(_ precision: DateForm.Precision) -> [Run] {
    let year: [Run] = [.mark(.cells(4))]
    let month: [Run] = [.mark(.cells(2)), .text(" . ")]
    return switch precision {
    case .day: [.mark(.cells(2)), .text(" . ")] + month + year
    case .month: month + year
    case .year: year
    }
  }

  private func ordering(of question: Paper.Question) -> PrintBlock {
    let options = question.options.enumerated().map { place, option in
      AuthorsWords.blocks(
        option.text.version(in: language),
        before: [.mark(.square("")), .strong("\(paper.letter(place))\u{A0}")])
    }
    let longest = question.options.map { $0.text.plain(in: language).count }.max() ?? 0
    return .choices(options, columns: longest > 30 ? 1 : longest > 10 || options.count % 4 != 0 ? 2 : 4)
  }

  private func matching(_ form: MatchForm, _ question: Paper.Question) -> PrintBlock {
    let lefts = form.lefts.enumerated().map { place, left in
      AuthorsWords.blocks(
        left.text.version(in: language), before: [.mark(.square("")), .strong("\(place + 1)\u{A0}")])
    }
    let rights = question.options.enumerated().map { place, right in
      AuthorsWords.blocks(right.text.version(in: language), before: [.strong("\(paper.letter(place))\u{A0}")])
    }
    return .columns([[.choices(lefts, columns: 1)], [.choices(rights, columns: 1)]])
  }

  // MARK: Tables

  private func conditionally(_ question: Paper.Question) -> [PrintBlock] {
    question.item.showIf.map { [routing(.answerIf, $0)] } ?? []
  }

  private func table(of questions: [Paper.Question]) -> PrintTable {
    let columns = questions.first?.options ?? []
    let width = columns.isEmpty ? 40 : max(7, min(14, 60 / columns.count))
    var rows: [PrintTable.Row] = []
    if !columns.isEmpty {
      let headings = columns.map {
        PrintTable.Cell(AuthorsWords.blocks($0.text.version(in: language)), isCentred: true)
      }
      rows.append(PrintTable.Row(isHeading: true, [PrintTable.Cell("")] + headings))
    }
    rows += questions.map { question in
      let words = conditionally(question) + prompt(of: question)
      guard !columns.isEmpty, question.options.map(\.code) == columns.map(\.code) else {
        return PrintTable.Row([PrintTable.Cell(words), PrintTable.Cell(answer(to: question, skips: [:]))])
      }
      let isMany = if case .chooseMany = question.item.item.kind { true } else { false }
      let marks = columns.indices.map { place in
        let letter = manner == .paper ? paper.letter(place) : ""
        return PrintTable.Cell(
          [.paragraph([.mark(isMany ? .square(letter) : .circle(letter))])], isCentred: true)
      }
      return PrintTable.Row([PrintTable.Cell(words)] + marks)
    }
    let count = max(1, columns.count)
    return PrintTable(widths: [100 - width * count] + Array(repeating: width, count: count), rows: rows)
  }

  func rubric(of questions: [Paper.Question]) -> PrintTable {
    let most = questions.map { Self.levels(of: $0).count }.max() ?? 0
    let rows = questions.map { question in
      var cells = [PrintTable.Cell(conditionally(question) + prompt(of: question))]
      cells += Self.levels(of: question).map { level in
        PrintTable.Cell(
          AuthorsWords.blocks(
            level.text.version(in: language), before: [.mark(.circle(words.number(level.points))), .text(" ")]))
      }
      cells += Array(repeating: PrintTable.Cell(""), count: max(0, most + 1 - cells.count))
      return PrintTable.Row(cells)
    }
    let first = most > 3 ? 20 : 25
    return PrintTable(
      widths: [first] + Array(repeating: (100 - first) / max(1, most), count: most), isDense: most > 3, rows: rows)
  }

  static func levels(of question: Paper.Question) -> [Descriptor] {
    if case .criterion(let levels) = question.item.item.kind { levels } else { [] }
  }

  /// A column each time that something is noted, to the end of what is observed: the time limit, else a lesson.
  private func timeTable(of question: Paper.Question, every: Int64) -> PrintTable {
    let lesson: Int64 = 45 * 60_000
    let times = Int(max(1, min(12, (paper.delivery.form.timeLimit ?? lesson) / max(1, every))))
    let headings = (1...times).map { time in
      let minutes = words.number(Decimal64(Int(every) * time).divided(by: Decimal64(60_000)) ?? .zero)
      return PrintTable.Cell(language.say(.afterMinutes, ["n": minutes]), isCentred: true)
    }
    let rows = question.options.map { option in
      PrintTable.Row(
        [PrintTable.Cell(AuthorsWords.blocks(option.text.version(in: language)))]
          + (1...times).map { _ in PrintTable.Cell([.paragraph([.mark(.circle(""))])], isCentred: true) })
    }
    return PrintTable(rows: [PrintTable.Row(isHeading: true, [PrintTable.Cell("")] + headings)] + rows)
  }

  /// The cells as they are read, with places for what the assessor writes down.
  private func cells(of form: TimedGridForm) -> [PrintBlock] {
    let cells = form.cells(in: language)
    let rows = stride(from: 0, to: cells.count, by: max(1, form.columns)).map { start in
      PrintTable.Row(
        cells[start..<min(cells.count, start + max(1, form.columns))].map { PrintTable.Cell($0, isCentred: true) })
    }
    let fields: [Run] = [
      .text(language.say(.lastCell) + ":\u{A0}"), .mark(.cells(3)), .text("   "),
      .text(language.say(.secondsLeft) + ":\u{A0}"), .mark(.cells(3)),
    ]
    return [.text(language.say(.tellCells), .note), .table(PrintTable(rows: rows)), .paragraph(fields)]
  }

  // MARK: Gaps and sums

  private func gaps(_ grid: Grid, _ questions: [Paper.Question]) -> [PrintBlock] {
    let places = Dictionary(
      questions.enumerated().map { ($1.item.item.id.text, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    var blocks = AuthorsWords.blocks(grid.prompt.version(in: language)) { id in
      places[id].map { "(\($0))\u{A0}____________" } ?? "______"
    }
    for (place, question) in questions.enumerated() where !question.options.isEmpty {
      let options = question.options.enumerated().map { index, option -> [Run] in
        let letter = manner == .paper ? paper.letter(index) : ""
        return [.mark(.circle(letter)), .words(option.text.version(in: language)), .text("\u{2003}")]
      }
      blocks.append(.paragraph([.text("(\(place + 1))\u{2003}")] + options.flatMap { $0 }))
    }
    return blocks
  }

  private func allocation(_ allocation: Allocation, _ questions: [Paper.Question]) -> [PrintBlock] {
    let unit = allocation.unit.map { "\u{A0}" + $0.plain(in: language) } ?? ""
    let total = words.number(allocation.total) + unit
    var rows = questions.map { question in
      PrintTable.Row([
        PrintTable.Cell(conditionally(question) + prompt(of: question)),
        PrintTable.Cell([.paragraph([.mark(.blank(8)), .text(unit)])]),
      ])
    }
    rows.append(
      PrintTable.Row([
        PrintTable.Cell([.paragraph([.strong(language.say(.sum))])]), PrintTable.Cell([.paragraph([.strong(total)])]),
      ]))
    return prompt(of: allocation.grid) + [
      .text(language.say(.addUp, ["total": total]), .note), .table(PrintTable(rows: rows)),
    ]
  }
}
