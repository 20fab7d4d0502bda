import Expressions
package import Texts

/// A board as plain lines for a terminal or a file: a table where it fits, a few lines an indicator where it doesn't.
///
/// Bands have a sign and a word, targets a mark, so nothing is said by colour alone.
package struct BoardText: Sendable {
  package var language: Language
  /// How many columns there are.
  package var width: Int

  package init(language: Language, width: Int = 110) {
    self.language = language
    self.width = width
  }

  /// The whole board with its heading, its notes and its legend.
  package func lines(of board: Board) -> [String] {
    var lines =
      wrapped(board.definition.title.plain(in: language)) + wrapped(board.cell.text(in: language, names: board.names))
    lines.append("")
    lines += body(of: board)
    let notes = board.rows.flatMap { row in
      row.value.findings.map { "! " + $0.text(of: row.indicator, in: language) }
    }
    if !notes.isEmpty { lines += [""] + notes.flatMap { wrapped($0) } }
    return lines + [""] + wrapped(BoardPhrase.legend.text(in: language))
  }

  /// What one answer changed: a line for every indicator that is different.
  package func lines(of changes: [Change], in board: Board) -> [String] {
    guard !changes.isEmpty else { return wrapped(BoardPhrase.noChanges.text(in: language)) }
    return changes.flatMap { change -> [String] in
      guard let row = board.rows.first(where: { $0.indicator.id == change.after.indicator }) else { return [] }
      let indicator = row.indicator
      var words = BoardPhrase.was.text(
        in: language,
        [
          "before": change.before.text(of: indicator, in: language),
          "after": change.after.text(of: indicator, in: language),
        ])
      if let difference = change.difference { words += " (\(indicator.signedText(of: difference, in: language)))" }
      words += ", n: \(change.before.rows) → \(change.after.rows)"
      return wrapped("\(indicator.label.plain(in: language)) (\(indicator.id)): \(words)")
    }
  }

  private func body(of board: Board) -> [String] {
    var table = TextTable(
      columns: [
        TextTable.Column(heading(.indicator), .leading), TextTable.Column(heading(.value), .trailing),
        TextTable.Column(heading(.interval), .trailing), TextTable.Column(heading(.count), .trailing),
        TextTable.Column(heading(.level), .leading), TextTable.Column(heading(.target), .trailing),
        TextTable.Column(heading(.change), .leading),
      ])
    for aspect in Indicator.Aspect.allCases {
      let rows = board.rows.filter { $0.indicator.aspect == aspect }
      guard !rows.isEmpty else { continue }
      table.addHeading(AspectWord(aspect).text(in: language))
      for row in rows {
        if row.value.number == nil {
          table.add(name(of: row), words: words(for: row.value, of: row.indicator))
        } else {
          table.add(cells(of: row))
        }
      }
    }
    table.dropEmptyColumns()
    return table.lines(width: width)
  }

  private func heading(_ phrase: BoardPhrase) -> String { phrase.text(in: language) }

  private func name(of row: Board.Row) -> String { "\(row.indicator.label.plain(in: language)) (\(row.indicator.id))" }

  /// Why there is no number, and of how many rows there is none.
  private func words(for value: IndicatorValue, of indicator: Indicator) -> String {
    let why = value.text(of: indicator, in: language)
    return value.rows == 0 ? why : "\(why), n \(count(value.rows))"
  }

  private func cells(of row: Board.Row) -> [String] {
    let indicator = row.indicator
    let value = row.value
    let level = value.level.map { LevelWord($0) }
    let target = value.target.map { target in
      (target.isMet ? BoardPhrase.targetMet : .targetMissed)
        .text(in: language, ["value": NumberFormat.text(target.value.text(places: places(of: target)), in: language)])
    }
    let change = row.sinceLastYear.flatMap { change in
      change.difference.map { difference in
        [indicator.signedText(of: difference, in: language), change.verdict?.text(in: language)]
          .compactMap { $0 }.joined(separator: ", ")
      }
    }
    return [
      name(of: row), value.text(of: indicator, in: language), value.interval.text(of: indicator, in: language),
      count(value.rows),
      level.map { "\($0.sign) \($0.text(in: language))" } ?? "", target ?? "", change ?? "",
    ]
  }

  /// A target is shown with the digits that it was given.
  private func places(of target: TargetOutcome) -> Int { Int(target.value.normalized.scale) }

  private func count(_ rows: Int) -> String { NumberFormat.text(String(rows), in: language) }

  private func wrapped(_ text: String) -> [String] { TextTable.wrapped(text, width: width) }
}
