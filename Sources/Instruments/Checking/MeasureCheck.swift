import Datasets
import Diagnostics
import Expressions

/// Weights, stretched scales, tables and what chooses their rows.
struct MeasureCheck {
  private let index: InstrumentIndex
  private let bounds: ScaleBounds
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex, _ bounds: ScaleBounds) -> [Diagnostic] {
    var check = MeasureCheck(index: index, bounds: bounds)
    for scale in index.instrument.scoring.scales { check.check(scale) }
    let keys = index.instrument.scoring.keys
    for position in keys.indices where keys[position].spelling.slack == .one {
      check.checkSpellings(of: keys[position])
    }
    check.checkFeedback()
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex, bounds: ScaleBounds) {
    self.index = index
    self.bounds = bounds
  }

  private mutating func check(_ scale: Scale) {
    let members = scale.members.count
    if !scale.weights.isEmpty, scale.weights.count != members, members > 0 {
      findings.add(
        MeasureFinding.weightsDiffer, at: scale.place, scale.id.text,
        ["members": String(members), "weights": String(scale.weights.count)])
    } else if scale.weights.contains(where: { $0 <= .zero }) {
      findings.add(MeasureFinding.weightNotPositive, at: scale.place, scale.id.text)
    }
    if scale.ends != nil,
      let endless = scale.members.first(where: { member in
        let known = bounds[member.id]
        return known.isKnown && (known.least == nil || known.most == nil)
      })
    {
      findings.add(
        MeasureFinding.rescaleWithoutEnds, at: scale.place, scale.id.text, ["member": endless.id.text])
    }
    if scale.method == .table {
      if scale.rows.isEmpty, !index.trouble.hasErrors {
        findings.add(MeasureFinding.tableWithoutRows, at: scale.place, scale.id.text)
      }
      if members > 1 {
        findings.add(MeasureFinding.tableOfSeveral, at: scale.place, scale.id.text, ["count": String(members)])
      }
    } else if !scale.rows.isEmpty {
      findings.add(MeasureFinding.rowsWithoutTable, at: scale.place, scale.id.text)
    }
    checkChooser(of: scale)
  }

  // MARK: What chooses rows and levels

  private mutating func checkChooser(of scale: Scale) {
    let ranges = scale.rows.map { ($0.holdsFor, $0.place) } + scale.levels.map { ($0.holdsFor, $0.place) }
    guard let by = scale.by else {
      if let stray = ranges.first(where: { $0.0 != nil }) {
        findings.add(MeasureFinding.forWithoutBy, at: stray.1, scale.id.text)
      }
      return
    }
    guard let numbers = numbers(of: by) else { return }
    for (range, place) in ranges {
      guard let range, !numbers.isEmpty, !numbers.contains(where: range.contains) else { continue }
      findings.add(MeasureFinding.rowHoldsForNobody, at: place, range.text, ["by": by.id.text])
    }
    for rungs in [scale.rows.map(\.holdsFor), scale.levels.map(\.holdsFor)] where !rungs.isEmpty {
      guard let missed = numbers.first(where: { number in !rungs.contains { $0?.contains(number) ?? true } }) else {
        continue
      }
      findings.add(MeasureFinding.notCovered, at: scale.place, scale.id.text, ["number": String(missed)])
    }
  }

  /// The numbers that it can be, as far as they are known; nil where it is none.
  private mutating func numbers(of by: Scale.Member) -> [Int]? {
    let form = index.instrument.form
    if let input = form.inputs.first(where: { $0.id == by.id }) {
      switch input.kind {
      case .number(let number):
        guard number.isWhole else { break }
        let known = Self.numbers(number.minimum, number.maximum)
        // A test for grades 4 to 6 is sat by nobody else.
        guard input.id.text == "grade", let grades = form.grades else { return known }
        return known.isEmpty ? Array(grades) : known.filter(grades.contains)
      case .choice(let choices): if let codes = Self.codes(choices.options) { return codes }
      case .text, .date: break
      }
    } else if let item = index.items[by.id] {
      switch item.kind {
      case .number(let number) where number.isWhole: return Self.numbers(number.minimum, number.maximum)
      case .choose(let choices): if let codes = Self.codes(choices.options) { return codes }
      default: break
      }
    } else if index.computations.contains(by.id) {
      // What it can be isn't known before it is computed: an age.
      return []
    } else {
      guard !index.isLost(by.id) else { return nil }
      findings.add(
        MeasureFinding.byUnknown, at: by.place, by.id.text,
        meant: Similarity.nearest(
          to: by.id.text, among: form.inputs.map(\.id.text) + index.items.keys.map(\.text)))
      return nil
    }
    findings.add(MeasureFinding.byNoNumber, at: by.place, by.id.text)
    return nil
  }

  private static func numbers(_ least: Decimal64?, _ most: Decimal64?) -> [Int] {
    guard let least = least.flatMap({ Int("\($0.normalized)") }), let most = most.flatMap({ Int("\($0.normalized)") }),
      least <= most, most - least <= 200
    else { return [] }
    return Array(least...most)
  }

  private static func codes(_ options: [Option]) -> [Int]? {
    let codes = options.filter { $0.missing == nil }.map { Int($0.code.text) }
    return codes.contains(nil) ? nil : codes.compactMap { $0 }
  }

  // MARK: Keys and what is said of them

  /// Two right spellings that differ by one letter are one of them too many; two items' aren't compared.
  private mutating func checkSpellings(of key: ItemKey) {
    guard case .texts(let texts) = key.answer else {
      findings.add(MeasureFinding.typoWithoutKey, at: key.place, key.item.text)
      return
    }
    for (position, text) in texts.enumerated().prefix(20) {
      let other = texts[..<position].first {
        key.spelling.accepts(TextKey.normalized(text.text), for: TextKey.normalized($0.text))
      }
      guard let other else { continue }
      findings.add(
        MeasureFinding.typoBetweenKeys, at: text.place, text.text, ["item": key.item.text, "other": other.text])
    }
  }

  private mutating func checkFeedback() {
    guard !index.trouble.hasErrors else { return }
    for (item, all) in index.instrument.scoring.feedback where index.keys[item] == nil {
      guard let first = all.first(where: { $0.occasion != .always }) else { continue }
      findings.add(MeasureFinding.feedbackWithoutKey, at: first.place, item.text)
    }
  }
}
