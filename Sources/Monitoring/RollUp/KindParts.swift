import Expressions

/// What each kind of row gives to each part of a program, and to the numerator and denominator of each ratio.
struct KindParts {
  let partCount: Int
  let ratioCount: Int
  /// By kind · `partCount` + part.
  var additions: [Addition]
  /// By kind · 2 · `ratioCount` + 2 · ratio: y, and behind it x, in 10^−scale of the ratio.
  var shares: [Int64]
  /// The scale of each ratio; nil where its formula isn't a sum of parts, or its numbers are too large for exact squares.
  var scales: [UInt8?]

  /// `facts` is how many rows there are at most in a cell.
  init(kinds rows: [[Value]], of program: DatasetProgram, facts: Int, today: CalendarDate?) {
    partCount = program.parts.count
    ratioCount = program.ratios.count
    additions = []
    additions.reserveCapacity(rows.count * partCount)
    for values in rows {
      let row = Row(values, today: today)
      for part in program.parts { additions.append(part.addition(of: row)) }
    }
    shares = [Int64](repeating: 0, count: rows.count * 2 * ratioCount)
    scales = [UInt8?](repeating: nil, count: ratioCount)
    for (index, ratio) in program.ratios.enumerated() {
      guard let numerator = ratio.numerator.linear, let denominator = ratio.denominator.linear else { continue }
      let given = rows.indices.map { kind in
        let additions = self.additions[(kind * partCount)..<((kind + 1) * partCount)]
        return (y: numerator.value(of: additions), x: denominator.value(of: additions))
      }
      let scale = given.reduce(0) { max($0, $1.y?.scale ?? 0, $1.x?.scale ?? 0) }
      // Every sum of shares must stay below 2^62, so that its square, and the sum of all squares, fit 128 bits.
      let limit = (Int64(1) << 62) / Int64(max(facts, 1))
      let scaled = given.map { share -> (y: Int64, x: Int64)? in
        guard let y = share.y?.units(of: scale), let x = share.x?.units(of: scale) else { return nil }
        return y.magnitude <= limit && x.magnitude <= limit ? (y, x) : nil
      }
      guard scaled.allSatisfy({ $0 != nil }) else { continue }
      scales[index] = scale
      for (kind, share) in scaled.enumerated() {
        guard let share else { continue }
        shares[(kind * ratioCount + index) * 2] = share.y
        shares[(kind * ratioCount + index) * 2 + 1] = share.x
      }
    }
  }
}

extension Decimal64 {
  /// The value in units of 10^−`scale`, which is at least its own; nil where it is too large.
  fileprivate func units(of scale: UInt8) -> Int64? {
    Int128(mantissa).scaled(by: scale - self.scale).flatMap { Int64(exactly: $0) }
  }
}
