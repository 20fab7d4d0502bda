import Datasets
import Diagnostics
import Expressions

/// Borders: smallest and largest numbers, how many to choose, how many to draw, how long it may take.
struct ItemCheck {
  private let index: InstrumentIndex
  private var findings = FindingList()
  private var broken: Set<Symbol> = []

  /// The findings, and the items that can't be judged further.
  static func findings(_ index: InstrumentIndex) -> (findings: [Diagnostic], broken: Set<Symbol>) {
    var check = ItemCheck(index: index)
    let form = index.instrument.form
    for input in form.inputs {
      if case .number(let number) = input.kind { _ = check.check(number, of: input.id, at: input.place) }
    }
    if let limit = form.timeLimit, limit <= 0 { check.notPositive("time-limit", form.id, at: form.place) }
    for section in form.sections { check.check(section) }
    for item in index.allItems {
      check.checkTime(item.timeLimit, of: item.id, at: item.place)
      check.check(item)
    }
    return (check.findings.diagnostics, check.broken)
  }

  private init(index: InstrumentIndex) { self.index = index }

  private mutating func check(_ section: Section) {
    checkTime(section.timeLimit, of: section.id, at: section.place)
    guard let pick = section.pick else { return }
    guard pick >= 1 else {
      notPositive("pick", section.id, at: section.place)
      return
    }
    // Blocks that the reading refused would be missed here.
    guard !index.trouble.hasErrors else { return }
    let draw = SectionDraw(section)
    if pick > draw.questions.count {
      findings.add(
        InstrumentFinding.pickAboveBlocks, at: section.place, section.id.text,
        ["count": String(pick), "blocks": String(draw.questions.count)])
    } else if pick < draw.certain.count {
      findings.add(
        InstrumentFinding.pickBelowFixed, at: section.place, section.id.text,
        ["count": String(pick), "fixed": String(draw.certain.count)])
    }
  }

  private mutating func checkTime(_ limit: Int64?, of id: Symbol, at place: Place) {
    guard let limit else { return }
    if limit <= 0 {
      notPositive("time-limit", id, at: place)
    } else if let whole = index.instrument.form.timeLimit, whole > 0, limit > whole {
      findings.add(InstrumentFinding.timeLimitBeyondForm, at: place, id.text)
    }
  }

  private mutating func notPositive(_ attribute: String, _ id: Symbol, at place: Place) {
    findings.add(InstrumentFinding.notPositive, at: place, id.text, ["attribute": attribute])
  }

  private mutating func check(_ item: Item) {
    switch item.kind {
    case .number(let form): if !check(form, of: item.id, at: item.place) { broken.insert(item.id) }
    case .chooseMany(let choices, let least, let most): check(choices, least, most, of: item)
    case .criterion(let levels): check(levels, of: item)
    case .timeSample(let every, _):
      if every <= 0 { notPositive("every", item.id, at: item.place) }
    case .text(let form):
      if form.maximumLength < 1 { notPositive("max-length", item.id, at: item.place) }
    case .essay(let form):
      if form.maximumLength < 1 { notPositive("max-length", item.id, at: item.place) }
    case .timedGrid(let form):
      if form.seconds < 1 { notPositive("time", item.id, at: item.place) }
      if form.columns < 1 { notPositive("columns", item.id, at: item.place) }
      if form.count < 1 { notPositive("cells", item.id, at: item.place) }
    case .choose, .order, .tally, .date, .match: break
    }
  }

  /// Whether there is a number between the borders.
  private mutating func check(_ form: NumberForm, of id: Symbol, at place: Place) -> Bool {
    guard let minimum = form.minimum, let maximum = form.maximum else { return true }
    let words = ["minimum": "\(minimum)", "maximum": "\(maximum)"]
    if minimum > maximum {
      findings.add(InstrumentFinding.minimumAboveMaximum, at: place, id.text, words)
    } else if form.isWhole, let first = minimum.rounded(to: 0, .up), first > maximum {
      findings.add(InstrumentFinding.noWholeNumberBetween, at: place, id.text, words)
    } else {
      return true
    }
    return false
  }

  private mutating func check(_ choices: Choices, _ least: Int?, _ most: Int?, of item: Item) {
    guard !index.broken.contains(item.id) else { return }
    if let least, let most, least > most {
      findings.add(
        InstrumentFinding.atLeastAboveAtMost, at: item.place, item.id.text,
        ["least": String(least), "most": String(most)])
      broken.insert(item.id)
      return
    }
    if let most, most < 1 {
      notPositive("at-most", item.id, at: item.place)
      broken.insert(item.id)
      return
    }
    let together = choices.options.count { !$0.isAlone && $0.missing == nil }
    for count in [least, most].compactMap({ $0 }) where count > max(together, 1) {
      findings.add(
        InstrumentFinding.moreThanOptions, at: item.place, item.id.text,
        ["count": String(count), "options": String(together)])
      broken.insert(item.id)
      return
    }
  }

  private mutating func check(_ levels: [Descriptor], of item: Item) {
    if levels.count < 2, !index.trouble.hasErrors {
      findings.add(InstrumentFinding.nothingToChoose, at: item.place, item.id.text, ["least": "2"])
    }
    var seen: Set<Decimal64> = []
    for level in levels where !seen.insert(level.points).inserted {
      findings.add(
        InstrumentFinding.doubledDescriptor, at: level.place, item.id.text, ["points": "\(level.points)"])
      broken.insert(item.id)
    }
  }
}
