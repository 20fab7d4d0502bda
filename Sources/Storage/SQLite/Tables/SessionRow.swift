import Expressions
import Foundation
import GRDB
import Instruments

/// A session with its state as one row, and how that row is read.
enum SessionRow {
  static let select = """
    SELECT session.id, school, activity, class, person, about, instrument, seed, context, attempt, state, next, head,
      opened, sealed, epoch, holder FROM session JOIN session_state ON session_state.id = session.id
    """
  static let epoch = 15
  static let holder = 16

  /// The columns that `select` gives beyond a record, where others follow it in a wider question.
  static let width = 17

  static func record(_ row: Row) throws -> SessionRecord {
    let about: String = row[5]
    return SessionRecord(
      id: try row.token(0), school: Symbol(row[1] as String), activity: Symbol(row[2] as String),
      schoolClass: row.symbol(3), person: Symbol(row[4] as String), about: about.isEmpty ? nil : Symbol(about),
      instrument: try row.digest(6), seed: UInt64(bitPattern: row[7] as Int64), context: row.bytes(8), attempt: row[9],
      state: row[10] as Int == 1 ? .sealed : .open, nextSequence: row[11], head: try row.digest(12), opened: row[13],
      sealed: row[14])
  }
}

/// Questions about sessions.
struct ReadContext {
  let db: Database

  func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
    try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: arguments)
  }

  func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
    try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments)
  }

  func instruments(_ hash: Digest? = nil) throws -> [InstrumentRecord] {
    let sql =
      "SELECT hash, id, version, kind, delivery FROM instrument WHERE ? IS NULL OR hash = ? ORDER BY id, version"
    let key = hash.map { Data($0.bytes) }
    return try rows(sql, [key, key]).map { row in
      InstrumentRecord(
        hash: try row.digest(0), id: Symbol(row[1] as String), version: row[2], kind: row[3], source: [],
        delivery: row.bytes(4))
    }
  }

  func sessions(_ filter: SessionFilter) throws -> [SessionRecord] {
    try rows(SessionRow.select + narrowing + " ORDER BY opened, session.id", arguments(filter)).map(SessionRow.record)
  }

  func unscored(_ filter: SessionFilter) throws -> [SessionRecord] {
    let sql =
      SessionRow.select + narrowing + """
         AND state = 1 AND NOT EXISTS (SELECT 1 FROM score WHERE score.session = session.id AND is_current = 1
          AND score.head = session_state.head)
        ORDER BY opened, session.id
        """
    return try rows(sql, arguments(filter)).map(SessionRow.record) + sealedDrafts(filter)
  }

  func journal(_ session: SessionID, _ drafts: DraftKeys) throws -> Journal? {
    let id = Data(session.bytes)
    guard let found = try row(SessionRow.select + " WHERE session.id = ?", [id]) else {
      return try draftJournal(session, drafts)
    }
    let sql = "SELECT key, sequence, kind, payload, at, wall FROM event WHERE session = ? ORDER BY sequence"
    let events = try rows(sql, [id]).map { row in
      JournalEvent(
        event: NewEvent(key: try row.token(0), sequence: row[1], kind: row[2], payload: row.bytes(3), at: row[4]),
        wall: row[5])
    }
    return Journal(session: try SessionRow.record(found), events: events)
  }

  func scores(_ filter: SessionFilter) throws -> [ScoredSession] {
    let sql = """
      SELECT session.id, school, activity, class, person, about, instrument, seed, context, attempt, state, next,
        session_state.head, opened, sealed, epoch, holder, scorer, score.head, answers, lines, explanation
      FROM session JOIN session_state ON session_state.id = session.id
      JOIN score ON score.session = session.id AND is_current = 1
      """
    let names = try SymbolNames(db)
    return try rows(sql + narrowing + " ORDER BY opened, session.id", arguments(filter)).map { row in
      let record = try SessionRow.record(row)
      let first = SessionRow.width
      return ScoredSession(
        session: record,
        score: ScoreRecord(
          session: record.id, head: try row.digest(first + 1), scorer: row[first],
          answers: try RecordCodec.answers(row.bytes(first + 2), names.reading),
          lines: try RecordCodec.lines(row.bytes(first + 3), names.reading), explanation: row.bytes(first + 4),
          facts: []))
    }
  }

  /// One text for every filter, so that it is prepared once and nothing is ever put into it.
  private var narrowing: String {
    """
     WHERE (? IS NULL OR school = ?) AND (? IS NULL OR activity = ?) AND (? IS NULL OR class = ?)
      AND (? IS NULL OR person = ?) AND (? IS NULL OR instrument = ?) AND (? IS NULL OR state = ?)
    """
  }

  private func arguments(_ filter: SessionFilter) -> StatementArguments {
    let instrument = filter.instrument.map { Data($0.bytes) }
    let state = filter.state.map { $0 == .sealed ? 1 : 0 }
    let texts = [filter.school, filter.activity, filter.schoolClass, filter.person].map { $0?.text }
    var values: [(any DatabaseValueConvertible)?] = []
    for text in texts { values += [text, text] }
    values += [instrument, instrument, state, state]
    return StatementArguments(values)
  }
}
