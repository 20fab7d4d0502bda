import Datasets
import Diagnostics
import Expressions
import Instruments
import Texts

/// Instruments that nobody would write, but that the language can say: a seed gives one.
struct RandomInstrument {
  private var generator: SplitMix
  private var ids = 0
  private var keys: [ItemKey] = []
  private var reversed: Set<Symbol> = []
  private var lists: [ChoiceList] = []
  private var feedback: [Symbol: [Feedback]] = [:]
  private var specifications: [Symbol: Specification] = [:]
  private let languages: [Language]

  init(seed: UInt64) {
    generator = SplitMix(seed)
    let count = Int.random(in: 1...5, using: &generator)
    languages = Array(Language.allCases.shuffled(using: &generator).prefix(count))
  }

  mutating func make() -> Instrument {
    lists = (0..<number(0...3)).map { _ in
      ChoiceList(id: id("list"), title: maybe { $0.label() }, options: options(), place: .nowhere)
    }
    var sections = (0...number(0...3)).map { _ in section() }
    // An instrument that asks nothing is a mistake.
    sections[sections.count - 1].blocks.append(.item(item()))
    let form = Form(
      id: Symbol("random-\(number(1...99))"), version: "1.\(number(0...9))", method: pick(Method.allCases),
      languages: languages,
      title: label(), subject: maybe { _ in "math" }, grades: maybe { $0.number(1...5)...$0.number(5...11) },
      timeLimit: maybe { $0.duration() }, respondent: maybe { _ in "pupil" }, observed: maybe { _ in "lesson" },
      isAnonymous: flip(), isOnePerCode: flip(), choiceLists: lists, sections: sections, place: .nowhere)
    let scales = (0..<number(0...3)).map { _ in scale() }
    let feeds = (0..<number(0...2)).map { _ in
      Feed(
        dataset: id("set"),
        fields: (0...number(0...2)).map { _ in Feed.Field(id: id("field"), value: formula(), place: .nowhere) },
        place: .nowhere)
    }
    var scoring = ScoringRules(keys: keys, reversed: reversed, scales: scales, feeds: feeds)
    scoring.feedback = feedback
    scoring.calibration = maybe { $0.calibration() }
    var instrument = Instrument(
      form: form, scoring: scoring, examples: (0..<number(0...2)).map { _ in example() })
    instrument.specifications = specifications
    instrument.blueprint = maybe { $0.blueprint() }
    return instrument
  }

  private mutating func calibration() -> Calibration {
    Calibration(
      mean: decimal(), deviation: amount(), sample: maybe { _ in "612 pupils" },
      items: (0...number(0...3)).map { _ in
        Calibration.Parameters(
          item: id("item"), slope: decimal(), difficulties: (0...number(0...2)).map { _ in decimal() },
          guessing: decimal(), place: .nowhere)
      }, place: .nowhere)
  }

  private mutating func blueprint() -> Blueprint {
    let parts = (0...2).map { index in
      Blueprint.Part(code: Symbol("a\(index)"), title: label(), share: maybe { $0.amount() }, place: .nowhere)
    }
    return Blueprint(
      areas: parts, processes: flip() ? parts : [],
      cells: flip() ? [Blueprint.Cell(area: "a0", process: "a1", share: amount(), place: .nowhere)] : [],
      tolerance: amount(), place: .nowhere)
  }

  // Small things

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func flip() -> Bool { Bool.random(using: &generator) }
  private mutating func pick<T>(_ values: [T]) -> T { values[number(0...values.count - 1)] }
  private mutating func maybe<T>(_ make: (inout Self) -> T) -> T? { flip() ? make(&self) : nil }
  private mutating func id(_ kind: String) -> Symbol {
    ids += 1
    return Symbol("\(kind)_\(ids)")
  }
  private mutating func duration() -> Int64 { Int64(number(1...100_000)) * 1_000 }
  private mutating func decimal() -> Decimal64 {
    Decimal64(mantissa: Int64(number(-999_999...999_999)), scale: UInt8(number(0...4)))
  }
  private mutating func amount() -> Decimal64 {
    Decimal64(mantissa: Int64(number(0...999_999)), scale: UInt8(number(0...4)))
  }
  private mutating func formula() -> SourceText {
    SourceText(
      pick(["a eq 1", "b < 3 and c >= \"x\"", "not (a & b)", " d is\u{A0}answered", "e in {1, 2}"]), at: .nowhere)
  }

  // Texts

  private static let words = [
    "сынак", "өзгөчө", "7", "<b>", "a & b", "\"so\"", "{", "{grade}", "${x}", "$$", "{{y}}", "]]>", "й", "e\u{301}",
    "💡",
    "\u{A0}", "$", "\u{85}", "x {a}",
  ]

  private mutating func inline(_ depth: Int = 0) -> [Inline] {
    var result: [Inline] = []
    for _ in 0...number(0...3) {
      let word = Inline.text((result.last.map(\.takesSpace) ?? true ? "" : pick(["", " "])) + pick(Self.words))
      result.append(word)
      guard depth < 3, flip() else { break }
      if flip() { result[result.count - 1] = .text(pick(Self.words) + pick(["", " "])) }
      result.append(markup(depth))
      if case .text(let text) = result[result.count - 2], result.last?.takesSpace == true, text.hasSuffix(" ") {
        result[result.count - 2] = .text(String(text.dropLast()))
      }
    }
    return result
  }

  private mutating func markup(_ depth: Int) -> Inline {
    switch number(0...11) {
    case 8 where depth == 0: .list((0...number(0...2)).map { _ in cell() }, isNumbered: flip())
    case 9 where depth == 0:
      .table(
        TextTable(
          rows: (0...number(0...2)).map { _ in
            TextTable.Row(isHeading: flip(), cells: (0...number(0...2)).map { _ in cell() })
          }))
    case 10 where depth == 0:
      .picture(
        TextPicture(
          source: pick(["figures/a-1.svg", "b.png"]), alternative: cell(), drawing: maybe { _ in " +--+\n |  |\n +--+" }
        ))
    case 0: .emphasis(inline(depth + 1))
    case 1: .strong(inline(depth + 1))
    case 2: .superscript(inline(depth + 1))
    case 3: .subscript(inline(depth + 1))
    case 4: .fraction(numerator: inline(depth + 1), denominator: inline(depth + 1))
    case 5: .code(pick(["a  b", " x", "{y}", "\t<&>\n"]))
    case 6: .reference(pick(["grade", "x_1"]))
    // A break takes the spaces around it away, so inside of markup it would be hard to write down what comes back.
    default: depth == 0 ? .lineBreak : .reference("grade")
    }
  }

  /// Words without figures among them.
  private mutating func cell() -> [Inline] { [.text(pick(["сынак", "7", "a & b", "{{y}}"]))] }

  private mutating func prompt() -> LocalizedText {
    LocalizedText(versions: Dictionary(uniqueKeysWithValues: languages.map { ($0, inline()) }))
  }

  private mutating func label() -> LocalizedText { flip() ? LocalizedText(common: inline()) : prompt() }

  // Blocks

  private mutating func section() -> Section {
    var section = Section(
      id: id("section"), title: maybe { $0.label() }, showIf: maybe { $0.formula() }, isShuffled: flip(),
      pick: maybe { $0.number(1...9) }, timeLimit: maybe { $0.duration() },
      blocks: (0...number(0...5)).map { _ in block() },
      place: .nowhere)
    section.stopRule = maybe {
      StopRule(
        afterWrong: $0.number(1...9), afterMissing: $0.maybe { $0.number(1...9) },
        unreached: $0.pick(StopRule.Unreached.allCases), place: .nowhere)
    }
    section.repetition = maybe {
      $0.flip()
        ? Repetition(count: .fixed(3), most: 3, place: .nowhere)
        : Repetition(count: .answer($0.id("count")), most: $0.number(1...99), place: .nowhere)
    }
    section.adaptation = maybe {
      Adaptation(
        atLeast: $0.number(1...9), atMost: $0.number(1...99), error: $0.maybe { $0.amount() },
        exposure: $0.number(1...9),
        place: .nowhere)
    }
    section.routes = (0..<number(0...3)).map { _ in Route(to: id("section"), from: border(), place: .nowhere) }
    return section
  }

  private mutating func block() -> Block {
    switch number(0...11) {
    case 10: return .gaps(gaps())
    case 11: return .allocate(allocation())
    case 0: return .grid(grid())
    case 1: return .rubric(rubric())
    case 2: return .note(Passage(id: id("note"), text: label(), showIf: maybe { $0.formula() }, place: .nowhere))
    case 3: return .stimulus(Passage(id: id("stimulus"), text: label(), items: [id("item")], place: .nowhere))
    case 4: return .compute(Computation(id: id("sum"), value: formula(), place: .nowhere))
    default: return .item(item())
    }
  }

  private mutating func options() -> [Option] {
    (0...number(0...4)).map { index in
      Option(
        code: Symbol(pick(["a", "x-", "1."]) + String(index)), text: label(), value: maybe { $0.decimal() },
        missing: maybe { _ in .dontKnow }, isAlone: flip(), asksText: flip(), place: .nowhere)
    }
  }

  private mutating func choices() -> Choices {
    if let list = lists.randomElement(using: &generator), flip() {
      return Choices(options: list.options, list: list.id, isShuffled: flip())
    }
    return Choices(options: options(), isShuffled: flip())
  }

  private mutating func requirement() -> Item.Requirement { pick([.no, .yes, .when(formula())]) }

  private mutating func grid() -> Grid {
    var choices = choices()
    choices.isShuffled = false
    let rows = (0...number(0...3)).map { _ in
      let row = Item(
        id: id("row"), prompt: label(), kind: .choose(choices), showIf: maybe { $0.formula() }, required: requirement(),
        place: .nowhere)
      if flip() { reversed.insert(row.id) }
      return row
    }
    return Grid(
      id: id("grid"), prompt: prompt(), showIf: maybe { $0.formula() }, shufflesRows: flip(), rows: rows,
      place: .nowhere)
  }

  private mutating func rubric() -> Grid {
    let rows = (0...number(0...2)).map { _ in
      let levels = (0...number(0...3)).map { Descriptor(points: Decimal64($0), text: label(), place: .nowhere) }
      let row = Item(
        id: id("criterion"), prompt: prompt(), hint: maybe { $0.label() }, kind: .criterion(levels),
        required: requirement(), place: .nowhere)
      keys.append(
        ItemKey(item: row.id, points: Decimal64(levels.count - 1), credit: .all, answer: .levels, place: .nowhere))
      return row
    }
    return Grid(id: id("rubric"), prompt: prompt(), rows: rows, place: .nowhere)
  }

  private mutating func item() -> Item {
    let kind = kind()
    let item = Item(
      id: id("item"), prompt: prompt(), hint: maybe { $0.label() }, kind: kind, showIf: maybe { $0.formula() },
      required: requirement(),
      checks: (0..<number(0...2)).map { _ in
        AnswerCheck(that: formula(), otherwise: pick([.ask, .refuse]), message: label(), place: .nowhere)
      }, timeLimit: maybe { $0.duration() }, place: .nowhere)
    addKey(to: item)
    if flip() {
      specifications[item.id] = Specification(area: maybe { _ in "a1" }, process: "p", place: .nowhere)
      feedback[item.id] = [Feedback(pick(Feedback.Occasion.allCases), text: label(), place: .nowhere)]
    }
    return item
  }

  private mutating func kind() -> Item.Kind {
    switch number(0...10) {
    case 9:
      .timedGrid(
        TimedGridForm(
          time: duration(), columns: number(1...30), cells: flip() ? LocalizedText("а б в") : prompt(),
          stopAfterWrong: maybe { $0.number(1...9) }))
    case 6:
      .date(
        DateForm(
          minimum: maybe { $0.flip() ? .today : .day(CalendarDate(days: 15_000)) },
          maximum: maybe { _ in .day(CalendarDate(days: 20_000)) }, precision: pick(DateForm.Precision.allCases)))
    case 7:
      .essay(
        EssayForm(
          lines: number(1...20), minimumWords: maybe { $0.number(1...90) }, maximumWords: maybe { $0.number(90...500) },
          maximumLength: pick([10_000, 500])))
    case 8:
      .match(
        MatchForm(
          lefts: (1...number(2...4)).map { Option(code: Symbol("l\($0)"), text: label(), place: .nowhere) },
          rights: Choices(
            options: (1...number(2...5)).map { Option(code: Symbol("r\($0)"), text: label(), place: .nowhere) },
            isShuffled: flip()), reusesRights: flip()))
    case 0: .choose(choices())
    case 1: .chooseMany(choices(), atLeast: maybe { $0.number(0...3) }, atMost: maybe { $0.number(1...4) })
    case 2:
      .number(
        NumberForm(
          minimum: maybe { $0.decimal() }, maximum: maybe { $0.decimal() }, isWhole: flip(),
          unit: maybe { $0.flip() ? LocalizedText("см") : $0.prompt() }))
    case 3:
      .text(
        TextForm(
          lines: number(1...9), maximumLength: pick([2_000, 10, 20_000]), pattern: maybe { $0.textPattern() }))
    case 4: .order(choices())
    case 5: .tally
    default: .timeSample(every: duration(), choices())
    }
  }

  private mutating func textPattern() -> TextPattern {
    let source = pick(["[а-я]+", "\\d{4}", "a|b c"])
    // These are patterns, whatever else is wrong.
    let pattern = (try? Pattern.parse(source).get()) ?? Pattern.nothing
    return TextPattern(source: SourceText(source, at: .nowhere), pattern: pattern, message: maybe { $0.label() })
  }

  private mutating func gaps() -> Grid {
    let rows = (1...number(1...3)).map { index -> Item in
      let kind: Item.Kind =
        switch number(0...2) {
        case 0: .text(TextForm(maximumLength: pick([2_000, 40])))
        case 1:
          .number(
            NumberForm(minimum: maybe { $0.decimal() }, isWhole: flip(), unit: maybe { _ in LocalizedText("см") }))
        default: .choose(choices())
        }
      let row = Item(
        id: id("gap"), prompt: LocalizedText("(\(index))"), kind: kind, required: requirement(), place: .nowhere)
      addKey(to: row, credits: [.all])
      return row
    }
    return Grid(id: id("gaps"), prompt: prompt(), showIf: maybe { $0.formula() }, rows: rows, place: .nowhere)
  }

  private mutating func allocation() -> Allocation {
    let total = amount()
    let isWhole = flip()
    let unit = maybe { $0.flip() ? LocalizedText("%") : $0.prompt() }
    let rows = (0...number(0...2)).map { _ in
      Item(
        id: id("share"), prompt: label(),
        kind: .number(NumberForm(minimum: .zero, maximum: total, isWhole: isWhole, unit: unit)),
        showIf: maybe { $0.formula() }, required: requirement(), place: .nowhere)
    }
    let grid = Grid(id: id("allocate"), prompt: prompt(), showIf: maybe { $0.formula() }, rows: rows, place: .nowhere)
    return Allocation(grid: grid, total: total, isWhole: isWhole, unit: unit)
  }

  private mutating func addKey(to item: Item, credits only: [Credit]? = nil) {
    let answer: ItemKey.Answer?
    var credits: [Credit] = [.all]
    switch item.kind {
    case .choose(let choices):
      answer = .options([pick(choices.options).code])
      if only == nil, flip() { reversed.insert(item.id) }
    case .chooseMany(let choices, _, _):
      answer = .options(choices.options.map(\.code).shuffled(using: &generator))
      credits = [.all, .hits, .perOption]
    case .number:
      answer = .numbers([
        NumberKey(value: decimal(), tolerance: flip() ? .percent(amount()) : .absolute(amount())),
        NumberKey(value: decimal(), tolerance: .zero),
      ])
    case .text: answer = .texts([SourceText(pick(["үй", "a < b", "{x}"]), at: .nowhere)])
    case .order(let choices):
      answer = .order(choices.options.map(\.code).shuffled(using: &generator))
      credits = [.all, .perPlace, .adjacent]
    case .date(let form): answer = .dates([CalendarDate(days: 16_000).floored(to: form.precision)])
    case .match(let form):
      answer = .pairs(form.lefts.map { MatchPair(left: $0.code, right: pick(form.rights.options).code) })
      credits = [.all, .perPair]
    case .essay:
      answer = .judgement(
        MarkingGuide(
          text: maybe { $0.label() },
          criteria: (0..<number(0...2)).map { _ in
            MarkingGuide.Criterion(
              id: id("criterion"), text: prompt(),
              levels: [Descriptor(points: .zero, text: label(), place: .nowhere)], place: .nowhere)
          }))
    case .criterion, .tally, .timeSample, .timedGrid: answer = nil
    }
    if let answer, flip() {
      var key = ItemKey(
        item: item.id, points: amount(), credit: pick(only ?? credits), answer: answer, place: .nowhere)
      if case .texts = answer, flip() { key.spelling = Spelling(pick([.one, .letters]), worth: amount()) }
      keys.append(key)
    }
  }

  // Scoring

  private mutating func scale() -> Scale {
    var scale = Scale(
      id: id("scale"), title: prompt(), method: pick(Scale.Method.allCases),
      members: (0...number(0...3)).map { _ in Scale.Member(id: id("item"), place: .nowhere) },
      atLeast: maybe { $0.number(1...3) },
      levels: (0..<number(0...3)).map { index in
        Level(
          code: Symbol("level\(index)"), from: border(), holdsFor: maybe { $0.number(1...4)...$0.number(4...99) },
          title: label(), place: .nowhere)
      }, place: .nowhere)
    scale.weights = flip() ? scale.members.map { _ in amount() } : []
    scale.ends = maybe { Scale.Ends(least: Decimal64(-1), most: $0.amount()) }
    scale.by = maybe { Scale.Member(id: $0.id("input"), place: .nowhere) }
    scale.rows = (0..<number(0...2)).map { _ in
      Scale.Row(from: border(), value: decimal(), holdsFor: maybe { $0.number(1...4)...4 }, place: .nowhere)
    }
    return scale
  }

  private mutating func border() -> Level.Border { flip() ? .score(decimal()) : .percent(amount()) }

  private mutating func example() -> Example {
    let steps = (0...number(0...2)).map { _ in
      Example.Step(
        answers: (0..<number(0...3)).map { _ in
          Example.Given(item: id("item"), typed: SourceText(pick(["a b", "3,5", "", "\"<&"]), at: .nowhere))
        })
    }
    var expectations: [Example.Expectation] = []
    if flip() { expectations.append(.shown([id("item")], .nowhere)) }
    if flip() { expectations.append(.hidden([id("item"), id("item")], .nowhere)) }
    expectations += (0..<number(0...2)).map { _ in
      flip()
        ? .value(of: id("scale"), SourceText("3,5", at: .nowhere))
        : .level(of: id("scale"), SourceText("x", at: .nowhere))
    }
    return Example(name: pick(["", "an example"]), steps: steps, expectations: expectations, place: .nowhere)
  }
}

extension Inline {
  /// Whether the spaces around it don't count.
  fileprivate var takesSpace: Bool { self == .lineBreak || standsApart }
}

extension Pattern {
  /// For patterns that are none, which no test has.
  fileprivate static var nothing: Pattern {
    guard case .success(let pattern) = Pattern.parse("") else { preconditionFailure("the empty pattern is a pattern") }
    return pattern
  }
}
