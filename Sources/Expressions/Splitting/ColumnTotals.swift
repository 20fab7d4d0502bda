extension AdditiveSplit {
  /// The totals of every cell, a column at a time: `cells[row]` is the cell in which a fact stands, from 0 up to
  /// `cellCount`; a fact in no cell has a number outside.
  package func totals(of facts: ValueColumns, cells: [Int32], cellCount: Int) -> [[PartTotal]] {
    var result = Array(repeating: empty, count: cellCount)
    for (index, part) in parts.enumerated() {
      let totals = part.totals(of: part.taken.evaluate(columns: facts), count: facts.count, cells, cellCount)
      for cell in 0..<cellCount { result[cell][index] = totals[cell] }
    }
    return result
  }

  /// The totals of all facts together.
  package func totals(of facts: ValueColumns) -> [PartTotal] {
    totals(of: facts, cells: Array(repeating: 0, count: facts.count), cellCount: 1)[0]
  }
}

extension AdditiveSplit.Part {
  fileprivate func totals(of taken: ValueColumn, count: Int, _ cells: [Int32], _ cellCount: Int) -> [PartTotal] {
    let rows = min(count, cells.count, taken.indices.count)
    switch kind {
    case .count: return counts(of: taken, rows, cells, cellCount)
    case .sum:
      if let scaled = ScaledNumbers(taken.dictionary) { return sums(of: taken, scaled, rows, cells, cellCount) }
    case .sumOfSquares, .least, .greatest, .distinct: break
    }
    return rarer(of: taken, rows, cells, cellCount)
  }

  /// The rarer kinds, value by value. The least, the greatest and the distinct see each value of a cell once, however often
  /// it stands there.
  private func rarer(of taken: ValueColumn, _ rows: Int, _ cells: [Int32], _ cellCount: Int) -> [PartTotal] {
    var totals = Array(repeating: PartTotal(of: kind), count: cellCount)
    let width = taken.dictionary.count
    let pairs = width.multipliedReportingOverflow(by: cellCount)
    let seesOnce = kind != .sumOfSquares && kind != .sum && !pairs.overflow && pairs.partialValue <= 16_000_000
    var isSeen = Array(repeating: false, count: seesOnce ? pairs.partialValue : 0)
    for row in 0..<rows {
      let index = Int(taken.indices[row])
      let cell = Int(cells[row])
      guard index < width, totals.indices.contains(cell) else { continue }
      if seesOnce {
        guard !isSeen[cell * width + index] else { continue }
        isSeen[cell * width + index] = true
      }
      totals[cell].add(taken.dictionary[index])
    }
    return totals
  }

  private func counts(of taken: ValueColumn, _ rows: Int, _ cells: [Int32], _ cellCount: Int) -> [PartTotal] {
    let isCounted = taken.dictionary.map { $0 == .boolean(true) ? 1 : 0 } + [0]
    let beyond = UInt32(isCounted.count - 1)
    // A last cell takes the facts that stand in none.
    var counts = Array(repeating: 0, count: cellCount + 1)
    let nowhere = UInt32(cellCount)
    counts.withUnsafeMutableBufferPointer { counts in
      taken.indices.withUnsafeBufferPointer { indices in
        cells.withUnsafeBufferPointer { cells in
          for row in 0..<rows {
            let cell = min(UInt32(bitPattern: cells[row]), nowhere)
            counts[Int(cell)] += isCounted[Int(min(indices[row], beyond))]
          }
        }
      }
    }
    return counts.dropLast().map { .count($0) }
  }

  private func sums(
    of taken: ValueColumn, _ numbers: ScaledNumbers, _ rows: Int, _ cells: [Int32], _ cellCount: Int
  ) -> [PartTotal] {
    let beyond = UInt32(numbers.mantissas.count)
    let mantissas = numbers.mantissas + [0]
    let isPresent = numbers.isPresent + [0]
    let nowhere = UInt32(cellCount)
    var sums = Array(repeating: Int128(0), count: cellCount + 1)
    var counts = Array(repeating: 0, count: cellCount + 1)
    for row in 0..<rows {
      let cell = Int(min(UInt32(bitPattern: cells[row]), nowhere))
      let index = Int(min(taken.indices[row], beyond))
      sums[cell] += Int128(mantissas[index])
      counts[cell] += isPresent[index]
    }
    return (0..<cellCount).map { cell in
      var sum = ExactSum()
      sum.add(mantissa: sums[cell], scale: numbers.scale)
      return .sum(sum, count: counts[cell])
    }
  }
}

/// Numbers brought to one scale, so that adding them is adding integers: 10^20 of them fit in 128 bits.
private struct ScaledNumbers {
  var scale = 0
  var mantissas: [Int64] = []
  var isPresent: [Int] = []

  /// Nil where some number doesn't fit at the scale that all need.
  init?(_ values: [Value]) {
    let numbers = values.map { $0.decimal?.normalized }
    scale = numbers.compactMap { $0.map { Int($0.scale) } }.max() ?? 0
    mantissas.reserveCapacity(values.count)
    for number in numbers {
      isPresent.append(number == nil ? 0 : 1)
      guard let number else {
        mantissas.append(0)
        continue
      }
      let (mantissa, overflow) = number.mantissa.multipliedReportingOverflow(by: Power.ten64(scale - Int(number.scale)))
      if overflow { return nil }
      mantissas.append(mantissa)
    }
  }
}
