import Diagnostics
package import Expressions

/// Whether a test is made of what its blueprint asks for: each area and kind of thinking with its share of the points.
struct BlueprintCheck {
  private let index: InstrumentIndex
  private let blueprint: Blueprint
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    let instrument = index.instrument
    guard let blueprint = instrument.blueprint else {
      var findings = FindingList()
      if !index.trouble.hasErrors {
        for (item, specification) in instrument.specifications {
          findings.add(MeasureFinding.specificationWithoutBlueprint, at: specification.place, item.text)
        }
      }
      return findings.diagnostics
    }
    var check = BlueprintCheck(index: index, blueprint: blueprint)
    check.checkParts()
    check.checkItems()
    if !check.findings.diagnostics.hasErrors, !index.trouble.hasErrors, index.brokenKeys.isEmpty {
      check.compare()
    }
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex, blueprint: Blueprint) {
    self.index = index
    self.blueprint = blueprint
  }

  /// Shares make a whole, and cells lie where an area and a process are.
  private mutating func checkParts() {
    // Parts that the reading refused would be missed in the sum.
    if !index.trouble.hasErrors {
      for parts in [blueprint.areas, blueprint.processes] {
        let shares = parts.compactMap(\.share)
        checkWhole(shares, isAll: !shares.isEmpty && shares.count == parts.count)
      }
      checkWhole(
        blueprint.cells.map(\.share),
        isAll: blueprint.cells.count == blueprint.areas.count * blueprint.processes.count && !blueprint.cells.isEmpty)
    }
    for cell in blueprint.cells {
      for (code, parts) in [(cell.area, blueprint.areas), (cell.process, blueprint.processes)]
      where !parts.contains(where: { $0.code == code }) {
        findings.add(
          MeasureFinding.unknownPart, at: cell.place, code.text,
          meant: Similarity.nearest(to: code.text, among: parts.map(\.code.text)))
      }
    }
  }

  /// Shares of all parts are 100%; of some of them, 100% at most.
  private mutating func checkWhole(_ shares: [Decimal64], isAll: Bool) {
    let sum = shares.reduce(Decimal64.zero) { $0.adding($1) ?? $0 }
    let hundred = Decimal64(100)
    guard isAll ? sum != hundred : sum > hundred else { return }
    findings.add(MeasureFinding.sharesNotWhole, at: blueprint.place, "\(sum)%")
  }

  private mutating func checkItems() {
    for item in index.instrument.specifications.values.sorted(by: { $0.place < $1.place }) {
      for (code, parts) in [(item.area, blueprint.areas), (item.process, blueprint.processes)] {
        guard let code, !parts.contains(where: { $0.code == code }) else { continue }
        findings.add(
          MeasureFinding.unknownPart, at: item.place, code.text,
          meant: Similarity.nearest(to: code.text, among: parts.map(\.code.text)))
      }
    }
    for key in index.instrument.scoring.keys {
      let specification = index.instrument.specifications[key.item]
      let missing =
        !blueprint.areas.isEmpty && specification?.area == nil
        ? "area" : !blueprint.processes.isEmpty && specification?.process == nil ? "process" : nil
      guard let missing else { continue }
      findings.add(MeasureFinding.itemOutsideBlueprint, at: key.place, key.item.text, ["missing": missing])
    }
  }

  private mutating func compare() {
    let points = BlueprintPoints(index.instrument)
    for part in blueprint.areas {
      compare(part.code.text, part.share, points.ofAreas[part.code], points, at: part.place)
    }
    for part in blueprint.processes {
      compare(part.code.text, part.share, points.ofProcesses[part.code], points, at: part.place)
    }
    for cell in blueprint.cells {
      let held = points.ofCells[BlueprintPoints.Cell(area: cell.area, process: cell.process)]
      compare("\(cell.area) × \(cell.process)", cell.share, held, points, at: cell.place)
    }
  }

  private mutating func compare(
    _ name: String, _ wanted: Decimal64?, _ held: Fraction?, _ points: BlueprintPoints, at place: Place
  ) {
    let held = held ?? .zero
    guard let wanted, let share = points.percent(held), let difference = try? share.minus(Fraction(wanted)) else {
      return
    }
    let distance = max(difference, (try? difference.times(Fraction(-1))) ?? difference)
    guard distance > Fraction(blueprint.tolerance) else { return }
    func text(_ number: Fraction) -> String { (try? number.decimal(places: 1)).map { "\($0)" } ?? "" }
    findings.add(
      MeasureFinding.blueprintMissed, at: place, name,
      ["wanted": "\(wanted)", "actual": text(share), "points": text(held), "all": text(points.all)])
  }
}

/// The points that a test gives to each part of its blueprint. What not every session gets, by a draw or by its booklet,
/// counts with the chance that one does.
package struct BlueprintPoints: Sendable {
  package struct Cell: Sendable, Hashable {
    package let area: Symbol
    package let process: Symbol

    package init(area: Symbol, process: Symbol) {
      self.area = area
      self.process = process
    }
  }

  package private(set) var all = Fraction.zero
  package private(set) var ofAreas: [Symbol: Fraction] = [:]
  package private(set) var ofProcesses: [Symbol: Fraction] = [:]
  package private(set) var ofCells: [Cell: Fraction] = [:]

  package init(_ instrument: Instrument) {
    let keys = Dictionary(instrument.scoring.keys.map { ($0.item, $0.points) }) { first, _ in first }
    // Where questions are chosen one by one, the choice keeps the shares.
    for (index, section) in instrument.form.sections.enumerated() where section.adaptation == nil {
      let draw = SectionDraw(section)
      let booklets = instrument.form.chance(ofSection: index)
      for block in draw.questions {
        let chance = (try? draw.chance(ofQuestion: block).times(booklets)) ?? .one
        for item in section.blocks[block].items {
          guard let points = keys[item.id], let worth = try? Fraction(points).times(chance) else { continue }
          add(worth, instrument.specifications[item.id])
        }
      }
    }
  }

  private mutating func add(_ worth: Fraction, _ specification: Specification?) {
    func sum(_ a: Fraction?, _ b: Fraction) -> Fraction { (try? (a ?? .zero).plus(b)) ?? b }
    all = sum(all, worth)
    if let area = specification?.area { ofAreas[area] = sum(ofAreas[area], worth) }
    if let process = specification?.process { ofProcesses[process] = sum(ofProcesses[process], worth) }
    if let area = specification?.area, let process = specification?.process {
      let cell = Cell(area: area, process: process)
      ofCells[cell] = sum(ofCells[cell], worth)
    }
  }

  /// Of all points, in percent; nil where there are none.
  package func percent(_ points: Fraction) -> Fraction? {
    (try? points.times(Fraction(100)).divided(by: all)) ?? nil
  }
}
