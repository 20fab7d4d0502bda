package import Expressions
package import Instruments

extension ScoringPlan {
  /// The scores of one session. Pure: the same answers give the same sheet on any machine.
  ///
  /// `values` are the answers by slot, computed values among them; what `shown` says no to is not looked at. `today` is
  /// the day on which the session began, for feeds that ask for it. `judgements` are those of its essays, as they were made.
  package func score(
    values: [Value], shown: (_ slot: Int) -> Bool, today: CalendarDate? = nil, judgements: [Judgement] = []
  ) -> ScoreSheet {
    let visible = values.indices.map { shown($0) ? values[$0] : Value.notShown }
    let marked = items.map { item in
      item.marked(visible.indices.contains(item.slot) ? visible[item.slot] : .notShown, judgements: judgements)
    }
    var results: [ScaleResult] = []
    for scale in scales {
      results.append(scale.result(items: marked, scales: results, values: visible))
    }
    let sheet = SessionValues(values: visible, scales: results.map(\.score), today: today)
    let ratings = feeds.map { feed in
      Rating(
        dataset: feed.dataset, fields: feed.fields.map(\.id),
        values: feed.fields.map { $0.value.evaluate(in: sheet) })
    }
    return ScoreSheet(items: marked.map(\.score), scales: results.map(\.score), ratings: ratings)
  }
}

/// A scored session as the expressions of feeds see it.
private struct SessionValues: Environment {
  let values: [Value]
  let scales: [ScaleScore]
  let today: CalendarDate?

  func value(at slot: Int) -> Value { values.indices.contains(slot) ? values[slot] : .notShown }

  func scale(_ query: ScaleQuery, at slot: Int) -> Value {
    guard scales.indices.contains(slot) else { return .missing(Missing(.undefined)) }
    return scales[slot].value(of: query)
  }
}

extension ScaleScore {
  /// What an expression gets that asks for it: missing with the score's own reason where there is no score, and without
  /// data where there is one but no maximum or level to it.
  package func value(of query: ScaleQuery) -> Value {
    if score.isMissing { return score }
    let none = Value.missing(Missing(.noData))
    return switch query {
    case .score: score
    case .maxScore: maximum.map { .decimal($0) } ?? none
    case .percent: percent.map { .decimal($0) } ?? none
    case .level: level.map { .code($0) } ?? none
    }
  }
}
