import Texts

/// Where everything of a map stands: boxes one under another, conditions at their right, what conditions read in lanes at
/// their left. In units of a quarter millimetre, so that the picture is as wide as an A4 page between its margins.
struct RouteMapLayout {
  struct Box {
    var row: Int
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var lines: [String]
    /// Smaller, under the lines.
    var small: [String]
    /// At the right of the box.
    var conditions: [String]
    var middle: Double { y + height / 2 }
    var bottom: Double { y + height }
  }

  /// A line from what is read to what reads it.
  struct Reading {
    var from: Int
    var to: Int
    /// Counted from the boxes; nil where it comes from a computed value, which stands at the other side.
    var lane: Int?
  }

  static let width = 760.0
  static let left = 100.0
  static let boxWidth = 360.0
  static let right = 492.0
  static let size = 12.0
  static let smallSize = 10.0
  static let lineHeight = 15.5
  static let smallHeight = 13.0
  static let laneWidth = 9.0
  static let gap = 20.0

  let map: RouteMap
  private(set) var boxes: [Box] = []
  private(set) var readings: [Reading] = []
  /// The section frames: the rows from the heading to the last one.
  private(set) var frames: [(row: Int, top: Double, bottom: Double)] = []
  private(set) var height = 0.0

  init(_ map: RouteMap, from top: Double) {
    self.map = map
    var y = top
    for index in map.rows.indices {
      if map.rows[index].kind == .section {
        closeFrame(at: y - Self.gap / 2)
        y += frames.isEmpty ? 0 : 10
        frames.append((index, y - 8, y))
      }
      let box = box(of: index, at: y)
      boxes.append(box)
      y += max(box.height, Double(box.conditions.count) * Self.smallHeight + 4) + Self.gap
    }
    closeFrame(at: y - Self.gap / 2)
    height = y
    takeLanes()
  }

  private mutating func closeFrame(at bottom: Double) {
    if !frames.isEmpty { frames[frames.count - 1].bottom = bottom }
  }

  private func box(of index: Int, at y: Double) -> Box {
    let row = map.rows[index]
    let isBeside = row.kind == .computation
    let x = isBeside ? Self.right : Self.left
    let width = isBeside ? Self.width - Self.right - 4 : Self.boxWidth
    func wrapped(_ text: String, _ size: Double, _ width: Double, atMost limit: Int) -> [String] {
      LineBreaks.lines(text, atMost: limit) { LetterWidths.width(of: $0, size: size) <= width }
    }
    let text = (row.number.map { "\($0). " } ?? "") + row.text
    let lines = wrapped(text, row.kind == .section ? Self.size * 1.06 : Self.size, width - 20, atMost: isBeside ? 6 : 3)
    var small = row.jumps.flatMap { wrapped($0, Self.smallSize, width - 20, atMost: 2) }
    var facts = row.kind == .section || isBeside ? row.remarks : [row.id] + row.remarks
    if row.isNeverShown { facts.append(MapPhrase.neverShown.text(in: map.language)) }
    if !facts.isEmpty { small += wrapped(facts.joined(separator: " · "), Self.smallSize, width - 20, atMost: 2) }
    let conditions = row.conditions.flatMap {
      wrapped($0, Self.smallSize, Self.width - Self.right - 4, atMost: 6)
    }
    let height = 12 + Double(lines.count) * Self.lineHeight + Double(small.count) * Self.smallHeight
    return Box(
      row: index, x: x, y: y, width: width, height: height, lines: lines, small: small, conditions: conditions)
  }

  /// Lines that stand beside one another get lanes of their own, short ones nearest to the boxes.
  private mutating func takeLanes() {
    let pairs = map.rows.indices.flatMap { to in map.rows[to].reads.map { (from: $0, to: to) } }
    var taken: [[ClosedRange<Int>]] = []
    for pair in pairs.sorted(by: { ($0.to - $0.from, $0.to) < ($1.to - $1.from, $1.to) }) {
      guard map.rows[pair.from].kind != .computation else {
        readings.append(Reading(from: pair.from, to: pair.to, lane: nil))
        continue
      }
      let span = pair.from...pair.to
      // The span's own ends may meet others: only what lies between must be free.
      let lane = taken.firstIndex { $0.allSatisfy { !$0.overlaps(span) || $0.lowerBound == pair.from } } ?? taken.count
      if lane == taken.count { taken.append([]) }
      taken[lane].append(span)
      readings.append(Reading(from: pair.from, to: pair.to, lane: lane))
    }
  }

  /// Lanes share what room there is.
  func x(ofLane lane: Int) -> Double {
    let lanes = Double((readings.compactMap(\.lane).max() ?? 0) + 1)
    let step = min(Self.laneWidth, (Self.left - 24) / lanes)
    return Self.left - 16 - step * Double(lane)
  }
}
