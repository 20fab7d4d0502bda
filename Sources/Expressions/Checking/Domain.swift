/// What a value can be, as far as a formula says: the states in which a name can stand.
struct Domain: Equatable {
  /// Without a value, for a reason that no code names.
  var mayBeMissing: Bool
  /// The codes that say why there is no value; nil where all that the list has are possible.
  var missingCodes: Set<Symbol>?
  var values: Values

  enum Values: Equatable {
    case all
    case none
    case some(Set<Value>)
    case allBut(Set<Value>)
    case numbers(Interval)
  }

  static let everything = Domain(mayBeMissing: true, missingCodes: nil, values: .all)
  static let valued = Domain(mayBeMissing: false, missingCodes: [], values: .all)
  static let missing = Domain(mayBeMissing: true, missingCodes: nil, values: .none)

  /// Whether a code of a list lies in it: as a reason where it stands for one, else as a value.
  func allows(_ code: ChoiceCodes.Code) -> Bool {
    if code.missing != nil { return missingCodes?.contains(code.symbol) ?? true }
    switch values {
    case .all: return true
    case .none, .numbers: return false
    case .some(let values): return values.contains(.code(code.symbol))
    case .allBut(let values): return !values.contains(.code(code.symbol))
    }
  }

  /// What is possible under both.
  func intersection(_ other: Domain) -> Domain {
    let codes: Set<Symbol>? =
      switch (missingCodes, other.missingCodes) {
      case (nil, let codes), (let codes, nil): codes
      case (let a?, let b?): a.intersection(b)
      }
    return Domain(
      mayBeMissing: mayBeMissing && other.mayBeMissing, missingCodes: codes,
      values: Self.intersection(values, other.values))
  }

  /// Whether no state is left.
  ///
  /// What isn't known to be impossible is possible.
  func isEmpty(isWhole: Bool) -> Bool {
    guard !mayBeMissing, missingCodes?.isEmpty == true else { return false }
    switch values {
    case .none: return true
    case .some(let values): return values.isEmpty
    case .numbers(let interval): return interval.isEmpty(isWhole: isWhole)
    case .all, .allBut: return false
    }
  }

  private static func intersection(_ a: Values, _ b: Values) -> Values {
    switch (a, b) {
    case (.all, let other), (let other, .all): other
    case (.none, _), (_, .none): .none
    case (.some(let a), .some(let b)): .some(a.intersection(b))
    case (.some(let a), .allBut(let b)), (.allBut(let b), .some(let a)): .some(a.subtracting(b))
    case (.allBut(let a), .allBut(let b)): .allBut(a.union(b))
    case (.numbers(let a), .numbers(let b)): .numbers(a.intersection(b))
    case (.numbers(let interval), .some(let values)), (.some(let values), .numbers(let interval)):
      .some(values.filter { $0.ordinal.map(interval.contains) ?? false })
    case (.numbers(let interval), .allBut(let values)), (.allBut(let values), .numbers(let interval)):
      .numbers(interval.without(values.compactMap(\.ordinal)))
    }
  }
}

/// Numbers between two ends, each of them in or out, but for some.
///
/// Days count as numbers.
struct Interval: Equatable {
  var least: Decimal64?
  var leastIsIn = true
  var most: Decimal64?
  var mostIsIn = true
  var excluded: Set<Decimal64> = []

  func contains(_ number: Decimal64) -> Bool {
    if let least, leastIsIn ? number < least : number <= least { return false }
    if let most, mostIsIn ? number > most : number >= most { return false }
    return !excluded.contains(number)
  }

  func intersection(_ other: Interval) -> Interval {
    var result = self
    if let bound = other.least {
      if result.least.map({ bound > $0 || (bound == $0 && !other.leastIsIn) }) ?? true {
        result.least = bound
        result.leastIsIn = other.leastIsIn
      }
    }
    if let bound = other.most {
      if result.most.map({ bound < $0 || (bound == $0 && !other.mostIsIn) }) ?? true {
        result.most = bound
        result.mostIsIn = other.mostIsIn
      }
    }
    result.excluded.formUnion(other.excluded)
    return result
  }

  func without(_ numbers: [Decimal64]) -> Interval {
    var result = self
    result.excluded.formUnion(numbers)
    return result
  }

  func isEmpty(isWhole: Bool) -> Bool {
    guard let least, let most else { return false }
    if least > most { return true }
    if least == most { return !contains(least) }
    guard isWhole, let first = least.rounded(to: 0, .up)?.integer, let last = most.rounded(to: 0, .down)?.integer else {
      return false
    }
    guard first <= last else { return true }
    // Few enough to look at each.
    guard last - first <= 1000 else { return false }
    return !(first...last).contains { contains(Decimal64($0)) }
  }
}

extension Value {
  /// A number, or a day's number: what intervals are made of.
  var ordinal: Decimal64? {
    if case .date(let date) = self { return Decimal64(Int(date.days)) }
    return decimal
  }
}
