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
  case value(Stretch)
}

/// A number between the smallest and the largest that there could be; nil where there is no such end.
struct Stretch {
  var value: Fraction
  var least: Fraction?
  var most: Fraction?
  /// Of the most, in percent: kept apart, since stretched scores keep the share that they had.
  var percent: Fraction?

  static let none = Stretch(value: .zero, least: .zero, most: .zero)

  init(value: Fraction, least: Fraction?, most: Fraction?, percent: Fraction? = nil) {
    self.value = value
    self.least = least
    self.most = most
    self.percent = percent
  }

  func times(_ factor: Fraction) throws(Fraction.Overflow) -> Stretch {
    Stretch(
      value: try value.times(factor), least: try least?.times(factor), most: try most?.times(factor), percent: percent)
  }

  func plus(_ other: Stretch) throws(Fraction.Overflow) -> Stretch {
    var sum = Stretch(value: try value.plus(other.value), least: nil, most: nil)
    if let a = least, let b = other.least { sum.least = try a.plus(b) }
    if let a = most, let b = other.most { sum.most = try a.plus(b) }
    return sum
  }

  /// Linearly onto other ends; nil where its own aren't known or are the same.
  func stretched(to ends: Scale.Ends) throws(Fraction.Overflow) -> Stretch? {
    guard let least, let most else { return nil }
    let (low, high) = (Fraction(ends.least), Fraction(ends.most))
    let part = try value.minus(least).divided(by: try most.minus(least))
    guard let part else { return nil }
    return Stretch(value: try low.plus(part.times(high.minus(low))), least: low, most: high, percent: percent)
  }
}

extension ScaleProgram {
  func result(items: [MarkedItem], scales: [ScaleResult], values: [Value]) -> ScaleResult {
    if method == .theta {
      return calibration.map { ability($0, items: items) } ?? none(.undefined, answered: 0, shown: 0)
    }
    let parts = members.map { member in
      switch member {
      case .points(let item): items[item].member
      case .answer(let slot, let numbers): numbers.member(values.indices.contains(slot) ? values[slot] : .notShown)
      case .scale(let index): scales[index].exact
      }
    }
    var count = 0
    var shown = 0
    var sum = Stretch.none
    var weight = Fraction.zero
    do throws(Fraction.Overflow) {
      for (index, part) in parts.enumerated() {
        switch part {
        case .hidden: continue
        case .absent: shown += 1
        case .value(let value):
          shown += 1
          count += 1
          let factor = weights.indices.contains(index) ? Fraction(weights[index]) : .one
          weight = try weight.plus(factor)
          sum = try sum.plus(value.times(factor))
          if parts.count == 1 { sum.percent = value.percent }
        }
      }
      guard shown > 0 else { return none(.notShown, answered: 0, shown: 0) }
      let needed = atLeast ?? (method == .sum || method == .table ? shown : 1)
      guard count >= max(needed, 1) else { return none(.unanswered, answered: count, shown: shown) }
      if sum.percent == nil { sum.percent = try sum.most.flatMap(sum.value.times(Fraction(100)).divided) }
      let chosen = chooser(values)
      guard let result = try finish(sum, weight: weight, chosen: chosen) else {
        return none(.undefined, answered: count, shown: shown)
      }
      return ScaleResult(
        score: ScaleScore(
          id: id, score: .decimal(try result.value.decimal()),
          maximum: method == .table ? nil : try result.most?.decimal(), percent: try result.percent?.decimal(),
          level: level(of: result, chosen: chosen), answered: count, shown: shown),
        exact: .value(result))
    } catch {
      return none(.overflow, answered: count, shown: shown)
    }
  }

  func none(_ reason: Missing.Reason, answered: Int, shown: Int) -> ScaleResult {
    ScaleResult(
      score: ScaleScore(
        id: id, score: .missing(Missing(reason)), maximum: nil, percent: nil, level: nil, answered: answered,
        shown: shown),
      exact: reason == .notShown ? .hidden : .absent)
  }

  /// What the sum of the members comes to by the method; nil where that isn't defined.
  private func finish(
    _ sum: Stretch, weight: Fraction, chosen: Int?
  ) throws(Fraction.Overflow) -> Stretch? {
    var result: Stretch
    switch method {
    case .sum, .theta: result = sum
    case .mean:
      guard let share = try Fraction.one.divided(by: weight) else { return nil }
      result = try sum.times(share)
    case .percent:
      guard let percent = sum.percent else { return nil }
      result = Stretch(value: percent, least: .zero, most: Fraction(100))
    case .table:
      let row = rows.last { $0.holds(for: chosen) && $0.from.isReached(by: sum) }
      guard let row else { return nil }
      let values = rows.map { Fraction($0.value) }
      return Stretch(value: Fraction(row.value), least: values.min(), most: values.max())
    }
    result.percent = sum.percent
    guard let ends else { return result }
    return try result.stretched(to: ends)
  }

  /// The number by which rows and levels are chosen.
  private func chooser(_ values: [Value]) -> Int? {
    guard let by, values.indices.contains(by) else { return nil }
    switch values[by] {
    case .code(let code): return Int(code.text)
    case let value: return value.number.flatMap { Int("\($0.normalized)") }
    }
  }

  /// The last level whose border the score reaches. Borders are compared exactly: three thirds reach one.
  func level(of result: Stretch, chosen: Int?) -> Symbol? {
    levels.last { $0.holds(for: chosen) && $0.from.isReached(by: result) }?.code
  }
}

extension Level.Border {
  fileprivate func isReached(by score: Stretch) -> Bool {
    switch self {
    case .score(let border): score.value >= Fraction(border)
    case .percent(let border): score.percent.map { $0 >= Fraction(border) } ?? false
    }
  }
}

extension MarkedItem {
  fileprivate var member: MemberValue {
    if let points {
      return .value(Stretch(value: points, least: least, most: score.maximum.map { Fraction($0) }))
    }
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
    let least = minimum.map { Fraction($0) }
    let most = maximum.map { Fraction($0) }
    guard isReversed else { return .value(Stretch(value: Fraction(number), least: least, most: most)) }
    guard let least, let most, let ends = try? least.plus(most), let mirrored = try? ends.minus(Fraction(number))
    else { return .absent }
    return .value(Stretch(value: mirrored, least: least, most: most))
  }
}
