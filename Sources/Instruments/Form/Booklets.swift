package import Diagnostics
package import Expressions

/// Which sections each session gets, where no session gets all: booklets of clusters.
package struct Booklets: Sendable, Hashable {
  package struct Booklet: Sendable, Hashable {
    package var id: Symbol
    /// The sections in the order in which they are shown.
    package var sections: [Symbol]

    package init(id: Symbol, sections: [Symbol]) {
      self.id = id
      self.sections = sections
    }
  }

  package var booklets: [Booklet]
  /// The clusters and the size of which the booklets were made; nil where each is written out.
  package var design: Design?
  package var place: Place

  package struct Design: Sendable, Hashable {
    package var clusters: [Symbol]
    package var size: Int

    package init(clusters: [Symbol], size: Int) {
      self.clusters = clusters
      self.size = size
    }
  }

  package init(booklets: [Booklet], design: Design? = nil, place: Place) {
    self.booklets = booklets
    self.design = design
    self.place = place
  }

  /// Booklets of a design, as many as there are clusters.
  package init(_ design: Design, place: Place) {
    let rows = CyclicDesign.booklets(clusters: design.clusters.count, size: design.size)
    self.init(
      booklets: rows.enumerated().map { index, row in
        Booklet(id: Symbol("\(index + 1)"), sections: row.map { design.clusters[$0] })
      }, design: design, place: place)
  }

  /// Every section that stands in a booklet.
  package var clusters: Set<Symbol> { Set(booklets.flatMap(\.sections)) }
}

extension Booklets {
  /// The booklet that a session gets: seeds go round the booklets, so that each is given out equally often over all seeds.
  package func booklet(ofSeed seed: UInt64) -> Booklet? {
    booklets.isEmpty ? nil : booklets[Int(seed % UInt64(booklets.count))]
  }
}

extension Form {
  /// The sections of whoever gets a booklet, before they are shuffled: its clusters stand, in its order, where clusters
  /// stand in the form; the rest keeps its place.
  package func sections(of booklet: Booklets.Booklet) -> [Int] {
    let clusters = booklets?.clusters ?? []
    var chosen = booklet.sections.compactMap { id in sections.firstIndex { $0.id == id } }.makeIterator()
    return sections.indices.compactMap { clusters.contains(sections[$0].id) ? chosen.next() : $0 }
  }
}

extension Form {
  /// The sections in the order in which each booklet has them, before they are shuffled; one list where all get all.
  package var arrangements: [[Int]] {
    booklets.map { booklets in booklets.booklets.map(sections(of:)) } ?? [Array(sections.indices)]
  }

  /// How likely a session gets a section: the part of the booklets that it is in.
  package func chance(ofSection index: Int) -> Fraction {
    guard let booklets, !booklets.booklets.isEmpty, booklets.clusters.contains(sections[index].id) else { return .one }
    let id = sections[index].id
    return Fraction(booklets.booklets.count { $0.sections.contains(id) }, of: booklets.booklets.count)
  }
}

/// Balanced incomplete blocks out of one block and its shifts (Bose 1939; Youden 1940): with v clusters and booklets of k,
/// each cluster stands once at each of the k places, and where the block is a difference set each pair of clusters meets
/// equally often. Booklets of assessments are made so (Gonzalez & Rutkowski 2010).
package enum CyclicDesign {
  /// So many blocks are looked through for the best one.
  private static let patience = 50_000

  /// The clusters of each booklet, by their index, in the order in which they are shown. A single booklet of all where the
  /// size is that of all.
  package static func booklets(clusters count: Int, size: Int) -> [[Int]] {
    guard count > 0, size > 0 else { return [] }
    let size = min(size, count)
    let block = size == count ? Array(0..<count) : bestBlock(count, size)
    return (0..<count).map { shift in block.map { ($0 + shift) % count } }
  }

  /// By how much the meetings of pairs differ: 0 where each pair meets equally often.
  package static func imbalance(clusters count: Int, size: Int) -> Int {
    guard count > 1, size > 0, size < count else { return 0 }
    return spread(of: bestBlock(count, size), count)
  }

  private static func bestBlock(_ count: Int, _ size: Int) -> [Int] {
    var best = Array(0..<size)
    var least = spread(of: best, count)
    var block = best
    var left = patience
    // The first is 0 without loss: a shift of a block is the same design.
    while least > 0, left > 0, advance(&block, count) {
      left -= 1
      let spread = spread(of: block, count)
      if spread < least { (best, least) = (block, spread) }
    }
    return best
  }

  /// The next block that begins with 0, in order; false after the last.
  private static func advance(_ block: inout [Int], _ count: Int) -> Bool {
    var index = block.count - 1
    while index > 0, block[index] == count - block.count + index { index -= 1 }
    guard index > 0 else { return false }
    block[index] += 1
    for later in block.indices.dropFirst(index + 1) { block[later] = block[later - 1] + 1 }
    return true
  }

  private static func spread(of block: [Int], _ count: Int) -> Int {
    var meetings = [Int](repeating: 0, count: count)
    for first in block { for second in block where first != second { meetings[(second - first + count) % count] += 1 } }
    let counted = meetings.dropFirst()
    return (counted.max() ?? 0) - (counted.min() ?? 0)
  }
}
