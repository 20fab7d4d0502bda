import Expressions

/// Components as bytes for stores and packages: text in records and fields, the same for equal components, so that it can
/// be compared and hashed. What is read back is equal.
extension Components {
  /// Stand in no text that people write: XML has no such characters.
  private static let record: Character = "\u{1E}"
  private static let field: Character = "\u{1D}"
  private static let version = "1"

  package var coded: [UInt8] {
    var records = [Self.version, "r\(rows)"]
    records += totals.map { Self.coded($0) }
    records += spreads.map { spread in
      "S"
        + Self.joined([
          Self.coded(spread.rows), Self.coded(spread.persons), Self.coded(spread.classes), String(spread.rowsOfPersons),
        ])
    }
    if let persons {
      records.append("O")
      records += persons.shares.sorted { $0.key < $1.key }.map { person, shares in
        "P"
          + Self.joined(
            [person.text] + shares.map { "\($0.y) \($0.x) \($0.scale) \($0.rows) \($0.overflowed ? 1 : 0)" })
      }
    }
    return Array(records.joined(separator: String(Self.record)).utf8)
  }

  /// The components that were coded; nil where the bytes are none, or of another version.
  package init?(coded bytes: some Sequence<UInt8>) {
    let text = String(decoding: Array(bytes), as: UTF8.self)
    let records = text.split(separator: Self.record, omittingEmptySubsequences: false)
    guard records.count >= 2, records[0] == Self.version, records[1].first == "r",
      let rows = Int(records[1].dropFirst())
    else { return nil }
    self.init(rows: rows, totals: [], spreads: [])
    var shares: [Symbol: [PersonShare]] = [:]
    var isOpen = false
    for record in records.dropFirst(2) {
      guard let kind = record.first else { return nil }
      let fields = record.dropFirst().split(separator: Self.field, omittingEmptySubsequences: false)
      switch kind {
      case "S":
        guard let spread = Self.spread(fields) else { return nil }
        spreads.append(spread)
      case "O": isOpen = true
      case "P":
        guard let name = fields.first else { return nil }
        let given = fields.dropFirst().map { Self.share($0) }
        guard given.allSatisfy({ $0 != nil }) else { return nil }
        shares[Symbol(String(name))] = given.compactMap { $0 }
      default:
        guard let total = Self.total(kind, fields) else { return nil }
        totals.append(total)
      }
    }
    persons = isOpen ? PersonShares(shares) : nil
  }

  private static func joined(_ fields: [String]) -> String { fields.joined(separator: String(field)) }

  private static func coded(_ total: PartTotal) -> String {
    switch total {
    case .count(let count): "c\(count)"
    case .sum(let sum, let count): "s" + joined([String(count), sum.coded])
    case .sumOfSquares(let sum, let count): "q" + joined([String(count), sum.coded])
    case .least(let value): "l" + (value?.coded ?? "")
    case .greatest(let value): "g" + (value?.coded ?? "")
    case .distinct(let values): "d" + joined(values.map(\.coded).sorted())
    }
  }

  private static func total(_ kind: Character, _ fields: [Substring]) -> PartTotal? {
    switch kind {
    case "c": return fields.first.flatMap { Int($0) }.map { .count($0) }
    case "s", "q":
      guard fields.count == 2, let count = Int(fields[0]), let sum = ExactSum(coded: fields[1]) else { return nil }
      return kind == "s" ? .sum(sum, count: count) : .sumOfSquares(sum, count: count)
    case "l", "g":
      guard fields.count == 1 else { return nil }
      let value = Value(coded: String(fields[0]))
      guard value != nil || fields[0].isEmpty else { return nil }
      return kind == "l" ? .least(value) : .greatest(value)
    case "d":
      let given = fields.filter { !$0.isEmpty }.map { Value(coded: String($0)) }
      guard given.allSatisfy({ $0 != nil }) else { return nil }
      return .distinct(Set(given.compactMap { $0 }))
    default: return nil
    }
  }

  private static func coded(_ sums: UnitSums?) -> String {
    guard let sums else { return "-" }
    return [
      String(sums.units), String(sums.numerator), String(sums.denominator), String(sums.numeratorSquares),
      String(sums.products), String(sums.denominatorSquares), String(sums.scale),
    ].joined(separator: " ")
  }

  private static func sums(_ text: Substring) -> UnitSums?? {
    if text == "-" { return .some(nil) }
    let numbers = text.split(separator: " ").map { Int128($0) }
    guard numbers.count == 7, numbers.allSatisfy({ $0 != nil }) else { return nil }
    let known = numbers.compactMap { $0 }
    guard let units = Int(exactly: known[0]), let scale = UInt8(exactly: known[6]) else { return nil }
    return UnitSums(
      units: units, numerator: known[1], denominator: known[2], numeratorSquares: known[3], products: known[4],
      denominatorSquares: known[5], scale: scale)
  }

  private static func spread(_ fields: [Substring]) -> Spread? {
    guard fields.count == 4, let rows = sums(fields[0]), let persons = sums(fields[1]), let classes = sums(fields[2]),
      let rowsOfPersons = Int(fields[3])
    else { return nil }
    return Spread(rows: rows, persons: persons, classes: classes, rowsOfPersons: rowsOfPersons)
  }

  private static func share(_ text: Substring) -> PersonShare? {
    let numbers = text.split(separator: " ").map { Int64($0) }
    guard numbers.count == 5, numbers.allSatisfy({ $0 != nil }) else { return nil }
    let known = numbers.compactMap { $0 }
    guard let scale = UInt8(exactly: known[2]), let rows = Int(exactly: known[3]) else { return nil }
    return PersonShare(y: known[0], x: known[1], scale: scale, rows: rows, overflowed: known[4] == 1)
  }
}
