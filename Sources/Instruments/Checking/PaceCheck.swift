import Diagnostics
import Expressions

/// Whether stop rules can be reached.
struct PaceCheck {
  private let index: InstrumentIndex
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    var check = PaceCheck(index: index)
    for section in index.instrument.form.sections { check.check(section) }
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex) { self.index = index }

  private mutating func check(_ section: Section) {
    // Keys and items that couldn't be read would be missed here.
    guard let rule = section.stopRule, !index.trouble.hasErrors else { return }
    let items = section.blocks.flatMap(\.items)
    let keyed = items.count { index.keys[$0.id] != nil }
    if rule.afterWrong != nil, keyed == 0 {
      findings.add(PaceFinding.nothingStops, at: rule.place, section.id.text)
    }
    for (limit, count) in [(rule.afterWrong, keyed), (rule.afterMissing, items.count)] {
      // A stop at the last item leaves nothing unasked.
      guard let limit, count > 0, limit >= min(count, section.pick ?? count) else { continue }
      findings.add(
        PaceFinding.stopNeverReached, at: rule.place, section.id.text, ["n": String(limit), "count": String(count)])
    }
  }
}
