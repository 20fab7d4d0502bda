import Datasets
import Diagnostics
import Expressions
import Texts

/// Keys: what is right must be something that can be answered, and worth points.
struct KeyCheck {
  private let index: InstrumentIndex
  private var findings = FindingList()
  private var broken: Set<Symbol> = []

  /// The findings, and the items whose points can't be counted on.
  static func findings(_ index: InstrumentIndex) -> (findings: [Diagnostic], brokenKeys: Set<Symbol>) {
    var check = KeyCheck(index: index)
    for key in index.instrument.scoring.keys {
      let before = check.findings.diagnostics.count
      check.check(key)
      if check.findings.diagnostics[before...].contains(where: { $0.severity == .error }) {
        check.broken.insert(key.item)
      }
    }
    check.checkReversed()
    return (check.findings.diagnostics, check.broken)
  }

  private init(index: InstrumentIndex) { self.index = index }

  private mutating func check(_ key: ItemKey) {
    guard let item = index.items[key.item] else {
      if !index.isLost(key.item) { add(.keyOfUnknownItem, key) }
      return
    }
    if key.points <= .zero {
      // A rubric's points are those of its levels: the mistake is theirs, and told here once.
      add(.pointsNotPositive, key, ["points": "\(key.points)"])
    }
    guard !index.broken.contains(key.item) else {
      broken.insert(key.item)
      return
    }
    checkCredit(key, of: item)
    switch (key.answer, item.kind) {
    case (.options(let codes), .choose(let choices)): check(codes, among: choices, key, most: 1)
    case (.options(let codes), .chooseMany(let choices, _, let most)): check(codes, among: choices, key, most: most)
    case (.numbers(let numbers), .number(let form)): check(numbers, form, key)
    case (.texts(let texts), .text(let form)): check(texts, form, key)
    case (.order(let codes), .order(let choices)): check(codes, order: choices, key)
    case (.dates(let dates), .date(let form)): check(dates, form, key)
    case (.pairs(let pairs), .match(let form)): check(pairs, form, key)
    case (.judgement, .essay): break
    case (.levels, .criterion(let levels)):
      if let best = levels.map(\.points).max(), best != key.points, key.points > .zero {
        add(.pointsDifferFromLevels, key, ["points": "\(key.points)", "best": "\(best)"])
      }
    default: add(.keyDoesNotFit, key)
    }
  }

  private mutating func add(_ finding: ScoringFinding, _ key: ItemKey, _ arguments: [String: String] = [:]) {
    findings.add(finding, at: key.place, key.item.text, arguments)
  }

  private mutating func checkCredit(_ key: ItemKey, of item: Item) {
    let allowed = item.credits
    guard !allowed.isEmpty, !allowed.contains(key.credit) else { return }
    findings.add(
      ScoringFinding.creditDoesNotFit, at: key.place, key.credit.rawValue,
      ["item": key.item.text, "allowed": allowed.map(\.rawValue).joined(separator: ", ")])
  }

  private mutating func check(_ codes: [Symbol], among choices: Choices, _ key: ItemKey, most: Int?) {
    if codes.isEmpty { return add(.noCorrectOption, key) }
    guard checkKnown(codes, among: choices, key) else { return }
    if let doubled = codes.firstDoubled {
      findings.add(ScoringFinding.doubledKey, at: key.place, doubled.text, ["item": key.item.text])
    }
    let right = Set(codes)
    let isSingle = if case .choose = index.items[key.item]?.kind { true } else { false }
    if isSingle, right.count > 1 {
      add(.severalCorrect, key, ["count": String(right.count)])
    } else if right.count > 1,
      right.count > most ?? .max || choices.options.contains(where: { $0.isAlone && right.contains($0.code) })
    {
      add(.correctNeverTogether, key)
    }
  }

  /// Whether all codes are options that mean something.
  private mutating func checkKnown(_ codes: [Symbol], among choices: Choices, _ key: ItemKey) -> Bool {
    var isKnown = true
    let options = Dictionary(choices.options.map { ($0.code, $0) }) { first, _ in first }
    for code in codes {
      if options[code] == nil {
        findings.add(
          ScoringFinding.keyNotAmongOptions, at: key.place, code.text, ["item": key.item.text],
          meant: Similarity.nearest(to: code.text, among: choices.options.map(\.code.text)))
        isKnown = false
      } else if options[code]?.missing != nil {
        findings.add(ScoringFinding.correctOptionMeansMissing, at: key.place, code.text)
        isKnown = false
      }
    }
    return isKnown
  }

  private mutating func check(_ codes: [Symbol], order choices: Choices, _ key: ItemKey) {
    guard checkKnown(codes, among: choices, key) else { return }
    if codes.count != choices.options.count || codes.firstDoubled != nil {
      add(.placesNotPermutation, key, ["count": String(choices.options.count)])
    }
  }

  private mutating func check(_ numbers: [NumberKey], _ form: NumberForm, _ key: ItemKey) {
    if numbers.isEmpty { return add(.emptyTextKey, key, ["item": key.item.text]) }
    var seen: Set<Decimal64> = []
    for number in numbers {
      let words = ["item": key.item.text]
      let found = "\(number.value)"
      if !seen.insert(number.value).inserted { findings.add(ScoringFinding.doubledKey, at: key.place, found, words) }
      if number.tolerance.number.isNegative {
        findings.add(ScoringFinding.toleranceNegative, at: key.place, number.tolerance.text, words)
      }
      if number.value < form.minimum ?? number.value || number.value > form.maximum ?? number.value {
        let borders = [
          "minimum": form.minimum.map { "\($0)" } ?? "…", "maximum": form.maximum.map { "\($0)" } ?? "…",
        ]
        findings.add(
          ScoringFinding.keyOutsideRange, at: key.place, found, words.merging(borders) { item, _ in item })
      } else if form.isWhole, !number.value.isWhole {
        findings.add(ScoringFinding.keyNotWhole, at: key.place, found, words)
      }
    }
  }

  private mutating func check(_ texts: [SourceText], _ form: TextForm, _ key: ItemKey) {
    if texts.isEmpty { add(.emptyTextKey, key, ["item": key.item.text]) }
    var seen: Set<String> = []
    for text in texts {
      let spelling = TextKey.normalized(text.text)
      if spelling.isEmpty {
        findings.add(ScoringFinding.emptyTextKey, at: text.place, "", ["item": key.item.text])
      } else if !seen.insert(spelling).inserted {
        findings.add(ScoringFinding.doubledKey, at: text.place, text.text, ["item": key.item.text])
      } else if let pattern = form.pattern, !pattern.pattern.matches(text.text) {
        findings.add(KindFinding.keyDoesNotMatch, at: text.place, text.text)
      }
    }
  }

  private mutating func check(_ dates: [CalendarDate], _ form: DateForm, _ key: ItemKey) {
    for date in dates {
      if date.floored(to: form.precision) != date {
        findings.add(
          KindFinding.sampleDoesNotMatch, at: key.place, "\(date)", ["precision": form.precision.rawValue])
      } else if index.items[key.item]?.problem(of: .date(date)) != nil {
        findings.add(KindFinding.keyDoesNotMatch, at: key.place, "\(date)")
      }
    }
  }

  private mutating func check(_ pairs: [MatchPair], _ form: MatchForm, _ key: ItemKey) {
    let rights = form.rights.options.map(\.code)
    for pair in pairs where !rights.contains(pair.right) {
      findings.add(
        ScoringFinding.keyNotAmongOptions, at: key.place, pair.right.text, ["item": key.item.text],
        meant: Similarity.nearest(to: pair.right.text, among: rights.map(\.text)))
    }
  }

  /// Reversal is for answers that are numbers with both ends known, and that a scale counts.
  private mutating func checkReversed() {
    let rules = index.instrument.scoring
    let members = Set(rules.scales.flatMap(\.members).map(\.id))
    for id in rules.reversed.sorted() {
      guard let item = index.items[id], !index.broken.contains(id) else { continue }
      let numbers = item.scaleNumbers(isReversed: true)
      if index.keys[id] != nil {
        findings.add(ScoringFinding.reverseWithKey, at: item.place, id.text)
      } else if numbers?.minimum == nil || numbers?.maximum == nil {
        findings.add(ScoringFinding.reverseNeedsNumbers, at: item.place, id.text)
      } else if !members.contains(id), !index.trouble.hasErrors {
        findings.add(ScoringFinding.reverseWithoutScale, at: item.place, id.text)
      }
    }
  }
}

extension Item {
  /// The credit rules that mean something for the item; empty where nothing can be right.
  var credits: [Credit] {
    switch kind {
    case .choose, .number, .text, .criterion, .date, .essay: [.all]
    case .match: [.all, .perPair]
    case .chooseMany: [.all, .hits, .perOption]
    case .order: [.all, .perPlace, .adjacent]
    case .tally, .timeSample: []
    }
  }
}
