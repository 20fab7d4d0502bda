import Administration
import Datasets
import Expressions
import Instruments
import TerminalUI
import Texts

/// Pairs, gaps, allocations and the length of essays on the screen.
extension RunnerState {
  /// The text with its gaps: the number of each and what was put there.
  func filled(_ gaps: Grid) -> StyledText {
    let numbers = Dictionary(gaps.rows.enumerated().map { ($1.id.text, $0 + 1) }) { first, _ in first }
    let answers = AnswerText(delivery, language: language)
    return StyledText(gaps.prompt.version(in: language), .bold) { id in
      guard let number = numbers[id], let slot = delivery.slot(of: Symbol(id)) else {
        return answers.reference(id, in: session)
      }
      return "(\(number)) [\(fill(at: slot) ?? "____")]"
    }
  }

  /// What stands in a gap, confirmed or not; nil where nothing does.
  private func fill(at slot: Int) -> String? {
    guard let item = delivery.item(at: slot) else { return nil }
    switch draft(for: item) {
    case .entry(let entry): return entry.isBlank ? nil : entry.text
    case .chosen(let codes): return codes.first.map { item.print(.code($0), in: language) }
    case .order, .sample, .pairs, .cells: return nil
    }
  }

  // MARK: Allocations

  /// What is left to give out, counting what is typed and not yet confirmed.
  func rest(of allocation: Allocation) -> Decimal64 {
    let typed = items.compactMap { try? $0.value(typed: entry(at: $0.slot).text, language: language).get() }
    return allocation.rest(after: typed)
  }

  func addRest(of allocation: Allocation, to body: inout Body) {
    let rest = rest(of: allocation)
    let unit = allocation.unit.map { " " + plain($0) } ?? ""
    let amount = NumberFormat.text("\(rest.isNegative ? rest.negated ?? rest : rest)", in: language) + unit
    if rest.isZero {
      body.add(phrase(.allocated), .bold, indent: 2)
    } else {
      body.add(phrase(rest.isNegative ? .allocatedTooMuch : .allocationRest, ["rest": amount]), .bold, indent: 2)
    }
  }

  // MARK: Essays

  /// Too many words are told with a sign, while there is time to shorten.
  func addWordCount(of item: DeliveryItem, _ form: EssayForm, to body: inout Body) {
    let text = entry(at: item.slot).text
    let isTooLong = form.maximumWords.map { text.wordCount > $0 } ?? false
    body.add(
      StyledText(wordCount(form, text), isTooLong ? Style(.bold, foreground: .red) : .dim),
      before: isTooLong ? "! " : "  ", .bold, indent: Body.entryIndent - 2)
  }

  func wordCount(_ form: EssayForm, _ text: String) -> String {
    let words = ["n": "\(text.wordCount)", "least": "\(form.minimumWords ?? 0)", "most": "\(form.maximumWords ?? 0)"]
    return switch (form.minimumWords, form.maximumWords) {
    case (nil, nil): phrase(.wordsWritten, words)
    case (_?, nil): phrase(.wordsAtLeast, words)
    case (nil, _?): phrase(.wordsAtMost, words)
    case (_?, _?): phrase(.wordsBetween, words)
    }
  }

  // MARK: Pairs

  func addMatch(of item: DeliveryItem, _ form: MatchForm, to body: inout Body, _ focused: FocusRow?) {
    let rights = options(of: item)
    let pairs = pairs(of: item)
    if body.isSpacious {
      body.add(phrase(.matchHow))
      body.blank()
    }
    for (index, left) in form.lefts.enumerated() {
      let isFocused = focused == .left(slot: item.slot, index: index)
      let right = pairs.first { $0.left == left.code }.flatMap { pair in rights.first { $0.code == pair.right } }
      var words = styled(left.text, isFocused ? .bold : .plain)
      words.append("  –  ", .plain)
      words.append(right.map { "(\($0.label)) \(plain($0.text))" } ?? "____", right == nil ? .plain : .bold)
      body.focused(isFocused) { body in
        body.add(words, before: pointer(isFocused, body.glyphs), .bold)
      }
      body.space()
    }
    body.blank()
    let taken = Set(pairs.map(\.right))
    if !body.isSpacious {
      // In a small window they stand in a row, so that all are seen.
      var legend = StyledText()
      for right in rights {
        if !legend.isEmpty { legend.append("; ") }
        legend.append("(\(right.label)) ", .bold)
        legend.append(plain(right.text), taken.contains(right.code) && !form.reusesRights ? .dim : .plain)
      }
      body.add(legend)
      return
    }
    for right in rights {
      let isTaken = taken.contains(right.code) && !form.reusesRights
      body.add(styled(right.text, isTaken ? .dim : .plain), before: "(\(right.label)) ", .bold, indent: 4)
    }
  }
}
