import Instruments

/// Tables as CSV (RFC 4180) that a spreadsheet opens without running anything in it.
///
/// Values are written as `Value.stored`: a missing one as `?` with its reason, never as nothing and never as zero.
/// A text that a spreadsheet would take for a formula gets a `'` before it; numbers stay numbers. Characters that steer a
/// terminal or turn the writing around are left out. The store keeps what was written; only the export is tamed.
package struct CSVWriter: Sendable {
  /// Opens the file with the mark by which spreadsheets know UTF-8.
  package var hasByteOrderMark: Bool
  package var separator: Character

  package init(hasByteOrderMark: Bool = false, separator: Character = ",") {
    self.hasByteOrderMark = hasByteOrderMark
    self.separator = separator
  }

  /// The table as UTF-8, a line for the columns and a line a row, each ended by CR LF.
  package func bytes(_ table: ExportTable) -> [UInt8] {
    var bytes: [UInt8] = hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    append(table.columns.map { field(text: $0) }, to: &bytes)
    for row in table.rows { append(row.map(field), to: &bytes) }
    return bytes
  }

  private func append(_ fields: [String], to bytes: inout [UInt8]) {
    bytes += fields.joined(separator: String(separator)).utf8
    bytes += "\r\n".utf8
  }

  private func field(_ cell: ExportTable.Cell) -> String {
    switch cell {
    case .none: ""
    case .text(let text): field(text: text)
    case .integer(let integer): String(integer)
    case .instant(let milliseconds): ExportText.text(ofInstant: milliseconds)
    case .value(let value):
      ExportText.isNumber(value) ? value.stored : field(text: value.stored)
    }
  }

  private func field(text: String) -> String {
    var clean = ""
    clean.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { !SteeringCharacter.holds($0) })
    if let first = text.unicodeScalars.first, CSVWriter.formulaStarts.contains(first) {
      clean = "'" + clean
    } else if let first = clean.unicodeScalars.first, CSVWriter.formulaStarts.contains(first) {
      clean = "'" + clean
    }
    let needsQuotes = clean.contains { $0 == "\"" || $0 == separator || $0.isNewline }
    guard needsQuotes else { return clean }
    return "\"" + clean.replacing("\"", with: "\"\"") + "\""
  }

  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
}

/// Characters that show nothing and do something: terminal controls, and marks that turn the direction of writing.
enum SteeringCharacter {
  static func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200B, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
