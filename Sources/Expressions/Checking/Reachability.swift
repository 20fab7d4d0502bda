/// Whether something is ever shown: its conditions together with those under which the answers that they read are given.
///
/// Intervals and sets of codes are followed exactly; arithmetic between names, functions and scales aren't, and where only
/// they could decide, that is said.
package struct Reachability {
  package enum Verdict: Sendable, Hashable {
    /// Some answers show it.
    case possible
    /// No answers do.
    case impossible
    /// It depends on something that isn't followed.
    case undecided
  }

  /// What is known of how a name gets its value.
  package struct Source: Sendable {
    /// All must hold for there to be a value.
    package var conditions: [Formula]
    /// What a value must keep to be taken.
    package var checks: [Formula]
    /// Other rules decide as well what the value can be: it is computed, its options come and go, an answer is forced.
    package var hasOtherRules: Bool

    package init(conditions: [Formula], checks: [Formula] = [], hasOtherRules: Bool) {
      self.conditions = conditions
      self.checks = checks
      self.hasOtherRules = hasOtherRules
    }
  }

  private let possibilities: Possibilities
  private let sources: [Int: Source]

  /// `sources` are the names whose values are given under conditions or rules; the others are free.
  package init(scope: Scope, sources: [Int: Source]) {
    possibilities = Possibilities(scope: scope)
    self.sources = sources
  }

  /// Whether all the conditions can hold at once.
  package func verdict(_ conditions: [Formula]) -> Verdict {
    var waiting = [(holding(conditions, in: [.always]), Set<Int>())]
    var isUndecided = false
    var patience = Possibilities.maximumCases
    while let (cases, followed) = waiting.popLast() {
      for one in cases where possibilities.isPossible(one) {
        patience -= 1
        if patience < 0 { return .undecided }
        // Each answer that must be there brings the conditions under which it is.
        let next = one.domains.first { subject, domain in
          domain.needsValue && !followed.contains(subject.slot)
            && !(sources[subject.slot]?.conditions.isEmpty ?? true)
        }
        if let next, let source = sources[next.subject.slot] {
          waiting.append((holding(source.conditions, in: [one]), followed.union([next.subject.slot])))
          continue
        }
        if isCertain(one) { return .possible }
        isUndecided = true
      }
    }
    return isUndecided ? .undecided : .impossible
  }

  /// Whether a condition by itself is followed whole, and reads only names that are free: then what was said of it alone
  /// is all that there is to say.
  package func isFree(_ condition: Formula) -> Bool {
    switch condition {
    case .literal: true
    case .not(let inner, _): isFree(inner)
    case .and(let a, let b, _), .or(let a, let b, _): isFree(a) && isFree(b)
    case .slot(let slot, _): sources[slot] == nil
    case .one(FunctionID(.isAnswered), .slot(let slot, _), _): sources[slot] == nil
    case .member(.slot(let slot, _), _, _): sources[slot] == nil
    case .two(let id, .slot(let slot, _), .literal, _), .two(let id, .number(.slot(let slot, _), _, _), .literal, _):
      Possibilities.follows(id) && sources[slot] == nil
    default: false
    }
  }

  /// Whether answers surely exist that are what a case asks.
  private func isCertain(_ possible: Possibilities.Case) -> Bool {
    guard possible.isWhole else { return false }
    let slots = Set(possible.domains.map(\.subject.slot))
    let sources = slots.compactMap { self.sources[$0] }
    guard !sources.contains(where: \.hasOtherRules) else { return false }
    let checks = sources.flatMap(\.checks)
    if checks.isEmpty { return true }
    // A check that is missing passes too: then it isn't followed, and nothing is concluded.
    return holding(checks, in: [possible]).contains { checked in
      checked.isWhole && possibilities.isPossible(checked)
        && checked.domains.allSatisfy { slots.contains($0.subject.slot) || self.sources[$0.subject.slot] == nil }
    }
  }

  private func holding(_ conditions: [Formula], in cases: [Possibilities.Case]) -> [Possibilities.Case] {
    conditions.reduce(cases) { possibilities.both($0, possibilities.cases($1, true)) }
  }
}

extension Domain {
  /// Whether nothing in it is a missing value that a hidden question has too.
  var needsValue: Bool { !mayBeMissing }
}
