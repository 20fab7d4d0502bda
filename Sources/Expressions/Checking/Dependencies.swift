/// In which order things that read one another can be computed.
package enum Dependencies {
  /// The members of a circle, each reading the next and the last the first.
  ///
  /// Starts at the smallest.
  package struct Cycle: Error, Hashable {
    package var members: [Int]
  }

  /// An order in which every thing comes after all that it reads (`reads[i]` are the things that i reads); where there
  /// is a choice, the smaller number first.
  ///
  /// The shortest circle through the first thing that can't be ordered otherwise.
  package static func order(_ reads: [[Int]]) -> Result<[Int], Cycle> {
    var waiting = reads.map { Set($0.filter(reads.indices.contains)) }
    var readers: [[Int]] = Array(repeating: [], count: reads.count)
    for (reader, read) in waiting.enumerated() {
      for thing in read { readers[thing].append(reader) }
    }
    var ready = Heap(reads.indices.filter { waiting[$0].isEmpty })
    var order: [Int] = []
    while let next = ready.popLeast() {
      order.append(next)
      for reader in readers[next] {
        waiting[reader].remove(next)
        if waiting[reader].isEmpty { ready.insert(reader) }
      }
    }
    guard order.count < reads.count else { return .success(order) }
    return .failure(cycle(among: waiting))
  }

  /// The shortest circle among things of which each still waits for another.
  private static func cycle(among waiting: [Set<Int>]) -> Cycle {
    for start in waiting.indices where !waiting[start].isEmpty {
      // Breadth first along "reads", back to the start.
      var cameFrom: [Int: Int] = [:]
      var frontier = [start]
      while !frontier.isEmpty {
        var next: [Int] = []
        for thing in frontier {
          for read in waiting[thing].sorted() {
            if read == start {
              var members = [thing]
              while let last = members.last, last != start, let before = cameFrom[last] { members.append(before) }
              return Cycle(members: members.reversed())
            }
            if cameFrom[read] == nil {
              cameFrom[read] = thing
              next.append(read)
            }
          }
        }
        frontier = next
      }
    }
    return Cycle(members: [])
  }
}

/// The smallest of a set of numbers, again and again.
private struct Heap {
  private var items: [Int] = []

  init(_ items: [Int]) {
    for item in items { insert(item) }
  }

  mutating func insert(_ item: Int) {
    items.append(item)
    var child = items.count - 1
    while child > 0, items[child] < items[(child - 1) / 2] {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popLeast() -> Int? {
    guard let least = items.first else { return nil }
    let last = items.removeLast()
    guard !items.isEmpty else { return least }
    items[0] = last
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < items.count }
      guard let smaller = children.min(by: { items[$0] < items[$1] }), items[smaller] < items[parent] else {
        return least
      }
      items.swapAt(parent, smaller)
      parent = smaller
    }
  }
}
