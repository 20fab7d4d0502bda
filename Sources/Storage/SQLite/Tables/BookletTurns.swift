import Expressions
import Foundation
import GRDB
import Instruments

/// Which booklet a new session gets: the one that was given out least often in its class, so that each is answered equally
/// often. The booklet is the remainder of the seed, so that a replay needs nothing else.
///
/// Within the transaction that opens the session: two terminals never get the same turn.
extension WriteContext {
  /// Far more than any design has.
  private static let mostBooklets = 10_000

  /// The seed of a known person's session: the turns go on in the design's order, so that neighbours have different ones.
  func seedInTurn(_ request: OpenSession, instrument: Symbol) throws -> UInt64 {
    guard (2...Self.mostBooklets).contains(request.booklets) else { return request.seed }
    let count = UInt64(request.booklets)
    var given = [Int](repeating: 0, count: request.booklets)
    let seeds = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT seed FROM session
          WHERE school = ? AND activity = ? AND instrument_id = ? AND ifnull(class, '') = ? AND instrument = ?
          """),
      arguments: [
        request.school.text, request.activity.text, instrument.text, request.schoolClass?.text ?? "",
        Data(request.instrument.bytes),
      ])
    for row in seeds { given[Int(UInt64(bitPattern: row[0] as Int64) % count)] += 1 }
    let start = request.firstBooklet
    let turns = given.indices.map { ($0 + start) % request.booklets }
    let next = turns.min { given[$0] < given[$1] } ?? 0
    return request.seed.withRemainder(next, of: count)
  }

  /// The seed of an anonymous session: among the booklets that were given out least often chance decides, never the turn.
  /// Which questions a ballot answers shows its booklet, and whoever saw in which order people sat down would know whose it
  /// is. Only how often each booklet was given out is kept.
  func seedByLot(_ request: OpenSession) throws -> UInt64 {
    guard (2...Self.mostBooklets).contains(request.booklets) else { return request.seed }
    let box: [any DatabaseValueConvertible] = [
      request.school.text, request.activity.text, Data(request.instrument.bytes), request.schoolClass?.text ?? "",
    ]
    var given = [Int](repeating: 0, count: request.booklets)
    let rows = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT booklet, given FROM booklet_given
          WHERE school = ? AND activity = ? AND instrument = ? AND class = ?
          """), arguments: StatementArguments(box))
    for row in rows where given.indices.contains(row[0]) { given[row[0]] = row[1] }
    let least = given.min() ?? 0
    let next = drawn(given.indices.filter { given[$0] == least })
    try run(
      """
      INSERT INTO booklet_given(school, activity, instrument, class, booklet, given) VALUES (?, ?, ?, ?, ?, 1)
      ON CONFLICT DO UPDATE SET given = given + 1
      """, StatementArguments(box + [next]))
    return request.seed.withRemainder(next, of: UInt64(request.booklets))
  }

  /// One of some, each equally likely but for parts in 2^50.
  private func drawn(_ booklets: [Int]) -> Int {
    let number = environment.random(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return booklets.isEmpty ? 0 : booklets[Int(number % UInt64(booklets.count))]
  }
}

extension OpenSession {
  /// Where a class begins: classes, schools and instruments begin at different booklets, or the first ones would be given
  /// out more often in a district of small classes.
  fileprivate var firstBooklet: Int {
    let name = [school.text, activity.text, instrument.hex, schoolClass?.text ?? ""].joined(separator: "\u{1F}")
    let number = Digest(of: Array(name.utf8)).bytes.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return Int(number % UInt64(max(1, booklets)))
  }
}

extension UInt64 {
  /// The nearest number below with another remainder, or above: what chance made of the rest stays.
  fileprivate func withRemainder(_ remainder: Int, of count: UInt64) -> UInt64 {
    let base = self / count * count
    let (sum, isOver) = base.addingReportingOverflow(UInt64(remainder))
    return isOver ? base - count + UInt64(remainder) : sum
  }
}
