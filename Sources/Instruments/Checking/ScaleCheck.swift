import Datasets
import Diagnostics
import Expressions

/// Scales: made of what gives a number and stands before them, each thing counted once.
struct ScaleCheck {
  /// Each is walked down to its items, so their number is bounded like that of items.
  private static let most = 1_000

  private let index: InstrumentIndex
  private let bounds: ScaleBounds
  /// Scales with a member that is wrong, or that are made of such scales: what they count isn't judged.
  private var unsound: Set<Symbol> = []
  /// How many more members are looked at for being counted twice: far more than an instrument that people can sit has, and
  /// few enough that no file takes long.
  private var patience = 1_000_000
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex, _ bounds: ScaleBounds) -> [Diagnostic] {
    let scales = index.instrument.scoring.scales
    var check = ScaleCheck(index: index, bounds: bounds)
    if scales.count > most {
      check.findings.add(
        ScoringFinding.tooManyScales, at: scales[most].place, scales[most].id.text, ["limit": String(most)])
      return check.findings.diagnostics
    }
    for (position, scale) in scales.enumerated() { check.check(scale, at: position) }
    check.checkPointsAreCounted()
    return check.findings.diagnostics + LevelCheck.findings(index, bounds)
  }

  private init(index: InstrumentIndex, bounds: ScaleBounds) {
    self.index = index
    self.bounds = bounds
  }

  private mutating func check(_ scale: Scale, at position: Int) {
    if scale.members.isEmpty, !index.trouble.hasErrors {
      findings.add(ScoringFinding.scaleWithoutMembers, at: scale.place, scale.id.text)
    }
    var seen: Set<Symbol> = []
    var areSound = true
    for member in scale.members {
      if !seen.insert(member.id).inserted {
        findings.add(ScoringFinding.memberTwice, at: member.place, member.id.text)
        areSound = false
      } else if !check(member, of: position) {
        areSound = false
      }
    }
    if let least = scale.atLeast, least > scale.members.count, !scale.members.isEmpty {
      findings.add(
        ScoringFinding.atLeastAboveMembers, at: scale.place, scale.id.text,
        ["least": String(least), "count": String(scale.members.count)])
    }
    if areSound, scale.members.allSatisfy({ !unsound.contains($0.id) }) {
      checkCountedOnce(scale, at: position)
    } else {
      unsound.insert(scale.id)
    }
  }

  private mutating func check(_ member: Scale.Member, of position: Int) -> Bool {
    if let other = index.scales[member.id] {
      if other == position {
        findings.add(ScoringFinding.scaleOfItself, at: member.place, member.id.text)
      } else if other > position {
        findings.add(
          ScoringFinding.laterScale, at: member.place, member.id.text,
          ["line": String(index.instrument.scoring.scales[other].place.line)])
      }
      return other < position
    }
    if let item = index.items[member.id] {
      if index.keys[member.id] != nil || index.broken.contains(member.id) { return true }
      // A key that didn't come through the reading would have given points.
      if item.scaleNumbers(isReversed: false) != nil || index.trouble.hasErrors { return true }
      findings.add(ScoringFinding.memberUnscored, at: member.place, member.id.text)
      return false
    }
    if index.parts[member.id] != nil || index.isLost(member.id) { return true }
    if index.computations.contains(member.id) {
      findings.add(ScoringFinding.memberUnscored, at: member.place, member.id.text)
    } else {
      findings.add(
        ScoringFinding.unknownMember, at: member.place, member.id.text,
        meant: Similarity.nearest(
          to: member.id.text, among: index.items.keys.map(\.text) + index.scales.keys.map(\.text)))
    }
    return false
  }

  /// Nothing is counted both itself and through another scale, or through two.
  private mutating func checkCountedOnce(_ scale: Scale, at position: Int) {
    // How each thing was met: by the member of this scale through which it is counted.
    var met: [Symbol: Symbol] = Dictionary(uniqueKeysWithValues: scale.members.map { ($0.id, $0.id) })
    for member in scale.members {
      var waiting = [member.id]
      while let id = waiting.popLast() {
        guard patience > 0 else { return }
        guard let other = index.scales[id], other < position else { continue }
        patience -= index.instrument.scoring.scales[other].members.count
        for inner in index.instrument.scoring.scales[other].members {
          if let through = met[inner.id] {
            let isDirect = through == inner.id
            findings.add(
              ScoringFinding.memberCountedThrough, at: member.place, inner.id.text,
              ["scale": (isDirect ? member.id : through).text])
            return
          }
          met[inner.id] = member.id
          waiting.append(inner.id)
        }
      }
    }
  }

  /// Where there are scales, points that are in none are probably forgotten.
  private mutating func checkPointsAreCounted() {
    let rules = index.instrument.scoring
    guard !rules.scales.isEmpty, !index.trouble.hasErrors else { return }
    let counted = Set(rules.scales.flatMap(\.members).map(\.id))
    for key in rules.keys where !counted.contains(key.item) && index.items[key.item] != nil {
      findings.add(ScoringFinding.pointsInNoScale, at: key.place, key.item.text)
    }
  }
}
