import Expressions
import Foundation
import GRDB
import Instruments

/// Ballots and their facts lie in pages that fill from their ends: the place of a row tells with which batch it came, and
/// whoever noted in which order people came would know its fifth of a class. So the whole box is written anew in the order
/// of its names, which chance made.
extension WriteContext {
  /// Up to so many ballots at each batch; beyond it whenever the box has grown by a twentieth, and at its closing.
  private static let few = 500

  static func isOrderDue(_ count: Int) -> Bool {
    count <= few || (count / BallotBox.batch) % (count / (20 * BallotBox.batch)) == 0
  }

  func forgetOrder(of box: BallotFilter) throws {
    let place = WaitingBallot.arguments(box)
    let ballots = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT id, class, about, answers, lines FROM ballot WHERE school = ? AND activity = ? AND instrument = ?
          ORDER BY id
          """), arguments: place)
    try run("DELETE FROM ballot WHERE school = ? AND activity = ? AND instrument = ?", place)
    var facts: [Row] = []
    for ballot in ballots {
      let id = Data(ballot.bytes(0))
      facts += try Row.fetchAll(
        try db.cachedStatement(
          sql: "SELECT dataset, cell, source, ordinal, person, shape, data FROM fact WHERE source = ?"),
        arguments: [id])
      try run("DELETE FROM fact WHERE source = ?", [id])
    }
    for ballot in ballots {
      try run(
        """
        INSERT INTO ballot(id, school, activity, instrument, class, about, answers, lines)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          Data(ballot.bytes(0)), box.school.text, box.activity.text, Data(box.instrument.bytes),
          ballot[1] as String?, ballot[2] as String?, Data(ballot.bytes(3)), Data(ballot.bytes(4)),
        ])
    }
    // Those of one ballot stand together, and ballots in the order of their names: that of the facts' own key.
    for fact in facts.sorted(by: Self.precedes) {
      try run(
        "INSERT INTO fact(dataset, cell, source, ordinal, person, shape, data) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
          fact[0] as Int, fact[1] as Int, Data(fact.bytes(2)), fact[3] as Int, fact[4] as Int, fact[5] as Int,
          Data(fact.bytes(6)),
        ])
    }
  }

  private static func precedes(_ a: Row, _ b: Row) -> Bool {
    let places = [0, 1].map { (a[$0] as Int, b[$0] as Int) }
    for (a, b) in places where a != b { return a < b }
    let sources = (a.bytes(2), b.bytes(2))
    return sources.0 == sources.1 ? (a[3] as Int) < (b[3] as Int) : sources.0.lexicographicallyPrecedes(sources.1)
  }
}
