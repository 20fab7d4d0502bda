import TerminalUI

/// Text being typed: its characters, where the cursor stands among them, and what was changed.
struct TextEntry: Sendable, Hashable {
  private(set) var characters: [Character]
  /// 0…count.
  private(set) var cursor: Int
  private var history = EditHistory()

  /// With the cursor at the end. Letters that came in pieces are put together.
  init(_ text: String = "") {
    characters = text.map(ComposedLetters.composed)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isBlank: Bool { characters.allSatisfy(\.isWhitespace) }

  // MARK: Changes

  /// Puts `added` before the cursor, cut so that no more than `limit` characters stand there; false where it was cut.
  mutating func insert(_ added: String, limit: Int) -> Bool {
    var taken = Array(added)
    var place = cursor
    // A combining mark comes as a scalar of its own and belongs to the letter before it.
    if cursor > 0, let joined = Self.joined(characters[cursor - 1], added) {
      taken = joined
      place -= 1
    }
    taken = taken.map(ComposedLetters.composed)
    let room = max(0, limit - (characters.count - (cursor - place)))
    replace(place..<cursor, with: Array(taken.prefix(room)))
    return taken.count <= room
  }

  /// The characters of `letter` and `added` where the first of them grow together; nil where they stand apart.
  private static func joined(_ letter: Character, _ added: String) -> [Character]? {
    guard let mark = added.unicodeScalars.first, mark.properties.canonicalCombiningClass != .notReordered,
      !letter.isNewline
    else { return nil }
    let together = Array(String(letter) + added)
    return together.first == letter ? nil : together
  }

  private mutating func replace(_ range: Range<Int>, with added: [Character]) {
    guard !range.isEmpty || !added.isEmpty else { return }
    history.note(EditHistory.Edit(place: range.lowerBound, removed: Array(characters[range]), added: added))
    characters.replaceSubrange(range, with: added)
    cursor = range.lowerBound + added.count
  }

  mutating func backspace() { if cursor > 0 { replace(cursor - 1..<cursor, with: []) } }

  mutating func delete() { if cursor < characters.count { replace(cursor..<cursor + 1, with: []) } }

  mutating func deleteWord() {
    let end = cursor
    moveWordLeft()
    replace(cursor..<end, with: [])
  }

  /// Takes the line of the cursor out, with its end, and gives it; nothing of an empty text.
  mutating func cutLine() -> String {
    let start = characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let end = characters[cursor...].firstIndex(of: "\n").map { $0 + 1 } ?? characters.count
    let line = String(characters[start..<end])
    replace(start..<end, with: [])
    return line
  }

  /// Takes the last change back; false where there is none.
  mutating func undo() -> Bool {
    guard let edit = history.takeBack() else { return false }
    characters.replaceSubrange(edit.place..<edit.place + edit.added.count, with: edit.removed)
    cursor = edit.place + edit.removed.count
    return true
  }

  /// Does what was taken back again; false where nothing was.
  mutating func redo() -> Bool {
    guard let edit = history.doAgain() else { return false }
    characters.replaceSubrange(edit.place..<edit.place + edit.removed.count, with: edit.added)
    cursor = edit.place + edit.added.count
    return true
  }

  // MARK: Moving

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

  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = characters.count }

  /// Moves as many lines up or down, or as far as there are lines; false where there is none.
  mutating func moveLine(by step: Int, width: Int) -> Bool {
    let rows = rows(width: width)
    let row = rowOfCursor(in: rows)
    let reached = max(0, min(rows.count - 1, row + step))
    guard reached != row else { return false }
    let column = cursor - rows[row].lowerBound
    let target = rows[reached]
    let isLast = reached == rows.count - 1
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
