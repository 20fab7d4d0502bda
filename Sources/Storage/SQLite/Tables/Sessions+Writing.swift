import Expressions
import Foundation
import GRDB
import Instruments

/// Sessions of known persons: opened once, continued under a lease, closed.
extension WriteContext {
  func publish(_ instrument: InstrumentRecord) throws -> StoreReply {
    if let row = try row("SELECT id, version FROM instrument WHERE hash = ?", [Data(instrument.hash.bytes)]) {
      guard row[0] as String == instrument.id.text, row[1] as String == instrument.version else {
        throw StoreFault(.storing, .differentInstrument(instrument.hash))
      }
      return .published(isNew: false)
    }
    try run(
      "INSERT INTO instrument(hash, id, version, kind, delivery) VALUES (?, ?, ?, ?, ?)",
      [
        Data(instrument.hash.bytes), instrument.id.text, instrument.version, instrument.kind, Data(instrument.delivery),
      ])
    for code in instrument.codes { _ = try number(of: code) }
    return .published(isNew: true)
  }

  func open(_ request: OpenSession) throws -> StoreReply {
    guard let row = try row("SELECT id FROM instrument WHERE hash = ?", [Data(request.instrument.bytes)]) else {
      throw StoreFault(.storing, .unknownInstrument(request.instrument))
    }
    switch request.respondent {
    case .anonymous(let draft):
      try refuseWithoutCode(request)
      return .opening(try openDraft(request, key: draft))
    case .coded(let coded): return .opening(try openDraft(request, key: coded.draft, coded: coded))
    case .person(let person): return .opening(try open(request, person, instrument: Symbol(row[0] as String)))
    }
  }

  private func open(_ request: OpenSession, _ person: Symbol, instrument: Symbol) throws -> Opening {
    let last = try lastAttempt(request, person, instrument: instrument)
    if let last {
      switch last.record.state {
      case .open: return try resume(last, terminal: request.terminal, takesOver: request.takesOver)
      case .sealed where !request.again: return .finished(last.record)
      case .sealed: break
      }
    }
    try checkSpace()
    var session = SessionRecord(
      id: randomToken(), school: request.school, activity: request.activity, schoolClass: request.schoolClass,
      person: person, about: request.about, instrument: request.instrument,
      seed: try seedInTurn(request, instrument: instrument),
      context: request.context, attempt: (last?.record.attempt ?? 0) + 1, state: .open, nextSequence: 1,
      head: request.instrument, opened: environment.wall(), sealed: nil)
    session.head = Chain(of: session).head
    let id = Data(session.id.bytes)
    try run(
      """
      INSERT INTO session(id, school, activity, instrument_id, person, about, attempt, class, instrument, seed,
        context, opened) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id, session.school.text, session.activity.text, instrument.text, person.text, session.about?.text ?? "",
        session.attempt, session.schoolClass?.text, Data(session.instrument.bytes), Int64(bitPattern: session.seed),
        Data(session.context), session.opened,
      ])
    try run(
      "INSERT INTO session_state(id, state, next, head, epoch, holder) VALUES (?, 0, 1, ?, 1, ?)",
      [id, Data(session.head.bytes), request.terminal])
    leases.hear(of: session.id, at: environment.monotonic())
    return .opened(session, Lease(session: session.id, epoch: 1), isResumed: false)
  }

  private func lastAttempt(
    _ request: OpenSession, _ person: Symbol, instrument: Symbol
  ) throws -> (record: SessionRecord, epoch: Int, holder: String)? {
    let found = try row(
      SessionRow.select + """
         WHERE school = ? AND activity = ? AND instrument_id = ? AND person = ? AND about = ?
        ORDER BY attempt DESC LIMIT 1
        """,
      [request.school.text, request.activity.text, instrument.text, person.text, request.about?.text ?? ""])
    guard let found else { return nil }
    return (try SessionRow.record(found), found[SessionRow.epoch], found[SessionRow.holder])
  }

  private func resume(
    _ session: (record: SessionRecord, epoch: Int, holder: String), terminal: String, takesOver: Bool
  ) throws -> Opening {
    let id = session.record.id
    let now = environment.monotonic()
    if session.holder != terminal, !takesOver, leases.isAlive(id, at: now) { return .busy(holder: session.holder) }
    let epoch = session.epoch + 1
    try run("UPDATE session_state SET epoch = ?, holder = ? WHERE id = ?", [epoch, terminal, Data(id.bytes)])
    leases.hear(of: id, at: now)
    return .opened(session.record, Lease(session: id, epoch: epoch), isResumed: true)
  }

  /// What is open may go on to the last byte; nothing new begins when there are few left.
  func checkSpace() throws {
    guard let free = environment.freeBytes(environment.folder), free < environment.floor else { return }
    throw StoreFault(.storing, .lowSpace(environment.folder, free: free, floor: environment.floor))
  }

  // MARK: Events

  func append(_ request: Append) throws -> StoreReply {
    guard var state = try SessionState(request.lease.session, self) else {
      return .acks(try appendToDraft(request))
    }
    let acks = try append(request.events, lease: request.lease, &state)
    if acks.contains(.stored) { try save(state) }
    // Whoever lost the session doesn't keep it from others by asking again.
    if request.lease.epoch == state.epoch { leases.hear(of: request.lease.session, at: environment.monotonic()) }
    return .acks(acks)
  }

  private func append(_ events: [NewEvent], lease: Lease, _ state: inout SessionState) throws -> [Ack] {
    let wall = environment.wall()
    let session = Data(lease.session.bytes)
    return try events.map { event in
      // First, so that what had been stored is never said not to be.
      let key = Data(event.key.bytes)
      if try row("SELECT 1 FROM event WHERE session = ? AND key = ?", [session, key]) != nil { return .alreadyStored }
      if let refusal = state.refusal(of: event, lease: lease) { return refusal }
      state.chain.add(event, wall: wall, epoch: lease.epoch)
      state.next += 1
      try run(
        """
        INSERT INTO event(session, sequence, key, kind, payload, at, wall, epoch, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          session, event.sequence, key, event.kind, Data(event.payload), event.at, wall, lease.epoch,
          Data(state.chain.head.bytes),
        ])
      return .stored
    }
  }

  private func save(_ state: SessionState) throws {
    try run(
      "UPDATE session_state SET next = ?, head = ? WHERE id = ?",
      [state.next, Data(state.chain.head.bytes), Data(state.id.bytes)])
  }

  // MARK: The end

  /// The next one that opens the session has it.
  func letGo(_ session: SessionID) throws -> Bool {
    if let state = try SessionState(session, self) {
      guard !state.isSealed else { return false }
      try run("UPDATE session_state SET epoch = epoch + 1, holder = '' WHERE id = ?", [Data(session.bytes)])
    } else if try !letGoOfDraft(session) {
      return false
    }
    leases.forget(session)
    return true
  }

  func seal(_ request: Seal) throws -> StoreReply {
    let id = request.lease.session
    guard var state = try SessionState(id, self) else { return .sealing(try sealDraft(request)) }
    guard !state.isSealed else { return .sealing(.sealed(head: state.chain.head)) }
    guard state.epoch == request.lease.epoch else { return .sealing(.staleLease(holder: state.holder)) }
    let acks = try append(request.last, lease: request.lease, &state)
    // What was already written in this request goes back with it.
    if let refusal = acks.first(where: { !$0.isStored }) { throw Refused(reply: .sealing(.refused(refusal))) }
    try save(state)
    try run(
      "UPDATE session_state SET state = 1, sealed = ?, reason = ? WHERE id = ?",
      [environment.wall(), request.reason, Data(id.bytes)])
    leases.forget(id)
    return .sealing(.sealed(head: state.chain.head))
  }

  func reopen(_ request: Reopen) throws -> StoreReply {
    let id = Data(request.session.bytes)
    guard let found = try row(SessionRow.select + " WHERE session.id = ?", [id]) else {
      throw StoreFault(.storing, .unknownSession(request.session))
    }
    var record = try SessionRow.record(found)
    let epoch: Int = found[SessionRow.epoch] + 1
    guard record.state == .sealed else {
      return .reopening(
        try resume((record, epoch - 1, found[SessionRow.holder]), terminal: request.terminal, takesOver: false))
    }
    try run(
      "UPDATE session_state SET state = 0, sealed = NULL, reason = NULL, epoch = ?, holder = ? WHERE id = ?",
      [epoch, request.terminal, id])
    leases.hear(of: request.session, at: environment.monotonic())
    record.state = .open
    record.sealed = nil
    return .reopening(.opened(record, Lease(session: request.session, epoch: epoch), isResumed: true))
  }
}

/// Where a session stands, while a request changes it.
struct SessionState {
  let id: SessionID
  let isSealed: Bool
  let epoch: Int
  let holder: String
  var next: Int
  var chain: Chain

  /// Nil where there is no such session of a known person.
  init?(_ id: SessionID, _ context: WriteContext) throws {
    let row = try context.row(
      "SELECT state, epoch, holder, next, head FROM session_state WHERE id = ?", [Data(id.bytes)])
    guard let row else { return nil }
    self.id = id
    isSealed = row[0] as Int == 1
    epoch = row[1]
    holder = row[2]
    next = row[3]
    chain = Chain(at: try row.digest(4))
  }

  /// Why an event that is not in the journal can't come into it; nil where it can.
  func refusal(of event: NewEvent, lease: Lease) -> Ack? {
    if lease.epoch != epoch { return .staleLease(holder: holder) }
    if isSealed { return .closed }
    if event.sequence != next { return .staleSequence(have: next - 1) }
    if event.payload.count > Ack.largestPayload || next > Ack.longestJournal { return .tooMuch }
    return nil
  }
}
