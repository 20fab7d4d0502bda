import Diagnostics
package import Expressions

/// Levels of scales and rows of tables: in order, of one kind, each of them reachable, for every number that chooses them.
struct LevelCheck {
  private let index: InstrumentIndex
  private let bounds: ScaleBounds
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex, _ bounds: ScaleBounds) -> [Diagnostic] {
    var check = LevelCheck(index: index, bounds: bounds)
    for scale in index.instrument.scoring.scales {
      check.checkPercentage(of: scale)
      check.check(scale, scale.levels.map { Rung($0) }, Ends(bounds[scale.id], of: scale))
      if scale.method == .table, let member = scale.members.first {
        check.check(scale, scale.rows.map { Rung($0) }, Ends(bounds[member.id]))
      }
    }
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex, bounds: ScaleBounds) {
    self.index = index
    self.bounds = bounds
  }

  /// A level or a row: what begins at a border.
  private struct Rung {
    let code: Symbol?
    let from: Level.Border
    let holdsFor: ClosedRange<Int>?
    let place: Place

    init(_ level: Level) {
      (code, from, holdsFor, place) = (level.code, level.from, level.holdsFor, level.place)
    }

    init(_ row: Scale.Row) {
      (code, from, holdsFor, place) = (nil, row.from, row.holdsFor, row.place)
    }
  }

  /// Between which ends borders can be reached.
  private struct Ends {
    var scores: ScaleBounds.Bounds
    /// As shares of the most.
    var percentages: ScaleBounds.Bounds

    init(_ known: ScaleBounds.Bounds, of scale: Scale? = nil) {
      let hundred = Fraction(100)
      var least: Fraction?
      // A stretched score keeps the share that it had before.
      if scale?.ends == nil, let lowest = known.least, let most = known.most {
        least = try? lowest.times(hundred).divided(by: most)
      }
      scores = known
      percentages = ScaleBounds.Bounds(least: least, most: hundred, isKnown: known.isKnown)
    }
  }

  private mutating func check(_ scale: Scale, _ rungs: [Rung], _ ends: Ends) {
    guard let first = rungs.first else { return }
    guard Set(rungs.map(\.from.isPercent)).count == 1 else {
      findings.add(ScoringFinding.mixedBorders, at: scale.place, scale.id.text)
      return
    }
    let chosen = rungs.compactMap(\.holdsFor)
    let reach = first.from.isPercent ? ends.percentages : ends.scores
    // Between two of these numbers nothing changes.
    let numbers = Set(chosen.flatMap { [$0.lowerBound, $0.upperBound + 1] }).sorted().dropLast()
    // A rung may stand in several ladders, and is told of once.
    var told: Set<Int> = []
    for number in numbers.isEmpty ? [0] : Array(numbers) {
      let ladder = rungs.enumerated().filter { $1.holdsFor?.contains(number) ?? true }
      check(scale, ladder: ladder.map { ($0.offset, $0.element) }, reach, &told)
    }
  }

  private mutating func check(
    _ scale: Scale, ladder: [(position: Int, rung: Rung)], _ ends: ScaleBounds.Bounds, _ told: inout Set<Int>
  ) {
    var codes: Set<Symbol> = []
    var last: Fraction?
    for (position, rung) in ladder {
      let isDoubled = rung.code.map { !codes.insert($0).inserted } ?? false
      let border = Fraction(rung.from.number)
      let before = last
      last = max(border, last ?? border)
      guard let finding = finding(scale, rung, isDoubled: isDoubled, border, after: before, ends),
        told.insert(position).inserted
      else { continue }
      findings.add(finding.finding, at: rung.place, finding.found, finding.arguments)
    }
  }

  private func finding(
    _ scale: Scale, _ rung: Rung, isDoubled: Bool, _ border: Fraction, after last: Fraction?,
    _ ends: ScaleBounds.Bounds
  ) -> (finding: any Finding, found: String, arguments: [String: String])? {
    if let code = rung.code, isDoubled { return (ScoringFinding.doubledLevelCode, code.text, [:]) }
    if let last, border <= last {
      if let code = rung.code { return (ScoringFinding.levelsOutOfOrder, code.text, [:]) }
      return (MeasureFinding.rowsOutOfOrder, rung.from.text, [:])
    }
    if let most = ends.most, border > most {
      let maximum = text(most, like: rung.from)
      if let code = rung.code {
        return (ScoringFinding.levelUnreachable, code.text, ["border": rung.from.text, "maximum": maximum])
      }
      return (MeasureFinding.rowUnreachable, rung.from.text, ["maximum": maximum])
    }
    if last == nil, let least = ends.least, border > least {
      return (ScoringFinding.lowestLevelAbove, scale.id.text, ["border": rung.from.text])
    }
    return nil
  }

  private func text(_ number: Fraction, like border: Level.Border) -> String {
    let plain = (try? number.decimal(places: 6)).map { "\($0)" } ?? ""
    return border.isPercent ? plain + "%" : plain
  }

  /// A percentage needs a maximum.
  private mutating func checkPercentage(of scale: Scale) {
    let asks = scale.method == .percent || (scale.levels.map(\.from) + scale.rows.map(\.from)).contains { $0.isPercent }
    guard asks else { return }
    guard let endless = scale.members.first(where: { bounds[$0.id].isKnown && bounds[$0.id].most == nil }) else {
      return
    }
    findings.add(ScoringFinding.percentWithoutMaximum, at: scale.place, scale.id.text, ["member": endless.id.text])
  }
}

extension Level.Border {
  package var isPercent: Bool {
    if case .percent = self { true } else { false }
  }

  package var number: Decimal64 {
    switch self {
    case .score(let number), .percent(let number): number
    }
  }

  /// As a file writes it: `12`, `45%`.
  package var text: String { isPercent ? "\(number)%" : "\(number)" }
}
