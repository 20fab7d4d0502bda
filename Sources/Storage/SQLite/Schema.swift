import GRDB

/// The shape of the store's files, as numbered steps that only go forward. A step that was ever released never changes.
enum Schema {
  static let main: [String] = [first, judgements, bookletsGiven, access, accommodations]
  static let people: [String] = [
    """
    CREATE TABLE name(
      school TEXT NOT NULL, person TEXT NOT NULL, family TEXT NOT NULL, given TEXT NOT NULL,
      PRIMARY KEY(school, person)) STRICT, WITHOUT ROWID;
    """, births,
  ]
  static let keys: [String] = [
    """
    CREATE TABLE source(
      hash BLOB PRIMARY KEY CHECK(length(hash) = 32), source BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TRIGGER source_never_changes BEFORE UPDATE ON source
      BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
    """, accessKey,
  ]

  /// Brings a database to the last step. Refuses one that has more steps than this program knows.
  static func migrate(_ database: some DatabaseWriter, _ steps: [String], path: String) throws(StoreFault) {
    do {
      let has = try database.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
      guard has <= steps.count else {
        throw StoreFault(.opening, .newerSchema(path, has: has, knows: steps.count))
      }
      guard has < steps.count else { return }
      var migrator = DatabaseMigrator()
      for (index, step) in steps.enumerated() {
        migrator.registerMigration("\(index + 1)") { db in
          try db.execute(sql: step)
          // A number of ours, never a text from outside: PRAGMA takes no arguments.
          try db.execute(sql: "PRAGMA user_version = \(index + 1)")
        }
      }
      try migrator.migrate(database)
    } catch {
      throw StoreFault(.opening, error, path: path)
    }
  }

  private static let first = sessions + facts + anonymous

  private static let sessions = """
    CREATE TABLE instrument(
      hash BLOB PRIMARY KEY CHECK(length(hash) = 32), id TEXT NOT NULL, version TEXT NOT NULL, kind TEXT NOT NULL,
      delivery BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TRIGGER instrument_never_changes BEFORE UPDATE ON instrument
      BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;

    -- What is known at the opening, and is the root of the chain.
    CREATE TABLE session(
      id BLOB PRIMARY KEY CHECK(length(id) = 16), school TEXT NOT NULL, activity TEXT NOT NULL,
      instrument_id TEXT NOT NULL, person TEXT NOT NULL, about TEXT NOT NULL, attempt INTEGER NOT NULL,
      class TEXT, instrument BLOB NOT NULL REFERENCES instrument(hash), seed INTEGER NOT NULL,
      context BLOB NOT NULL, opened INTEGER NOT NULL,
      UNIQUE(school, activity, instrument_id, person, about, attempt)) STRICT, WITHOUT ROWID;
    CREATE TRIGGER session_never_changes BEFORE UPDATE ON session
      BEGIN SELECT RAISE(ABORT, 'a session keeps what it began with'); END;
    CREATE TRIGGER session_never_goes BEFORE DELETE ON session
      BEGIN SELECT RAISE(ABORT, 'a session is never deleted'); END;

    -- Where it stands now: small, since it is written with every answer.
    CREATE TABLE session_state(
      id BLOB PRIMARY KEY REFERENCES session(id), state INTEGER NOT NULL CHECK(state IN (0, 1)),
      next INTEGER NOT NULL, head BLOB NOT NULL CHECK(length(head) = 32), epoch INTEGER NOT NULL,
      holder TEXT NOT NULL, sealed INTEGER, reason TEXT) STRICT, WITHOUT ROWID;

    CREATE TABLE event(
      session BLOB NOT NULL REFERENCES session(id), sequence INTEGER NOT NULL,
      key BLOB NOT NULL CHECK(length(key) = 16), kind TEXT NOT NULL, payload BLOB NOT NULL, at INTEGER NOT NULL,
      wall INTEGER NOT NULL, epoch INTEGER NOT NULL, hash BLOB NOT NULL CHECK(length(hash) = 32),
      PRIMARY KEY(session, sequence), UNIQUE(session, key)) STRICT, WITHOUT ROWID;
    CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER event_never_goes BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

    -- Derived: can always be made again from journal, instrument and key.
    CREATE TABLE score(
      session BLOB NOT NULL REFERENCES session(id), scorer TEXT NOT NULL, head BLOB NOT NULL,
      is_current INTEGER NOT NULL, answers BLOB NOT NULL, lines BLOB NOT NULL, explanation BLOB NOT NULL,
      PRIMARY KEY(session, scorer, head)) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX score_current ON score(session) WHERE is_current = 1;

    """

  private static let judgements = """
    -- What raters gave for essays, a chain a session. Each names the journal's last link, so that what was said of a text
    -- counts no longer once the session was opened again.
    CREATE TABLE judgement(
      session BLOB NOT NULL REFERENCES session(id), number INTEGER NOT NULL,
      head BLOB NOT NULL CHECK(length(head) = 32), item TEXT NOT NULL, rater TEXT NOT NULL,
      points TEXT NOT NULL, remark TEXT NOT NULL, wall INTEGER NOT NULL, hash BLOB NOT NULL CHECK(length(hash) = 32),
      PRIMARY KEY(session, number)) STRICT, WITHOUT ROWID;
    CREATE TRIGGER judgement_never_changes BEFORE UPDATE ON judgement
      BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
    CREATE TRIGGER judgement_never_goes BEFORE DELETE ON judgement
      BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
    """

  private static let bookletsGiven = """
    -- How often each booklet was given out to nobody that could be named: sums, no session, no order, no hour.
    CREATE TABLE booklet_given(
      school TEXT NOT NULL, activity TEXT NOT NULL, instrument BLOB NOT NULL, class TEXT NOT NULL,
      booklet INTEGER NOT NULL, given INTEGER NOT NULL,
      PRIMARY KEY(school, activity, instrument, class, booklet)) STRICT, WITHOUT ROWID;
    """

  private static let facts = """
    -- Every code and id once, and every pseudonym: rows hold their numbers.
    CREATE TABLE symbol(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE person(id INTEGER PRIMARY KEY, pseudonym TEXT NOT NULL UNIQUE) STRICT;
    -- The fields of a row, in the order of its values.
    CREATE TABLE shape(id INTEGER PRIMARY KEY, fields TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE cell(
      id INTEGER PRIMARY KEY, school TEXT, year TEXT, period TEXT, activity TEXT, instrument TEXT, class TEXT,
      grade INTEGER, subject TEXT, sex TEXT, language TEXT) STRICT;
    CREATE UNIQUE INDEX cell_place ON cell(
      ifnull(school, ''), ifnull(year, ''), ifnull(period, ''), ifnull(activity, ''), ifnull(instrument, ''),
      ifnull(class, ''), ifnull(grade, -1), ifnull(subject, ''), ifnull(sex, ''), ifnull(language, ''));
    CREATE TABLE dataset_cell(
      dataset INTEGER NOT NULL REFERENCES symbol(id), cell INTEGER NOT NULL REFERENCES cell(id),
      version INTEGER NOT NULL, rows INTEGER NOT NULL, PRIMARY KEY(dataset, cell)) STRICT, WITHOUT ROWID;
    -- No row number: its order would tell the order of answering.
    CREATE TABLE fact(
      dataset INTEGER NOT NULL, cell INTEGER NOT NULL, source BLOB NOT NULL CHECK(length(source) = 16),
      ordinal INTEGER NOT NULL, person INTEGER NOT NULL, shape INTEGER NOT NULL, data BLOB NOT NULL,
      PRIMARY KEY(dataset, cell, source, ordinal)) STRICT, WITHOUT ROWID;
    CREATE INDEX fact_source ON fact(source);
    CREATE TABLE component(
      indicator INTEGER NOT NULL REFERENCES symbol(id), dataset INTEGER NOT NULL, cell INTEGER NOT NULL,
      formula BLOB NOT NULL CHECK(length(formula) = 32), version INTEGER NOT NULL, parts BLOB NOT NULL,
      PRIMARY KEY(indicator, dataset, cell, formula),
      FOREIGN KEY(dataset, cell) REFERENCES dataset_cell(dataset, cell)) STRICT, WITHOUT ROWID;
    CREATE TABLE entry(
      school TEXT NOT NULL, number INTEGER NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, sex TEXT,
      language TEXT, class TEXT, grade INTEGER, since INTEGER, until INTEGER,
      PRIMARY KEY(school, number)) STRICT, WITHOUT ROWID;

    """

  private static let anonymous = """
    -- Unfinished anonymous sessions, under a key that only the code gives: no time, no person, gone on submission.
    CREATE TABLE draft(
      key BLOB PRIMARY KEY CHECK(length(key) = 16), payload BLOB NOT NULL) STRICT, WITHOUT ROWID;
    -- Finished ones that wait for enough others; random ids, no order.
    CREATE TABLE ballot_waiting(
      id BLOB PRIMARY KEY CHECK(length(id) = 16), school TEXT NOT NULL, activity TEXT NOT NULL,
      instrument BLOB NOT NULL, payload BLOB NOT NULL) STRICT, WITHOUT ROWID;
    -- Released in shuffled batches under new random ids.
    CREATE TABLE ballot(
      id BLOB PRIMARY KEY CHECK(length(id) = 16), school TEXT NOT NULL, activity TEXT NOT NULL,
      instrument BLOB NOT NULL, class TEXT, about TEXT, answers BLOB NOT NULL, lines BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    """
}
