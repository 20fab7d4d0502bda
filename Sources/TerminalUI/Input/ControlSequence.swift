/// The meaning of complete control sequences: all spellings that terminals have for a key, at once and without terminfo,
/// for the server seldom knows the terminal that a school's computer really has.
struct ControlSequence: Sendable, Equatable {
  /// Numbers between semicolons; an empty one is 0.
  ///
  /// Of subparameters (after ":") the first stands here.
  private(set) var parameters: [Int] = [0]
  /// What kind of press it was, in the second subparameter of the second parameter: 3 is a release.
  private(set) var eventType = 1
  /// "<", "=", ">" or "?": a report or a reply, never a key.
  private var isPrivate = false
  /// Began with "?".
  private var isReply = false
  private var hasIntermediates = false
  /// Of the form that keys have.
  var isPlain: Bool { !isPrivate && !hasIntermediates }
  /// Any parameter byte was seen.
  private(set) var isEmpty = true
  private var subparameter = 0

  /// Longer than any key: what comes beyond is swallowed without being kept.
  private static let limit = 24

  mutating func take(parameterByte byte: UInt8) {
    if isEmpty, byte == UInt8(ascii: "?") { isReply = true }
    isEmpty = false
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digit = Int(byte - UInt8(ascii: "0"))
      if subparameter == 0 {
        let last = parameters.count - 1
        parameters[last] = min(parameters[last] * 10 + digit, 1_000_000)
      } else if subparameter == 1, parameters.count == 2 {
        eventType = digit
      }
    case UInt8(ascii: ";"):
      subparameter = 0
      if parameters.count < Self.limit { parameters.append(0) } else { isPrivate = true }
    case UInt8(ascii: ":"): subparameter += 1
    default: isPrivate = true
    }
  }

  mutating func takeIntermediate() { hasIntermediates = true }

  /// The numbers of `CSI ? … c`, by which a terminal says what it can; nil for anything else.
  func attributes(final: UInt8) -> [Int]? {
    isReply && !hasIntermediates && final == UInt8(ascii: "c") ? parameters : nil
  }

  /// The key of `CSI … final`, or none.
  func key(final: UInt8) -> Key? {
    guard isPlain, eventType != 3 else { return nil }
    switch final {
    case UInt8(ascii: "~"): return keypadKey()
    case UInt8(ascii: "u"): return unicodeKey(code: parameters[0], modifiers: modifiers)
    case UInt8(ascii: "Z"): return .backTab
    default: return letterKey(final: final)
    }
  }

  /// The key of `SS3 … final` (`ESC O`), or none.
  ///
  /// Modifiers stand there as `1;2` or as `2`.
  func singleShiftKey(final: UInt8) -> Key? {
    if final == UInt8(ascii: "M") { return .enter }
    if final == UInt8(ascii: "I") { return .tab }
    if isEmpty, let movement = Self.rxvtMovement(final) { return .far(movement) }
    var sequence = self
    if !isEmpty, parameters.count == 1 { sequence.parameters = [1, parameters[0]] }
    return sequence.letterKey(final: final)
  }

  /// rxvt's Ctrl with an arrow: `ESC O a` to `d`.
  private static func rxvtMovement(_ final: UInt8) -> Key.Movement? {
    switch final {
    case UInt8(ascii: "a"): .up
    case UInt8(ascii: "b"): .down
    case UInt8(ascii: "c"): .right
    case UInt8(ascii: "d"): .left
    default: nil
    }
  }

  /// The Linux console's F1 to F5: `ESC [ [ A` to `E`.
  static func consoleKey(_ letter: UInt8) -> Key? {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) ? .function(Int(letter - UInt8(ascii: "A")) + 1) : nil
  }

  /// xterm's bits: 1 Shift, 2 Alt, 4 Ctrl, 8 and more Meta, Super, Hyper.
  ///
  /// The locks (64, 128) don't count.
  private var modifiers: Int { parameters.count > 1 && parameters[1] > 0 ? (parameters[1] - 1) & 0x3F : 0 }

  /// Shift leaves a key what it is; with Alt or Ctrl it is another one, which means nothing here.
  private func plain(_ key: Key) -> Key? { modifiers & ~1 == 0 ? key : nil }

  /// Shift leaves a movement what it is, Alt or Ctrl makes it go farther; other modifiers mean nothing here.
  private func moving(_ key: Key, _ movement: Key.Movement) -> Key? {
    switch modifiers & ~1 {
    case 0: key
    case 2, 4, 6: .far(movement)
    default: nil
    }
  }

  private func letterKey(final: UInt8) -> Key? {
    guard parameters[0] <= 1 else { return nil }
    switch final {
    case UInt8(ascii: "A"): return moving(.up, .up)
    case UInt8(ascii: "B"): return moving(.down, .down)
    case UInt8(ascii: "C"): return moving(.right, .right)
    case UInt8(ascii: "D"): return moving(.left, .left)
    case UInt8(ascii: "H"): return moving(.home, .home)
    case UInt8(ascii: "F"): return moving(.end, .end)
    // With numbers it is no key of ours, and `CSI 1 ; 1 R` is where the cursor stands.
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      return isEmpty ? .function(Int(final - UInt8(ascii: "P")) + 1) : nil
    default: return nil
    }
  }

  private func keypadKey() -> Key? {
    switch parameters[0] {
    case 1, 7: return moving(.home, .home)
    case 2: return plain(.insert)
    case 3: return plain(.delete)
    case 4, 8: return moving(.end, .end)
    case 5: return plain(.pageUp)
    case 6: return plain(.pageDown)
    case 11...15: return function(parameters[0] - 10)
    case 17...21: return function(parameters[0] - 11)
    case 23, 24: return function(parameters[0] - 12)
    // xterm's modifyOtherKeys: CSI 27 ; modifiers ; code ~
    case 27 where parameters.count == 3: return unicodeKey(code: parameters[2], modifiers: modifiers)
    default: return nil
    }
  }

  private func function(_ number: Int) -> Key? { modifiers == 0 ? .function(number) : nil }

  /// `CSI code ; modifiers u`.
  ///
  /// Printable ones are not taken: no control sequence ever types a character.
  private func unicodeKey(code: Int, modifiers: Int) -> Key? {
    switch (code, modifiers) {
    case (13, 0...1): return .enter
    case (9, 0): return .tab
    case (9, 1): return .backTab
    case (27, 0): return .escape
    case (127, 0...1): return .backspace
    case (97...122, 4):
      return UInt8(exactly: code).map { .control(Character(Unicode.Scalar($0))) }
    default: return nil
    }
  }
}
