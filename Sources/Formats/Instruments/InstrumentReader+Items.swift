import Datasets
import Diagnostics
import Expressions
import Instruments
import Texts
import XML

/// Blocks and items.
extension InstrumentBuilder {
  mutating func block(_ piece: Piece) -> Block? {
    switch piece.type {
    case "title", "adapt", "route": nil
    case "grid": grid(piece)
    case "rubric": rubric(piece)
    case "note": .note(passage(piece))
    case "stimulus": .stimulus(passage(piece))
    case "compute": computation(piece)
    case "gaps": gaps(piece)
    case "allocate": allocation(piece)
    default: question(piece).map { .item($0) }
    }
  }

  private mutating func passage(_ piece: Piece) -> Passage {
    Passage(
      id: id(of: piece), text: piece.text ?? Self.noText, showIf: piece.sourceText("show-if"),
      items: piece.words("items").map { Symbol($0.word) }, place: piece.place)
  }

  private mutating func computation(_ piece: Piece) -> Block? {
    let id = id(of: piece)
    guard let value = piece.sourceText("value") else { return nil }
    return .compute(
      Computation(id: id, value: value, showIf: piece.sourceText("show-if"), place: piece.place))
  }

  private mutating func grid(_ piece: Piece) -> Block {
    let id = id(of: piece)
    let choices = choices(of: piece)
    let required = requirement(piece)
    let rows = piece.children("row").compactMap { row -> Item? in
      guard countItem(row) else { return nil }
      let item = item(row, .choose(choices), required: requirement(row) ?? required ?? .no)
      if row.flag("reverse") == true { reversed.insert(item.id) }
      return item
    }
    return .grid(
      Grid(
        id: id, prompt: piece.text ?? Self.noText, showIf: piece.sourceText("show-if"),
        shufflesRows: piece.word("shuffle") == "rows", rows: rows, place: piece.place))
  }

  private mutating func rubric(_ piece: Piece) -> Block {
    let id = id(of: piece)
    let required = requirement(piece)
    let criteria = piece.children("criterion").compactMap { criterion -> Item? in
      guard countItem(criterion) else { return nil }
      let descriptors = criterion.children("descriptor").compactMap { piece -> Descriptor? in
        guard let points = piece.decimal("points"), let text = piece.text else { return nil }
        return Descriptor(points: points, text: text, place: piece.place)
      }
      let item = item(criterion, .criterion(descriptors), required: requirement(criterion) ?? required ?? .no)
      if let most = descriptors.map(\.points).max() {
        keys.append(ItemKey(item: item.id, points: most, credit: .all, answer: .levels, place: criterion.place))
      }
      return item
    }
    return .rubric(
      Grid(
        id: id, prompt: piece.text ?? Self.noText, showIf: piece.sourceText("show-if"), rows: criteria,
        place: piece.place))
  }

  private mutating func question(_ piece: Piece) -> Item? {
    guard countItem(piece) else { return nil }
    let kind = kind(of: piece)
    let item = item(piece, kind, required: requirement(piece) ?? .no)
    if piece.flag("reverse") == true { reversed.insert(item.id) }
    key(of: item, piece)
    return item
  }

  private mutating func kind(of piece: Piece) -> Item.Kind {
    switch piece.type {
    case "choose": return .choose(choices(of: piece))
    case "choose-many":
      return .chooseMany(choices(of: piece), atLeast: piece.whole("at-least"), atMost: piece.whole("at-most"))
    case "number":
      let unit = piece.attribute("unit").map { LocalizedText(Lexical.collapsed($0.value[...])) }
      return .number(
        NumberForm(
          minimum: piece.decimal("min"), maximum: piece.decimal("max"), isWhole: piece.flag("whole") ?? false,
          unit: unit ?? piece.first("unit")?.text))
    case "order": return .order(choices(of: piece))
    case "tally": return .tally
    case "date": return .date(dateForm(piece))
    case "essay":
      return .essay(
        EssayForm(
          lines: piece.whole("lines") ?? EssayForm.defaultLines, minimumWords: piece.whole("min-words"),
          maximumWords: piece.whole("max-words"), maximumLength: piece.whole("max-length") ?? EssayForm.defaultLength))
    case "match": return .match(matchForm(piece))
    case "timed-grid": return .timedGrid(timedGrid(piece))
    case "time-sample": return .timeSample(every: piece.milliseconds("every") ?? 0, choices(of: piece))
    default:
      return .text(
        TextForm(
          lines: piece.whole("lines") ?? 1, maximumLength: piece.whole("max-length") ?? TextForm.defaultLength,
          pattern: pattern(piece)))
    }
  }

  mutating func item(_ piece: Piece, _ kind: Item.Kind, required: Item.Requirement) -> Item {
    Item(
      id: id(of: piece), prompt: piece.text ?? Self.noText, hint: piece.first("hint")?.text, kind: kind,
      showIf: piece.sourceText("show-if"), required: required, checks: piece.children("check").compactMap(Self.check),
      timeLimit: piece.milliseconds("time-limit"), place: piece.place)
  }

  private static func check(_ piece: Piece) -> AnswerCheck? {
    guard let that = piece.sourceText("that") else { return nil }
    return AnswerCheck(
      that: that, otherwise: piece.choice("else") ?? .refuse, message: piece.text ?? noText, place: piece.place)
  }

  /// `yes`, `no`, or an expression; nil where nothing is said.
  func requirement(_ piece: Piece) -> Item.Requirement? {
    switch piece.word("required") {
    case nil: nil
    case "yes": .yes
    case "no": .no
    default: piece.sourceText("required").map { .when($0) }
    }
  }

  private static let optionTypes = ["option", "keyed-option", "placed-option"]

  /// An item's own options, or those of the list that it names.
  mutating func choices(of piece: Piece) -> Choices {
    let own = piece.children.filter { Self.optionTypes.contains($0.type) }
    let isShuffled = piece.flag("shuffle") ?? false
    guard let name = piece.word("choices") else {
      // A name that is there and wrong is reported already.
      if own.isEmpty, piece.element.attribute("choices") == nil {
        report(
          InstrumentFinding.nothingToChoose, at: piece.place, found: piece.word("id") ?? piece.name,
          arguments: ["least": "2"])
      }
      if let attribute = ["include", "exclude"].first(where: { piece.attribute($0) != nil }) {
        report(StructureFinding.includeWithoutList, at: piece.place(of: attribute), found: attribute)
      }
      return Choices(options: own.compactMap(\.option), isShuffled: isShuffled, filter: filter(piece))
    }
    let place = piece.place(of: "choices")
    if !own.isEmpty { report(ContentFinding.optionsAndChoices, at: place, found: piece.name) }
    guard let list = lists[name] else {
      let meant = Similarity.nearest(to: name, among: lists.keys.sorted())
      report(InstrumentFinding.unknownChoiceList, at: place, found: name, suggestion: meant)
      return Choices(options: own.compactMap(\.option), isShuffled: isShuffled)
    }
    return Choices(
      options: included(list, piece), list: list.id, isShuffled: isShuffled, filter: filter(piece))
  }
}
