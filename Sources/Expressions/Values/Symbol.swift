import Synchronization

/// An identifier or code as a small number, so that comparing two is comparing two integers.
///
/// The table behind it is append-only and belongs to the process: a symbol means the same text in every instrument. Order
/// is by text, never by number, so nothing that people see depends on what was read first.
package struct Symbol: Sendable, Hashable {
  let number: Int32

  package init(_ text: String) {
    number = SymbolTable.shared.withLock { $0.number(of: text) }
  }

  package var text: String {
    SymbolTable.shared.withLock { $0.texts[Int(number)] }
  }
}

extension Symbol: Comparable {
  package static func < (a: Symbol, b: Symbol) -> Bool { a.number != b.number && a.text < b.text }
}

extension Symbol: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}

extension Symbol: CustomStringConvertible {
  package var description: String { text }
}

extension Symbol: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

private struct SymbolTable: Sendable {
  static let shared = Mutex(SymbolTable())

  var texts: [String] = []
  private var numbers: [String: Int32] = [:]

  mutating func number(of text: String) -> Int32 {
    if let known = numbers[text] { return known }
    let number = Int32(texts.count)
    texts.append(text)
    numbers[text] = number
    return number
  }
}
