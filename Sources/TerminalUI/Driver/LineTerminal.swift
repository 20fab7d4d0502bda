import CTerminal
import Glibc

/// A line at a time: for dumb terminals, screen readers, pipes and files.
///
/// The terminal's own line editing stays on.
package struct LineTerminal: ~Copyable {
  package enum Input: Sendable, Equatable {
    /// A line without its end, filtered by `SafeText`; the last one of a file needs no newline.
    case line(String)
    /// A line of more than `lineLimit` bytes, which was dropped.
    case tooLong
    /// No line came in time.
    case tick
    /// No line will come any more, or the program was asked to end. Repeated at each call.
    case hangup(HangupReason)
  }

  /// Bytes that a line may have.
  package static let lineLimit = 64 * 1024

  private let input: Int32
  private let output: Int32
  private let signals: SignalInbox
  private var buffer: [UInt8] = []
  /// Up to here the buffer holds no newline.
  private var searched = 0
  private var isSkipping = false
  private var isAtEnd = false
  private var ended: HangupReason?

  /// Takes over descriptors that stay open afterwards.
  package init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) throws(TerminalError) {
    let inbox = try SignalInbox()
    self.input = input
    self.output = output
    signals = inbox
  }

  /// Writes text through the filter, as it stands: end it with "\n" where a line ends.
  package mutating func write(_ text: String) { write(SafeText.block(text)) }

  /// Writes safe text.
  ///
  /// Where the reader is gone, the next `nextLine` says so.
  package mutating func write(_ text: SafeText) {
    guard ended != .closed else { return }
    if !Descriptor.write(Array(text.string.utf8), to: output, signals: signals) { ended = .closed }
  }

  /// The next line; without a time-out (nil) it waits as long as it takes.
  package mutating func nextLine(timeoutMilliseconds: Int? = nil) -> Input {
    let end = timeoutMilliseconds.map { Descriptor.now() + Int64(max(0, $0)) }
    while true {
      if let line = lineInBuffer() { return line }
      if isAtEnd { ended = ended ?? .closed }
      if let ended { return .hangup(ended) }
      let patience = end.map { Int32(clamping: max(0, $0 - Descriptor.now())) } ?? -1
      let ready = Descriptor.wait(input, signals: signals.descriptor, milliseconds: patience)
      if ready.contains(.signals) { heed(signals.take()) }
      if ready.contains(.input) {
        takeInput()
      } else if ready.contains(.closed) {
        isAtEnd = true
      } else if let end, Descriptor.now() >= end {
        return ended.map { .hangup($0) } ?? .tick
      }
    }
  }
}

extension LineTerminal {
  private mutating func takeInput() {
    switch Descriptor.read(input) {
    case .bytes(let bytes): buffer += bytes
    case .nothing: break
    case .end: isAtEnd = true
    }
  }

  private mutating func heed(_ notes: SignalInbox.Notes) {
    if let number = notes.end { ended = .signal(number) }
    if notes.suspend { cterminal_stop_until_continued() }
  }

  private mutating func lineInBuffer() -> Input? {
    guard let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      if buffer.count > Self.lineLimit {
        isSkipping = true
        buffer = []
      }
      searched = buffer.count
      guard isAtEnd, !buffer.isEmpty || isSkipping else { return nil }
      return take(through: buffer.count, length: buffer.count)
    }
    return take(through: end + 1, length: end)
  }

  private mutating func take(through next: Int, length: Int) -> Input {
    let line = Self.decode(buffer[..<length])
    let isTooLong = isSkipping || length > Self.lineLimit
    buffer.removeSubrange(..<next)
    searched = 0
    isSkipping = false
    return isTooLong ? .tooLong : .line(line)
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    UTF8Decoder.decode(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes) { scalars.append($0) }
    return SafeText.line(String(scalars)).string
  }
}
