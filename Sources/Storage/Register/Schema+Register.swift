/// What accommodations, days of birth and the register before this one add to the store's files.
extension Schema {
  static let accommodations = """
    -- What a person needs at a test: percent of extra time, large print, a voice.
    ALTER TABLE entry ADD COLUMN extra_time INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE entry ADD COLUMN large_print INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE entry ADD COLUMN read_aloud INTEGER NOT NULL DEFAULT 0;
    """

  /// In the file of the names.
  static let births = """
    ALTER TABLE name ADD COLUMN birth INTEGER;
    -- Whole registers as they were before they were replaced, the latest with the highest number.
    CREATE TABLE earlier(
      school TEXT NOT NULL, number INTEGER NOT NULL, register BLOB NOT NULL,
      PRIMARY KEY(school, number)) STRICT, WITHOUT ROWID;
    """
}
