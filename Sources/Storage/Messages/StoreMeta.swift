/// What a store says of itself.
package struct StoreMeta: Sendable, Hashable, Codable {
  /// `sqlite`, `memory`
  package var engine: String
  /// The engine's version: `3.40.1`.
  package var engineVersion: String
  /// The number of the last migration.
  package var schema: Int
  /// Where it lies; empty where it lies nowhere.
  package var folder: String
  /// 2 is FULL, as it was read back: acknowledged answers outlive a power cut. 0 in memory.
  package var synchronous: Int
  package var sessions: Int
  package var openSessions: Int
  package var events: Int
  package var facts: Int
  /// Bytes that are free where it lies.
  package var freeBytes: Int

  package init(
    engine: String, engineVersion: String, schema: Int, folder: String, synchronous: Int, sessions: Int,
    openSessions: Int, events: Int, facts: Int, freeBytes: Int
  ) {
    self.engine = engine
    self.engineVersion = engineVersion
    self.schema = schema
    self.folder = folder
    self.synchronous = synchronous
    self.sessions = sessions
    self.openSessions = openSessions
    self.events = events
    self.facts = facts
    self.freeBytes = freeBytes
  }
}

/// What reading the whole store found.
package struct Verification: Sendable, Hashable, Codable {
  package var sessions: Int
  package var events: Int
  /// What the database says of its own pages; empty where all is well.
  package var damage: [String]
  /// The sessions whose chain doesn't hold.
  package var broken: [SessionID]

  package var isSound: Bool { damage.isEmpty && broken.isEmpty }

  package init(sessions: Int, events: Int, damage: [String], broken: [SessionID]) {
    self.sessions = sessions
    self.events = events
    self.damage = damage
    self.broken = broken
  }
}
