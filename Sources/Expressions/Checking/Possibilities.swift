/// Under which states of its names a condition can be true, or false: how contradictions are found.
///
/// A condition is read as a choice between cases, each of which says for some names what they can be. What can't be read
/// so says nothing, so a condition is called impossible only where it is.
struct Possibilities {
  /// One way for the condition to be so: what it asks of each name that it names. Few names, so a list.
  typealias Case = [(slot: Int, domain: Domain)]

  /// More cases than this aren't followed; then nothing is concluded.
  private static let maximumCases = 64

  let scope: Scope

  /// Whether the condition can be `truth` in some state of its names.
  func canBe(_ truth: Bool, _ formula: Formula) -> Bool {
    cases(formula, truth).contains { possible in
      possible.allSatisfy { slot, domain in allows(domain, of: slot) }
    }
  }

  /// Whether a name can be something that lies in a domain.
  private func allows(_ domain: Domain, of slot: Int) -> Bool {
    guard let name = scope.name(at: slot), name.type.cardinality == .single else {
      return !domain.isEmpty(isWhole: false)
    }
    if name.mayBeMissing, domain.mayBeMissing { return true }
    var base = Domain(mayBeMissing: name.mayBeMissing, missingCodes: [], values: .all)
    switch name.type.base {
    // Code by code: sets of all that a list has would be made anew for every condition.
    case .choice(let codes): return codes.codes.contains { domain.allows($0) }
    case .boolean: base.values = .some([.boolean(true), .boolean(false)])
    case .integer, .decimal: base.values = .numbers(Interval(least: name.range.least, most: name.range.most))
    default: break
    }
    return !base.intersection(domain).isEmpty(isWhole: name.isWhole || name.type == .integer || name.type == .date)
  }

  private func cases(_ formula: Formula, _ truth: Bool) -> [Case] {
    switch formula {
    case .literal(.boolean(let value), _): value == truth ? [[]] : []
    case .not(let inner, _): cases(inner, !truth)
    case .and(let a, let b, _): truth ? both(cases(a, true), cases(b, true)) : either(cases(a, false), cases(b, false))
    case .or(let a, let b, _): truth ? either(cases(a, true), cases(b, true)) : both(cases(a, false), cases(b, false))
    case .slot(let slot, _): [[(slot, Domain(mayBeMissing: false, missingCodes: [], values: .some([.boolean(truth)])))]]
    case .one(FunctionID(.isAnswered), .slot(let slot, _), _): [[(slot, truth ? .valued : .missing)]]
    case .member(.slot(let slot, _), let set, _): [[(slot, Self.domain(of: set, truth))]]
    case .two(let id, let left, let right, _): comparison(id, left, right, truth)
    case .many(FunctionID(.between), let arguments, _): between(arguments, truth)
    default: [[]]
    }
  }

  private func both(_ a: [Case], _ b: [Case]) -> [Case] {
    guard a.count * b.count <= Self.maximumCases else { return [[]] }
    return a.flatMap { first in b.map { Self.merged(first, $0) } }
  }

  /// What both ask.
  private static func merged(_ a: Case, _ b: Case) -> Case {
    var result = a
    for (slot, domain) in b {
      if let known = result.firstIndex(where: { $0.slot == slot }) {
        result[known].domain = result[known].domain.intersection(domain)
      } else {
        result.append((slot, domain))
      }
    }
    return result
  }

  private func either(_ a: [Case], _ b: [Case]) -> [Case] {
    a.count + b.count <= Self.maximumCases ? a + b : [[]]
  }

  private static func domain(of set: MemberSet, _ truth: Bool) -> Domain {
    let values = Set(set.codes.map { Value.code($0) } + set.values.map(\.canonical))
    if set.missingCodes.isEmpty {
      return Domain(mayBeMissing: false, missingCodes: [], values: truth ? .some(values) : .allBut(values))
    }
    // A test that names a missing code is false for whoever is missing otherwise; which codes that leaves isn't followed.
    return truth
      ? Domain(mayBeMissing: false, missingCodes: Set(set.missingCodes), values: .some(values))
      : Domain(mayBeMissing: true, missingCodes: nil, values: .allBut(values))
  }

  // MARK: Numbers

  private func comparison(_ id: FunctionID, _ left: Formula, _ right: Formula, _ truth: Bool) -> [Case] {
    guard var relation = Relation(id) else { return [[]] }
    if !truth { relation = relation.opposite }
    if case .literal(let value, _) = right, let bound = value.ordinal { return bounded(left, relation.interval(bound)) }
    if case .literal(let value, _) = left, let bound = value.ordinal {
      return bounded(right, relation.mirrored.interval(bound))
    }
    return [[]]
  }

  private func between(_ arguments: [Formula], _ truth: Bool) -> [Case] {
    guard arguments.count == 3, case .literal(let low, _) = arguments[1], case .literal(let high, _) = arguments[2],
      let least = low.ordinal, let most = high.ordinal
    else { return [[]] }
    if truth { return bounded(arguments[0], Interval(least: least, most: most)) }
    return either(
      bounded(arguments[0], Interval(most: least, mostIsIn: false)),
      bounded(arguments[0], Interval(least: most, leastIsIn: false)))
  }

  /// What it asks of a name that its number lies in an interval.
  private func bounded(_ formula: Formula, _ interval: Interval) -> [Case] {
    switch formula {
    case .slot(let slot, _):
      return [[(slot, Domain(mayBeMissing: false, missingCodes: [], values: .numbers(interval)))]]
    case .number(.slot(let slot, _), let numbers, _):
      let codes = numbers.entries.filter { $0.number.decimal.map(interval.contains) ?? false }
      let values = Set(codes.map { Value.code($0.code) })
      return [[(slot, Domain(mayBeMissing: false, missingCodes: [], values: .some(values)))]]
    case .literal(let value, _):
      guard let number = value.ordinal else { return [[]] }
      return interval.contains(number) ? [[]] : []
    default: return [[]]
    }
  }

  private enum Relation {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    init?(_ id: FunctionID) {
      switch id {
      case FunctionID(.equal): self = .equal
      case FunctionID(.notEqual): self = .notEqual
      case FunctionID(.less): self = .less
      case FunctionID(.lessOrEqual): self = .lessOrEqual
      case FunctionID(.greater): self = .greater
      case FunctionID(.greaterOrEqual): self = .greaterOrEqual
      default: return nil
      }
    }

    var opposite: Relation {
      switch self {
      case .equal: .notEqual
      case .notEqual: .equal
      case .less: .greaterOrEqual
      case .lessOrEqual: .greater
      case .greater: .lessOrEqual
      case .greaterOrEqual: .less
      }
    }

    var mirrored: Relation {
      switch self {
      case .equal, .notEqual: self
      case .less: .greater
      case .lessOrEqual: .greaterOrEqual
      case .greater: .less
      case .greaterOrEqual: .lessOrEqual
      }
    }

    func interval(_ bound: Decimal64) -> Interval {
      switch self {
      case .equal: Interval(least: bound, most: bound)
      case .notEqual: Interval(excluded: [bound])
      case .less: Interval(most: bound, mostIsIn: false)
      case .lessOrEqual: Interval(most: bound)
      case .greater: Interval(least: bound, leastIsIn: false)
      case .greaterOrEqual: Interval(least: bound)
      }
    }
  }
}
