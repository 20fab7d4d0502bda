import Diagnostics
import Expressions

/// What must hold of one activity of the cyclogram.
extension PlanChecker {
  mutating func check(_ activity: Activity) {
    for role in [activity.collects, activity.analyses, activity.approves] { checkRole(role) }
    if activity.collects.text == activity.approves.text {
      report(PlanFinding.collectorApproves, at: activity.approves.place, found: activity.approves.text)
    }
    let object = plan.objects.first { $0.id.text == activity.object.text }
    if object == nil {
      reportUnknown(PlanFinding.unknownObject, activity.object, among: plan.objects.map(\.id.text))
    }
    if let direction = activity.direction, !plan.directions.contains(where: { $0.id.text == direction.text }) {
      reportUnknown(PlanFinding.unknownDirection, direction, among: plan.directions.map(\.id.text))
    }
    if let instrument = activity.instrument { checkInstrument(instrument) }
    for window in activity.windows { check(window) }
    check(activity.documents, of: activity)
    if activity.indicators.isEmpty { report(PlanFinding.noIndicator, at: activity.place) }
    for use in activity.indicators {
      checkIndicator(use.indicator)
      if let grade = use.grade, let grades = object?.grades, !grades.contains(grade) {
        report(
          PlanFinding.gradeOutsideObject, at: use.indicator.place, found: String(grade),
          ["grades": grades.count == 1 ? "\(grades.lowerBound)" : "\(grades.lowerBound)–\(grades.upperBound)"])
      }
    }
  }

  private mutating func check(_ window: Window) {
    guard let period = plan.period(window.period.text) else {
      reportUnknown(PlanFinding.unknownPeriod, window.period, among: plan.periods.map(\.id.text))
      return
    }
    let from = window.from ?? period.from
    let to = window.to ?? period.to
    if to < from {
      report(PlanFinding.datesReversed, at: window.place, ["from": from.description, "to": to.description])
    } else if from < period.from || to > period.to {
      report(
        PlanFinding.windowOutsidePeriod, at: window.place,
        ["period": period.id.text, "from": period.from.description, "to": period.to.description])
    }
  }

  /// A document that is due on a day must come after the data are in.
  private mutating func check(_ documents: [PlannedDocument], of activity: Activity) {
    guard let last = activity.windows.compactMap({ plan.days(of: $0)?.upperBound }).max() else { return }
    for document in documents {
      guard case .on(let date) = document.due, date < last else { continue }
      report(
        PlanFinding.documentBeforeEnd, at: document.place, ["date": date.description, "last": last.description])
    }
  }
}
