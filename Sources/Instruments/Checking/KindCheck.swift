import Datasets
import Diagnostics
import Expressions
import Texts

/// What is particular to dates, essays, pairs, gaps and allocations.
struct KindCheck {
  private let index: InstrumentIndex
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    var check = KindCheck(index: index)
    for section in index.instrument.form.sections {
      for block in section.blocks {
        switch block {
        case .gaps(let gaps): check.check(gaps)
        case .allocate(let allocation): check.check(allocation)
        case .item(let item): check.check(item)
        case .grid, .rubric, .note, .stimulus, .compute: break
        }
        if case .gaps(let gaps) = block { for item in gaps.rows { check.check(item) } }
      }
    }
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex) { self.index = index }

  private mutating func check(_ item: Item) {
    switch item.kind {
    case .date(let form): check(form, of: item)
    case .essay(let form): check(form, of: item)
    case .match(let form): check(form, of: item)
    case .choose, .chooseMany, .number, .text, .order, .criterion, .tally, .timeSample, .timedGrid: break
    }
  }

  private mutating func check(_ form: DateForm, of item: Item) {
    if case .day(let minimum)? = form.minimum, case .day(let maximum)? = form.maximum, minimum > maximum {
      findings.add(
        KindFinding.datesReversed, at: item.place, item.id.text, ["minimum": "\(minimum)", "maximum": "\(maximum)"])
    }
  }

  private mutating func check(_ form: EssayForm, of item: Item) {
    if let least = form.minimumWords, let most = form.maximumWords, least > most {
      findings.add(KindFinding.wordsReversed, at: item.place, item.id.text)
    }
    // A word of four letters and a space is short in every language that Synak speaks.
    if let least = form.minimumWords, least * 5 > form.maximumLength {
      findings.add(
        KindFinding.wordsBeyondLength, at: item.place, item.id.text,
        ["words": String(least), "length": String(form.maximumLength)])
    }
  }

  private mutating func check(_ form: MatchForm, of item: Item) {
    guard !index.trouble.hasErrors else { return }
    if form.lefts.count < 2 || form.rights.options.count < 2 {
      findings.add(KindFinding.tooFewPairs, at: item.place, item.id.text)
      return
    }
    guard let key = index.keys[item.id], case .pairs(let pairs) = key.answer else { return }
    let keyed = Set(pairs.map(\.left))
    for left in form.lefts where !keyed.contains(left.code) {
      findings.add(KindFinding.leftWithoutKey, at: left.place, left.code.text)
    }
    if !form.reusesRights {
      // A right that is the only one for two lefts can't be taken by both.
      let single = Dictionary(grouping: pairs, by: \.left).values.filter { $0.count == 1 }.map { $0[0].right }
      if let doubled = single.firstDoubled {
        findings.add(KindFinding.rightTaken, at: item.place, doubled.text)
      } else if form.rights.options.count == form.lefts.count {
        findings.add(KindFinding.noDistractor, at: item.place, item.id.text)
      }
    }
  }

  // MARK: Blocks

  private mutating func check(_ gaps: Grid) {
    let languages = index.instrument.form.languages
    let versions: [(name: String, words: [Inline])] =
      gaps.prompt.common.map { [(languages.map(\.rawValue).joined(separator: " "), $0)] }
      ?? languages.compactMap { language in
        gaps.prompt.version(writtenIn: language).map { (language.rawValue, $0) }
      }
    for gap in gaps.rows {
      for version in versions where !version.words.isEmpty {
        let count = version.words.references.count { $0 == gap.id.text }
        guard count != 1 else { continue }
        findings.add(
          count == 0 ? KindFinding.gapNotInText : .gapTwiceInText, at: gap.place, gap.id.text,
          ["language": version.name])
      }
    }
  }

  private mutating func check(_ allocation: Allocation) {
    var least = Fraction.zero
    var most: Fraction? = .zero
    for row in allocation.grid.rows {
      guard case .number(let form) = row.kind else { continue }
      least = (try? least.plus(form.minimum.map { Fraction($0) } ?? .zero)) ?? least
      most = most.flatMap { most in form.maximum.flatMap { try? most.plus(Fraction($0)) } }
    }
    let total = Fraction(allocation.total)
    guard total < least || most.map({ $0 < total }) ?? false || (allocation.isWhole && !allocation.total.isWhole)
    else { return }
    findings.add(
      KindFinding.totalOutOfReach, at: allocation.grid.place, allocation.grid.id.text,
      ["total": "\(allocation.total)"])
  }
}
