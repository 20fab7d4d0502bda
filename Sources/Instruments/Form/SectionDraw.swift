import Expressions
package import Psychometrics

/// What of a section a session gets and in which order: the rule of `pick`, `fixed` and `shuffle`.
///
/// Chance draws and orders what asks. Notes, passages and computed values are never drawn: they stand where they are
/// written, except that a passage moves with the questions that it lists behind it, and goes where none of them is drawn.
/// A fixed question is always among the drawn and keeps its place.
package struct SectionDraw: Sendable {
  /// The blocks that ask, by their place in the section.
  package let questions: [Int]
  /// Those of them that every session gets.
  package let certain: Set<Int>
  /// How many questions a session gets.
  package let count: Int
  /// The blocks that stay together, each part in its written order.
  let parts: [Part]
  private let id: Symbol
  private let isShuffled: Bool

  struct Part: Sendable, Hashable {
    var blocks: Range<Int>
    /// The order of each session puts it elsewhere.
    var moves: Bool
    /// The questions for which alone the passage at its head is there; none where it is there for all.
    var listed: [Int] = []
  }

  package init(_ section: Section) {
    (id, isShuffled) = (section.id, section.isShuffled)
    let blocks = section.blocks
    questions = blocks.indices.filter { blocks[$0].asks }
    certain =
      section.fixedBlocks.isEmpty ? [] : Set(questions.filter { section.fixedBlocks.contains(blocks[$0].id) })
    // What can't be, the checks refuse; nothing is then said of a draw.
    let possible = max(1, certain.count)...max(1, questions.count)
    count = section.pick.flatMap { [possible] in possible.contains($0) ? $0 : nil } ?? questions.count
    var parts: [Part] = []
    while let start = parts.last?.blocks.upperBound ?? blocks.indices.first, start < blocks.count {
      var end = start + 1
      var listed: [Int] = []
      if case .stimulus(let passage) = blocks[start], !passage.items.isEmpty {
        listed = questions.filter { passage.lists(blocks[$0]) }
        while listed.contains(end) { end += 1 }
      }
      let moves =
        section.isShuffled && (start..<end).contains { blocks[$0].asks }
        && !(start..<end).contains { section.fixedBlocks.contains(blocks[$0].id) }
      parts.append(Part(blocks: start..<end, moves: moves, listed: listed))
    }
    self.parts = parts
  }

  /// Whether a block is one of the questions.
  func asks(_ block: Int) -> Bool { questions.contains(block) }

  /// Whether some sessions don't get all questions.
  package var isPartial: Bool { count < questions.count }

  /// Of how many questions that aren't certain each session gets how many.
  package var lot: (drawn: Int, all: Int) { (count - certain.count, questions.count - certain.count) }

  /// How likely a session gets a question.
  package func chance(ofQuestion block: Int) -> Fraction {
    let (drawn, all) = lot
    return all > 0 && !certain.contains(block) ? Fraction(drawn, of: all) : .one
  }

  /// The questions of which a session gets the most of what each is worth: all that are certain, and the best of the rest.
  package func best<Worth: Comparable>(by worth: (Int) -> Worth) -> [Int] {
    guard isPartial else { return questions }
    let best = free.map { (worth($0), $0) }.sorted { $0.0 > $1.0 }
    return certain.sorted() + best.prefix(lot.drawn).map(\.1)
  }

  /// The blocks of one session, by their place in the section, in the order in which they are shown. Draws from streams
  /// that are named by the section, so that a change in one leaves the others as they were.
  package func blocks(by chance: SeededGenerator) -> [Int] {
    var given = parts
    var dropped: Set<Int> = []
    if isPartial {
      var draw = chance.derived(for: "pick \(id)")
      dropped = Set(draw.shuffled(free).dropFirst(lot.drawn))
      given = present(without: dropped)
    }
    if isShuffled {
      var draw = chance.derived(for: "order \(id)")
      given = draw.shuffled(given) { !$0.moves }
    }
    return given.flatMap { $0.blocks.filter { !dropped.contains($0) } }
  }

  /// The blocks of a session that draws these questions, as far as it can, in the written order.
  package func blocks(with wanted: Set<Int>) -> [Int] {
    let dropped = Set((free.filter(wanted.contains) + free.filter { !wanted.contains($0) }).dropFirst(lot.drawn))
    return present(without: dropped).flatMap { $0.blocks.filter { !dropped.contains($0) } }
  }

  /// The questions that aren't certain.
  private var free: [Int] { certain.isEmpty ? questions : questions.filter { !certain.contains($0) } }

  /// The parts of which something is left, and something that they are for.
  private func present(without dropped: Set<Int>) -> [Part] {
    parts.filter { part in
      part.listed.isEmpty ? !dropped.contains(part.blocks.lowerBound) : !part.listed.allSatisfy(dropped.contains)
    }
  }
}

extension SeededGenerator {
  /// The elements in a drawn order, those that are fixed at their places.
  package mutating func shuffled<Element>(_ elements: [Element], fixed isFixed: (Element) -> Bool) -> [Element] {
    var drawn = shuffled(elements.filter { !isFixed($0) }).makeIterator()
    return elements.map { isFixed($0) ? $0 : drawn.next() ?? $0 }
  }
}

extension Block {
  /// Whether there is anything to answer.
  package var asks: Bool {
    switch self {
    case .item, .grid, .rubric, .gaps, .allocate: true
    case .note, .stimulus, .compute: false
    }
  }
}

extension Passage {
  fileprivate func lists(_ block: Block) -> Bool {
    items.contains(block.id) || block.items.contains { items.contains($0.id) }
  }
}
