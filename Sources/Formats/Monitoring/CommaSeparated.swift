/// A table as text: values between commas, lines between line ends, quotation marks around what holds either (RFC 4180).
///
/// Every value knows where it stands. What is wrong is told apart from what was read, and reading goes on behind it.
struct CommaSeparated {
  /// A value and the place of its first character, quotation mark included.
  struct Cell {
    var text: String
    var line: Int
    var column: Int
  }

  struct Problem {
    enum Kind { case unclosedQuote, strayQuote }

    var kind: Kind
    var line: Int
    var column: Int
  }

  /// The lines that hold anything.
  private(set) var records: [[Cell]] = []
  private(set) var problems: [Problem] = []

  private var record: [Cell] = []
  private var cell = Cell(text: "", line: 1, column: 1)
  private var line = 1
  private var column = 1
  private var state = State.start

  private enum State {
    /// Before a value.
    case start
    case plain
    case quoted(line: Int, column: Int)
    /// Behind a quotation mark inside quotation marks: the end, or half of a doubled one.
    case quoteInQuoted
  }

  init(_ text: String, separator: Character = ",") {
    for character in text {
      read(character, separator)
      if character.isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    if case .quoted(let line, let column) = state {
      problems.append(Problem(kind: .unclosedQuote, line: line, column: column))
    }
    if !record.isEmpty || !cell.text.isEmpty { endRecord() }
  }

  private mutating func read(_ character: Character, _ separator: Character) {
    switch state {
    case .quoted:
      if character == "\"" { state = .quoteInQuoted } else { cell.text.append(character) }
    case .quoteInQuoted where character == "\"":
      cell.text.append(character)
      state = .quoted(line: cell.line, column: cell.column)
    case .start where character == "\"": state = .quoted(line: line, column: column)
    case .start, .plain, .quoteInQuoted:
      if character == separator {
        endCell()
      } else if character.isNewline {
        endRecord()
      } else {
        let isStray: Bool =
          if case .quoteInQuoted = state { true } else { character == "\"" }
        if isStray { problems.append(Problem(kind: .strayQuote, line: line, column: column)) }
        cell.text.append(character)
        state = .plain
      }
    }
  }

  /// The value that is being read is over; the next begins behind this character.
  private mutating func endCell() {
    record.append(cell)
    cell = Cell(text: "", line: line, column: column + 1)
    state = .start
  }

  private mutating func endRecord() {
    record.append(cell)
    if record.count > 1 || !record[0].text.isEmpty { records.append(record) }
    record = []
    cell = Cell(text: "", line: line + 1, column: 1)
    state = .start
  }
}

extension CommaSeparated {
  /// Where the first byte stands that no UTF-8 can have; nil where all is well.
  static func firstBadByte(in bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
