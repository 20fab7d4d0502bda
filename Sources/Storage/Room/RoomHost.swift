import Administration
package import Expressions
import Formats
package import Instruments
import Synchronization

/// A room: who sits where, what a proctor decided, and what terminals get. It answers requests one by one, from any thread,
/// and knows nothing of sockets.
package final class RoomHost: Sendable {
  /// What the room is for.
  package struct Purpose: Sendable {
    package var instrument: CheckedInstrument
    /// Its file; empty for a shipped one.
    package var file = ""
    package var entry: RoomWelcome.Entry
    /// The classes that are expected; empty for all.
    package var classes: [Symbol]
    package var today: CalendarDate
    /// Sessions begin when a proctor says so.
    package var waits: Bool
    /// Sessions begin on any day, whatever the plan says.
    package var onAnyDay: Bool

    package init(
      instrument: CheckedInstrument, entry: RoomWelcome.Entry, classes: [Symbol], today: CalendarDate, waits: Bool,
      onAnyDay: Bool
    ) {
      self.instrument = instrument
      self.entry = entry
      self.classes = classes
      self.today = today
      self.waits = waits
      self.onAnyDay = onAnyDay
    }
  }

  let office: Office
  let purpose: Purpose
  let clock: @Sendable () -> Int64
  let wall: @Sendable () -> Int64
  let room = Mutex(Room())
  /// Sessions as they were when a proctor last looked, with the last link of their journals.
  let replayed = Mutex<[SessionID: Replayed]>([:])
  /// The names of the register: nobody changes it while the room has the store.
  let names = Mutex<[Symbol: String]?>(nil)
  private let forms = Mutex<[Digest: RoomForm]>([:])

  /// What is known only while the room is open.
  struct Room {
    var hasBegun = false
    /// By the terminal's name.
    var places: [String: Place] = [:]
    var entries: [RoomMinutes.Entry] = []
    /// Why a terminal was last refused something, and when.
    var trouble: (fault: StoreFault, at: Int64)?
  }

  struct Replayed {
    var head: Digest
    var session: Session
  }

  /// A terminal of the room.
  struct Place {
    var record: SessionRecord?
    var lease: Lease?
    var name = ""
    var beat: RoomBeat?
    /// Milliseconds on the clock: of the last beat, and of the last time that something moved.
    var heard: Int64
    var moved: Int64
    /// Another terminal may take the session.
    var mayMove = false
  }

  /// - Parameter clock: Milliseconds that never go back. `wall`: milliseconds since 1970, for the minutes.
  package init(
    _ office: Office, _ purpose: Purpose, clock: @escaping @Sendable () -> Int64,
    wall: @escaping @Sendable () -> Int64
  ) {
    self.office = office
    self.purpose = purpose
    self.clock = clock
    self.wall = wall
  }

  /// Answers a terminal. `terminal` is nil before it said its name.
  package func answer(_ request: RoomRequest, from terminal: String?) -> RoomReply {
    do throws(StoreFault) {
      if case .hello(let name) = request { return .welcome(try welcome(name)) }
      guard let terminal else { return .refused }
      switch request {
      case .people: return purpose.entry == .names ? .people(try people()) : .refused
      case .sit(let wish): return .seating(try sit(wish, at: terminal))
      case .append(let append): return try keep(append, from: terminal)
      case .seal(let seal): return try close(seal, from: terminal)
      case .beat(let beat): return .news(try hear(beat, from: terminal))
      case .verdict(let lease, let item, let value): return try judge(lease, item, value, from: terminal)
      case .choice(let lease, let gate): return try choose(lease, gate, from: terminal)
      case .leave:
        leave(terminal)
        return .left
      case .hello, .status, .order, .minutes: return .refused
      }
    } catch {
      let now = clock()
      room.withLock { $0.trouble = (error, now) }
      return .fault(error)
    }
  }

  private func welcome(_ terminal: String) throws(StoreFault) -> RoomWelcome {
    let now = clock()
    room.withLock { room in
      room.places[terminal, default: Place(heard: now, moved: now)].heard = now
    }
    return RoomWelcome(entry: purpose.entry, form: try form(of: purpose.instrument))
  }

  var hasBegun: Bool { !purpose.waits || room.withLock { $0.hasBegun } }

  /// The instrument as a terminal may have it.
  func form(of instrument: CheckedInstrument) throws(StoreFault) -> RoomForm {
    let hash = instrument.hash.digest
    if let known = forms.withLock({ $0[hash] }) { return known }
    guard let bytes = try? InstrumentWriter.write(instrument.instrument.keyless) else {
      throw StoreFault(.reading, .damaged(hash.short))
    }
    let form = RoomForm(hash: hash, source: String(decoding: bytes, as: UTF8.self), file: purpose.file)
    forms.withLock { $0[hash] = form }
    return form
  }

  // MARK: A session's messages

  /// Whether the lease is the terminal's own. A room that was opened again knows nobody yet: whoever has a lease that
  /// nobody else is at has his place back.
  func holds(_ lease: Lease, _ terminal: String) throws(StoreFault) -> Bool {
    let known = room.withLock { room -> Bool? in
      if let own = room.places[terminal]?.lease { return own.session == lease.session }
      return room.places.values.contains { $0.record?.id == lease.session } ? false : nil
    }
    if let known { return known }
    // What opens an anonymous draft comes with its lease.
    if lease.coded != nil { _ = try office.store.append([], lease: lease) }
    guard let record = try office.store.journal(of: lease.session)?.session else { return false }
    let name = try name(of: record.person)
    let now = clock()
    room.withLock { room in
      room.places[terminal] = Place(record: record, lease: lease, name: name, heard: now, moved: now)
    }
    return true
  }

  private func keep(_ append: Append, from terminal: String) throws(StoreFault) -> RoomReply {
    guard try holds(append.lease, terminal) else { return .refused }
    let acks = try office.store.append(append.events, lease: append.lease)
    if acks.contains(where: \.isStored) { touch(terminal) }
    return .acks(acks)
  }

  private func close(_ seal: Seal, from terminal: String) throws(StoreFault) -> RoomReply {
    guard try holds(seal.lease, terminal) else { return .refused }
    let sealing = try office.store.seal(seal.lease, reason: seal.reason, last: seal.last)
    if case .sealed = sealing {
      touch(terminal)
      // The answers are safe; what they come to can be worked out again at any time.
      _ = try? office.score(seal.lease.session)
    }
    return .sealing(sealing)
  }

  private func judge(
    _ lease: Lease, _ item: Symbol, _ value: Value, from terminal: String
  ) throws(StoreFault) -> RoomReply {
    guard try holds(lease, terminal), let record = room.withLock({ $0.places[terminal]?.record }),
      let instrument = try office.instrument(record.instrument), let slot = instrument.delivery.slot(of: item)
    else { return .refused }
    return .verdict(AnswerJudge(of: instrument).verdict(on: value, at: slot))
  }

  private func hear(_ beat: RoomBeat, from terminal: String) throws(StoreFault) -> RoomNews {
    guard try holds(beat.lease, terminal) else { return .moved }
    let now = clock()
    let known = room.withLock { room -> Lease? in
      guard let lease = room.places[terminal]?.lease, lease.session == beat.lease.session else { return nil }
      let before = room.places[terminal]?.beat
      let isSame =
        before.map { $0.sequence == beat.sequence && $0.number == beat.number && $0.flagged == beat.flagged } ?? false
      room.places[terminal]?.beat = beat
      room.places[terminal]?.heard = now
      if !isSame { room.places[terminal]?.moved = now }
      return lease
    }
    guard let known else { return .moved }
    return known == beat.lease ? .nothing : .changed
  }

  private func touch(_ terminal: String) {
    let now = clock()
    room.withLock { room in
      room.places[terminal]?.heard = now
      room.places[terminal]?.moved = now
    }
  }

  private func leave(_ terminal: String) {
    let session = room.withLock { room -> SessionID? in
      let session = room.places[terminal]?.record?.id
      room.places[terminal]?.record = nil
      room.places[terminal]?.lease = nil
      room.places[terminal]?.beat = nil
      return session
    }
    guard let session else { return }
    touch(terminal)
    // Who got up may sit down anywhere. Where that can't be written now, the lease runs out by itself.
    _ = try? office.store.letGo(session)
  }

  /// A connection ended without a word: the session stays where it is until somebody comes for it.
  package func lose(_ terminal: String) {
    let hadSession = room.withLock { $0.places[terminal]?.record != nil }
    if hadSession { note(.lost, at: terminal) }
  }

  /// Writes a line of the room's minutes.
  func note(_ what: RoomMinutes.What, at terminal: String, whom: String? = nil, by: Symbol? = nil) {
    let wall = wall()
    room.withLock { room in
      // No name and no hour of anonymous people stand together anywhere.
      let isAnonymous = purpose.instrument.delivery.form.isAnonymous
      guard !isAnonymous || by != nil else { return }
      room.entries.append(
        RoomMinutes.Entry(
          wall: wall, what: what, whom: whom ?? room.places[terminal]?.name ?? "", terminal: terminal, by: by))
    }
  }
}
