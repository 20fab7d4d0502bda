import Administration
import Instruments
import Synchronization

/// Choices of a session's way in a room: the owner of the store makes them, since it has the keys and the calibration.
extension RoomHost {
  /// What comes at an open stop: what was chosen there before where the journal has it, else what is chosen now, after what
  /// the terminal has more than the journal.
  func choose(_ lease: Lease, _ gate: RoomGate, from terminal: String) throws(StoreFault) -> RoomReply {
    guard try holds(lease, terminal), let record = room.withLock({ $0.places[terminal]?.record }),
      let instrument = try office.instrument(record.instrument), let journal = try office.store.journal(of: record.id),
      let (plan, log) = journal.history(of: instrument)
    else { return .refused }
    let codec = EventCodec(instrument.delivery)
    // An acknowledgement that got lost: the same is chosen again, and stored once.
    let made = log.map(\.event).filter { if case .chosen(gate.stop, _, _) = $0 { true } else { false } }
    if made.indices.contains(gate.given) { return .choice(codec.line(of: made[gate.given])) }
    guard var session = try? Session.replay(plan, log) else { return .refused }
    for entry in gate.pending {
      guard let event = codec.event(of: entry.line) else { return .refused }
      // What the journal has already is refused a second time, and stands.
      try? session.apply(event, at: Instant(milliseconds: entry.at))
    }
    guard session.openStop?.id == gate.stop else { return .choice(nil) }
    return .choice(session.choice.map { codec.line(of: $0) })
  }
}

extension RoomTerminal {
  /// Asks the room what comes, for forms in which answers decide it.
  func chooser(_ delivery: DeliveryForm, _ lease: Lease) -> ChoiceMaker {
    guard delivery.form.hasChoices else { return .none }
    let codec = EventCodec(delivery)
    return ChoiceMaker { [self] session, pending in
      guard let open = session.openStop else { return nil }
      let gate = RoomGate(
        stop: open.id, given: session.state.filled[open.id]?.count ?? 0,
        pending: pending.map { RoomGate.Entry(line: codec.line(of: $0.event), at: $0.instant.milliseconds) })
      guard case .choice(let line?)? = try? ask(.choice(lease, gate)) else { return nil }
      return codec.event(of: line)
    }
  }
}
