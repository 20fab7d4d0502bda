package import Expressions
package import Instruments

/// What keeps answers: messages in, acknowledgements out, each acknowledgement given only when the disk has it.
///
/// A reply means that what was asked is done and durable; a fault means that nothing of it is. Calls block, and may come
/// from any thread. Messages are values that can be written down, so a socket can stand between a terminal and the store.
package protocol Store: Sendable {
  func send(_ message: StoreMessage) throws(StoreFault) -> StoreReply
}

/// What can be asked of a store.
package enum StoreMessage: Sendable, Hashable, Codable {
  // What is administered
  case publish(InstrumentRecord)
  case instrument(Digest)
  case instruments
  case source(Digest)

  // A session
  case open(OpenSession)
  case append(Append)
  case seal(Seal)
  case reopen(Reopen)
  case score(ScoreRecord)
  case judge(JudgementRecord)
  case judgements(SessionID)
  case journal(SessionID)
  case sessions(SessionFilter)
  case scores(SessionFilter)
  case unscored(SessionFilter)
  case ballotBoxes(school: Symbol)
  case ballots(BallotFilter)
  case releaseBallots(BallotFilter)

  // Who may begin
  case issueCodes(IssueCodes)
  case redeem(RedeemCode)
  case codes(CodeFilter)
  case revokeCodes(CodeFilter)
  case letGo(SessionID)
  case audit

  // What indicators read
  case putFacts(source: String, [FactSet])
  case facts(FactQuery)
  case cells(dataset: Symbol, FactPlace)
  case putComponents([ComponentsRow])
  case components(ComponentsQuery)

  // Who is where
  case importRegister(SchoolRegister)
  case register(school: Symbol)
  case names(school: Symbol)
  case earlierRegister(school: Symbol)

  // The store itself
  case meta
  case verify
  case backup(folder: String)
}

/// What a store answers: a case a message.
package enum StoreReply: Sendable, Hashable, Codable {
  case published(isNew: Bool)
  case instrument(InstrumentRecord?)
  case instruments([InstrumentRecord])
  case source([UInt8]?)

  case opening(Opening)
  case acks([Ack])
  case sealing(Sealing)
  case reopening(Opening)
  case scoring(ScoringOutcome)
  case judged(number: Int)
  case judgements([JudgementRecord])
  case journal(Journal?)
  case sessions([SessionRecord])
  case scores([ScoredSession])
  case ballotBoxes([BallotFilter])
  case ballots(BallotBox)
  case released(Int)

  case codesIssued([IssuedCode])
  case redeemed(Redemption)
  case codes([CodeCount])
  case codesRevoked(Int)
  case letGo(Bool)
  case audit([AuditLine])

  case factsPut
  case facts(FactColumns)
  case cells([FactCell])
  case componentsPut(stale: [Int])
  case components([ComponentsRow])

  case registerImported(persons: Int)
  case register([RegisterEntry])
  case names([RegisterName])
  case earlierRegister(SchoolRegister?)

  case meta(StoreMeta)
  case verified(Verification)
  case backedUp(bytes: Int)
}
