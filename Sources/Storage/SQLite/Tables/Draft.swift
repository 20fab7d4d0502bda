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
  func draft(_ key: Token) throws -> Draft? {
    try row("SELECT payload FROM draft WHERE key = ?", [Data(key.bytes)]).map { try Draft(stored: $0.bytes(0)) }
  }

  private func save(_ draft: Draft, _ key: Token) throws {
    try run(
      "INSERT INTO draft(key, payload) VALUES (?, ?) ON CONFLICT DO UPDATE SET payload = excluded.payload",
      [Data(key.bytes), Data(draft.stored)])
  }

  func openDraft(_ request: OpenSession, key: Token?) throws -> Opening {
    let now = environment.monotonic()
    if let key, var draft = try draft(key) {
      guard !draft.isSealed else { return .finished(draft.record(key)) }
      if draft.holder != request.terminal, !request.takesOver, leases.isAlive(key, at: now) {
        return .busy(holder: draft.holder)
      }
      draft.epoch += 1
      draft.holder = request.terminal
      try save(draft, key)
      leases.hear(of: key, at: now)
      return .opened(draft.record(key), Lease(session: key, epoch: draft.epoch), isResumed: true)
    }
    try checkSpace()
    let key = key ?? randomToken()
    let draft = Draft(
      school: request.school, activity: request.activity, schoolClass: request.schoolClass, about: request.about,
      instrument: request.instrument, seed: try seedByLot(request), context: request.context, ballot: randomToken(),
      epoch: 1,
      holder: request.terminal)
    try save(draft, key)
    leases.hear(of: key, at: now)
    return .opened(draft.record(key), Lease(session: key, epoch: 1), isResumed: false)
  }

  func appendToDraft(_ request: Append) throws -> [Ack] {
    let key = request.lease.session
    guard var draft = try draft(key) else { throw StoreFault(.storing, .unknownSession(key)) }
    let acks = draft.append(request.events, lease: request.lease)
    if acks.contains(.stored) { try save(draft, key) }
    leases.hear(of: key, at: environment.monotonic())
    return acks
  }

  func sealDraft(_ request: Seal) throws -> Sealing {
    let key = request.lease.session
    guard var draft = try draft(key) else { throw StoreFault(.storing, .unknownSession(key)) }
    guard !draft.isSealed else { return .sealed(head: draft.head) }
    guard draft.epoch == request.lease.epoch else { return .staleLease(holder: draft.holder) }
    if let refusal = draft.append(request.last, lease: request.lease).first(where: { !$0.isStored }) {
      return .refused(refusal)
    }
    draft.isSealed = true
    try save(draft, key)
    leases.forget(key)
    return .sealed(head: draft.head)
  }
}

extension ReadContext {
  /// In the order of their keys, which chance made.
  func sealedDrafts(_ filter: SessionFilter) throws -> [SessionRecord] {
    guard filter.person == nil, filter.state != .open else { return [] }
    return try rows("SELECT key, payload FROM draft ORDER BY key", []).compactMap { row in
      let draft = try Draft(stored: row.bytes(1))
      func agrees<T: Equatable>(_ asked: T?, _ has: T?) -> Bool { asked == nil || asked == has }
      guard draft.isSealed, agrees(filter.school, draft.school), agrees(filter.activity, draft.activity),
        agrees(filter.schoolClass, draft.schoolClass), agrees(filter.instrument, draft.instrument)
      else { return nil }
      return draft.record(try row.token(0))
    }
  }

  func draftJournal(_ key: Token) throws -> Journal? {
    guard let found = try row("SELECT payload FROM draft WHERE key = ?", [Data(key.bytes)]) else { return nil }
    let draft = try Draft(stored: found.bytes(0))
    let events = draft.events.enumerated().map { index, event in
      JournalEvent(
        event: NewEvent(
          key: event.key, sequence: index + 1, kind: event.kind, payload: event.payload, at: draft.used), wall: nil)
    }
    return Journal(session: draft.record(key), events: events)
  }
}

/// A draft as bytes: `1`, then its parts in this order, for ever.
extension Draft {
  init(stored bytes: [UInt8]) throws {
    let draft = bytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      return Draft(&reader)
    }
    guard let draft else { throw Damage() }
    self = draft
  }

  private init?(_ reader: inout ByteReader) {
    guard reader.byte() == 1, let school = reader.text(), let activity = reader.text(),
      let schoolClass = reader.text(), let about = reader.text(),
      let instrument = reader.bytes(32).flatMap({ Digest(bytes: $0) }), let seed = reader.unsigned(),
      let context = reader.block(), let ballot = reader.bytes(16).flatMap({ Token(bytes: $0) }),
      let epoch = reader.unsigned(), let holder = reader.text(), let isSealed = reader.byte(),
      let used = reader.signed(), let count = reader.unsigned(), count <= UInt64(reader.remaining)
    else { return nil }
    self.school = Symbol(school)
    self.activity = Symbol(activity)
    self.schoolClass = schoolClass.isEmpty ? nil : Symbol(schoolClass)
    self.about = about.isEmpty ? nil : Symbol(about)
    self.instrument = instrument
    self.seed = seed
    self.context = context
    self.ballot = ballot
    self.epoch = Int(truncatingIfNeeded: epoch)
    self.holder = holder
    self.isSealed = isSealed != 0
    self.used = used
    for _ in 0..<count {
      guard let key = reader.bytes(16).flatMap({ Token(bytes: $0) }), let kind = reader.text(),
        let payload = reader.block()
      else { return nil }
      events.append(Event(key: key, kind: kind, payload: payload))
    }
  }

  var stored: [UInt8] {
    var bytes: [UInt8] = [1]
    func block(_ block: [UInt8]) {
      Varint.append(UInt64(block.count), to: &bytes)
      bytes += block
    }
    for text in [school.text, activity.text, schoolClass?.text ?? "", about?.text ?? ""] {
      ValueCodec.append(text, to: &bytes)
    }
    bytes += instrument.bytes
    Varint.append(seed, to: &bytes)
    block(context)
    bytes += ballot.bytes
    Varint.append(UInt64(epoch), to: &bytes)
    ValueCodec.append(holder, to: &bytes)
    bytes.append(isSealed ? 1 : 0)
    Varint.append(signed: used, to: &bytes)
    Varint.append(UInt64(events.count), to: &bytes)
    for event in events {
      bytes += event.key.bytes
      ValueCodec.append(event.kind, to: &bytes)
      block(event.payload)
    }
    return bytes
  }
}
