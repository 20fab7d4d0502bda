package import Expressions
package import Monitoring

/// Where and when something is collected: the coordinates that all sessions of one occasion share.
package struct Occasion: Sendable, Hashable {
  package var school: Symbol
  /// `2026-2027`
  package var year: Symbol
  package var period: Symbol?
  /// An activity of the plan; `unplanned` where it isn't in it.
  package var activity: Symbol

  /// The activity of what isn't in the plan.
  package static let unplanned: Symbol = "unplanned"

  package init(school: Symbol, year: Symbol, period: Symbol?, activity: Symbol) {
    self.school = school
    self.year = year
    self.period = period
    self.activity = activity
  }

  /// The occasion of an instrument on a day: the activity of the plan that names it and whose window holds the day; else
  /// the first that names it; else none of the plan's.
  ///
  /// `instrument` is its id and version: `math-4-diagnostic/1.0`.
  package init(of instrument: String, on day: CalendarDate, in plan: MonitoringPlan) {
    let named = plan.activities.filter { $0.instrument?.text == instrument }
    let open = named.lazy.compactMap { activity -> (Activity, Window)? in
      activity.windows.first { plan.days(of: $0)?.contains(day) ?? false }.map { (activity, $0) }
    }.first
    self.init(
      school: plan.school.id, year: Symbol(plan.year.text),
      period: open.map { Symbol($0.1.period.text) } ?? plan.innermostPeriod(on: day),
      activity: (open?.0 ?? named.first)?.id ?? Self.unplanned)
  }

  /// As the activity of a store's sessions: year, period and activity, which no other school year shares.
  package var reference: Symbol { Symbol("\(year)/\(period?.text ?? "")/\(activity)") }

  /// The occasion that `reference` was made of.
  package init?(reference: Symbol, school: Symbol) {
    let parts = reference.text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    self.init(
      school: school, year: Symbol(String(parts[0])), period: parts[1].isEmpty ? nil : Symbol(String(parts[1])),
      activity: Symbol(String(parts[2])))
  }
}

extension MonitoringPlan {
  /// The shortest period that holds a day; nil outside all of them.
  package func innermostPeriod(on day: CalendarDate) -> Symbol? {
    periods.filter { $0.from <= day && day <= $0.to }
      .min { $0.to.days - $0.from.days < $1.to.days - $1.from.days }?.id
  }
}
