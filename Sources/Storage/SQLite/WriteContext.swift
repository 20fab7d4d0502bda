import Expressions
import Foundation
import GRDB
import Instruments

/// What a request may use while it is written. Lives for one transaction; what it does in memory must be harmless if that
/// transaction is lost.
final class WriteContext {
  let db: Database
  let environment: StoreEnvironment
  let path: String
  let interner: Interner
  let leases: LeaseBook
  /// Set by requests after which the log should hold nothing of what was before: anonymous submissions.
  var forgetsLog = false

  init(db: Database, environment: StoreEnvironment, path: String, interner: Interner, leases: LeaseBook) {
    self.db = db
    self.environment = environment
    self.path = path
    self.interner = interner
    self.leases = leases
  }

  /// Runs a statement that gives no rows.
  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// The first row, if there is any.
  func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
    try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments)
  }

  func randomToken() -> Token {
    // The random source gives as many bytes as it is asked for.
    Token(bytes: environment.random(16)) ?? Token(high: 0, low: 0)
  }
}

/// The numbers that the store gives to symbols, shapes and cells: asked once, then remembered.
final class Interner {
  var symbols: [Symbol: Int] = [:]
  var persons: [Symbol: Int] = [:]
  var shapes: [[Symbol]: Int] = [:]
  var cells: [CellKey: Int] = [:]

  /// As many pseudonyms as are remembered; a district has more than there is memory for.
  static let mostPersons = 100_000

  /// After a transaction was lost, numbers that it gave may belong to something else.
  func forget() {
    symbols = [:]
    persons = [:]
    shapes = [:]
    cells = [:]
  }
}

extension WriteContext {
  /// How values are written here: each symbol as its number.
  var symbols: ValueCodec.Symbols { { [self] in try number(of: $0) } }

  func number(of symbol: Symbol) throws -> Int {
    if let known = interner.symbols[symbol] { return known }
    let text = symbol.text
    let number: Int
    if let row = try row("SELECT id FROM symbol WHERE text = ?", [text]) {
      number = row[0]
    } else {
      try run("INSERT INTO symbol(text) VALUES (?)", [text])
      number = Int(db.lastInsertedRowID)
    }
    interner.symbols[symbol] = number
    return number
  }

  func number(ofPerson pseudonym: Symbol) throws -> Int {
    if let known = interner.persons[pseudonym] { return known }
    let text = pseudonym.text
    let number: Int
    if let row = try row("SELECT id FROM person WHERE pseudonym = ?", [text]) {
      number = row[0]
    } else {
      try run("INSERT INTO person(pseudonym) VALUES (?)", [text])
      number = Int(db.lastInsertedRowID)
    }
    if interner.persons.count >= Interner.mostPersons { interner.persons = [:] }
    interner.persons[pseudonym] = number
    return number
  }

  func shape(of fields: [Symbol]) throws -> Int {
    if let known = interner.shapes[fields] { return known }
    let text = fields.map(\.text).joined(separator: " ")
    let number: Int
    if let row = try row("SELECT id FROM shape WHERE fields = ?", [text]) {
      number = row[0]
    } else {
      try run("INSERT INTO shape(fields) VALUES (?)", [text])
      number = Int(db.lastInsertedRowID)
    }
    interner.shapes[fields] = number
    return number
  }
}

/// The bytes of a column.
extension Row {
  func bytes(_ column: Int) -> [UInt8] {
    (try? withUnsafeData(atIndex: column) { data in data.map { Array($0) } }) ?? []
  }

  /// Nil where the column holds something else than sixteen bytes: the file is damaged.
  func token(_ column: Int) throws -> Token {
    guard let token = Token(bytes: bytes(column)) else { throw Damage() }
    return token
  }

  func digest(_ column: Int) throws -> Digest {
    guard let digest = Digest(bytes: bytes(column)) else { throw Damage() }
    return digest
  }

  func symbol(_ column: Int) -> Symbol? { (self[column] as String?).map { Symbol($0) } }
}

/// Something was read that was never written so.
struct Damage: Error {}
