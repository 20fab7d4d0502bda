package import Diagnostics
import Expressions

extension MonitoringPlan {
  /// Everything that is wrong with the plan: with itself, with the regulation, and with the set of indicators that it
  /// uses, where that is known.
  package func findings(against indicators: IndicatorSet?) -> [Diagnostic] {
    var checker = PlanChecker(plan: self, indicators: indicators)
    checker.check()
    return checker.findings.sortedByPlace
  }
}

/// One run over a plan.
struct PlanChecker {
  let plan: MonitoringPlan
  let indicators: IndicatorSet?
  var findings: [Diagnostic] = []

  init(plan: MonitoringPlan, indicators: IndicatorSet?) {
    self.plan = plan
    self.indicators = indicators
  }

  mutating func check() {
    checkHead()
    checkOrders()
    checkPeriods()
    checkRoles()
    checkDirections()
    for activity in plan.activities { check(activity) }
    checkCompleteness()
    checkDisclosures()
  }

  /// A draft may lack what an approved plan must have.
  private var isBinding: Bool { plan.state != .draft }

  private mutating func checkHead() {
    if SchoolYear(plan.year.text) == nil {
      report(MonitoringFinding.badSchoolYear, at: plan.year.place, found: plan.year.text)
    }
    checkVersioned(plan.indicators)
    if let indicators, plan.indicators.text != indicators.reference {
      report(
        PlanFinding.otherIndicatorSet, at: plan.indicators.place, found: plan.indicators.text,
        ["actual": indicators.reference])
    }
  }

  private mutating func checkVersioned(_ reference: Reference) {
    let parts = reference.text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count != 2 || parts.contains(where: \.isEmpty) {
      report(PlanFinding.badReference, at: reference.place, found: reference.text)
    }
  }

  private mutating func checkOrders() {
    for order in plan.orders { checkRole(order.signedBy) }
    let approving = plan.orders.filter { $0.kind == .approvePlan }
    if approving.isEmpty {
      if plan.state == .approved || plan.state == .closed || plan.state == .archived {
        report(PlanFinding.noOrder, at: plan.place)
      }
      return
    }
    let first = plan.activities.flatMap(\.windows).compactMap { plan.days(of: $0)?.lowerBound }.min()
    if let order = approving.min(by: { $0.date < $1.date }), let first, order.date > first {
      report(
        PlanFinding.lateOrder, at: order.place, ["date": order.date.description, "first": first.description])
    }
  }

  private mutating func checkPeriods() {
    let year = SchoolYear(plan.year.text)
    for period in plan.periods {
      if period.to < period.from {
        report(
          PlanFinding.datesReversed, at: period.place,
          ["from": period.from.description, "to": period.to.description])
      }
      if let year, let first = CalendarDate(year: year.start, month: 8, day: 1),
        let last = CalendarDate(year: year.start + 1, month: 8, day: 31), period.from < first || period.to > last
      {
        report(PlanFinding.periodOutsideYear, at: period.place, found: period.id.text, ["year": year.text])
      }
      guard let parent = period.parent else { continue }
      guard let outer = plan.period(parent.text) else {
        reportUnknown(PlanFinding.unknownPeriod, parent, among: plan.periods.map(\.id.text))
        continue
      }
      if period.from < outer.from || period.to > outer.to {
        report(
          PlanFinding.periodOutsideParent, at: period.place, found: period.id.text,
          ["period": outer.id.text, "from": outer.from.description, "to": outer.to.description])
      }
    }
    checkPeriodCircles()
  }

  private mutating func checkPeriodCircles() {
    for period in plan.periods {
      var outer = period.parent?.text
      var steps = 0
      while let name = outer, steps <= plan.periods.count {
        if name == period.id.text {
          report(PlanFinding.periodCircle, at: period.place, found: period.id.text)
          break
        }
        outer = plan.period(name)?.parent?.text
        steps += 1
      }
    }
  }

  /// The composition that the regulation asks for (3.4), known by the roles' ids.
  private mutating func checkRoles() {
    let ids = plan.roles.map(\.id.text)
    if !ids.contains(where: { $0 == "head" || $0 == "deputy" || $0.hasPrefix("deputy-") }) {
      report(PlanFinding.noRoleOfLeadership, at: plan.place)
    }
    if !ids.contains(where: { $0.hasPrefix("ub-") }) { report(PlanFinding.noRoleOfAssociation, at: plan.place) }
    if !ids.contains(where: { $0 == "teacher" || $0.hasPrefix("teacher-") }) {
      report(PlanFinding.noRoleOfTeachers, at: plan.place)
    }
  }

  private mutating func checkDirections() {
    let year = SchoolYear(plan.year.text)
    for direction in plan.directions {
      for evidence in direction.evidence {
        checkIndicator(evidence.indicator)
        if evidence.scope == .grade, evidence.grade == nil {
          report(PlanFinding.gradeMissing, at: evidence.place)
        }
        guard let year else { continue }
        if let cited = SchoolYear(evidence.year.text), cited < year { continue }
        report(
          PlanFinding.evidenceNotEarlier, at: evidence.year.place, found: evidence.year.text,
          ["example": year.before.text])
      }
    }
    if isBinding, !plan.directions.contains(where: { !$0.evidence.isEmpty }) {
      report(PlanFinding.noEvidence, at: plan.place)
    }
  }

  /// All six types (6.1) and all three aspects (2.3).
  private mutating func checkCompleteness() {
    guard isBinding else { return }
    for kind in Activity.Kind.allCases where kind.isObligatory && !plan.activities.contains(where: { $0.kind == kind })
    {
      report(PlanFinding.noActivityOfKind, at: plan.place, ["kind": kind.rawValue])
    }
    for aspect in Indicator.Aspect.allCases where !plan.activities.contains(where: { $0.aspect == aspect }) {
      report(PlanFinding.noActivityOfAspect, at: plan.place, ["aspect": aspect.rawValue])
    }
  }

  private mutating func checkDisclosures() {
    var ruled: Set<String> = []
    for audience in plan.disclosures.flatMap(\.audiences) where !ruled.insert(audience.text).inserted {
      report(PlanFinding.doubledAudience, at: audience.place, found: audience.text)
    }
    var told: Set<String> = []
    for audience in plan.activities.flatMap(\.audience)
    where !ruled.contains(audience.text) && told.insert(audience.text).inserted {
      report(PlanFinding.audienceWithoutRule, at: audience.place, found: audience.text)
    }
  }

  mutating func checkRole(_ role: Reference) {
    guard !plan.roles.contains(where: { $0.id.text == role.text }) else { return }
    reportUnknown(PlanFinding.unknownRole, role, among: plan.roles.map(\.id.text))
  }

  mutating func checkIndicator(_ indicator: Reference) {
    guard let indicators, !indicators.indicators.contains(where: { $0.id.text == indicator.text }) else { return }
    reportUnknown(PlanFinding.unknownIndicator, indicator, among: indicators.indicators.map(\.id.text))
  }

  mutating func checkInstrument(_ reference: Reference) { checkVersioned(reference) }

  mutating func reportUnknown(_ finding: PlanFinding, _ reference: Reference, among known: [String]) {
    findings.append(
      Diagnostic(
        finding, at: reference.place, found: reference.text,
        suggestion: Similarity.nearest(to: reference.text, among: known)))
  }

  mutating func report(
    _ finding: some Finding, at place: Place, found: String = "", _ arguments: [String: String] = [:]
  ) {
    findings.append(Diagnostic(finding, at: place, found: found, arguments: arguments))
  }
}
