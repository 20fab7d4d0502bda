import Datasets
package import Diagnostics
import Expressions

extension IndicatorSet {
  /// Everything that is wrong with the set, and the set ready to run where nothing is.
  package func checked() -> (set: CheckedIndicatorSet?, findings: [Diagnostic]) {
    var checker = IndicatorSetChecker(set: self)
    let checked = checker.check()
    let findings = checker.findings.sortedByPlace
    return (findings.hasErrors ? nil : checked, findings)
  }
}

/// One run over an indicator set: gathers findings and compiles as it goes.
struct IndicatorSetChecker {
  let set: IndicatorSet
  var findings: [Diagnostic] = []
  private var programs: [DatasetProgram]

  init(set: IndicatorSet) {
    self.set = set
    programs = set.datasets.map { DatasetProgram(dataset: $0) }
  }

  mutating func check() -> CheckedIndicatorSet {
    checkIds()
    checkDatasets()
    var measures: [CheckedMeasure?] = []
    var targets: [[CheckedTarget]] = []
    for index in set.indicators.indices {
      measures.append(measure(of: index))
      check(set.indicators[index])
      targets.append(checkedTargets(of: set.indicators[index]))
    }
    let order = checkedOrder(measures)
    return CheckedIndicatorSet(
      definition: set, programs: programs, measures: measures.compactMap { $0 }, targets: targets, order: order)
  }

  /// Ids are one of a kind without regard to case, each among its own kind.
  private mutating func checkIds() {
    doubled(set.choiceLists.map { ($0.id, $0.place) })
    doubled(set.datasets.map { ($0.id, $0.place) })
    doubled(set.indicators.map { ($0.id, $0.place) })
    for list in set.choiceLists { doubled(list.options.map { ($0.code, $0.place) }) }
    for dataset in set.datasets { doubled(dataset.fields.map { ($0.id, $0.place) }) }
  }

  private mutating func doubled(_ ids: [(Symbol, Place)]) {
    var seen: [String: Place] = [:]
    for (id, place) in ids {
      let name = id.text.lowercased()
      if let first = seen[name] {
        report(.duplicateId, at: place, found: id.text, ["first": String(first.line)])
      } else {
        seen[name] = place
      }
    }
  }

  private mutating func checkDatasets() {
    let known = RowCoordinate.allCases.map(\.rawValue)
    for dataset in set.datasets {
      for coordinate in dataset.row where RowCoordinate(rawValue: coordinate.text) == nil {
        report(
          .unknownRowCoordinate, at: dataset.place, found: coordinate.text,
          suggestion: Similarity.nearest(to: coordinate.text, among: known),
          ["known": known.joined(separator: ", ")])
      }
      if !set.indicators.contains(where: { $0.dataset == dataset.id }) {
        report(.unreadDataset, at: dataset.place, found: dataset.id.text)
      }
    }
  }

  /// The indicator's formulas compiled into the program of its data set.
  private mutating func measure(of index: Int) -> CheckedMeasure? {
    let indicator = set.indicators[index]
    guard let position = set.datasets.firstIndex(where: { $0.id == indicator.dataset }) else {
      report(
        .unknownDataset, at: indicator.place, found: indicator.dataset.text,
        suggestion: Similarity.nearest(to: indicator.dataset.text, among: set.datasets.map(\.id.text)))
      return nil
    }
    let scope = self.scope(of: set.datasets[position])
    switch indicator.measure {
    case .ratio(let numerator, let denominator):
      let above = compiled(numerator, in: scope.with(use: .numerator), expecting: .number)
      let below = compiled(denominator, in: scope.with(use: .denominator), expecting: .number)
      let rules = indicator.quality.map { compiled($0, in: scope.with(use: .quality), expecting: .boolean) }
      guard let above, let below else { return nil }
      for (formula, source) in [(above, numerator), (below, denominator)] where !formula.readsRows {
        report(.nothingCounted, at: source.place, found: source.text, ["indicator": indicator.id.text])
      }
      let top = programs[position].add(above, name: "\(indicator.id).numerator")
      let bottom = programs[position].add(below, name: "\(indicator.id).denominator")
      let quality = rules.compactMap { $0 }.enumerated().map { number, rule in
        programs[position].add(rule, name: "\(indicator.id).quality.\(number + 1)")
      }
      let shape = RatioProgram.shape(numerator: top, denominator: bottom, parts: programs[position].parts)
      if shape == .other { report(.noInterval, at: indicator.place, found: indicator.id.text) }
      let ratio = programs[position].ratios.count
      programs[position].add(
        RatioProgram(indicator: index, numerator: top, denominator: bottom, quality: quality, shape: shape))
      return .ratio(program: position, ratio: ratio)
    case .derived(let source):
      guard let formula = compiled(source, in: scope.with(use: .derived), expecting: .number) else { return nil }
      checkDifference(formula, of: indicator)
      return .derived(formula)
    }
  }

  private func scope(of dataset: Dataset) -> Scope {
    Scope(
      use: .numerator,
      names: dataset.fields.enumerated().map { Name(id: $1.id.text, type: $1.type, slot: $0) },
      indicators: set.indicators.map(\.id.text))
  }

  private mutating func compiled(_ source: SourceText, in scope: Scope, expecting: Expectation) -> Formula? {
    let (compiled, found) = Formula.compile(source, in: scope, expecting: expecting)
    findings += found
    return compiled?.formula
  }

  private mutating func checkedTargets(of indicator: Indicator) -> [CheckedTarget] {
    let scope = Scope(use: .target, indicators: set.indicators.map(\.id.text))
    return indicator.targets.compactMap { target in
      compiled(target.value, in: scope, expecting: .number).map { CheckedTarget(target: target, value: $0) }
    }
  }

  /// An order for derived indicators; those that read one another in a circle have none.
  private mutating func checkedOrder(_ measures: [CheckedMeasure?]) -> [Int] {
    let positions = Dictionary(set.indicators.enumerated().map { ($1.id.text, $0) }) { first, _ in first }
    let reads = measures.map { measure -> [Int] in
      guard case .derived(let formula)? = measure else { return [] }
      // Only what is read now can close a circle: last year's value is there already.
      return formula.indicators.filter { $0.reading == .now }.compactMap { positions[$0.id] }
    }
    switch Dependencies.order(reads) {
    case .success(let order): return order
    case .failure(let cycle):
      let names = (cycle.members + cycle.members.prefix(1)).map { set.indicators[$0].id.text }
      let place = cycle.members.first.map { set.indicators[$0].place } ?? set.place
      report(.derivedCycle, at: place, ["circle": names.joined(separator: " → ")])
      return Array(set.indicators.indices)
    }
  }

  mutating func report(
    _ finding: MonitoringFinding, at place: Place?, found: String = "", suggestion: String? = nil,
    _ arguments: [String: String] = [:]
  ) {
    findings.append(Diagnostic(finding, at: place, found: found, suggestion: suggestion, arguments: arguments))
  }
}

/// What may make a row of a data set one of a kind.
enum RowCoordinate: String, CaseIterable {
  case pupil, teacher, invited, observation, test, subject, period, activity, year, grade, school
  case schoolClass = "class"
}

extension Formula {
  /// Whether there is an aggregate in it.
  fileprivate var readsRows: Bool {
    var found = false
    forEach { if case .aggregate = $0 { found = true } }
    return found
  }
}
