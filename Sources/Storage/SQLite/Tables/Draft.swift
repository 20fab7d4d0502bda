import Expressions
import Foundation
import GRDB
import Instruments

/// An anonymous session while it is not finished: one block of bytes under a key that only its access code gives. It
/// holds no hour and no order among drafts, and goes when its ballot is in the box.
struct Draft: Hashable {
  var school: Symbol
  var activity: Symbol
  var schoolClass: Symbol?
  var about: Symbol?
  var instrument: Digest
  var seed: UInt64
  var context: [UInt8]
  /// The name under which it will lie in the box: known before, so that a submission sent twice is there once.
  var ballot: Token
  var epoch: Int
  var holder: String
  var isSealed = false
  /// Milliseconds that the session had run at its last event. The events themselves keep no time.
  var used: Int64 = 0
  var events: [Event] = []

  struct Event: Hashable {
    var key: Token
    var kind: String
    var payload: [UInt8]
  }

  /// Changes with everything that was stored.
  var head: Digest {
    var bytes = Array("synak draft 1\n".utf8) + ballot.bytes
    for event in events {
      bytes += event.key.bytes
      ValueCodec.append(event.kind, to: &bytes)
      Varint.append(UInt64(event.payload.count), to: &bytes)
      bytes += event.payload
    }
    return Digest(of: bytes)
  }

  func record(_ key: Token) -> SessionRecord {
    SessionRecord(
      id: key, school: school, activity: activity, schoolClass: schoolClass, person: nil, about: about,
      instrument: instrument, seed: seed, context: context, attempt: 1, state: isSealed ? .sealed : .open,
      nextSequence: events.count + 1, head: head, opened: nil, sealed: nil)
  }

  /// Why an event that is not in the draft can't come into it; nil where it can.
  func refusal(of event: NewEvent, lease: Lease) -> Ack? {
    if lease.epoch != epoch { return .staleLease(holder: holder) }
    if isSealed { return .closed }
    if event.sequence != events.count + 1 { return .staleSequence(have: events.count) }
    if event.payload.count > Ack.largestPayload || events.count >= Ack.longestJournal { return .tooMuch }
    return nil
  }

  mutating func append(_ new: [NewEvent], lease: Lease) -> [Ack] {
    new.map { event in
      if events.contains(where: { $0.key == event.key }) { return .alreadyStored }
      if let refusal = refusal(of: event, lease: lease) { return refusal }
      events.append(Event(key: event.key, kind: event.kind, payload: event.payload))
      used = max(used, event.at)
      return .stored
    }
  }
}

extension WriteContext {
  /// The draft of this name; where it was handed in, under the name that it has since.
  func draft(_ key: Token) throws -> Draft? {
    if let row = try row("SELECT payload FROM draft WHERE key = ?", [Data(key.bytes)]) {
      return try Draft(row: row.bytes(0), key, leases.drafts)
    }
    return try leases.drafts.place(of: key).flatMap { try draft($0) }
  }

  private func save(_ draft: Draft, _ key: Token) throws {
    let bytes = try draft.row(key, leases.drafts, nonce: environment.random)
    try run(
      "INSERT INTO draft(key, payload) VALUES (?, ?) ON CONFLICT DO UPDATE SET payload = excluded.payload",
      [Data(key.bytes), Data(bytes)])
  }

  /// `coded` where the session is its code's, and then `key` is its name.
  func openDraft(_ request: OpenSession, key: Token?, coded: CodedDraft? = nil) throws -> Opening {
    let now = environment.monotonic()
    leases.drafts.note(coded)
    if let key, var draft = try draft(key) {
      guard !draft.isSealed else { return .finished(draft.record(key)) }
      if draft.holder != request.terminal, !request.takesOver, leases.isAlive(key, at: now) {
        return .busy(holder: draft.holder)
      }
      draft.epoch += 1
      draft.holder = request.terminal
      try save(draft, key)
      leases.hear(of: key, at: now)
      return .opened(draft.record(key), Lease(session: key, epoch: draft.epoch, coded: coded), isResumed: true)
    }
    if let coded {
      let box = BallotFilter(school: request.school, activity: request.activity, instrument: request.instrument)
      guard try !isMarked(coded.mark, in: box) else { return .finished(Draft(request, ballot: coded.draft).closed) }
      try mark(coded.mark, in: box)
    }
    try checkSpace()
    let key = key ?? randomToken()
    var draft = Draft(request, ballot: randomToken())
    draft.seed = try seedByLot(request)
    try save(draft, key)
    leases.hear(of: key, at: now)
    return .opened(draft.record(key), Lease(session: key, epoch: 1, coded: coded), isResumed: false)
  }

  func appendToDraft(_ request: Append) throws -> [Ack] {
    let key = request.lease.session
    leases.drafts.note(request.lease.coded)
    guard var draft = try draft(key) else { throw StoreFault(.storing, .unknownSession(key)) }
    let acks = draft.append(request.events, lease: request.lease)
    if acks.contains(.stored) { try save(draft, key) }
    if request.lease.epoch == draft.epoch { leases.hear(of: key, at: environment.monotonic()) }
    return acks
  }

  /// False where there is none, or it is handed in.
  func letGoOfDraft(_ key: Token) throws -> Bool {
    guard try row("SELECT 1 FROM draft WHERE key = ?", [Data(key.bytes)]) != nil else { return false }
    guard var draft = try draft(key), !draft.isSealed else { return false }
    draft.epoch += 1
    draft.holder = ""
    try save(draft, key)
    return true
  }

  func sealDraft(_ request: Seal) throws -> Sealing {
    let key = request.lease.session
    let coded = request.lease.coded
    leases.drafts.note(coded)
    guard var draft = try draft(key) else {
      // Handed in before the store started anew: where it went nothing tells any more, and it is on its way into the box.
      if let coded, try isMarked(coded.mark) { return .sealed(head: Digest(of: [])) }
      throw StoreFault(.storing, .unknownSession(key))
    }
    guard !draft.isSealed else { return .sealed(head: draft.head) }
    guard draft.epoch == request.lease.epoch else { return .staleLease(holder: draft.holder) }
    if let refusal = draft.append(request.last, lease: request.lease).first(where: { !$0.isStored }) {
      return .refused(refusal)
    }
    draft.isSealed = true
    if coded == nil { try save(draft, key) } else { try handIn(&draft, key) }
    leases.forget(key)
    return .sealed(head: draft.head)
  }

  /// From here on it is nobody's: in clear for whoever scores it, under a name that chance made, and what its code opened is
  /// gone. The log forgets both at once.
  private func handIn(_ draft: inout Draft, _ key: Token) throws {
    let name = randomToken()
    draft.holder = ""
    try run("DELETE FROM draft WHERE key = ?", [Data(key.bytes)])
    leases.drafts.move(key, to: name)
    try save(draft, name)
    forgetsLog = true
  }
}

extension ReadContext {
  /// In the order of their keys, which chance made.
  func sealedDrafts(_ filter: SessionFilter) throws -> [SessionRecord] {
    guard filter.person == nil, filter.state != .open else { return [] }
    return try rows("SELECT key, payload FROM draft ORDER BY key", []).compactMap { row in
      // One that only its code opens isn't handed in.
      guard let draft = try Draft(inClear: row.bytes(1)) else { return nil }
      func agrees<T: Equatable>(_ asked: T?, _ has: T?) -> Bool { asked == nil || asked == has }
      guard draft.isSealed, agrees(filter.school, draft.school), agrees(filter.activity, draft.activity),
        agrees(filter.schoolClass, draft.schoolClass), agrees(filter.instrument, draft.instrument)
      else { return nil }
      return draft.record(try row.token(0))
    }
  }

  func draftJournal(_ key: Token, _ drafts: DraftKeys) throws -> Journal? {
    guard let found = try row("SELECT payload FROM draft WHERE key = ?", [Data(key.bytes)]) else {
      return try drafts.place(of: key).flatMap { try draftJournal($0, drafts) }
    }
    let draft = try Draft(row: found.bytes(0), key, drafts)
    let events = draft.events.enumerated().map { index, event in
      JournalEvent(
        event: NewEvent(
          key: event.key, sequence: index + 1, kind: event.kind, payload: event.payload, at: draft.used), wall: nil)
    }
    return Journal(session: draft.record(key), events: events)
  }
}
