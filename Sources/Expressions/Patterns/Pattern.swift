/// A pattern that a whole text must fit, as authors write it: `[A-Z]{2}\d{4}`.
///
/// The language is that of XML Schema (W3C 2004, appendix F): a pattern fits the whole text, `^` and `$` are letters like
/// others, there are no look-arounds and no back references. So a set of states can walk the text once (Thompson 1968):
/// the time grows with text times pattern, and no pattern can make it explode.
package struct Pattern: Sendable, Hashable {
  /// Where a pattern can't be read.
  package struct Mistake: Error, Hashable {
    /// In characters from its start.
    package var offset: Int
  }

  /// A step of the walk.
  enum Step: Sendable, Hashable {
    /// Takes one letter of the set.
    case letter(LetterSet)
    /// Goes on at both places.
    case fork(Int, Int)
    case jump(Int)
    case end
  }

  /// More steps than this are refused, so that `{1000}` inside `{1000}` is.
  static let maximumSteps = 10_000

  let steps: [Step]

  package static func parse(_ text: String) -> Result<Pattern, Mistake> {
    var parser = PatternParser(text)
    do throws(Mistake) {
      let tree = try parser.whole()
      var steps: [Step] = []
      guard tree.size <= maximumSteps else { throw Mistake(offset: 0) }
      tree.write(to: &steps)
      steps.append(.end)
      return .success(Pattern(steps: steps))
    } catch {
      return .failure(error)
    }
  }

  /// Whether the whole text fits.
  package func matches(_ text: String) -> Bool {
    var current = Places(count: steps.count)
    var next = Places(count: steps.count)
    enter(0, &current)
    for letter in text.unicodeScalars {
      guard !current.list.isEmpty else { return false }
      next.removeAll()
      for place in current.list {
        if case .letter(let set) = steps[place], set.contains(letter) { enter(place + 1, &next) }
      }
      swap(&current, &next)
    }
    return current.list.contains { steps[$0] == .end }
  }

  /// Adds a place and all that can be reached from it without a letter.
  private func enter(_ place: Int, _ places: inout Places) {
    var waiting = [place]
    while let place = waiting.popLast() {
      guard places.insert(place) else { continue }
      switch steps[place] {
      case .jump(let target): waiting.append(target)
      case .fork(let first, let second): waiting += [second, first]
      case .letter, .end: break
      }
    }
  }

  /// A set of places that is emptied at once.
  private struct Places {
    var list: [Int] = []
    private var isIn: [Bool]

    init(count: Int) { isIn = Array(repeating: false, count: count) }

    mutating func insert(_ place: Int) -> Bool {
      guard !isIn[place] else { return false }
      isIn[place] = true
      list.append(place)
      return true
    }

    mutating func removeAll() {
      for place in list { isIn[place] = false }
      list.removeAll(keepingCapacity: true)
    }
  }
}

/// A pattern as a tree.
indirect enum PatternTree {
  case letter(LetterSet)
  case sequence([PatternTree])
  case choice([PatternTree])
  /// At least so often, at most so often; nil for any number.
  case repeated(PatternTree, Int, Int?)

  /// How many steps it takes; too many are as good as more.
  var size: Int {
    let limit = Pattern.maximumSteps + 1
    switch self {
    case .letter: return 1
    case .sequence(let parts): return parts.reduce(0) { min(limit, $0 + $1.size) }
    case .choice(let parts): return parts.reduce(0) { min(limit, $0 + $1.size + 2) }
    case .repeated(let inner, let least, let most):
      let times = max(1, most ?? least + 1)
      return times > limit ? limit : min(limit, times * (inner.size + 2))
    }
  }

  func write(to steps: inout [Pattern.Step]) {
    switch self {
    case .letter(let set): steps.append(.letter(set))
    case .sequence(let parts):
      for part in parts { part.write(to: &steps) }
    case .choice(let parts):
      var jumps: [Int] = []
      for (index, part) in parts.enumerated() {
        guard index < parts.count - 1 else {
          part.write(to: &steps)
          break
        }
        let fork = steps.count
        steps.append(.end)
        part.write(to: &steps)
        jumps.append(steps.count)
        steps.append(.end)
        steps[fork] = .fork(fork + 1, steps.count)
      }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    case .repeated(let inner, let least, let most):
      for _ in 0..<least { inner.write(to: &steps) }
      guard let most else {
        let fork = steps.count
        steps.append(.end)
        inner.write(to: &steps)
        steps.append(.jump(fork))
        steps[fork] = .fork(fork + 1, steps.count)
        return
      }
      var forks: [Int] = []
      for _ in least..<max(least, most) {
        forks.append(steps.count)
        steps.append(.end)
        inner.write(to: &steps)
      }
      for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
    }
  }
}
