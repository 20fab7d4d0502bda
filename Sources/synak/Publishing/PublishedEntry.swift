import Expressions
import Instruments
import Texts

/// A published instrument as the list has it.
struct PublishedEntry: Hashable {
  var id: String
  var version: String
  var hash: String
  var date: String
  var method: String
  var languages: String
  var items: String
  var file: String

  init(_ instrument: CheckedInstrument, on day: CalendarDate) {
    let form = instrument.instrument.form
    id = form.id.text
    version = form.version
    hash = instrument.hash.digest.hex
    date = "\(day)"
    method = form.method.rawValue
    languages = form.languages.map(\.rawValue).joined(separator: " ")
    items = String(instrument.delivery.items.count)
    file = "\(id)-\(version)-\(instrument.hash.digest.short).xml"
  }

  /// A line of the list; nil where it isn't one.
  init?(line: Substring) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 8, !cells[0].hasPrefix("#") else { return nil }
    (id, version, hash, date) = (cells[0], cells[1], cells[2], cells[3])
    (method, languages, items, file) = (cells[4], cells[5], cells[6], cells[7])
  }

  var line: String { [id, version, hash, date, method, languages, items, file].joined(separator: "\t") }

  /// The version after one that ends with a number.
  static func next(after version: String) -> String {
    let digits = String(version.reversed().prefix(while: \.isNumber).reversed())
    guard let number = Int(digits) else { return version + ".1" }
    return version.dropLast(digits.count) + String(number + 1)
  }
}
