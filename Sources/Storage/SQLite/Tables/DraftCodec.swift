import Expressions
import Foundation
import GRDB
import Instruments

/// A draft as it lies in its row: `1` and its parts in clear, or `2` and the same encrypted under its code.
extension Draft {
  private static let encrypted: UInt8 = 2

  /// Of what the row of this name holds. Throws where it is encrypted and its key isn't known here.
  init(row bytes: [UInt8], _ name: Token, _ drafts: DraftKeys) throws {
    guard bytes.first == Self.encrypted else {
      try self.init(stored: bytes)
      return
    }
    guard let key = drafts[name] else { throw StoreFault(.reading, .needsCode) }
    guard let plain = key.opened(bytes.dropFirst(), draft: name) else { throw Damage() }
    try self.init(stored: plain)
  }

  /// Nil where only its code opens it.
  init?(inClear bytes: [UInt8]) throws {
    guard bytes.first != Self.encrypted else { return nil }
    try self.init(stored: bytes)
  }

  /// For the row of this name: encrypted where its key is known.
  func row(_ name: Token, _ drafts: DraftKeys, nonce: (Int) -> [UInt8]) throws -> [UInt8] {
    guard let key = drafts[name] else { return stored }
    return [Self.encrypted] + (try key.sealed(stored, draft: name, nonce: nonce(12)))
  }
}

extension Draft {
  /// As it begins.
  init(_ request: OpenSession, ballot: Token) {
    self.init(
      school: request.school, activity: request.activity, schoolClass: request.schoolClass, about: request.about,
      instrument: request.instrument, seed: request.seed, context: request.context, ballot: ballot, epoch: 1,
      holder: request.terminal)
  }

  /// What is told of one that was handed in, when nothing of it is left.
  var closed: SessionRecord {
    var record = record(ballot)
    record.state = .sealed
    record.seed = 0
    return record
  }
}

extension DraftKeys {
  func note(_ coded: CodedDraft?) {
    if let coded { note(coded.key, of: coded.draft) }
  }
}

extension WriteContext {
  /// Whether a session was begun with this mark's code, in whatever survey.
  func isMarked(_ mark: Token) throws -> Bool {
    try row("SELECT 1 FROM code_mark WHERE mark = ?", [Data(mark.bytes)]) != nil
  }
}

extension ReadContext {
  /// The terminal that has a draft; nil where it is no more there.
  func holder(of draft: Token, _ key: DraftKey) throws -> String? {
    let drafts = DraftKeys()
    drafts.note(key, of: draft)
    return try row("SELECT payload FROM draft WHERE key = ?", [Data(draft.bytes)]).map {
      try Draft(row: $0.bytes(0), draft, drafts).holder
    }
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
