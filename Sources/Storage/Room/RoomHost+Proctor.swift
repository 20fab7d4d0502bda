import Administration
import Expressions
import Instruments
import Synchronization
import Texts

/// What a proctor sees and decides.
extension RoomHost {
  /// Milliseconds without a beat after which a terminal counts as away.
  private static let silence: Int64 = 15_000

  /// Milliseconds that a proctor is told of trouble at a terminal.
  private static let memory: Int64 = 60_000

  /// Milliseconds that a session gets that is opened again after its time was up.
  private static let moreAfterReopening: Int64 = 300_000

  /// Answers a proctor, who came through a door of his own.
  package func answerProctor(_ request: RoomRequest) -> RoomReply {
    do throws(StoreFault) {
      switch request {
      case .status: return .status(try status())
      case .order(let order): return .ordered(try carryOut(order))
      case .minutes: return .minutes(try minutes())
      default: return .refused
      }
    } catch {
      return .fault(error)
    }
  }

  // MARK: Seeing

  func status() throws(StoreFault) -> RoomStatus {
    let now = clock()
    let (known, hasBegun) = room.withLock { ($0.places, $0.hasBegun) }
    let stored = try storedSessions()
    let fresh = Dictionary(stored.map { ($0.id, $0) }) { first, _ in first }
    var places: [RoomPlace] = []
    var seen: Set<SessionID> = []
    for (terminal, place) in known.sorted(by: { $0.key < $1.key }) {
      guard let record = place.record else {
        if now - place.heard < Self.silence {
          places.append(RoomPlace(session: nil, terminal: terminal, name: "", schoolClass: "", state: .free))
        }
        continue
      }
      seen.insert(record.id)
      places.append(try row(fresh[record.id] ?? record, terminal: terminal, place, now: now))
    }
    // Those that are at no terminal now.
    for record in stored where !seen.contains(record.id) && isExpected(record) {
      places.append(try row(record, terminal: "", nil, now: now))
    }
    let here = Set(places.compactMap(\.name))
    let absent =
      purpose.entry == .open || purpose.instrument.delivery.form.isAnonymous
      ? [] : try people().filter { $0.standing == .new && !here.contains($0.name) }
    var status = RoomStatus(
      title: titles, hasBegun: hasBegun || !purpose.waits, places: places, absent: absent)
    if let trouble = room.withLock({ $0.trouble }), now - trouble.at < Self.memory { status.trouble = trouble.fault }
    return status
  }

  private var titles: [Language: String] {
    let title = purpose.instrument.delivery.form.title
    return Dictionary(uniqueKeysWithValues: Language.spoken.map { ($0, title.plain(in: $0)) })
  }

  private func isExpected(_ record: SessionRecord) -> Bool {
    purpose.classes.isEmpty || record.schoolClass.map(purpose.classes.contains) ?? false
  }

  private func row(
    _ record: SessionRecord, terminal: String, _ place: Place?, now: Int64
  ) throws(StoreFault) -> RoomPlace {
    var result = RoomPlace(
      session: record.id, terminal: terminal, name: try name(of: record.person),
      schoolClass: record.schoolClass?.text ?? "", state: .away)
    if result.name.isEmpty { result.name = "—" }
    if let session = try session(record) {
      switch session.state.phase {
      case .paused: result.state = .paused
      case .sealed(.submitted): result.state = .finished
      case .sealed(.timeUp): result.state = .timeUp
      case .sealed(.proctor): result.state = .closed
      case .sealed(.annulled): result.state = .annulled
      case .new, .running, .suspended:
        let isHere = place.map { now - $0.heard < Self.silence } ?? false
        result.state = isHere && session.state.phase != .suspended ? .working : .away
      }
      let instant = Instant(milliseconds: sessionTime(session, place, now: now))
      if !session.isSealed { result.left = session.timeLeft(at: instant) }
      let questions = session.plan.delivery.items.filter { session.state.shownSlots.contains($0.slot) }
      result.answered = questions.count { session.isAnswered($0.slot) }
      result.total = questions.count
      result.flagged = session.state.flagged.count
    }
    if let beat = place?.beat {
      (result.answered, result.total, result.flagged, result.number) =
        (beat.answered, beat.total, beat.flagged, beat.number)
    }
    if let place, result.state == .working { result.idle = now - place.moved }
    return result
  }

  /// The sessions of the room's occasion, as the store has them now; none of an anonymous survey.
  func storedSessions() throws(StoreFault) -> [SessionRecord] {
    guard !purpose.instrument.delivery.form.isAnonymous else { return [] }
    return try office.store.sessions(
      SessionFilter(
        school: office.school, activity: occasion.reference, instrument: purpose.instrument.hash.digest))
  }

  /// A session as it stands. Replayed only where its journal went on since it was last looked at.
  private func session(_ record: SessionRecord) throws(StoreFault) -> Session? {
    if record.person != nil, let known = replayed.withLock({ $0[record.id] }), known.head == record.head {
      return known.session
    }
    guard let instrument = try office.instrument(record.instrument),
      let journal = try office.store.journal(of: record.id)
    else { return nil }
    guard let session = journal.session(of: instrument) else { return nil }
    if record.person != nil {
      replayed.withLock { $0[record.id] = Replayed(head: journal.session.head, session: session) }
    }
    return session
  }

  /// The time of a session now: what its terminal said last, and what passed since.
  private func sessionTime(_ session: Session, _ place: Place?, now: Int64) -> Int64 {
    guard session.state.phase == .running, let place, let beat = place.beat else {
      return session.state.now.milliseconds
    }
    let passed = now - place.heard < Self.silence ? max(0, now - place.heard) : 0
    return max(session.state.now.milliseconds, beat.now + passed)
  }

  // MARK: Deciding

  private func carryOut(_ order: RoomOrder) throws(StoreFault) -> RoomOutcome {
    if order.action == .begin {
      room.withLock { $0.hasBegun = true }
      note(.started, at: "", whom: "", by: order.by)
      return RoomOutcome(done: 1, refused: 0)
    }
    var outcome = RoomOutcome(done: 0, refused: 0)
    for record in try named(order) {
      if try carryOut(order.action, on: record, by: order.by) { outcome.done += 1 } else { outcome.refused += 1 }
    }
    return outcome
  }

  /// The sessions that an order is for.
  private func named(_ order: RoomOrder) throws(StoreFault) -> [SessionRecord] {
    // As the store has them now: what a terminal brought at its seating is older.
    let stored = try storedSessions()
    let known = Set(stored.map(\.id))
    let unnamed = room.withLock { $0.places.values.compactMap(\.record) }.filter { !known.contains($0.id) }
    let all = stored.filter(isExpected) + unnamed
    return order.sessions.isEmpty ? all : all.filter { order.sessions.contains($0.id) }
  }

  private func carryOut(
    _ action: RoomOrder.Action, on record: SessionRecord, by proctor: Symbol
  ) throws(StoreFault) -> Bool {
    guard let session = try session(record) else { return false }
    let terminal = room.withLock { $0.places.first { $0.value.record?.id == record.id }?.key }
    let whom = try name(of: record.person)
    func write(_ events: [Event], _ what: RoomMinutes.What) throws(StoreFault) -> Bool {
      guard try intervene(events, in: session, record, terminal: terminal) else { return false }
      // Of the others their journals tell.
      if record.person == nil { note(what, at: terminal ?? "", whom: whom, by: proctor) }
      return true
    }
    switch action {
    case .begin: return false
    case .pause: return try write([.paused(by: proctor)], .paused)
    case .goOn: return try write([.continued(by: proctor)], .continued)
    case .extend(let time): return try write([.extended(by: proctor, time)], .extended(time))
    case .close:
      guard !session.isSealed else { return false }
      // The seal names nobody; who stopped the work closed it.
      let first: [Event] = session.state.phase == .running ? [.paused(by: proctor)] : []
      return try write(first + [.sealed(.proctor)], .closed)
    case .reopen:
      guard session.isSealed else { return false }
      // Whose time was up needs some, or the session would be over at once.
      let more: [Event] =
        session.state.phase == .sealed(.timeUp) ? [.extended(by: proctor, Self.moreAfterReopening)] : []
      return try write([.reopened(by: proctor)] + more, .reopened)
    case .annul(let reason):
      let first: [Event] = session.isSealed ? [.reopened(by: proctor)] : []
      return try write(first + [.annulled(by: proctor, reason: reason)], .annulled(reason))
    case .move:
      guard let terminal else { return false }
      room.withLock { $0.places[terminal]?.mayMove = true }
      note(.moved, at: terminal, whom: whom, by: proctor)
      return true
    }
  }

  /// Writes events into a session that a terminal may be at, and gives that terminal a new lease, of which its next beat
  /// tells it. False where the session refuses them.
  private func intervene(
    _ events: [Event], in session: Session, _ record: SessionRecord, terminal: String?
  ) throws(StoreFault) -> Bool {
    let place = terminal.flatMap { terminal in room.withLock { $0.places[terminal] } }
    let instant = Instant(milliseconds: sessionTime(session, place, now: clock()))
    let holder = terminal ?? "proctor"
    let opening: Opening
    if session.isSealed {
      opening = try office.store.reopen(Reopen(session: record.id, terminal: holder))
    } else if let respondent = OpenSession.Respondent(of: record, place?.lease) {
      var request = OpenSession(
        school: record.school, activity: record.activity, schoolClass: record.schoolClass, respondent: respondent,
        about: record.about, instrument: record.instrument, seed: record.seed, terminal: holder)
      request.takesOver = true
      opening = try office.store.open(request)
    } else {
      return false
    }
    guard case .opened(let current, let lease, _) = opening else { return false }
    var sitting = Sitting(
      session: session, record: current, lease: lease, isResumed: true, nextSequence: current.nextSequence)
    defer {
      if let terminal { room.withLock { $0.places[terminal]?.lease = lease } }
    }
    do {
      try sitting.commit(
        events.map { LoggedEvent($0, at: instant) }, through: office.store, keys: office.key)
    } catch let fault as StoreFault {
      throw fault
    } catch {
      return false
    }
    if sitting.session.isSealed { _ = try? office.score(record.id) }
    return true
  }
}

extension OpenSession.Respondent {
  /// Whose session it is, as one asks for it: a person's, or that of whoever has a code, whose lease brings what opens it. Nil
  /// of an anonymous session without a code, which nobody can ask for.
  fileprivate init?(of record: SessionRecord, _ lease: Lease?) {
    if let person = record.person {
      self = .person(person)
    } else if let coded = lease?.coded {
      self = .coded(coded)
    } else {
      return nil
    }
  }
}
