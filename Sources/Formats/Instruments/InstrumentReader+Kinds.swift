import Datasets
import Diagnostics
import Expressions
import Instruments
import Texts
import XML

/// Dates, patterns, pairs, gaps and allocations.
extension InstrumentBuilder {
  mutating func dateForm(_ piece: Piece) -> DateForm {
    DateForm(
      minimum: border("min", of: piece), maximum: border("max", of: piece),
      precision: piece.choice("precision") ?? .day)
  }

  private mutating func border(_ name: String, of piece: Piece) -> DateForm.Border? {
    guard let word = piece.word(name) else { return nil }
    if word == "today" { return .today }
    guard let day = CalendarDate(word) else {
      report(GrammarFinding.notADate, at: piece.place(of: name), found: word)
      return nil
    }
    return .day(day)
  }

  /// `2026-05-25`, `2026-05` or `2026`, as the first day of it.
  mutating func datesKey(_ piece: Piece) -> ItemKey.Answer? {
    var dates: [CalendarDate] = []
    for key in piece.children("date-key") {
      guard let text = key.value?.trimmed else { continue }
      let whole = text.text + ["", "", "-01", "-01-01"][max(0, 4 - text.text.split(separator: "-").count)]
      if let date = CalendarDate(whole) {
        dates.append(date)
      } else {
        report(GrammarFinding.notADate, at: text.place, found: text.text)
      }
    }
    return dates.isEmpty ? nil : .dates(dates)
  }

  mutating func pattern(_ piece: Piece) -> TextPattern? {
    guard let source = piece.sourceText("pattern")?.trimmed else { return nil }
    switch Pattern.parse(source.text) {
    case .success(let pattern):
      if Pattern.isAmbiguous(source.text) {
        report(KindFinding.ambiguousPattern, at: source.place, found: source.text)
        return nil
      }
      if source.text.hasPrefix("^") || source.text.hasSuffix("$"), !source.text.hasSuffix("\\$") {
        report(KindFinding.anchorInPattern, at: source.place, found: source.text)
      }
      return TextPattern(source: source, pattern: pattern, message: piece.first("format")?.text)
    case .failure(let mistake):
      let start = source.text.index(source.text.startIndex, offsetBy: min(mistake.offset, source.text.count))
      let offset = source.text.utf8.distance(from: source.text.startIndex, to: start)
      let end = min(offset + 1, source.text.utf8.count)
      report(
        KindFinding.badPattern, at: source.place(of: min(offset, end)..<end), found: source.text,
        arguments: ["n": String(mistake.offset + 1)])
      return nil
    }
  }

  // MARK: Pairs

  mutating func matchForm(_ piece: Piece) -> MatchForm {
    MatchForm(
      lefts: piece.children("match-left").compactMap(\.option),
      rights: Choices(
        options: piece.children("match-right").compactMap(\.option), isShuffled: piece.flag("shuffle") ?? false),
      reusesRights: piece.flag("reuse") ?? false)
  }

  func pairsKey(_ piece: Piece) -> ItemKey.Answer? {
    let pairs = piece.children("match-left").flatMap { left -> [MatchPair] in
      guard let code = left.symbol("code") else { return [] }
      return left.words("correct").map { MatchPair(left: code, right: Symbol($0.word)) }
    }
    return pairs.isEmpty ? nil : .pairs(pairs)
  }

  /// An essay with points, or with criteria that have some, is judged.
  mutating func judgement(_ piece: Piece) -> (answer: ItemKey.Answer, points: Decimal64)? {
    let criteria = piece.children("guide-criterion").compactMap { criterion -> MarkingGuide.Criterion? in
      guard let text = criterion.text else { return nil }
      let levels = criterion.children("descriptor").compactMap { level -> Descriptor? in
        guard let points = level.decimal("points"), let text = level.text else { return nil }
        return Descriptor(points: points, text: text, place: level.place)
      }
      return MarkingGuide.Criterion(id: id(of: criterion), text: text, levels: levels, place: criterion.place)
    }
    let sum = criteria.reduce(Decimal64.zero) { sum, criterion in
      sum.adding(criterion.levels.map(\.points).max() ?? .zero) ?? sum
    }
    let points = piece.decimal("points") ?? (sum.isZero ? nil : sum)
    guard let points else { return nil }
    return (.judgement(MarkingGuide(text: piece.first("guide")?.text, criteria: criteria)), points)
  }

  // MARK: Blocks of several

  mutating func gaps(_ piece: Piece) -> Block {
    let id = id(of: piece)
    let required = requirement(piece)
    var rows: [Item] = []
    for gap in piece.children("gap") where countItem(gap) {
      let kind = gapKind(of: gap)
      var item = item(gap, kind, required: requirement(gap) ?? required ?? .no)
      // A gap has no words of its own: it stands in those of the whole.
      item.prompt = LocalizedText("(\(rows.count + 1))")
      gapKey(of: item, gap)
      rows.append(item)
    }
    return .gaps(
      Grid(
        id: id, prompt: piece.text ?? Self.noText, showIf: piece.sourceText("show-if"), rows: rows, place: piece.place))
  }

  private mutating func gapKind(of piece: Piece) -> Item.Kind {
    let hasOptions = piece.attribute("choices") != nil || !piece.children("keyed-option").isEmpty
    switch piece.word("kind") ?? (hasOptions ? "choose" : "text") {
    case "choose": return .choose(choices(of: piece))
    case "number":
      return .number(
        NumberForm(
          minimum: piece.decimal("min"), maximum: piece.decimal("max"), isWhole: piece.flag("whole") ?? false,
          unit: piece.word("unit").map { LocalizedText($0) }))
    default: return .text(TextForm(maximumLength: piece.whole("max-length") ?? TextForm.defaultLength))
    }
  }

  private mutating func gapKey(of item: Item, _ piece: Piece) {
    let keys = piece.children("gap-key")
    let answer: ItemKey.Answer?
    switch item.kind {
    case .choose:
      let marked = piece.children("keyed-option").filter { $0.flag("correct") == true }.compactMap { $0.symbol("code") }
      let named = keys.compactMap { $0.value?.trimmed.text }.map { Symbol($0) }
      answer = marked.isEmpty && named.isEmpty ? nil : .options(marked.isEmpty ? named : marked)
    case .number:
      var numbers: [NumberKey] = []
      for key in keys {
        guard let text = key.value?.trimmed else { continue }
        if let value = Decimal64(typed: text.text) {
          numbers.append(NumberKey(value: value, tolerance: Self.tolerance(key)))
        } else {
          report(GrammarFinding.notANumber, at: text.place, found: text.text)
        }
      }
      answer = numbers.isEmpty ? nil : .numbers(numbers)
    default:
      let texts = keys.compactMap { $0.value?.trimmed }
      answer = texts.isEmpty ? nil : .texts(texts)
    }
    specify(item.id, piece)
    guard let answer else { return }
    var key = ItemKey(
      item: item.id, points: piece.decimal("points") ?? .one, credit: .all, answer: answer, place: piece.place)
    key.spelling = Self.spelling(piece)
    self.keys.append(key)
  }

  mutating func allocation(_ piece: Piece) -> Block {
    let id = id(of: piece)
    let required = requirement(piece)
    let total = piece.decimal("total") ?? .zero
    let isWhole = piece.flag("whole") ?? true
    let unit =
      piece.attribute("unit").map { LocalizedText(Lexical.collapsed($0.value[...])) } ?? piece.first("unit")?.text
    let rows = piece.children("allocate-row").compactMap { row -> Item? in
      guard countItem(row) else { return nil }
      let form = NumberForm(
        minimum: row.decimal("min") ?? .zero, maximum: row.decimal("max") ?? total, isWhole: isWhole, unit: unit)
      return item(row, .number(form), required: requirement(row) ?? required ?? .no)
    }
    let grid = Grid(
      id: id, prompt: piece.text ?? Self.noText, showIf: piece.sourceText("show-if"), rows: rows, place: piece.place)
    return .allocate(Allocation(grid: grid, total: total, isWhole: isWhole, unit: unit))
  }
}
