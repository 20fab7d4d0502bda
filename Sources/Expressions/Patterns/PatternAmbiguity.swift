/// Patterns by which one text could fit in very many ways: `(a+)+`, `(a|a)*`, `(.*)*`.
///
/// Synak's own matching takes them in its stride, but they are nearly always a slip, and other programs that read the same
/// file stand still on them (Weideman et al. 2016 call it exponential ambiguity). So authors are told.
extension Pattern {
  /// Whether a repeated part of the pattern can take the same letters in several ways. False for what is no pattern.
  package static func isAmbiguous(_ text: String) -> Bool {
    var parser = PatternParser(text)
    guard let tree = try? parser.whole() else { return false }
    return tree.isAmbiguous(inLoop: false)
  }
}

extension PatternTree {
  /// Letters at which sets are compared: those that the languages of the instruments are written with.
  private static let alphabet: [Unicode.Scalar] =
    (Array(0x20...0x7E) + Array(0x400...0x4FF)).compactMap { Unicode.Scalar(UInt32($0)) }

  fileprivate func isAmbiguous(inLoop: Bool) -> Bool {
    switch self {
    case .letter: return false
    case .sequence(let parts):
      if inLoop, zip(parts, parts.dropFirst()).contains(where: { $0.loopLetters.overlaps($1.firstLetters) }) {
        return true
      }
      return parts.contains { $0.isAmbiguous(inLoop: inLoop) }
    case .choice(let branches):
      if inLoop {
        for (index, branch) in branches.enumerated() {
          if branches[..<index].contains(where: { $0.firstLetters.overlaps(branch.firstLetters) }) { return true }
        }
      }
      return branches.contains { $0.isAmbiguous(inLoop: inLoop) }
    case .repeated(let inner, _, let most):
      let isLoop = most.map { $0 > 1 } ?? true
      guard isLoop else { return inner.isAmbiguous(inLoop: inLoop) }
      if inner.isNullable || inner.loopLetters.overlaps(inner.firstLetters) { return true }
      return inner.isAmbiguous(inLoop: true)
    }
  }

  private var isNullable: Bool {
    switch self {
    case .letter: false
    case .sequence(let parts): parts.allSatisfy(\.isNullable)
    case .choice(let branches): branches.contains(where: \.isNullable)
    case .repeated(let inner, let least, _): least == 0 || inner.isNullable
    }
  }

  /// The letters with which it may begin.
  private var firstLetters: Set<Unicode.Scalar> {
    switch self {
    case .letter(let set): Set(Self.alphabet.filter(set.contains))
    case .sequence(let parts):
      parts.prefix { $0.isNullable }.reduce(into: parts.first { !$0.isNullable }?.firstLetters ?? []) {
        $0.formUnion($1.firstLetters)
      }
    case .choice(let branches): branches.reduce(into: []) { $0.formUnion($1.firstLetters) }
    case .repeated(let inner, _, _): inner.firstLetters
    }
  }

  /// The letters that may be taken once more at its end, by a repetition without a limit.
  private var loopLetters: Set<Unicode.Scalar> {
    switch self {
    case .letter: []
    case .sequence(let parts):
      parts.reversed().prefix { $0.isNullable }.reduce(into: parts.last { !$0.isNullable }?.loopLetters ?? []) {
        $0.formUnion($1.loopLetters)
      }
    case .choice(let branches): branches.reduce(into: []) { $0.formUnion($1.loopLetters) }
    case .repeated(let inner, _, nil): inner.firstLetters
    case .repeated(let inner, _, _?): inner.loopLetters
    }
  }
}

extension Set<Unicode.Scalar> {
  fileprivate func overlaps(_ other: Set<Unicode.Scalar>) -> Bool { !isDisjoint(with: other) }
}
