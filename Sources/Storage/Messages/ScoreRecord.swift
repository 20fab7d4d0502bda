package import Expressions
package import Instruments

/// The score of a sealed session with the record that it was made from, and the facts that it feeds.
package struct ScoreRecord: Sendable, Hashable, Codable {
  package var session: SessionID
  /// The journal's last link, as the scorer read it.
  package var head: Digest
  /// What scored: program and rules, so that a new one is told from the old.
  package var scorer: String
  /// The final record: a value an answer's export name, in the instrument's order.
  package var answers: [NamedValue]
  package var lines: [ScoreLine]
  /// The explanation in the scorer's own writing. The store doesn't read it.
  package var explanation: [UInt8]
  package var facts: [FactSet]
  /// Sessions whose facts these stand in the place of: earlier attempts of the same person.
  package var supersedes: [SessionID]

  package init(
    session: SessionID, head: Digest, scorer: String, answers: [NamedValue], lines: [ScoreLine],
    explanation: [UInt8] = [], facts: [FactSet], supersedes: [SessionID] = []
  ) {
    self.session = session
    self.head = head
    self.scorer = scorer
    self.answers = answers
    self.lines = lines
    self.explanation = explanation
    self.facts = facts
    self.supersedes = supersedes
  }
}

/// A value with the name that exports give it.
package struct NamedValue: Sendable, Hashable, Codable {
  package var name: Symbol
  package var value: Value

  package init(name: Symbol, value: Value) {
    self.name = name
    self.value = value
  }
}

/// The score of one item or scale.
package struct ScoreLine: Sendable, Hashable, Codable {
  package enum Kind: UInt8, Sendable, Hashable, Codable, CaseIterable { case item, scale }

  package var kind: Kind
  package var name: Symbol
  /// Points or the scale's score; missing with its reason where there is none.
  package var score: Value
  package var maximum: Value
  package var level: Symbol?

  package init(kind: Kind, name: Symbol, score: Value, maximum: Value, level: Symbol? = nil) {
    self.kind = kind
    self.name = name
    self.score = score
    self.maximum = maximum
    self.level = level
  }
}

/// What came of a scoring.
package enum ScoringOutcome: Sendable, Hashable, Codable {
  case scored
  /// The same scorer had scored the same journal: nothing to do.
  case alreadyScored
  /// The journal has gone on since it was read: read it again.
  case staleHead(have: Digest)
  case notSealed
}

/// A session with its current score.
package struct ScoredSession: Sendable, Hashable, Codable {
  package var session: SessionRecord
  /// Without facts: these are read as columns.
  package var score: ScoreRecord

  package init(session: SessionRecord, score: ScoreRecord) {
    self.session = session
    self.score = score
  }
}
