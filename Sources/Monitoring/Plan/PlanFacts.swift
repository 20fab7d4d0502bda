package import Datasets
package import Expressions

/// What is known to have been done: an activity in one of its periods, and the day on which its data were in.
package struct Completion: Sendable, Hashable {
  package var activity: Symbol
  package var period: Symbol
  package var day: CalendarDate

  package init(activity: Symbol, period: Symbol, day: CalendarDate) {
    self.activity = activity
    self.period = period
    self.day = day
  }
}

extension MonitoringPlan {
  /// The first and the last day of a window: its own, else those of its period; nil where there is no such period.
  package func days(of window: Window) -> ClosedRange<CalendarDate>? {
    guard let period = period(window.period.text) else { return nil }
    let from = window.from ?? period.from
    let to = window.to ?? period.to
    return from <= to ? from...to : nil
  }

  /// The plan itself as facts: a row for each window of each activity. It is due when its last day is over, and on time
  /// when it was done by then; whether what isn't due yet will be on time isn't known.
  ///
  /// The data set's fields are known by their ids, `due` and `ontime`; other fields are missing.
  package func facts(for dataset: Dataset, today: CalendarDate, completions: [Completion]) -> [Fact] {
    activities.flatMap { activity in
      activity.windows.compactMap { window -> Fact? in
        guard let days = days(of: window) else { return nil }
        let period = Symbol(window.period.text)
        let done = completions.filter { $0.activity == activity.id && $0.period == period }.map(\.day).min()
        let isDue = days.upperBound < today
        let isOnTime: Value =
          if let done { .boolean(done <= days.upperBound) } else {
            isDue ? .boolean(false) : .missing(Missing(.notApplicable))
          }
        return Fact(
          dataset: dataset.id,
          coordinates: Coordinates(
            school: school.id, year: Symbol(year.text), period: period, activity: activity.id),
          values: dataset.fields.map { field in
            switch field.id.text {
            case "due": .boolean(isDue)
            case "ontime": isOnTime
            default: .missing(Missing(.notApplicable))
            }
          },
          source: "\(id)/\(version)#\(activity.id)#\(period)")
      }
    }
  }
}
