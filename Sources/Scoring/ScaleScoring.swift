import Expressions
import Instruments

/// A scale's score with its exact numbers, for the scales that it is part of.
struct ScaleResult {
  let score: ScaleScore
  let exact: MemberValue
}

/// What one member gives to a scale.
enum MemberValue {
  /// Not shown: no part of the scale in this session.
  case hidden
  /// Shown, but without a value.
  case absent
  /// Out of `maximum`, nil where there is no largest number.
  case value(Fraction, maximum: Fraction?)
}

extension ScaleProgram {
  func result(items: [MarkedItem], scales: [ScaleResult], values: [Value]) -> ScaleResult {
    let parts = members.map { member in
      switch member {
      case .points(let item): items[item].member
      case .answer(let slot, let numbers): numbers.member(values.indices.contains(slot) ? values[slot] : .notShown)
      case .scale(let index): scales[index].exact
      }
    }
    var count = 0
    var shown = 0
    var sum = Fraction.zero
    var maximum: Fraction? = .zero
    do throws(Fraction.Overflow) {
      for part in parts {
        switch part {
        case .hidden: continue
        case .absent: shown += 1
        case .value(let value, let most):
          shown += 1
          count += 1
          sum = try sum.plus(value)
          if let known = maximum, let most { maximum = try known.plus(most) } else { maximum = nil }
        }
      }
      guard shown > 0 else { return none(.notShown, answered: 0, shown: 0) }
      let needed = atLeast ?? (method == .sum ? shown : 1)
      guard count >= max(needed, 1) else { return none(.unanswered, answered: count, shown: shown) }
      return try finish(sum, maximum, answered: count, shown: shown)
    } catch {
      return none(.overflow, answered: count, shown: shown)
    }
  }

  private func none(_ reason: Missing.Reason, answered: Int, shown: Int) -> ScaleResult {
    ScaleResult(
      score: ScaleScore(
        id: id, score: .missing(Missing(reason)), maximum: nil, percent: nil, level: nil, answered: answered,
        shown: shown),
      exact: reason == .notShown ? .hidden : .absent)
  }

  private func finish(
    _ sum: Fraction, _ most: Fraction?, answered: Int, shown: Int
  ) throws(Fraction.Overflow) -> ScaleResult {
    let hundred = Fraction(100)
    var percent: Fraction?
    if let most { percent = try sum.times(hundred).divided(by: most) }
    let value: Fraction
    let maximum: Fraction?
    switch method {
    case .sum: (value, maximum) = (sum, most)
    case .mean:
      let share = Fraction(1, of: answered)
      value = try sum.times(share)
      maximum = try most?.times(share)
    case .percent:
      guard let percent else { return none(.undefined, answered: answered, shown: shown) }
      (value, maximum) = (percent, hundred)
    }
    return ScaleResult(
      score: ScaleScore(
        id: id, score: .decimal(try value.decimal()), maximum: try maximum?.decimal(), percent: try percent?.decimal(),
        level: level(value, percent: percent), answered: answered, shown: shown),
      exact: .value(value, maximum: maximum))
  }

  /// The last level whose border the score reaches. Borders are compared exactly: three thirds reach one.
  private func level(_ value: Fraction, percent: Fraction?) -> Symbol? {
    levels.last { level in
      switch level.from {
      case .score(let border): value >= Fraction(border)
      case .percent(let border): percent.map { $0 >= Fraction(border) } ?? false
      }
    }?.code
  }
}

extension MarkedItem {
  fileprivate var member: MemberValue {
    if let points { return .value(points, maximum: score.maximum.map { Fraction($0) }) }
    return score.reason == .notShown ? .hidden : .absent
  }
}

extension ScaleProgram.Numbers {
  /// What an answer gives to a scale, from the other end where the item is reversed. Codes that stand for no value, and
  /// answers that stand for no number, give none.
  fileprivate func member(_ value: Value) -> MemberValue {
    let number: Decimal64?
    switch value {
    case .missing(let missing): return missing.reason == .notShown ? .hidden : .absent
    case .code(let code): number = byCode[code]
    default: number = value.number
    }
    guard let number else { return .absent }
    let most = maximum.map { Fraction($0) }
    guard isReversed else { return .value(Fraction(number), maximum: most) }
    guard let minimum, let most, let ends = try? Fraction(minimum).plus(most),
      let mirrored = try? ends.minus(Fraction(number))
    else { return .absent }
    return .value(mirrored, maximum: most)
  }
}
