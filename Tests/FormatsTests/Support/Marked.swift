import Diagnostics
import Texts
import XML

@testable import Formats

/// A file with the place of its mistake marked: `⟦` stands before the piece that is wrong, `⟧` behind it, where the
/// length matters.
struct Marked {
  var bytes: [UInt8]
  /// `line:column`, and `+length` where the end is marked too; one for each mark, in order.
  var places: [String] = []

  init(_ text: String) {
    var plain = ""
    var line = 1
    var column = 1
    var open: [Int] = []
    for character in text {
      switch character {
      case "⟦":
        open.append(column)
        places.append("\(line):\(column)")
      case "⟧": if let start = open.popLast() { places[places.count - 1] += "+\(column - start)" }
      case "\n":
        plain.append(character)
        line += 1
        column = 1
      default:
        plain.append(character)
        column += 1
      }
    }
    bytes = Array(plain.utf8)
  }

  /// A test of one tally, with more in its section, and behind it.
  static func instrument(_ inSection: String = "", behind: String = "", languages: String = "ky ru") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <test xmlns="urn:synak:1" id="t" version="1" languages="\(languages)">
      <title>T</title>
      <section id="s">
        <tally id="q"><ky>а</ky><ru>б</ru></tally>
        \(inSection)
      </section>
      \(behind)
    </test>
    """
  }
}

extension Diagnostic {
  /// `E203 6:6+5 chose→choose`: all that a test compares.
  func summary(withLength: Bool) -> String {
    let at = place.map { "\($0.line):\($0.column)" + (withLength ? "+\($0.length)" : "") } ?? ""
    return "\(code) \(at) \(found)" + (suggestion.map { "→\($0)" } ?? "")
  }
}
