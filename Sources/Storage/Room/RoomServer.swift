import Foundation
import Glibc
import Synchronization

/// Lets terminals and proctors into a room: a thread a connection, so that one that hangs keeps nobody waiting.
package final class RoomServer: Sendable {
  /// Milliseconds after which a peer that doesn't read is given up.
  private static let patience = 5_000

  private let host: RoomHost
  private let listeners: [Int32]
  private let connections = Mutex<(isStopping: Bool, open: [Int: RoomSocket], next: Int)>((false, [:], 0))

  /// The names of the doors in the store's folder: for terminals, and for proctors, who may do more.
  package static let door = "room.sock"
  package static let proctorDoor = "proctor.sock"

  /// Opens both doors. `folder` is where terminals find theirs; the proctors' is always in the store's folder and for its
  /// owner alone.
  package init(_ host: RoomHost, folder: String, storeFolder: String) throws(StoreFault) {
    self.host = host
    let doors = [
      (RoomDoor(folder: folder, name: Self.door), 0o666 as mode_t),
      (RoomDoor(folder: storeFolder, name: Self.proctorDoor), 0o600),
    ]
    var listeners: [Int32] = []
    for (door, mode) in doors {
      guard let listener = door.listen(mode: mode) else {
        for open in listeners { close(open) }
        throw StoreFault(.opening, .noRoom(door.folder + "/" + door.name))
      }
      listeners.append(listener)
    }
    self.listeners = listeners
    Self.allowManyConnections()
  }

  /// A terminal is a file to the system, which allows few of them until it is asked.
  private static func allowManyConnections() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Takes connections until `stop`; returns at once.
  package func start() {
    for (index, listener) in listeners.enumerated() {
      let thread = Thread { [self] in accept(at: listener, isProctors: index == 1) }
      thread.name = "room-door"
      thread.stackSize = 512 << 10
      thread.start()
    }
  }

  /// Ends all connections and closes the doors.
  package func stop() {
    let open = connections.withLock { connections -> [RoomSocket] in
      connections.isStopping = true
      return Array(connections.open.values)
    }
    for listener in listeners { shutdown(listener, Int32(SHUT_RDWR)) }
    for connection in open { connection.shutdown() }
  }

  private func accept(at listener: Int32, isProctors: Bool) {
    while true {
      let descriptor = Glibc.accept(listener, nil, nil)
      if descriptor < 0 {
        if connections.withLock({ $0.isStopping }) { break }
        // Too many files for a moment, or a peer that was gone before it came in.
        if errno != EINTR { usleep(10_000) }
        continue
      }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      let socket = RoomSocket(descriptor, sending: Self.patience, receiving: nil)
      let number = connections.withLock { connections -> Int? in
        guard !connections.isStopping else { return nil }
        connections.next += 1
        connections.open[connections.next] = socket
        return connections.next
      }
      guard let number else { break }
      let thread = Thread { [self] in
        if isProctors { serveProctor(socket) } else { serve(socket) }
        connections.withLock { $0.open[number] = nil }
      }
      thread.name = "room-place"
      thread.stackSize = 1 << 20
      thread.start()
    }
    close(listener)
  }

  private func serve(_ socket: RoomSocket) {
    var terminal: String?
    while let request = socket.receive(RoomRequest.self) {
      if case .hello(let name) = request { terminal = name }
      guard socket.send(host.answer(request, from: terminal)) else { break }
    }
    if let terminal { host.lose(terminal) }
  }

  private func serveProctor(_ socket: RoomSocket) {
    while let request = socket.receive(RoomRequest.self) {
      guard socket.send(host.answerProctor(request)) else { break }
    }
  }
}
