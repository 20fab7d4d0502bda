/// What codes and the audit add to the store's files.
extension Schema {
  static let access = """
    -- What a code opens. Of the code itself only what can't be turned back; no time, no number, no order.
    CREATE TABLE code(
      tag BLOB PRIMARY KEY CHECK(length(tag) = 32), school TEXT NOT NULL, activity TEXT NOT NULL,
      instrument BLOB NOT NULL REFERENCES instrument(hash), class TEXT, person TEXT, about TEXT,
      once INTEGER NOT NULL CHECK(once IN (0, 1)), revoked INTEGER NOT NULL DEFAULT 0 CHECK(revoked IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX code_place ON code(school, activity, instrument, person);
    -- With how many codes of an anonymous survey a session was begun. A mark is made of a code in another way than its tag,
    -- so nothing leads from one to the other, or to a ballot.
    CREATE TABLE code_mark(
      box BLOB NOT NULL CHECK(length(box) = 16), mark BLOB NOT NULL CHECK(length(mark) = 16),
      PRIMARY KEY(box, mark)) STRICT, WITHOUT ROWID;

    -- What happened at the doors: a chain of its own, the hour only.
    CREATE TABLE audit(
      number INTEGER PRIMARY KEY, hour INTEGER NOT NULL, kind TEXT NOT NULL, terminal TEXT NOT NULL,
      count INTEGER NOT NULL, hash BLOB NOT NULL CHECK(length(hash) = 32)) STRICT;
    CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
    CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
    """

  /// In the file of the keys: what codes are hashed under.
  static let accessKey = """
    CREATE TABLE access_key(
      id INTEGER PRIMARY KEY CHECK(id = 1), key BLOB NOT NULL CHECK(length(key) = 32),
      rounds INTEGER NOT NULL CHECK(rounds > 0)) STRICT;
    CREATE TRIGGER access_key_never_changes BEFORE UPDATE ON access_key
      BEGIN SELECT RAISE(ABORT, 'another key would make all codes worthless'); END;
    """
}
