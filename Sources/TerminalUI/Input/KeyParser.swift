/// Keys and pastes out of a terminal's bytes, however the bytes are cut.
///
/// What a pupil answers is measured here, so one rule is above all: a control sequence never becomes a character.
/// Sequences that mean nothing are swallowed whole: CSI, SS3, the strings (DCS, OSC, PM, APC, SOS), Alt with a key, the
/// console's `ESC [ [ A`, mouse reports, replies of the device (ECMA-48; xterm's ctlseqs; kitty's keyboard protocol).
/// A pure value: time comes in as milliseconds of a monotonic clock.
package struct KeyParser: Sendable, Equatable {
  /// After this much silence (ms) a lone ESC was the key and not the head of a sequence.
  package static let escapePatience: Int64 = 500
  /// After this long (ms) an unfinished sequence is given up, so that no pressed Alt-[ makes the keyboard deaf.
  package static let sequencePatience: Int64 = 5_000
  /// A paste keeps this many bytes; the rest is dropped.
  package static let pasteLimit = 64 * 1024

  private enum State: Sendable, Equatable {
    case ground
    case escape
    /// A lone ESC was given out. The rest of a sequence that a slow line cut just there can still come, in one piece.
    case escapeGivenOut
    /// Alt with a character of several bytes.
    case alt
    case csi(ControlSequence)
    /// After `ESC [ [`.
    case console
    case singleShift(ControlSequence)
    /// Bytes that an X10 mouse report still has.
    case mouse(left: Int)
    case string
    /// ESC inside of a string: with "\" its end.
    case stringEscape
    /// Inside a bracketed paste, with how many bytes of its end have been seen.
    case paste(matched: Int)
  }

  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  /// What the terminal said last of what it can (its reply to DA1): 4 means sixel graphics. It types nothing.
  package private(set) var attributes: [Int] = []

  private var state = State.ground
  private var utf8 = UTF8Decoder()
  private var pasted: [UInt8] = []
  /// When the unfinished thing began; a paste, which may be long, is judged by its last byte.
  private var since: Int64 = 0

  package init() {}

  /// When `flush` should be called if no byte comes earlier, in the clock of `feed`.
  package var deadline: Int64? {
    switch state {
    case .ground: utf8.isInside ? since + Self.sequencePatience : nil
    case .escape: since + Self.escapePatience
    default: since + Self.sequencePatience
    }
  }

  /// What silence up to `now` (ms) decides.
  package mutating func flush(at now: Int64) -> [TerminalEvent] {
    guard let deadline, now >= deadline else { return [] }
    switch state {
    case .escape:
      state = .escapeGivenOut
      return [.key(.escape)]
    case .paste:
      var events: [TerminalEvent] = []
      finishPaste(&events)
      return events
    default:
      reset()
      return []
    }
  }

  /// The events of these bytes, read at `now` (ms).
  package mutating func feed(_ bytes: some Collection<UInt8>, at now: Int64) -> [TerminalEvent] {
    var events = flush(at: now)
    if state == .escapeGivenOut {
      // A person types one byte at a time; a sequence's rest comes at once.
      let isRest = bytes.count > 1 && (bytes.first == UInt8(ascii: "[") || bytes.first == UInt8(ascii: "O"))
      state = isRest ? .escape : .ground
    }
    for byte in bytes {
      let wasIdle = state == .ground && !utf8.isInside
      take(byte, &events)
      if wasIdle || byte == 0x1B { since = now }
      if case .paste = state { since = now }
    }
    return events
  }

  private mutating func reset() {
    state = .ground
    utf8.reset()
  }

  private mutating func take(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch state {
    case .ground, .escapeGivenOut: takeInGround(byte, &events)
    case .escape: takeAfterEscape(byte, &events)
    case .alt: takeAlt(byte, &events)
    case .csi(let sequence): takeInCSI(byte, sequence, &events)
    case .console:
      state = .ground
      if let key = ControlSequence.consoleKey(byte) { events.append(.key(key)) } else { interrupt(byte, &events) }
    case .singleShift(let sequence): takeAfterSingleShift(byte, sequence, &events)
    case .mouse(let left):
      if byte < 0x20 { interrupt(byte, &events) } else { state = left > 1 ? .mouse(left: left - 1) : .ground }
    case .string: takeInString(byte, &events)
    case .stringEscape:
      state = .escape
      if byte == UInt8(ascii: "\\") { state = .ground } else { take(byte, &events) }
    case .paste(let matched): takeInPaste(byte, matched, &events)
    }
  }

  /// A control inside of a sequence breaks it off and is obeyed; anything else that doesn't belong is swallowed with it.
  private mutating func interrupt(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    state = .ground
    if byte < 0x20 || byte == 0x7F { takeInGround(byte, &events) }
  }
}

extension KeyParser {
  private mutating func takeInGround(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    state = .ground
    switch utf8.take(byte) {
    case .more: return
    case .scalar(let scalar) where scalar.value >= 0x20 && scalar.value != 0x7F:
      if SafeText.isKept(scalar) { events.append(.key(.character(Character(scalar)))) }
    case .scalar: takeControl(byte, &events)
    case .notTaken:
      // Broken off by this byte, which is then a beginning; or a byte that begins nothing.
      switch byte {
      case 0x80...0x9F: takeAfterEscape(byte - 0x40, &events)  // C1 in eight bits
      case 0xA0...0xBF, 0xC0, 0xC1, 0xF5...0xFF: return
      default: takeInGround(byte, &events)
      }
    }
  }

  private mutating func takeControl(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch byte {
    case 0x1B: state = .escape
    case 0x0A, 0x0D: events.append(.key(.enter))
    case 0x09: events.append(.key(.tab))
    case 0x08, 0x7F: events.append(.key(.backspace))
    case 0x01...0x1A: events.append(.key(.control(Character(Unicode.Scalar(byte + 0x60)))))
    default: return
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch byte {
    case UInt8(ascii: "["): state = .csi(ControlSequence())
    case UInt8(ascii: "O"): state = .singleShift(ControlSequence())
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"): state = .string
    case 0x1B: state = .escape
    case 0xC2...0xF4:
      state = .alt
      _ = utf8.take(byte)
    default: state = .ground
    }
  }

  private mutating func takeAlt(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch utf8.take(byte) {
    case .more: if !utf8.isInside { state = .ground }
    case .scalar: state = .ground
    case .notTaken: takeInGround(byte, &events)
    }
  }

  private mutating func takeInCSI(_ byte: UInt8, _ earlier: ControlSequence, _ events: inout [TerminalEvent]) {
    var sequence = earlier
    switch byte {
    case UInt8(ascii: "[") where sequence.isEmpty && sequence.isPlain: state = .console
    case 0x30...0x3F:
      sequence.take(parameterByte: byte)
      state = .csi(sequence)
    case 0x20...0x2F:
      sequence.takeIntermediate()
      state = .csi(sequence)
    case 0x40...0x7E: finishCSI(byte, sequence, &events)
    default: interrupt(byte, &events)
    }
  }

  private mutating func finishCSI(_ final: UInt8, _ sequence: ControlSequence, _ events: inout [TerminalEvent]) {
    state = .ground
    if final == UInt8(ascii: "M"), sequence.isEmpty, sequence.isPlain {
      state = .mouse(left: 3)
    } else if final == UInt8(ascii: "~"), sequence.isPlain, sequence.parameters == [200] {
      pasted = []
      state = .paste(matched: 0)
    } else if let said = sequence.attributes(final: final) {
      attributes = said
    } else if let key = sequence.key(final: final) {
      events.append(.key(key))
    }
  }

  private mutating func takeAfterSingleShift(
    _ byte: UInt8, _ earlier: ControlSequence, _ events: inout [TerminalEvent]
  ) {
    var sequence = earlier
    switch byte {
    case 0x30...0x3B:
      sequence.take(parameterByte: byte)
      state = .singleShift(sequence)
    case 0x20...0x7E:
      state = .ground
      if let key = sequence.singleShiftKey(final: byte) { events.append(.key(key)) }
    case 0xC2...0xF4: takeAfterEscape(byte, &events)
    default: interrupt(byte, &events)
    }
  }

  private mutating func takeInString(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch byte {
    case 0x1B: state = .stringEscape
    case 0x07, 0x18, 0x1A: state = .ground
    case 0x00...0x1F, 0x7F: interrupt(byte, &events)
    default: break
    }
  }

  private mutating func takeInPaste(_ byte: UInt8, _ matched: Int, _ events: inout [TerminalEvent]) {
    let end = Self.pasteEnd
    if byte == end[matched] {
      if matched + 1 == end.count { finishPaste(&events) } else { state = .paste(matched: matched + 1) }
      return
    }
    keep(end[..<matched])
    if byte == end[0] {
      state = .paste(matched: 1)
    } else {
      keep(CollectionOfOne(byte))
      state = .paste(matched: 0)
    }
  }

  private mutating func keep(_ bytes: some Collection<UInt8>) {
    if pasted.count + bytes.count <= Self.pasteLimit { pasted.append(contentsOf: bytes) }
  }

  private mutating func finishPaste(_ events: inout [TerminalEvent]) {
    var text = String.UnicodeScalarView()
    UTF8Decoder.decode(pasted) { text.append($0) }
    pasted = []
    reset()
    let safe = SafeText.block(String(text)).string
    if !safe.isEmpty { events.append(.paste(safe)) }
  }
}
