import Diagnostics
import Expressions

/// Levels of scales: in order, of one kind, each of them reachable.
struct LevelCheck {
  private let index: InstrumentIndex
  private let bounds: ScaleBounds
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex, _ bounds: ScaleBounds) -> [Diagnostic] {
    var check = LevelCheck(index: index, bounds: bounds)
    for scale in index.instrument.scoring.scales {
      check.checkPercentage(of: scale)
      if !scale.levels.isEmpty { check.check(scale) }
    }
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex, bounds: ScaleBounds) {
    self.index = index
    self.bounds = bounds
  }

  private mutating func check(_ scale: Scale) {
    var codes: Set<Symbol> = []
    for level in scale.levels where !codes.insert(level.code).inserted {
      findings.add(ScoringFinding.doubledLevelCode, at: level.place, level.code.text)
    }
    guard Set(scale.levels.map(\.from.isPercent)).count == 1 else {
      findings.add(ScoringFinding.mixedBorders, at: scale.place, scale.id.text)
      return
    }
    let known = bounds[scale.id]
    let ends = scale.levels[0].from.isPercent ? percentages(known) : known
    var last: Fraction?
    for level in scale.levels {
      let border = Fraction(level.from.number)
      if let last, border <= last {
        findings.add(ScoringFinding.levelsOutOfOrder, at: level.place, level.code.text)
      } else if let most = ends.most, border > most {
        findings.add(
          ScoringFinding.levelUnreachable, at: level.place, level.code.text,
          ["border": level.from.text, "maximum": text(most, like: level.from)])
      } else if last == nil, let least = ends.least, border > least {
        findings.add(ScoringFinding.lowestLevelAbove, at: level.place, scale.id.text, ["border": level.from.text])
      }
      last = max(border, last ?? border)
    }
  }

  /// The ends as shares of the most, in percent.
  private func percentages(_ known: ScaleBounds.Bounds) -> ScaleBounds.Bounds {
    let hundred = Fraction(100)
    var least: Fraction?
    if let lowest = known.least, let most = known.most {
      least = try? lowest.times(hundred).divided(by: most)
    }
    return ScaleBounds.Bounds(least: least, most: hundred, isKnown: known.isKnown)
  }

  private func text(_ number: Fraction, like border: Level.Border) -> String {
    let plain = (try? number.decimal(places: 6)).map { "\($0)" } ?? ""
    return border.isPercent ? plain + "%" : plain
  }

  /// A percentage needs a maximum.
  private mutating func checkPercentage(of scale: Scale) {
    guard scale.method == .percent || scale.levels.contains(where: \.from.isPercent) else { return }
    guard let endless = scale.members.first(where: { bounds[$0.id].isKnown && bounds[$0.id].most == nil }) else {
      return
    }
    findings.add(ScoringFinding.percentWithoutMaximum, at: scale.place, scale.id.text, ["member": endless.id.text])
  }
}

extension Level.Border {
  var isPercent: Bool {
    if case .percent = self { true } else { false }
  }

  var number: Decimal64 {
    switch self {
    case .score(let number), .percent(let number): number
    }
  }

  var text: String { isPercent ? "\(number)%" : "\(number)" }
}
