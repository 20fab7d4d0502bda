import TerminalUI

/// Text being typed: its characters and where the cursor stands among them.
struct TextEntry: Sendable, Hashable {
  private(set) var characters: [Character]
  /// 0…count.
  private(set) var cursor: Int

  /// With the cursor at the end.
  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isBlank: Bool { characters.allSatisfy(\.isWhitespace) }

  /// Puts `added` before the cursor, cut so that no more than `limit` characters stand there; false where it was cut.
  mutating func insert(_ added: String, limit: Int) -> Bool {
    guard let joined = joinedMark(added) else { return insertCharacters(Array(added), limit: limit) }
    characters[cursor - 1] = joined
    return true
  }

  private mutating func insertCharacters(_ added: [Character], limit: Int) -> Bool {
    let room = max(0, limit - characters.count)
    let taken = added.prefix(room)
    characters.insert(contentsOf: taken, at: cursor)
    cursor += taken.count
    return taken.count == added.count
  }

  /// A combining mark comes as a scalar of its own and belongs to the letter before it: "и" and a breve are "й".
  private func joinedMark(_ added: String) -> Character? {
    guard cursor > 0, let mark = added.unicodeScalars.first, added.unicodeScalars.count == 1,
      mark.properties.canonicalCombiningClass != .notReordered
    else { return nil }
    let letter = characters[cursor - 1]
    if let composed = Self.composed[String(letter) + added] { return composed }
    let joined = String(letter) + added
    return joined.count == 1 ? joined.first : nil
  }

  /// The letters of Kyrgyz, Russian and Tajik that some keyboards send in two pieces, in one scalar. (Swift compares them
  /// as equal; a file that other programs read should have one spelling.)
  private static let composed: [String: Character] = [
    "и\u{306}": "\u{439}", "И\u{306}": "\u{419}", "е\u{308}": "\u{451}", "Е\u{308}": "\u{401}",
    "и\u{304}": "\u{4E3}", "И\u{304}": "\u{4E2}", "у\u{304}": "\u{4EF}", "У\u{304}": "\u{4EE}",
  ]

  mutating func backspace() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  mutating func delete() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  mutating func deleteWord() {
    let end = cursor
    moveWordLeft()
    characters.removeSubrange(cursor..<end)
  }

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(characters.count, cursor + 1) }

  mutating func moveWordLeft() {
    while cursor > 0, characters[cursor - 1].isWhitespace { cursor -= 1 }
    while cursor > 0, !characters[cursor - 1].isWhitespace { cursor -= 1 }
  }

  mutating func moveWordRight() {
    while cursor < characters.count, characters[cursor].isWhitespace { cursor += 1 }
    while cursor < characters.count, !characters[cursor].isWhitespace { cursor += 1 }
  }

  mutating func moveToLineStart(width: Int) {
    let rows = rows(width: width)
    cursor = rows[rowOfCursor(in: rows)].lowerBound
  }

  mutating func moveToLineEnd(width: Int) {
    let rows = rows(width: width)
    let row = rowOfCursor(in: rows)
    cursor = row + 1 < rows.count ? max(rows[row].lowerBound, rows[row].upperBound - 1) : rows[row].upperBound
  }

  /// Moves to the line above or below; false where there is none.
  mutating func moveLine(by step: Int, width: Int) -> Bool {
    let rows = rows(width: width)
    let row = rowOfCursor(in: rows)
    guard rows.indices.contains(row + step) else { return false }
    let column = cursor - rows[row].lowerBound
    let target = rows[row + step]
    let isLast = row + step == rows.count - 1
    cursor = min(target.lowerBound + column, isLast ? target.upperBound : max(target.lowerBound, target.upperBound - 1))
    return true
  }

  /// The lines on a screen as stretches of characters that join without gaps; a line keeps the space or line end that
  /// ends it. At least one.
  func rows(width: Int) -> [Range<Int>] {
    let limit = max(1, width)
    var rows: [Range<Int>] = []
    var start = 0
    var taken = 0
    var afterSpace: Int?
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character == "\n" {
        rows.append(start..<index + 1)
        (start, taken, afterSpace) = (index + 1, 0, nil)
        index += 1
        continue
      }
      let cells = Self.cells(of: character)
      if character != " ", taken + cells > limit, index > start {
        let end = afterSpace.map { $0 > start ? $0 : index } ?? index
        rows.append(start..<end)
        (start, taken, afterSpace) = (end, characters[end..<index].reduce(0) { $0 + Self.cells(of: $1) }, nil)
        continue
      }
      taken += cells
      if character == " " { afterSpace = index + 1 }
      index += 1
    }
    rows.append(start..<characters.count)
    return rows
  }

  /// The row in which the cursor stands: behind a line end it is on the next.
  func rowOfCursor(in rows: [Range<Int>]) -> Int {
    rows.lastIndex { $0.lowerBound <= cursor } ?? 0
  }

  static func cells(of character: Character) -> Int {
    max(1, character.unicodeScalars.reduce(0) { $0 + cellWidth($1) })
  }
}
