/// Patterns by which one text could fit in very many ways: `(a+)+`, `(a|a)*`, `(.*)*`.
///
/// Synak's own matching takes them in its stride, but they are nearly always a slip, and other programs that read the same
/// file stand still on them (Weideman et al. 2016 call it exponential ambiguity). So authors are told.
extension Pattern {
  /// Whether a repeated part of the pattern can take the same letters in several ways. False for what is no pattern.
  ///
  /// One walk from the leaves up: the time grows with the pattern alone.
  package static func isAmbiguous(_ text: String) -> Bool {
    var parser = PatternParser(text)
    guard let tree = try? parser.whole() else { return false }
    var known: [LetterSet: Letters] = [:]
    return tree.ends(&known).isAmbiguous
  }
}

/// Of the letters that instruments are written with (printable ASCII, Cyrillic) those that a set takes, a bit each.
private struct Letters {
  private static let scalars = (Array(0x20...0x7E) + Array(0x400...0x4FF)).compactMap { Unicode.Scalar(UInt32($0)) }

  private var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)

  static let none = Letters()

  private init() {}

  init(of set: LetterSet) {
    for (index, scalar) in Self.scalars.enumerated() where set.contains(scalar) {
      let bit = UInt64(1) << UInt64(index % 64)
      switch index / 64 {
      case 0: words.0 |= bit
      case 1: words.1 |= bit
      case 2: words.2 |= bit
      case 3: words.3 |= bit
      case 4: words.4 |= bit
      default: words.5 |= bit
      }
    }
  }

  mutating func add(_ other: Letters) {
    words.0 |= other.words.0
    words.1 |= other.words.1
    words.2 |= other.words.2
    words.3 |= other.words.3
    words.4 |= other.words.4
    words.5 |= other.words.5
  }

  func overlaps(_ other: Letters) -> Bool {
    words.0 & other.words.0 | words.1 & other.words.1 | words.2 & other.words.2 | words.3 & other.words.3
      | words.4 & other.words.4 | words.5 & other.words.5 != 0
  }
}

/// What is known of a part of a pattern by its two ends.
private struct Ends {
  var isNullable: Bool
  /// The letters with which it may begin.
  var first: Letters
  /// The letters that may be taken once more at its end, by a repetition without a limit.
  var loop: Letters
  /// Ambiguous as it stands, and ambiguous once it is repeated.
  var isAmbiguous = false
  var isAmbiguousInLoop = false
}

extension PatternTree {
  fileprivate func ends(_ known: inout [LetterSet: Letters]) -> Ends {
    switch self {
    case .letter(let set):
      let letters = known[set] ?? Letters(of: set)
      known[set] = letters
      return Ends(isNullable: false, first: letters, loop: .none)
    case .sequence(let parts): return Self.sequence(parts.map { $0.ends(&known) })
    case .choice(let branches): return Self.choice(branches.map { $0.ends(&known) })
    case .repeated(let inner, let least, let most):
      var ends = inner.ends(&known)
      let isRepeated = most.map { $0 > 1 } ?? true
      if isRepeated {
        ends.isAmbiguous = ends.isNullable || ends.loop.overlaps(ends.first) || ends.isAmbiguousInLoop
        ends.isAmbiguousInLoop = ends.isAmbiguous
      }
      if most == nil { ends.loop = ends.first }
      ends.isNullable = ends.isNullable || least == 0
      return ends
    }
  }

  private static func sequence(_ parts: [Ends]) -> Ends {
    var whole = Ends(isNullable: true, first: .none, loop: .none)
    for part in parts {
      whole.isAmbiguous = whole.isAmbiguous || part.isAmbiguous
      whole.isAmbiguousInLoop = whole.isAmbiguousInLoop || part.isAmbiguousInLoop
      if whole.isNullable { whole.first.add(part.first) }
      whole.isNullable = whole.isNullable && part.isNullable
    }
    for (one, next) in zip(parts, parts.dropFirst()) where one.loop.overlaps(next.first) {
      whole.isAmbiguousInLoop = true
    }
    for part in parts.reversed() {
      whole.loop.add(part.loop)
      if !part.isNullable { break }
    }
    return whole
  }

  private static func choice(_ branches: [Ends]) -> Ends {
    var whole = Ends(isNullable: false, first: .none, loop: .none)
    for branch in branches {
      whole.isAmbiguous = whole.isAmbiguous || branch.isAmbiguous
      whole.isAmbiguousInLoop =
        whole.isAmbiguousInLoop || branch.isAmbiguousInLoop || whole.first.overlaps(branch.first)
      whole.isNullable = whole.isNullable || branch.isNullable
      whole.first.add(branch.first)
      whole.loop.add(branch.loop)
    }
    return whole
  }
}
