import Administration
import Expressions
import Formats
import Foundation
package import Instruments
import Synchronization

/// A terminal's end of the line to its room. It calls again where the line broke: what was sent twice is stored once.
package final class RoomTerminal: Store {
  /// Milliseconds that one reply may take, and that a broken line is tried again.
  private static let patience = 5_000
  private static let tries = 12
  private static let pause: UInt32 = 250_000

  private let door: RoomDoor
  private let name: String
  private let line = Mutex<RoomSocket?>(nil)

  /// - Parameter folder: Where the room's door is; `name`: what this terminal is called, always the same.
  package init(folder: String, name: String) {
    door = RoomDoor(folder: folder, name: RoomServer.door)
    self.name = name
  }

  /// The reply to a request. Throws where the room can't be reached for some seconds, or says why not.
  package func ask(_ request: RoomRequest) throws(StoreFault) -> RoomReply {
    for attempt in 0..<Self.tries {
      if attempt > 0 { usleep(Self.pause) }
      if let reply = line.withLock({ exchange(request, over: &$0) }) {
        if case .fault(let fault) = reply { throw fault }
        return reply
      }
    }
    throw StoreFault(.storing, .noRoom(door.folder))
  }

  private func exchange(_ request: RoomRequest, over line: inout RoomSocket?) -> RoomReply? {
    if line == nil {
      guard let socket = door.connect(patience: Self.patience) else { return nil }
      guard socket.send(RoomRequest.hello(terminal: name)), let welcome = socket.receive(RoomReply.self) else {
        return nil
      }
      line = socket
      if case .hello = request { return welcome }
    }
    guard let socket = line, socket.send(request), let reply = socket.receive(RoomReply.self) else {
      line = nil
      return nil
    }
    return reply
  }

  package func welcome() throws(StoreFault) -> RoomWelcome {
    guard case .welcome(let welcome) = try ask(.hello(terminal: name)) else { throw .unexpectedReply }
    return welcome
  }

  package func people() throws(StoreFault) -> [RoomPerson] {
    guard case .people(let people) = try ask(.people) else { throw .unexpectedReply }
    return people
  }

  package func leave() { _ = try? ask(.leave) }

  /// What became of the wish, with the session where it came true.
  package enum Seated: Sendable {
    case sitting(Sitting, isFirst: Bool)
    case not(RoomSeating)
  }

  package func sit(_ wish: RoomWish) throws(StoreFault) -> Seated {
    guard case .seating(let seating) = try ask(.sit(wish)) else { throw .unexpectedReply }
    guard case .seated(let seat) = seating else { return .not(seating) }
    return .sitting(try sitting(of: seat), isFirst: seat.isFirst)
  }

  private func sitting(of seat: RoomSeat) throws(StoreFault) -> Sitting {
    let damaged = StoreFault(.reading, .damaged(seat.form.hash.short))
    guard let delivery = seat.form.delivery else { throw damaged }
    let lease = seat.lease
    let verdicts = Mutex<[Verdict: AnswerJudge.Verdict]>([:])
    let judged = Set(seat.judged.compactMap { delivery.slot(of: $0) })
    let judge =
      judged.isEmpty
      ? .none
      : AnswerJudge(
        slots: judged,
        asking: { [self] slot, value in
          let asked = Verdict(slot: slot, value: value)
          if let known = verdicts.withLock({ $0[asked] }) { return known }
          guard case .verdict(let verdict)? = try? ask(.verdict(lease, item: delivery.slots[slot].id, value)) else {
            return .open
          }
          verdicts.withLock { $0[asked] = verdict }
          return verdict
        })
    let chooser = chooser(delivery, lease)
    guard let (plan, log) = seat.journal.history(of: delivery, judge: judge, chooser: chooser),
      let session = try? Session.replay(plan, log)
    else { throw damaged }
    return Sitting(
      session: session, record: seat.journal.session, lease: lease,
      isResumed: seat.isResumed && !seat.journal.events.isEmpty, nextSequence: seat.journal.events.count + 1)
  }

  private struct Verdict: Hashable {
    var slot: Int
    var value: Value
  }

  /// Says how far the person is; the session as others left it where they changed it.
  package enum News: Sendable {
    case nothing
    case changed(Sitting)
    /// It is at another terminal now.
    case moved
  }

  package func beat(_ beat: RoomBeat) throws(StoreFault) -> News {
    guard case .news(let news) = try ask(.beat(beat)) else { throw .unexpectedReply }
    switch news {
    case .nothing: return .nothing
    case .moved: return .moved
    case .changed:
      guard case .sitting(let sitting, _) = try sit(RoomWish(.nobody, isAgain: true)) else { return .moved }
      return .changed(sitting)
    }
  }

  /// What a sitting asks of its store: keeping and closing, and nothing else.
  package func send(_ message: StoreMessage) throws(StoreFault) -> StoreReply {
    switch message {
    case .append(let append):
      switch try ask(.append(append)) {
      case .acks(let acks): return .acks(acks)
      case .refused: return .acks(append.events.map { _ in .staleLease(holder: "") })
      default: throw .unexpectedReply
      }
    case .seal(let seal):
      switch try ask(.seal(seal)) {
      case .sealing(let sealing): return .sealing(sealing)
      case .refused: return .sealing(.staleLease(holder: ""))
      default: throw .unexpectedReply
      }
    default: throw StoreFault(.storing, .wrongMessage("terminal"))
    }
  }
}

extension RoomForm {
  /// The form ready to run; nil where the text isn't one.
  package var delivery: DeliveryForm? {
    InstrumentReader.read(Array(source.utf8), file: hash.short).instrument?.deliveryForm(hash: ContentHash(hash))
  }
}

/// A proctor's end of the line.
package final class RoomProctor: Sendable {
  private let socket: RoomSocket

  /// Nil where no room is open in the store's folder, or it is somebody else's.
  package init?(storeFolder: String) {
    guard let socket = RoomDoor(folder: storeFolder, name: RoomServer.proctorDoor).connect(patience: 5_000) else {
      return nil
    }
    self.socket = socket
  }

  /// Nil where the room was closed.
  package func ask(_ request: RoomRequest) -> RoomReply? { socket.send(request) ? socket.receive(RoomReply.self) : nil }
}
