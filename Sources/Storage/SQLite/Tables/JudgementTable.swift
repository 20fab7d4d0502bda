import Expressions
import Foundation
import GRDB
import Instruments

/// What raters gave for essays: appended, chained, never changed.
extension WriteContext {
  func judge(_ record: JudgementRecord) throws -> StoreReply {
    guard let state = try SessionState(record.session, self), state.isSealed else {
      throw StoreFault(.storing, .unknownSession(record.session))
    }
    guard record.remark.utf8.count <= JudgementRecord.longestRemark else {
      throw StoreFault(.storing, .wrongMessage("a remark of \(record.remark.utf8.count) bytes"))
    }
    let session = Data(record.session.bytes)
    let last = try row(
      "SELECT number, hash FROM judgement WHERE session = ? ORDER BY number DESC LIMIT 1", [session])
    let number = (last?[0] as Int? ?? 0) + 1
    let wall = environment.wall()
    let link = JudgementLink(record, head: state.chain.head, number: number, wall: wall)
    let hash = link.hash(after: try last?.digest(1) ?? JudgementLink.root(of: record.session))
    try run(
      """
      INSERT INTO judgement(session, number, head, item, rater, points, remark, wall, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        session, number, Data(state.chain.head.bytes), record.item.text, record.rater.text, link.points, record.remark,
        wall, Data(hash.bytes),
      ])
    return .judged(number: number)
  }
}

extension ReadContext {
  /// Those of the session as it is sealed now.
  func judgements(of session: SessionID) throws -> [JudgementRecord] {
    let sql = """
      SELECT item, rater, points, remark FROM judgement JOIN session_state ON session_state.id = judgement.session
      WHERE session = ? AND judgement.head = session_state.head ORDER BY number
      """
    return try rows(sql, [Data(session.bytes)]).map { row in
      guard let item = row.symbol(0), let rater = row.symbol(1), let points = JudgementLink.points(row[2]) else {
        throw Damage()
      }
      return JudgementRecord(session: session, item: item, rater: rater, points: points, remark: row[3])
    }
  }

  /// Whether the judgements of a session are as they were written.
  func judgementsAreWhole(of session: SessionRecord) throws -> Bool {
    let sql = """
      SELECT item, rater, points, remark, number, wall, hash, head FROM judgement WHERE session = ? ORDER BY number
      """
    var link = JudgementLink.root(of: session.id)
    for (index, row) in try rows(sql, [Data(session.id.bytes)]).enumerated() {
      guard let item = row.symbol(0), let rater = row.symbol(1), let points = JudgementLink.points(row[2]) else {
        return false
      }
      let record = JudgementRecord(session: session.id, item: item, rater: rater, points: points, remark: row[3])
      link = JudgementLink(record, head: try row.digest(7), number: row[4], wall: row[5]).hash(after: link)
      guard row[4] as Int == index + 1, link.bytes == row.bytes(6) else { return false }
    }
    return true
  }
}

/// A judgement as the chain has it.
private struct JudgementLink {
  let record: JudgementRecord
  /// The journal's last link, as the rater read it.
  let head: Digest
  let number: Int
  let wall: Int64

  /// The first link of a session's judgements.
  static func root(of session: SessionID) -> Digest { Digest(of: Array("synak judgement 1\n".utf8) + session.bytes) }

  init(_ record: JudgementRecord, head: Digest, number: Int, wall: Int64) {
    self.record = record
    self.head = head
    self.number = number
    self.wall = wall
  }

  /// `idea=3;language=2`
  var points: String {
    record.points.map { "\($0.name)=\($0.value.stored)" }.joined(separator: ";")
  }

  static func points(_ text: String) -> [NamedValue]? {
    var result: [NamedValue] = []
    for part in text.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let points = Decimal64(sides[1]) else { return nil }
      result.append(NamedValue(name: Symbol(String(sides[0])), value: .decimal(points)))
    }
    return result
  }

  func hash(after link: Digest) -> Digest {
    var bytes = link.bytes + head.bytes
    Varint.append(UInt64(number), to: &bytes)
    for text in [record.item.text, record.rater.text, points, record.remark] { ValueCodec.append(text, to: &bytes) }
    Varint.append(signed: wall, to: &bytes)
    return Digest(of: bytes)
  }
}
