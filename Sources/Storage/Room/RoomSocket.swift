import Foundation
import Glibc

/// A connection between a terminal and the room: frames of JSON, four bytes of length before each.
final class RoomSocket: Sendable {
  /// The largest frame that is taken.
  private static let largestFrame = 64 << 20

  private let descriptor: Int32

  /// Takes the descriptor over.
  ///
  /// - Parameters:
  ///   - sending: Milliseconds after which a peer that doesn't read is given up; nil waits.
  ///   - receiving: The same of a peer that doesn't answer.
  init(_ descriptor: Int32, sending: Int?, receiving: Int?) {
    self.descriptor = descriptor
    for (option, patience) in [(SO_SNDTIMEO, sending), (SO_RCVTIMEO, receiving)] {
      guard let patience else { continue }
      var time = timeval(tv_sec: patience / 1_000, tv_usec: patience % 1_000 * 1_000)
      setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  deinit { Glibc.close(descriptor) }

  /// Ends the connection; whoever waits at it hears so.
  func shutdown() { Glibc.shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// False where the peer is gone or doesn't read.
  func send(_ message: some Encodable) -> Bool {
    guard let body = try? JSONEncoder().encode(message) else { return false }
    var frame = Data(capacity: body.count + 4)
    for shift in stride(from: 24, through: 0, by: -8) { frame.append(UInt8(truncatingIfNeeded: body.count >> shift)) }
    frame.append(body)
    return frame.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Bool in
      guard let start = bytes.baseAddress else { return false }
      var sent = 0
      while sent < bytes.count {
        let count = Glibc.send(descriptor, start + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// Nil where the peer is gone, too slow, or speaks another language.
  func receive<Message: Decodable>(_ type: Message.Type) -> Message? {
    guard let head = bytes(4) else { return nil }
    let count = head.reduce(0) { $0 << 8 | Int($1) }
    guard count <= Self.largestFrame, let body = bytes(count) else { return nil }
    return try? JSONDecoder().decode(type, from: body)
  }

  private func bytes(_ count: Int) -> Data? {
    var data = Data(count: count)
    var received = 0
    while received < count {
      let got = data.withUnsafeMutableBytes { (bytes: UnsafeMutableRawBufferPointer) -> Int in
        bytes.baseAddress.map { Glibc.recv(descriptor, $0 + received, count - received, 0) } ?? -1
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      received += got
    }
    return data
  }
}

/// Where rooms are reached: a socket in a folder. The path of a socket is short by the system's rule, the folder's may be
/// long: it is gone through by its descriptor.
struct RoomDoor: Sendable, Hashable {
  var folder: String
  var name: String

  /// Runs `body` with the address; nil where the folder can't be opened.
  private func withAddress<T>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> T) -> T? {
    // O_PATH, which the Glibc module lacks: going through is enough, reading isn't allowed to pupils.
    let opened = open(folder, 0o10000000 | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    defer { close(opened) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array("/proc/self/fd/\(opened)/\(name)".utf8)
    guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  private func made() -> Int32 {
    Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  }

  /// A listening socket that only its mode's users reach; nil where it can't be made. What an earlier room left is taken
  /// away: who holds the store's lock is the only room.
  func listen(mode: mode_t) -> Int32? {
    unlink(folder + "/" + name)
    let descriptor = made()
    guard descriptor >= 0 else { return nil }
    let mask = umask(0o777 & ~mode)
    defer { umask(mask) }
    guard withAddress({ bind(descriptor, $0, $1) }) == 0, Glibc.listen(descriptor, 128) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  func connect(patience: Int) -> RoomSocket? {
    let descriptor = made()
    guard descriptor >= 0 else { return nil }
    guard withAddress({ Glibc.connect(descriptor, $0, $1) }) == 0 else {
      close(descriptor)
      return nil
    }
    return RoomSocket(descriptor, sending: patience, receiving: patience)
  }
}
