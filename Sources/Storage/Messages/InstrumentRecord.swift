package import Expressions
package import Instruments

/// An instrument as the store keeps it: immutable under the hash of its text.
package struct InstrumentRecord: Sendable, Hashable, Codable {
  package var hash: Digest
  package var id: Symbol
  package var version: String
  /// The root element: `test`, `questionnaire`, `observation`, `expert-assessment`.
  package var kind: String
  /// The exact text that was hashed, with the keys in it. Kept in a file apart, and empty in every reply.
  package var source: [UInt8]
  /// What a terminal may have of it: the form without keys, in whatever writing its reader knows.
  package var delivery: [UInt8]
  /// What answers can hold: the store gives these their numbers when it is published, for a number that was given when
  /// somebody chose a rare option first would tell about when that was.
  package var codes: [Symbol] = []

  package init(hash: Digest, id: Symbol, version: String, kind: String, source: [UInt8], delivery: [UInt8]) {
    self.hash = hash
    self.id = id
    self.version = version
    self.kind = kind
    self.source = source
    self.delivery = delivery
  }
}
