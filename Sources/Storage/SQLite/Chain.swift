import Expressions
import Instruments

/// The chain of a session: each link is a SHA-256 over the link before it and all that the next event says, so that no
/// event can be changed, left out or put in without every later link telling.
struct Chain {
  /// What has been hashed up to here.
  private(set) var head: Digest

  /// Goes on from a link.
  init(at head: Digest) { self.head = head }

  /// The first link: what was known when the session was opened.
  init(of session: SessionRecord) {
    var bytes = Array("synak session 1\n".utf8)
    bytes += session.id.bytes
    bytes += session.instrument.bytes
    for text in [session.school.text, session.activity.text, session.person?.text ?? "", session.about?.text ?? ""] {
      ValueCodec.append(text, to: &bytes)
    }
    ValueCodec.append(session.schoolClass?.text ?? "", to: &bytes)
    Varint.append(UInt64(session.attempt), to: &bytes)
    Varint.append(session.seed, to: &bytes)
    Varint.append(signed: session.opened ?? 0, to: &bytes)
    Varint.append(UInt64(session.context.count), to: &bytes)
    bytes += session.context
    head = Digest(of: bytes)
  }

  /// The next link.
  mutating func add(_ event: NewEvent, wall: Int64, epoch: Int) {
    var bytes = head.bytes
    bytes.reserveCapacity(128 + event.payload.count)
    bytes += event.key.bytes
    Varint.append(UInt64(event.sequence), to: &bytes)
    ValueCodec.append(event.kind, to: &bytes)
    Varint.append(signed: event.at, to: &bytes)
    Varint.append(signed: wall, to: &bytes)
    Varint.append(UInt64(epoch), to: &bytes)
    Varint.append(UInt64(event.payload.count), to: &bytes)
    bytes += event.payload
    head = Digest(of: bytes)
  }
}
