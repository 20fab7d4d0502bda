/// Reads a pattern's text to its tree.
struct PatternParser {
  private let letters: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  init(_ text: String) { letters = Array(text.unicodeScalars) }

  mutating func whole() throws(Pattern.Mistake) -> PatternTree {
    let tree = try choice()
    guard position == letters.count else { throw mistake() }
    return tree
  }

  private func mistake() -> Pattern.Mistake { Pattern.Mistake(offset: position) }

  private var next: Unicode.Scalar? { position < letters.count ? letters[position] : nil }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard next == letter else { return false }
    position += 1
    return true
  }

  private mutating func choice() throws(Pattern.Mistake) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50 else { throw mistake() }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(Pattern.Mistake) -> PatternTree {
    var parts: [PatternTree] = []
    while let letter = next, letter != "|", letter != ")" { parts.append(try piece()) }
    return .sequence(parts)
  }

  private mutating func piece() throws(Pattern.Mistake) -> PatternTree {
    let atom = try atom()
    switch next {
    case "?"?: return repeated(atom, 0, 1)
    case "*"?: return repeated(atom, 0, nil)
    case "+"?: return repeated(atom, 1, nil)
    case "{"?:
      position += 1
      guard let least = number() else { throw mistake() }
      var most: Int? = least
      if take(",") { most = number() }
      guard take("}"), most.map({ $0 >= least }) ?? true else { throw mistake() }
      return .repeated(atom, least, most)
    default: return atom
    }
  }

  private mutating func repeated(_ atom: PatternTree, _ least: Int, _ most: Int?) -> PatternTree {
    position += 1
    return .repeated(atom, least, most)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let letter = next, ("0"..."9").contains(letter), digits.count < 6 {
      digits.unicodeScalars.append(letter)
      position += 1
    }
    return Int(digits)
  }

  private mutating func atom() throws(Pattern.Mistake) -> PatternTree {
    guard let letter = next else { throw mistake() }
    switch letter {
    case "(":
      position += 1
      let inside = try choice()
      guard take(")") else { throw mistake() }
      return inside
    case "[": return .letter(try set())
    case ".":
      position += 1
      return .letter(.any)
    case "\\": return .letter(try escape())
    case "?", "*", "+", "{", "}", "]": throw mistake()
    default:
      position += 1
      return .letter(.one(letter))
    }
  }

  // MARK: Sets

  /// `[a-z_]`, `[^0-9]`, `[a-z-[aeiou]]`.
  private mutating func set() throws(Pattern.Mistake) -> LetterSet {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50, take("[") else { throw mistake() }
    let isNegated = take("^")
    var parts: [LetterSet] = []
    while true {
      guard let letter = next else { throw mistake() }
      if letter == "]", !parts.isEmpty {
        position += 1
        return finished(parts, isNegated)
      }
      if letter == "-", position + 1 < letters.count, letters[position + 1] == "[" {
        position += 1
        let without = try set()
        guard take("]") else { throw mistake() }
        return .difference(finished(parts, isNegated), without)
      }
      parts.append(try range())
    }
  }

  private func finished(_ parts: [LetterSet], _ isNegated: Bool) -> LetterSet {
    let set: LetterSet = parts.count == 1 ? parts[0] : .union(parts)
    return isNegated ? .not(set) : set
  }

  /// One letter, an escape, or a range of letters.
  private mutating func range() throws(Pattern.Mistake) -> LetterSet {
    let first = try setLetter()
    guard case .range(let low, let end) = first, low == end, next == "-", position + 1 < letters.count,
      letters[position + 1] != "]", letters[position + 1] != "["
    else { return first }
    position += 1
    guard case .range(let high, let last) = try setLetter(), high == last, low <= high else { throw mistake() }
    return .range(low, high)
  }

  private mutating func setLetter() throws(Pattern.Mistake) -> LetterSet {
    guard let letter = next, letter != "[" else { throw mistake() }
    if letter == "\\" { return try escape() }
    position += 1
    return .one(letter)
  }

  // MARK: Escapes

  private mutating func escape() throws(Pattern.Mistake) -> LetterSet {
    position += 1
    guard let letter = next else { throw mistake() }
    position += 1
    switch letter {
    case "n": return .one("\n")
    case "r": return .one("\r")
    case "t": return .one("\t")
    case "d": return .category("Nd")
    case "D": return .not(.category("Nd"))
    case "s": return .space
    case "S": return .not(.space)
    case "w": return .word
    case "W": return .not(.word)
    case "i": return .initial
    case "I": return .not(.initial)
    case "c": return .name
    case "C": return .not(.name)
    case "p": return try category()
    case "P": return .not(try category())
    case "\\", "|", ".", "-", "^", "?", "*", "+", "{", "}", "(", ")", "[", "]", "$", "/", "'", "\"": return .one(letter)
    default:
      position -= 1
      throw mistake()
    }
  }

  private mutating func category() throws(Pattern.Mistake) -> LetterSet {
    guard take("{") else { throw mistake() }
    var name = ""
    while let letter = next, letter != "}" {
      name.unicodeScalars.append(letter)
      position += 1
    }
    guard take("}") else { throw mistake() }
    if let block = Self.blocks[name] { return .range(block.lowerBound, block.upperBound) }
    guard Unicode.GeneralCategory.shortNames.contains(name) else { throw mistake() }
    return .category(name)
  }

  private static let blocks: [String: ClosedRange<UInt32>] = [
    "IsBasicLatin": 0...0x7F, "IsLatin-1Supplement": 0x80...0xFF, "IsCyrillic": 0x400...0x4FF,
  ]
}
