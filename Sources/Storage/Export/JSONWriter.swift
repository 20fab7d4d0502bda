import Expressions
import Instruments

/// Tables as JSON (RFC 8259): an object a row, the keys in the order of the columns, so that the same table gives the same
/// bytes. A missing value is an object with its reason, so that nobody takes it for an empty text.
package struct JSONWriter: Sendable {
  package enum Form: Sendable, Hashable {
    /// One object a line.
    case lines
    /// One array of all.
    case array
  }

  package var form: Form

  package init(_ form: Form) { self.form = form }

  /// The table as UTF-8.
  package func bytes(_ table: ExportTable) -> [UInt8] {
    let keys = table.columns.map { JSONWriter.quoted($0) }
    let objects = table.rows.map { row in
      let members = zip(keys, row).compactMap { key, cell in JSONWriter.text(cell).map { "\(key):\($0)" } }
      return "{" + members.joined(separator: ",") + "}"
    }
    switch form {
    case .lines: return Array(objects.map { $0 + "\n" }.joined().utf8)
    case .array: return Array(("[\n" + objects.joined(separator: ",\n") + (objects.isEmpty ? "]\n" : "\n]\n")).utf8)
    }
  }

  /// Nil for what the row doesn't have: the object has no such key.
  private static func text(_ cell: ExportTable.Cell) -> String? {
    switch cell {
    case .none: nil
    case .text(let text): quoted(text)
    case .integer(let integer): String(integer)
    case .instant(let milliseconds): quoted(ExportText.text(ofInstant: milliseconds))
    case .value(let value): text(value)
    }
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .missing(let missing):
      "{\"missing\":\(quoted(missing.reason.rawValue))"
        + (missing.code.map { ",\"code\":\(quoted($0.text))" } ?? "") + "}"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer, .decimal: value.stored
    case .float(let float) where float.isFinite: value.stored
    case .container(let container) where container.cardinality == .record:
      "{" + zip(container.names, container.elements).map { "\(quoted($0.text)):\(text($1))" }.joined(separator: ",")
        + "}"
    case .container(let container): "[" + container.elements.map(text).joined(separator: ",") + "]"
    case .text(let text): quoted(text)
    default: quoted(value.stored)
    }
  }

  /// A string with everything escaped that a terminal would obey.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where SteeringCharacter.holds(scalar):
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
