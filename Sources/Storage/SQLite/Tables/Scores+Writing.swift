import Datasets
import Expressions
import Foundation
import GRDB
import Instruments

/// Scores, and the box into which anonymous ones go.
extension WriteContext {
  func score(_ record: ScoreRecord) throws -> StoreReply {
    guard let state = try SessionState(record.session, self) else {
      return .scoring(try cast(record))
    }
    guard state.isSealed else { return .scoring(.notSealed) }
    guard state.chain.head == record.head else { return .scoring(.staleHead(have: state.chain.head)) }
    let session = Data(record.session.bytes)
    let head = Data(record.head.bytes)
    let current = try row(
      "SELECT 1 FROM score WHERE session = ? AND scorer = ? AND head = ? AND is_current = 1",
      [session, record.scorer, head])
    guard current == nil else { return .scoring(.alreadyScored) }
    try run("UPDATE score SET is_current = 0 WHERE session = ? AND is_current = 1", [session])
    try run(
      """
      INSERT OR REPLACE INTO score(session, scorer, head, is_current, answers, lines, explanation)
      VALUES (?, ?, ?, 1, ?, ?, ?)
      """,
      [
        session, record.scorer, head, Data(try RecordCodec.bytes(record.answers, symbols)),
        Data(try RecordCodec.bytes(record.lines, symbols)), Data(record.explanation),
      ])
    for earlier in record.supersedes { try putFacts([], source: earlier) }
    try putFacts(record.facts, source: record.session)
    return .scoring(.scored)
  }

  /// Puts a finished draft into the box, and takes the draft away. The log forgets both at once.
  private func cast(_ record: ScoreRecord) throws -> ScoringOutcome {
    guard let draft = try draft(record.session) else {
      if leases.isCast(record.session) { return .alreadyScored }
      throw StoreFault(.storing, .unknownSession(record.session))
    }
    guard draft.isSealed else { return .notSealed }
    guard draft.head == record.head else { return .staleHead(have: draft.head) }
    let ballot = WaitingBallot(
      schoolClass: draft.schoolClass, about: draft.about, answers: record.answers, lines: record.lines,
      facts: record.facts.map { set in
        var set = set
        for index in set.rows.indices { set.rows[index].coordinates.person = nil }
        return set
      })
    let box = BallotFilter(school: draft.school, activity: draft.activity, instrument: draft.instrument)
    let waiting = try putWaiting(draft.ballot, try JSONEncoder().encode(ballot), in: box)
    for name in [record.session, leases.drafts.place(of: record.session)] {
      if let name { try run("DELETE FROM draft WHERE key = ?", [Data(name.bytes)]) }
    }
    if waiting >= BallotBox.batch { _ = try release(box, isClosing: false) }
    leases.cast(record.session)
    forgetsLog = true
    return .scored
  }

  /// Puts a ballot among those that wait, and gives how many they are. All are written anew in the order of their ids, which
  /// chance made: the place of the newest in its page would tell who came last.
  private func putWaiting(_ id: Token, _ ballot: Data, in box: BallotFilter) throws -> Int {
    var waiting = try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT id, payload FROM ballot_waiting WHERE school = ? AND activity = ? AND instrument = ?"),
      arguments: WaitingBallot.arguments(box)
    ).map { (id: try $0.token(0), payload: Data($0.bytes(1))) }
    if !waiting.contains(where: { $0.id == id }) { waiting.append((id, ballot)) }
    try run(
      "DELETE FROM ballot_waiting WHERE school = ? AND activity = ? AND instrument = ?", WaitingBallot.arguments(box))
    for (id, payload) in waiting.sorted(by: { $0.id.hex < $1.id.hex }) {
      try run(
        "INSERT INTO ballot_waiting(id, school, activity, instrument, payload) VALUES (?, ?, ?, ?, ?)",
        [Data(id.bytes), box.school.text, box.activity.text, Data(box.instrument.bytes), payload])
    }
    return waiting.count
  }

  /// Moves what waits into the box: in an order that chance made, under names that chance made.
  func release(_ box: BallotFilter, isClosing: Bool = true) throws -> Int {
    let waiting = try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT payload FROM ballot_waiting WHERE school = ? AND activity = ? AND instrument = ?"),
      arguments: WaitingBallot.arguments(box)
    ).map { try WaitingBallot(stored: $0.bytes(0)) }
    try run(
      "DELETE FROM ballot_waiting WHERE school = ? AND activity = ? AND instrument = ?", WaitingBallot.arguments(box))
    let named = waiting.map { (id: randomToken(), ballot: $0) }.sorted { $0.id.hex < $1.id.hex }
    for (id, ballot) in named {
      try run(
        """
        INSERT INTO ballot(id, school, activity, instrument, class, about, answers, lines)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          Data(id.bytes), box.school.text, box.activity.text, Data(box.instrument.bytes), ballot.schoolClass?.text,
          ballot.about?.text, Data(try RecordCodec.bytes(ballot.answers, symbols)),
          Data(try RecordCodec.bytes(ballot.lines, symbols)),
        ])
      try putFacts(ballot.facts, source: id)
    }
    let count = try row(
      "SELECT count(*) FROM ballot WHERE school = ? AND activity = ? AND instrument = ?", WaitingBallot.arguments(box))
    if isClosing || Self.isOrderDue(count?[0] ?? 0) { try forgetOrder(of: box) }
    forgetsLog = true
    return named.count
  }
}

/// A ballot while it waits for others.
struct WaitingBallot: Codable {
  var schoolClass: Symbol?
  var about: Symbol?
  var answers: [NamedValue]
  var lines: [ScoreLine]
  var facts: [FactSet]

  static let count = "SELECT count(*) FROM ballot_waiting WHERE school = ? AND activity = ? AND instrument = ?"

  static func arguments(_ box: BallotFilter) -> StatementArguments {
    [box.school.text, box.activity.text, Data(box.instrument.bytes)]
  }

  init(schoolClass: Symbol?, about: Symbol?, answers: [NamedValue], lines: [ScoreLine], facts: [FactSet]) {
    self.schoolClass = schoolClass
    self.about = about
    self.answers = answers
    self.lines = lines
    self.facts = facts
  }

  init(stored bytes: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(WaitingBallot.self, from: Data(bytes))
    } catch { throw Damage() }
  }
}

extension ReadContext {
  /// The boxes in which something lies, released or waiting.
  func ballotBoxes(of school: Symbol) throws -> [BallotFilter] {
    let sql = """
      SELECT activity, instrument FROM ballot WHERE school = ?1
      UNION SELECT activity, instrument FROM ballot_waiting WHERE school = ?1 ORDER BY 1, 2
      """
    return try rows(sql, [school.text]).compactMap { row in
      guard let activity = row.symbol(0), let instrument = Digest(bytes: row.bytes(1)) else { return nil }
      return BallotFilter(school: school, activity: activity, instrument: instrument)
    }
  }

  func ballots(_ box: BallotFilter) throws -> BallotBox {
    let names = try SymbolNames(db)
    let sql = """
      SELECT id, class, about, answers, lines FROM ballot WHERE school = ? AND activity = ? AND instrument = ?
      ORDER BY id
      """
    let released = try rows(sql, WaitingBallot.arguments(box)).map { row in
      Ballot(
        id: try row.token(0), schoolClass: row.symbol(1), about: row.symbol(2),
        answers: try RecordCodec.answers(row.bytes(3), names.reading),
        lines: try RecordCodec.lines(row.bytes(4), names.reading))
    }
    let waiting = try row(WaitingBallot.count, WaitingBallot.arguments(box)).map { $0[0] as Int } ?? 0
    return BallotBox(released: released, waiting: waiting)
  }
}
