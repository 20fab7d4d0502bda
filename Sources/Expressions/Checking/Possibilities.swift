/// Under which states of its names a condition can be true, or false: how contradictions are found.
///
/// A condition is read as a choice between cases, each of which says for some names what they can be. What can't be read
/// so says nothing, so a condition is called impossible only where it is.
struct Possibilities {
  /// What a case asks about: the value of a name, or whether one of several options is chosen.
  struct Subject: Hashable {
    let slot: Int
    var option: Symbol?
  }

  /// One way for the condition to be so: what it asks of each name that it names. Few names, so a list.
  struct Case {
    var domains: [(subject: Subject, domain: Domain)] = []
    /// False where a part of the condition says more than is followed here.
    var isWhole = true

    static let anything = Case(isWhole: false)
    static let always = Case()

    init(_ slot: Int, _ domain: Domain) { domains = [(Subject(slot: slot), domain)] }
    init(isWhole: Bool = true) { self.isWhole = isWhole }
  }

  /// More cases than this aren't followed; then nothing is concluded.
  static let maximumCases = 64

  let scope: Scope

  /// Whether the condition can be `truth` in some state of its names.
  func canBe(_ truth: Bool, _ formula: Formula) -> Bool {
    cases(formula, truth).contains { isPossible($0) }
  }

  /// Whether each name can be what a case asks.
  func isPossible(_ possible: Case) -> Bool {
    possible.domains.allSatisfy { allows($0.domain, of: $0.subject) }
  }

  /// Whether a name can be something that lies in a domain.
  private func allows(_ domain: Domain, of subject: Subject) -> Bool {
    guard subject.option == nil, let name = scope.name(at: subject.slot), name.type.cardinality == .single else {
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

  /// The cases in which a condition is `truth`.
  func cases(_ formula: Formula, _ truth: Bool) -> [Case] {
    switch formula {
    case .literal(.boolean(let value), _): value == truth ? [.always] : []
    case .not(let inner, _): cases(inner, !truth)
    case .and(let a, let b, _): truth ? both(cases(a, true), cases(b, true)) : either(cases(a, false), cases(b, false))
    case .or(let a, let b, _): truth ? either(cases(a, true), cases(b, true)) : both(cases(a, false), cases(b, false))
    case .slot(let slot, _):
      [Case(slot, Domain(mayBeMissing: false, missingCodes: [], values: .some([.boolean(truth)])))]
    case .one(FunctionID(.isAnswered), .slot(let slot, _), _): [Case(slot, truth ? .valued : .missing)]
    case .member(.slot(let slot, _), let set, _): [Case(slot, Self.domain(of: set, truth))]
    case .two(FunctionID(.includes), .slot(let slot, _), .literal(.code(let option), _), _):
      [chosen(option, in: slot, truth)]
    case .two(let id, let left, let right, _): comparison(id, left, right, truth)
    case .many(FunctionID(.between), let arguments, _): between(arguments, truth)
    default: [.anything]
    }
  }

  /// One of several options is chosen, or others are and it isn't.
  private func chosen(_ option: Symbol, in slot: Int, _ truth: Bool) -> Case {
    var result = Case(slot, .valued)
    result.domains.append(
      (
        Subject(slot: slot, option: option),
        Domain(mayBeMissing: false, missingCodes: [], values: .some([.boolean(truth)]))
      ))
    return result
  }

  func both(_ a: [Case], _ b: [Case]) -> [Case] {
    guard a.count * b.count <= Self.maximumCases else { return [.anything] }
    return a.flatMap { first in b.map { Self.merged(first, $0) } }
  }

  /// What both ask.
  private static func merged(_ a: Case, _ b: Case) -> Case {
    var result = a
    result.isWhole = a.isWhole && b.isWhole
    for (subject, domain) in b.domains {
      if let known = result.domains.firstIndex(where: { $0.subject == subject }) {
        result.domains[known].domain = result.domains[known].domain.intersection(domain)
      } else {
        result.domains.append((subject, domain))
      }
    }
    return result
  }

  private func either(_ a: [Case], _ b: [Case]) -> [Case] {
    a.count + b.count <= Self.maximumCases ? a + b : [.anything]
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

  /// Whether a test of a name against a value is followed.
  static func follows(_ id: FunctionID) -> Bool { id == FunctionID(.includes) || Relation(id) != nil }

  // MARK: Numbers

  private func comparison(_ id: FunctionID, _ left: Formula, _ right: Formula, _ truth: Bool) -> [Case] {
    guard var relation = Relation(id) else { return [.anything] }
    if !truth { relation = relation.opposite }
    if case .literal(let value, _) = right, let bound = value.ordinal { return bounded(left, relation.interval(bound)) }
    if case .literal(let value, _) = left, let bound = value.ordinal {
      return bounded(right, relation.mirrored.interval(bound))
    }
    return [.anything]
  }

  private func between(_ arguments: [Formula], _ truth: Bool) -> [Case] {
    guard arguments.count == 3, case .literal(let low, _) = arguments[1], case .literal(let high, _) = arguments[2],
      let least = low.ordinal, let most = high.ordinal
    else { return [.anything] }
    if truth { return bounded(arguments[0], Interval(least: least, most: most)) }
    return either(
      bounded(arguments[0], Interval(most: least, mostIsIn: false)),
      bounded(arguments[0], Interval(least: most, leastIsIn: false)))
  }

  /// What it asks of a name that its number lies in an interval.
  private func bounded(_ formula: Formula, _ interval: Interval) -> [Case] {
    switch formula {
    case .slot(let slot, _):
      return [Case(slot, Domain(mayBeMissing: false, missingCodes: [], values: .numbers(interval)))]
    case .number(.slot(let slot, _), let numbers, _):
      let codes = numbers.entries.filter { $0.number.decimal.map(interval.contains) ?? false }
      let values = Set(codes.map { Value.code($0.code) })
      return [Case(slot, Domain(mayBeMissing: false, missingCodes: [], values: .some(values)))]
    case .two(let id, let left, let right, _):
      guard let (inner, moved) = interval.before(id, left, right) else { return [.anything] }
      return bounded(inner, moved)
    case .literal(let value, _):
      guard let number = value.ordinal else { return [.anything] }
      return interval.contains(number) ? [.always] : []
    default: return [.anything]
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
