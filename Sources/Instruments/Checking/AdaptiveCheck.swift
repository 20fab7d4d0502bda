import Diagnostics
import Expressions
import Psychometrics

/// Sections that choose their questions one by one, the parameters by which they do, and scales of ability.
struct AdaptiveCheck {
  private let index: InstrumentIndex
  private let parameters: [Symbol: Calibration.Parameters]
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    var check = AdaptiveCheck(index: index)
    if let calibration = index.instrument.scoring.calibration { check.check(calibration) }
    for section in index.instrument.form.sections {
      if let rule = section.adaptation { check.check(rule, of: section) }
    }
    for scale in index.instrument.scoring.scales { check.check(scale) }
    return check.findings.diagnostics + RouteCheck.findings(index)
  }

  private init(index: InstrumentIndex) {
    self.index = index
    parameters = Dictionary((index.instrument.scoring.calibration?.items ?? []).map { ($0.item, $0) }) { first, _ in
      first
    }
  }

  // MARK: Parameters

  private mutating func check(_ calibration: Calibration) {
    if calibration.deviation <= .zero {
      findings.add(
        AdaptiveFinding.parametersOutOfRange, at: calibration.place, "sd=\"\(calibration.deviation)\"", ["range": "> 0"]
      )
    }
    for item in calibration.items {
      if index.items[item.item] == nil {
        guard !index.isLost(item.item) else { continue }
        findings.add(
          AdaptiveFinding.calibratesNothing, at: item.place, item.item.text,
          meant: Similarity.nearest(to: item.item.text, among: index.items.keys.map(\.text)))
        continue
      }
      checkRange(of: item)
      checkUsual(item, calibration)
      guard let key = index.keys[item.item], !index.brokenKeys.contains(item.item) else { continue }
      let steps = item.difficulties.count
      if steps > 1, key.points != Decimal64(steps) {
        findings.add(
          AdaptiveFinding.stepsDiffer, at: item.place, item.item.text,
          ["steps": String(steps), "points": "\(key.points)"])
      } else if steps > 1, !item.guessing.isZero {
        findings.add(
          AdaptiveFinding.parametersOutOfRange, at: item.place, "c=\"\(item.guessing)\"", ["range": "0"])
      }
    }
  }

  private mutating func checkRange(of item: Calibration.Parameters) {
    if item.slope <= .zero {
      findings.add(
        AdaptiveFinding.parametersOutOfRange, at: item.place, "a=\"\(item.slope)\"", ["range": "> 0"])
    } else if item.guessing < .zero || item.guessing >= Decimal64(1) {
      findings.add(
        AdaptiveFinding.parametersOutOfRange, at: item.place, "c=\"\(item.guessing)\"", ["range": "0 … 1"])
    }
  }

  /// Far outside what calibrations of real tests give, measured in deviations of the population.
  private mutating func checkUsual(_ item: Calibration.Parameters, _ calibration: Calibration) {
    let population = calibration.population
    guard population.deviation > 0 else { return }
    let far = item.difficulties.first { abs(($0.double - population.mean) / population.deviation) > 6 }
    if let far {
      findings.add(AdaptiveFinding.unusualParameters, at: item.place, "b=\"\(far)\"", ["item": item.item.text])
    } else if item.slope.double * population.deviation > 5 {
      findings.add(AdaptiveFinding.unusualParameters, at: item.place, "a=\"\(item.slope)\"", ["item": item.item.text])
    }
  }

  // MARK: Sections

  private mutating func check(_ rule: Adaptation, of section: Section) {
    if rule.atLeast > rule.atMost {
      findings.add(
        AdaptiveFinding.leastAboveMost, at: rule.place, section.id.text,
        ["least": String(rule.atLeast), "most": String(rule.atMost)])
    }
    for attribute in section.contradictions {
      findings.add(AdaptiveFinding.adaptiveContradiction, at: section.place, section.id.text, ["attribute": attribute])
    }
    // Blocks, keys and parameters that the reading refused would be missed here.
    guard !index.trouble.hasErrors else { return }
    guard index.instrument.scoring.calibration != nil else {
      findings.add(AdaptiveFinding.noCalibration, at: rule.place, section.id.text)
      return
    }
    var pool: [Calibration.Parameters] = []
    for block in section.blocks {
      guard case .item(let item) = block else {
        findings.add(AdaptiveFinding.notSingle, at: block.place, block.id.text)
        continue
      }
      if item.showIf != nil || item.timeLimit != nil {
        findings.add(
          AdaptiveFinding.adaptiveContradiction, at: item.place, item.id.text,
          ["attribute": item.showIf != nil ? "show-if" : "time-limit"])
      }
      check(item)
      if let known = parameters[item.id] { pool.append(known) }
    }
    let count = section.blocks.count { $0.asks }
    if rule.atMost > count {
      findings.add(
        AdaptiveFinding.poolTooSmall, at: rule.place, section.id.text,
        ["most": String(rule.atMost), "count": String(count)])
    } else if rule.exposure >= count, count > 1 {
      findings.add(
        AdaptiveFinding.exposureIsPool, at: rule.place, section.id.text,
        ["exposure": String(rule.exposure), "count": String(count)])
    }
    guard !findings.diagnostics.hasErrors else { return }
    checkShares(rule, of: section)
    checkError(rule, of: section, pool)
  }

  private mutating func check(_ item: Item) {
    guard !index.broken.contains(item.id), !index.brokenKeys.contains(item.id) else { return }
    let key = index.keys[item.id]
    let isJudged = if case .judgement? = key?.answer { true } else { false }
    if key == nil || isJudged {
      findings.add(AdaptiveFinding.noKey, at: item.place, item.id.text)
    } else if parameters[item.id] == nil {
      findings.add(AdaptiveFinding.noParameters, at: item.place, item.id.text)
    }
  }

  /// Whether each area has enough questions for its share of the longest test.
  private mutating func checkShares(_ rule: Adaptation, of section: Section) {
    guard let blueprint = index.instrument.blueprint else { return }
    let specifications = index.instrument.specifications
    for area in blueprint.areas {
      guard let share = area.share else { continue }
      let wanted = (share.double / 100 * Double(rule.atMost)).rounded(.down)
      let held = section.blocks.count { specifications[$0.id]?.area == area.code }
      guard held > 0 || section.blocks.contains(where: { specifications[$0.id]?.area != nil }),
        Double(held) < wanted
      else { continue }
      findings.add(
        AdaptiveFinding.areaTooSmall, at: rule.place, area.code.text,
        ["wanted": "\(Int(wanted))", "held": String(held), "section": section.id.text])
    }
  }

  /// Whether the error can be reached by somebody in the middle, with the questions that tell most about him.
  private mutating func checkError(_ rule: Adaptation, of section: Section, _ pool: [Calibration.Parameters]) {
    guard let calibration = index.instrument.scoring.calibration, let error = rule.error else { return }
    let population = calibration.population
    let told = pool.map { $0.model.information(at: population.mean) }.sorted(by: >).prefix(rule.atMost)
    let information = told.reduce(1 / (population.deviation * population.deviation), +)
    let least = 1 / information.squareRoot()
    guard least > error.double else { return }
    findings.add(
      AdaptiveFinding.errorUnreachable, at: rule.place, "\(error)",
      ["least": "\((least * 100).rounded(.up) / 100)", "most": String(rule.atMost), "section": section.id.text])
  }

  // MARK: Scales of ability

  private mutating func check(_ scale: Scale) {
    guard scale.method == .theta else {
      checkPointsCompare(scale)
      return
    }
    let wrong =
      !scale.weights.isEmpty
      ? "weights" : scale.ends != nil ? "rescale" : scale.levels.contains { $0.from.isPercent } ? "%" : nil
    if let wrong {
      findings.add(AdaptiveFinding.thetaContradiction, at: scale.place, scale.id.text, ["attribute": wrong])
    }
    guard !index.trouble.hasErrors else { return }
    guard index.instrument.scoring.calibration != nil else {
      findings.add(AdaptiveFinding.noCalibration, at: scale.place, scale.id.text)
      return
    }
    for member in scale.members where parameters[member.id] == nil {
      // A name that stands for nothing is told where members are checked.
      guard index.items[member.id] != nil || index.scales[member.id] != nil else { continue }
      findings.add(AdaptiveFinding.noParameters, at: member.place, member.id.text)
    }
  }

  /// Points of questions that differ from person to person say nothing about who can more.
  private mutating func checkPointsCompare(_ scale: Scale) {
    guard scale.method != .table else { return }
    let form = index.instrument.form
    let routed = form.routed
    let adaptive = form.sections.first { section in
      (section.adaptation != nil || routed.contains(section.id))
        && section.blocks.contains { block in scale.members.contains { $0.id == block.id } }
    }
    guard let adaptive else { return }
    findings.add(AdaptiveFinding.pointsOfAdaptive, at: scale.place, scale.id.text, ["section": adaptive.id.text])
  }
}

extension Section {
  /// What can't stand beside a choice of questions one by one.
  fileprivate var contradictions: [String] {
    [
      pick.map { _ in "pick" }, isShuffled ? "shuffle" : nil, fixedBlocks.isEmpty ? nil : "fixed",
      stopRule.map { $0.afterWrong != nil ? "stop-after-wrong" : "stop-after-missing" },
      repetition.map { _ in "repeat" },
      routes.isEmpty ? nil : "route",
    ].compactMap(\.self)
  }
}
