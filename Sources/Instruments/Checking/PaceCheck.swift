import Diagnostics
import Expressions
import Texts

/// Whether stop rules can be reached, and timed grids can be read.
struct PaceCheck {
  private let index: InstrumentIndex
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    var check = PaceCheck(index: index)
    for item in index.allItems { if case .timedGrid(let form) = item.kind { check.check(form, of: item) } }
    for section in index.instrument.form.sections where section.stopRule != nil { check.check(section) }
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex) { self.index = index }

  private mutating func check(_ form: TimedGridForm, of item: Item) {
    let counts = Set(form.cells.versions.map { $0.plain().split(whereSeparator: \.isWhitespace).count })
    if counts.count > 1, !index.trouble.hasErrors {
      let words = counts.sorted().map(String.init).joined(separator: ", ")
      findings.add(PaceFinding.cellsDiffer, at: item.place, item.id.text, ["counts": words])
    } else if let limit = form.stopAfterWrong, let count = counts.first, limit > count {
      findings.add(
        PaceFinding.stopNeverReached, at: item.place, item.id.text, ["n": String(limit), "count": String(count)])
    }
  }

  private mutating func check(_ section: Section) {
    // Keys and items that couldn't be read would be missed here.
    guard let rule = section.stopRule, !index.trouble.hasErrors else { return }
    let items = section.blocks.flatMap(\.items)
    let keyed = items.count { index.keys[$0.id] != nil }
    if rule.afterWrong != nil, keyed == 0 {
      findings.add(PaceFinding.nothingStops, at: rule.place, section.id.text)
    }
    // Of a draw a session gets some only.
    let draw = SectionDraw(section)
    func most(_ counts: (Item) -> Bool) -> Int {
      func worth(_ block: Int) -> Int { section.blocks[block].items.count(where: counts) }
      return draw.best(by: worth).reduce(0) { $0 + worth($1) }
    }
    for (limit, count) in [
      (rule.afterWrong, most { index.keys[$0.id] != nil }), (rule.afterMissing, most { _ in true }),
    ] {
      // A stop at the last item leaves nothing unasked.
      guard let limit, count > 0, limit >= count else { continue }
      findings.add(
        PaceFinding.stopNeverReached, at: rule.place, section.id.text, ["n": String(limit), "count": String(count)])
    }
  }
}
