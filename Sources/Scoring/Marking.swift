package import Expressions
package import Instruments

/// An item's score with its exact points, so that thirds add up.
struct MarkedItem {
  let score: ItemScore
  /// Nil where the item doesn't count.
  let points: Fraction?
  /// The fewest points that an answer can earn.
  var least = Fraction.zero
}

extension KeyedItem {
  /// The points that an answer earns; nil where it doesn't count, or where a person must judge it first.
  package func points(for answer: Value) -> Decimal64? { marked(answer).score.points }

  /// What an answer earns, and why.
  func marked(_ given: Value, judgements: [Judgement] = []) -> MarkedItem {
    if case .missing(let missing) = given {
      if missing.reason == .notShown { return result(given, .notShown, nil) }
      if missing.reason == .notReached { return result(given, .notReached, .zero) }
      return result(given, .unanswered(missing), isZeroWhenUnanswered ? .zero : nil)
    }
    // Nobody gets points for leaving out what is wrong: nothing chosen is no answer.
    if case .container(let container) = given, container.elements.isEmpty {
      return result(given, .unanswered(Missing(.unanswered)), isZeroWhenUnanswered ? .zero : nil)
    }
    switch answer {
    case .levels: return markedLevel(given)
    case .judgement: return judged(given, by: judgements.filter { $0.item == id })
    case .dates(let dates):
      guard case .date(let date) = given else { return allOrNothing(given, isRight: false) }
      return allOrNothing(given, isRight: dates.contains(date))
    case .pairs(let right): return marked(given, pairs: right)
    case .options(let right): return marked(given, options: right)
    case .order(let right): return marked(given, order: right)
    case .numbers(let keys):
      return allOrNothing(given, isRight: given.number.map { number in keys.contains { $0.accepts(number) } } ?? false)
    case .texts(let keys):
      guard case .text(let text) = given else { return allOrNothing(given, isRight: false) }
      return marked(given, TextKey.normalized(text), among: keys.map(\.text))
    }
  }

  /// The raters' points, never above the most that can be earned.
  private func judged(_ given: Value, by judgements: [Judgement]) -> MarkedItem {
    guard let judged = JudgedPoints(judgements, of: points),
      let share = try? min(judged.mean, Fraction(points)).divided(by: Fraction(points))
    else { return result(given, .awaitsJudgement, nil) }
    return result(given, .judged(raters: judged.raters, needsThird: judged.needsThird), share)
  }

  private func marked(_ given: Value, _ typed: String, among keys: [String]) -> MarkedItem {
    if keys.contains(where: { TextKey.normalized($0) == typed }) { return result(given, .right, .one) }
    if let near = keys.first(where: { spelling.accepts(typed, for: TextKey.normalized($0)) }),
      let worth = try? Fraction(spelling.worth).divided(by: Fraction(100))
    {
      return result(given, .misspelt(near), worth)
    }
    return result(given, .wrong(nil), .zero)
  }

  private func allOrNothing(_ given: Value, isRight: Bool, marks: ScoreReason.Marks? = nil) -> MarkedItem {
    isRight ? result(given, .right, .one) : result(given, .wrong(marks), .zero)
  }

  /// A rater's judgement: the points of the level.
  private func markedLevel(_ given: Value) -> MarkedItem {
    guard case .code(let code) = given, let worth = Decimal64(code.text) else {
      return allOrNothing(given, isRight: false)
    }
    return MarkedItem(
      score: ItemScore(
        slot: slot, id: id, points: worth, maximum: points, reason: .level(code), credit: credit, given: given,
        key: answer),
      points: Fraction(worth),
      least: options.compactMap { Decimal64($0.text) }.min().map { Fraction($0) } ?? .zero)
  }

  private func marked(_ given: Value, options right: [Symbol]) -> MarkedItem {
    let chosen: Set<Symbol>
    if case .code(let code) = given { chosen = [code] } else { chosen = Set(given.codes ?? []) }
    let right = Set(right)
    let hits = chosen.intersection(right).count
    let misses = chosen.count - hits
    switch credit {
    case .hits:
      return partial(given, ScoreReason.Marks(right: hits, wrong: misses, of: right.count), earned: hits - misses)
    case .perOption:
      let judged = options.count { chosen.contains($0) == right.contains($0) }
      return partial(given, ScoreReason.Marks(right: judged, of: options.count), earned: judged)
    case .all, .perPlace, .perPair, .adjacent:
      // One answer has no parts to count.
      let marks =
        right.count > 1 || chosen.count > 1
        ? ScoreReason.Marks(right: hits, wrong: misses, of: right.count) : nil
      return allOrNothing(given, isRight: chosen == right, marks: marks)
    }
  }

  private func marked(_ given: Value, order right: [Symbol]) -> MarkedItem {
    let placed = given.codes ?? []
    switch credit {
    case .adjacent:
      let neighbours = zip(right, right.dropFirst()).map { [$0, $1] }
      let kept = neighbours.count { pair in zip(placed, placed.dropFirst()).contains { [$0, $1] == pair } }
      return partial(given, ScoreReason.Marks(right: kept, of: neighbours.count), earned: kept)
    case .perPlace:
      let kept = zip(placed, right).count { $0 == $1 }
      return partial(given, ScoreReason.Marks(right: kept, of: right.count), earned: kept)
    case .all, .hits, .perOption, .perPair:
      let kept = zip(placed, right).count { $0 == $1 }
      return allOrNothing(given, isRight: placed == right, marks: ScoreReason.Marks(right: kept, of: right.count))
    }
  }

  /// Each left that has a right pair counts once; where it has several, any of them is right.
  private func marked(_ given: Value, pairs right: [MatchPair]) -> MarkedItem {
    let joined = given.matchPairs ?? []
    let all = Set(right.map(\.left)).count
    let hits = joined.count { right.contains($0) }
    let marks = ScoreReason.Marks(right: hits, wrong: joined.count - hits, of: all)
    switch credit {
    case .perPair: return partial(given, marks, earned: hits)
    case .all, .hits, .perOption, .perPlace, .adjacent:
      return allOrNothing(given, isRight: hits == all && joined.count == all, marks: marks)
    }
  }

  /// `earned` parts of all, never below none.
  private func partial(_ given: Value, _ marks: ScoreReason.Marks, earned: Int) -> MarkedItem {
    if marks.all < 1 || earned <= 0 { return result(given, .wrong(marks), .zero) }
    if earned >= marks.all { return result(given, .right, .one) }
    return result(given, .partly(marks), Fraction(earned, of: marks.all))
  }

  private func result(_ given: Value, _ reason: ScoreReason, _ share: Fraction?) -> MarkedItem {
    var exact: Fraction?
    var rounded: Decimal64?
    if let share {
      // A share is at most one and its denominator a count of options; only points of more than 18 digits could overflow,
      // and these don't exist.
      exact = try? share.times(Fraction(points))
      rounded = share == .one ? points : exact.flatMap { try? $0.decimal() }
    }
    return MarkedItem(
      score: ItemScore(
        slot: slot, id: id, points: rounded, maximum: share == nil ? nil : points, reason: reason, credit: credit,
        given: given, key: answer),
      points: exact)
  }
}

extension NumberKey {
  /// Whether a number is right: off by the tolerance at most, exactly.
  func accepts(_ number: Decimal64) -> Bool {
    guard let difference = try? Fraction(number).minus(Fraction(value)) else { return false }
    let distance = max(difference, (try? difference.times(Fraction(-1))) ?? difference)
    switch tolerance {
    case .absolute(let most): return distance <= Fraction(most)
    case .percent(let share):
      // |x − k| · 100 ≤ share · |k|
      let key = Fraction(value)
      let size = max(key, (try? key.times(Fraction(-1))) ?? key)
      guard let left = try? distance.times(Fraction(100)), let right = try? size.times(Fraction(share)) else {
        return false
      }
      return left <= right
    }
  }
}

extension Value {
  /// The value of a number.
  var number: Decimal64? {
    switch self {
    case .integer(let integer): Decimal64(integer)
    case .decimal(let decimal): decimal
    default: nil
    }
  }
}
