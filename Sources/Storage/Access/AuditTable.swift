import Expressions
import Foundation
import GRDB
import Instruments

/// What happened at the doors of the store, line by line in a chain.
extension WriteContext {
  /// How many wrong codes a terminal tried in an hour.
  func wrongCodes(of terminal: String, hour: Int) throws -> Int {
    try row(
      "SELECT count(*) FROM audit WHERE kind = ? AND terminal = ? AND hour = ?",
      [AuditLine.Kind.wrongCode.rawValue, terminal, hour]
    ).map { $0[0] } ?? 0
  }

  func note(_ kind: AuditLine.Kind, terminal: String = "", count: Int) throws {
    let last = try row("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1", [])
    let line = AuditLine(
      number: (last?[0] ?? 0) + 1, hour: environment.hour, kind: kind, terminal: terminal, count: count)
    let hash = line.link(after: try last?.digest(1))
    try run(
      "INSERT INTO audit(number, hour, kind, terminal, count, hash) VALUES (?, ?, ?, ?, ?, ?)",
      [line.number, line.hour, kind.rawValue, terminal, count, Data(hash.bytes)])
  }
}

extension StoreEnvironment {
  /// Hours since 1970-01-01.
  var hour: Int { Int(wall() / 3_600_000) }
}

extension AuditLine {
  /// The chain's link: SHA-256 of the one before it and this line.
  func link(after last: Digest?) -> Digest {
    var bytes = Array("synak audit 1\n".utf8) + (last?.bytes ?? [])
    for number in [number, hour, count] { Varint.append(signed: Int64(number), to: &bytes) }
    for text in [kind.rawValue, terminal] { ValueCodec.append(text, to: &bytes) }
    return Digest(of: bytes)
  }
}

extension ReadContext {
  /// In the order of their numbers; lines of a kind that this program doesn't know are left out.
  func audit() throws -> [AuditLine] {
    try rows("SELECT number, hour, kind, terminal, count FROM audit ORDER BY number", []).compactMap { row in
      guard let kind = AuditLine.Kind(rawValue: row[2] as String) else { return nil }
      return AuditLine(number: row[0], hour: row[1], kind: kind, terminal: row[3], count: row[4])
    }
  }

  func wrongCodes(of terminal: String, hour: Int) throws -> Int {
    try row(
      "SELECT count(*) FROM audit WHERE kind = ? AND terminal = ? AND hour = ?",
      [AuditLine.Kind.wrongCode.rawValue, terminal, hour]
    ).map { $0[0] } ?? 0
  }

  /// The number of the first line that isn't as it was written; nil where all are.
  func brokenAuditLine() throws -> Int? {
    var last: Digest?
    var expected = 1
    for row in try rows("SELECT number, hour, kind, terminal, count, hash FROM audit ORDER BY number", []) {
      guard let kind = AuditLine.Kind(rawValue: row[2] as String), row[0] as Int == expected else { return expected }
      let line = AuditLine(number: row[0], hour: row[1], kind: kind, terminal: row[3], count: row[4])
      let link = line.link(after: last)
      guard link.bytes == row.bytes(5) else { return expected }
      last = link
      expected += 1
    }
    return nil
  }
}
