import Administration
import Expressions
import Instruments
import Synchronization

/// What happened in a room, for its printed minutes. What journals tell is read from them, so that it outlives the room's
/// own process; what no journal knows (who tried a second terminal, wrong codes) is told as long as the room is open.
extension RoomHost {
  func minutes() throws(StoreFault) -> RoomMinutes {
    let status = try status()
    var entries = room.withLock { $0.entries }
    let terminals = Dictionary(
      status.places.compactMap { place in place.session.map { ($0, place.terminal) } }
    ) { first, _ in first }
    for record in try storedSessions() where status.places.contains(where: { $0.session == record.id }) {
      guard let journal = try office.store.journal(of: record.id) else { continue }
      let name = try name(of: record.person)
      let codec = EventCodec(purpose.instrument.delivery)
      for entry in journal.events {
        guard let wall = entry.wall, let event = codec.event(of: String(decoding: entry.event.payload, as: UTF8.self)),
          let (what, proctor) = RoomMinutes.What.of(event)
        else { continue }
        entries.append(
          RoomMinutes.Entry(
            wall: wall, what: what, whom: name, terminal: terminals[record.id] ?? "", by: proctor))
      }
    }
    return RoomMinutes(
      title: status.title, entries: entries.sorted { $0.wall < $1.wall }, places: status.places)
  }
}

extension RoomMinutes.What {
  /// What minutes say of an event, and who decided it; nil where they say nothing.
  fileprivate static func of(_ event: Event) -> (RoomMinutes.What, Symbol?)? {
    switch event {
    case .started: (.begun, nil)
    case .suspended: (.left, nil)
    case .resumed: (.resumed, nil)
    case .sealed(.submitted): (.finished, nil)
    case .sealed(.timeUp): (.timeUp, nil)
    case .sealed(.proctor): (.closed, nil)
    case .paused(let proctor): (.paused, proctor)
    case .continued(let proctor): (.continued, proctor)
    case .extended(let proctor, let time): (.extended(time), proctor)
    case .reopened(let proctor): (.reopened, proctor)
    case .annulled(let proctor, let reason): (.annulled(reason), proctor)
    default: nil
    }
  }
}
