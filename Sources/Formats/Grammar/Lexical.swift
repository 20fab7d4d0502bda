/// How values look letter by letter: the small tests from which value forms are made.
package enum Lexical {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  /// Without the spaces around it.
  package static func trimmed(_ value: String) -> Substring {
    let bytes = value.utf8
    guard let first = bytes.firstIndex(where: { !isSpace($0) }) else { return value[value.endIndex...] }
    var end = bytes.endIndex
    while end > first {
      let before = bytes.index(before: end)
      guard isSpace(bytes[before]) else { break }
      end = before
    }
    return value[first..<end]
  }

  /// The words between spaces.
  package static func words(_ value: String) -> [Substring] {
    value.utf8.split(whereSeparator: isSpace).map { Substring($0) }
  }

  /// The UTF-8 offsets of a part of a value.
  package static func range(of part: Substring, in value: String) -> Range<Int> {
    let start = value.utf8.distance(from: value.utf8.startIndex, to: part.startIndex)
    return start..<start + part.utf8.count
  }

  /// A Latin letter, then up to 63 letters, digits and whatever `extra` allows.
  static func isIdentifier(_ bytes: Substring.UTF8View, extra: (UInt8) -> Bool) -> Bool {
    var count = 0
    for byte in bytes {
      count += 1
      guard isLetter(byte) || (count > 1 && (isDigit(byte) || extra(byte))), count <= 64 else { return false }
    }
    return count > 0
  }

  /// `2026-05-25`, `2026-05` or `2026`: years of four digits, months to 12, days to 31, whether or not the month has them.
  static func isPartOfDate(_ bytes: Substring.UTF8View, parts wanted: ClosedRange<Int>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard wanted.contains(parts.count) else { return false }
    for (index, part) in parts.enumerated() {
      guard part.count == (index == 0 ? 4 : 2), part.allSatisfy(isDigit) else { return false }
      let number = part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      if index == 1, !(1...12).contains(number) { return false }
      if index == 2, !(1...31).contains(number) { return false }
    }
    return true
  }

  /// `figures/rect.svg`: folders and a file of Latin letters, digits, `_` and `-`, the file's name with points too.
  static func isPictureFile(_ bytes: Substring.UTF8View) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let file = parts.last else { return false }
    let folders = parts.dropLast()
    func isPlain(_ byte: UInt8) -> Bool {
      isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    guard folders.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isPlain) }), let first = file.first, isPlain(first),
      file.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: ".") }), let point = file.lastIndex(of: UInt8(ascii: "."))
    else { return false }
    let ending = file[file.index(after: point)...]
    return ["svg", "png", "jpg", "jpeg"].contains { $0.utf8.elementsEqual(ending) }
  }

  /// A Latin letter or digit, then up to `most - 1` of these, `_`, `-` and `.`.
  static func isCode(_ bytes: Substring.UTF8View, most: Int) -> Bool {
    var count = 0
    for byte in bytes {
      count += 1
      let isExtra = byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      guard isLetter(byte) || isDigit(byte) || (count > 1 && isExtra), count <= most else { return false }
    }
    return count > 0
  }

  /// Digits without zeros in front, at most `digits` of them, a minus before them where `isSigned`.
  static func isWhole(_ bytes: Substring.UTF8View, digits: Int, isSigned: Bool) -> Bool {
    var rest = bytes[...]
    let isNegative = isSigned && rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    guard let first = rest.first, rest.count <= digits, rest.allSatisfy(isDigit) else { return false }
    return first != UInt8(ascii: "0") || (rest.count == 1 && !isNegative)
  }

  /// `-3.5`: up to 12 digits before the point and 6 behind it. With `comma`, as persons type: `3,5` too.
  static func isDecimal(_ bytes: Substring.UTF8View, comma: Bool = false) -> Bool {
    var rest = bytes[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    guard !whole.isEmpty, whole.count <= 12, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    rest = rest.dropFirst(whole.count)
    guard let point = rest.first else { return true }
    guard point == UInt8(ascii: ".") || (comma && point == UInt8(ascii: ",")) else { return false }
    let fraction = rest.dropFirst()
    return (1...6).contains(fraction.count) && fraction.allSatisfy(isDigit)
  }

  /// A day of the calendar as `2025-09-01`.
  static func isDate(_ bytes: Substring.UTF8View) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(isDigit) }),
      let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])), let day = Int(Substring(parts[2])),
      year >= 1, (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  /// The word with letters that only look Latin replaced by those that they look like, and the first of them; nil where
  /// there are none.
  static func latin(_ word: String) -> (word: String, letter: Character)? {
    var first: Character?
    let result = word.map { character in
      guard let latin = lookalikes[character] else { return character }
      first = first ?? character
      return latin
    }
    return first.map { (String(result), $0) }
  }

  /// Cyrillic letters and the Latin ones that they are taken for.
  private static let lookalikes: [Character: Character] = [
    "а": "a", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "о": "o", "р": "p", "ԛ": "q", "ѕ": "s",
    "у": "y", "ү": "y", "х": "x", "ԝ": "w", "ѵ": "v", "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "І": "I",
    "Ј": "J", "К": "K", "М": "M", "О": "O", "Р": "P", "Ѕ": "S", "Т": "T", "У": "Y", "Ү": "Y", "Х": "X", "Ԝ": "W",
    "к": "k", "м": "m", "т": "t", "п": "n", "г": "r",
  ]
}

extension Lexical {
  /// With every run of spaces as one space, as `xs:token` counts characters.
  static func collapsed(_ value: Substring) -> String {
    var result = ""
    for word in value.utf8.split(whereSeparator: isSpace) {
      if !result.isEmpty { result += " " }
      result += Substring(word)
    }
    return result
  }
}
