import Expressions
import Foundation
import GRDB
import Instruments

/// A row of the codes: what one opens.
struct CodeRow: Hashable {
  var tag: [UInt8]
  var school: Symbol
  var activity: Symbol
  var instrument: Digest
  var schoolClass: Symbol?
  var person: Symbol?
  var about: Symbol?
  var once: Bool
  var isRevoked = false
}

extension WriteContext {
  /// Keeps new codes. In the order of their tags, so that the file doesn't tell in which order they were printed. False
  /// where one is there already, and then nothing is kept: draw others.
  func putCodes(_ rows: [CodeRow]) throws -> Bool {
    for row in rows {
      guard let person = row.person else { continue }
      try run(
        """
        UPDATE code SET revoked = 1
        WHERE school = ? AND activity = ? AND instrument = ? AND person = ? AND ifnull(about, '') = ?
        """,
        [
          row.school.text, row.activity.text, Data(row.instrument.bytes), person.text, row.about?.text ?? "",
        ])
    }
    for code in rows.sorted(by: { $0.tag.lexicographicallyPrecedes($1.tag) }) {
      guard try row("SELECT 1 FROM code WHERE tag = ?", [Data(code.tag)]) == nil else { return false }
      try run(
        """
        INSERT INTO code(tag, school, activity, instrument, class, person, about, once) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          Data(code.tag), code.school.text, code.activity.text, Data(code.instrument.bytes), code.schoolClass?.text,
          code.person?.text, code.about?.text, code.once ? 1 : 0,
        ])
    }
    return true
  }

  func revokeCodes(_ filter: CodeFilter) throws -> Int {
    try run("UPDATE code SET revoked = 1 WHERE revoked = 0 AND " + CodeQuery.narrowing, CodeQuery.arguments(filter))
    let count = db.changesCount
    if count > 0 { try note(.revoked, count: count) }
    return count
  }

  /// Refuses an anonymous session without a code where codes were given out for it and each answers once.
  func refuseWithoutCode(_ request: OpenSession) throws {
    let found = try row(
      """
      SELECT 1 FROM code WHERE school = ? AND activity = ? AND instrument = ? AND person IS NULL AND once = 1
        AND revoked = 0 LIMIT 1
      """, [request.school.text, request.activity.text, Data(request.instrument.bytes)])
    if found != nil { throw StoreFault(.storing, .needsCode) }
  }

  // MARK: Marks

  func isMarked(_ mark: Token, in box: BallotFilter) throws -> Bool {
    try row("SELECT 1 FROM code_mark WHERE box = ? AND mark = ?", [Data(box.name), Data(mark.bytes)]) != nil
  }

  /// Notes that a session was begun. All marks of the box are written anew in the order of chance that they have by
  /// themselves, or the place of the newest in its page would tell who came last.
  func mark(_ mark: Token, in box: BallotFilter) throws {
    let name = Data(box.name)
    var marks = try Row.fetchAll(
      try db.cachedStatement(sql: "SELECT mark FROM code_mark WHERE box = ?"), arguments: [name]
    ).map { $0.bytes(0) }
    marks.append(mark.bytes)
    try run("DELETE FROM code_mark WHERE box = ?", [name])
    for mark in marks.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      try run("INSERT INTO code_mark(box, mark) VALUES (?, ?)", [name, Data(mark)])
    }
  }
}

extension BallotFilter {
  /// Sixteen bytes for a survey's box.
  var name: [UInt8] {
    let text = [school.text, activity.text, instrument.hex].joined(separator: "\u{1F}")
    return Array(Digest(of: Array(text.utf8)).bytes.prefix(16))
  }
}

extension ReadContext {
  func code(_ tag: [UInt8]) throws -> CodeRow? {
    let sql = "SELECT school, activity, instrument, class, person, about, once, revoked FROM code WHERE tag = ?"
    return try row(sql, [Data(tag)]).map { row in
      CodeRow(
        tag: tag, school: Symbol(row[0] as String), activity: Symbol(row[1] as String), instrument: try row.digest(2),
        schoolClass: row.symbol(3), person: row.symbol(4), about: row.symbol(5), once: row[6] as Int == 1,
        isRevoked: row[7] as Int == 1)
    }
  }

  /// Where the person of a code stands with it, and the terminal that had the session last.
  func lastSession(of code: CodeRow, _ person: Symbol) throws -> (record: SessionRecord, holder: String)? {
    let sql =
      SessionRow.select + """
         WHERE school = ? AND activity = ? AND person = ? AND about = ?
          AND instrument_id = (SELECT id FROM instrument WHERE hash = ?) ORDER BY attempt DESC LIMIT 1
        """
    return try row(
      sql,
      [code.school.text, code.activity.text, person.text, code.about?.text ?? "", Data(code.instrument.bytes)]
    ).map { (try SessionRow.record($0), $0[SessionRow.holder]) }
  }

  func hasDraft(_ draft: Token) throws -> Bool {
    try row("SELECT 1 FROM draft WHERE key = ?", [Data(draft.bytes)]) != nil
  }

  func isMarked(_ mark: Token, in box: BallotFilter) throws -> Bool {
    try row("SELECT 1 FROM code_mark WHERE box = ? AND mark = ?", [Data(box.name), Data(mark.bytes)]) != nil
  }

  /// How many, by survey and class.
  func codes(_ filter: CodeFilter) throws -> [CodeCount] {
    let sql = """
      SELECT activity, instrument, class, person IS NULL, count(*), sum(revoked),
        sum(CASE WHEN person IS NOT NULL AND revoked = 0 AND EXISTS (
          SELECT 1 FROM session JOIN session_state ON session_state.id = session.id WHERE session.school = code.school
            AND session.activity = code.activity AND session.person = code.person
            AND session.instrument_id = (SELECT id FROM instrument WHERE hash = code.instrument)) THEN 1 ELSE 0 END),
        sum(CASE WHEN person IS NOT NULL AND revoked = 0 AND EXISTS (
          SELECT 1 FROM session JOIN session_state ON session_state.id = session.id WHERE session.school = code.school
            AND session.activity = code.activity AND session.person = code.person AND state = 1
            AND session.instrument_id = (SELECT id FROM instrument WHERE hash = code.instrument)) THEN 1 ELSE 0 END)
      FROM code WHERE \(CodeQuery.narrowing)
      GROUP BY activity, instrument, class, person IS NULL ORDER BY activity, instrument, class
      """
    return try rows(sql, CodeQuery.arguments(filter)).map { row in
      let isAnonymous = row[3] as Int == 1
      let box = BallotFilter(school: filter.school, activity: Symbol(row[0] as String), instrument: try row.digest(1))
      return CodeCount(
        activity: box.activity, instrument: box.instrument, schoolClass: row.symbol(2),
        isAnonymous: isAnonymous, issued: row[4], revoked: row[5], begun: isAnonymous ? nil : row[6],
        finished: isAnonymous ? nil : row[7], begunInAll: isAnonymous ? try marks(in: box) : nil)
    }
  }

  /// With how many codes of an anonymous survey a session was begun.
  func marks(in box: BallotFilter) throws -> Int {
    try row("SELECT count(*) FROM code_mark WHERE box = ?", [Data(box.name)]).map { $0[0] } ?? 0
  }
}

/// One text for every filter of codes.
private enum CodeQuery {
  static let narrowing = """
    school = ? AND (? IS NULL OR activity = ?) AND (? IS NULL OR instrument = ?) AND (? IS NULL OR class = ?)
      AND (? IS NULL OR person = ?)
    """

  static func arguments(_ filter: CodeFilter) -> StatementArguments {
    let instrument = filter.instrument.map { Data($0.bytes) }
    return [
      filter.school.text, filter.activity?.text, filter.activity?.text, instrument, instrument,
      filter.schoolClass?.text, filter.schoolClass?.text, filter.person?.text, filter.person?.text,
    ]
  }
}
