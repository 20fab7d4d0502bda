import CTerminal
import Glibc

/// A terminal in full-screen mode: raw bytes in, frames out, and whatever happens, the terminal given back as it was.
///
/// It is given back when the value ends, when the process calls `exit`, and when it crashes; signals that ask to end come
/// as `.hangup`, so that the program ends by its own will. Only SIGKILL can't be met: a kiosk's wrapper must do that.
/// Standard error isn't touched: what is printed there while this lives lands on the screen, so log to a file.
package struct Terminal: ~Copyable {
  /// Which device is opened.
  ///
  /// Always anew, so that its modes of waiting aren't shared with the shell.
  package enum Device: Sendable, Equatable {
    /// The terminal that the process belongs to: `/dev/tty`.
    case controlling
    /// The terminal behind a descriptor, such as standard input.
    case descriptor(Int32)
    case path(String)
  }

  package private(set) var size: Size

  private let descriptor: Int32
  private let signals: SignalInbox
  /// The modes to give back.
  private var savedModes: termios
  private let environment: TerminalEnvironment
  private let isKiosk: Bool
  private var parser = KeyParser()
  private var painter: Painter
  private var lastFrame: Frame?
  private var ended: HangupReason?
  /// It was asked what it can.
  private var isAsked = false

  /// Takes the terminal over.
  ///
  /// In a kiosk SIGTSTP is ignored, so that nobody gets behind the program.
  package init(
    _ device: Device = .controlling, environment: TerminalEnvironment, isKiosk: Bool = false
  ) throws(TerminalError) {
    let opened = try Self.open(device)
    var modes = termios()
    guard tcgetattr(opened, &modes) == 0 else {
      Glibc.close(opened)
      throw .notATerminal
    }
    let inbox: SignalInbox
    do {
      inbox = try SignalInbox()
    } catch {
      Glibc.close(opened)
      throw error
    }
    if let failure = Self.takeOver(opened, modes) {
      Glibc.close(opened)
      throw failure
    }
    descriptor = opened
    signals = inbox
    savedModes = modes
    self.environment = environment
    self.isKiosk = isKiosk
    painter = Painter(colours: environment.colours, theme: environment.theme)
    size = Self.readSize(opened) ?? environment.fallbackSize
    if !Descriptor.write(Array(TerminalModes.enter.utf8), to: descriptor, signals: signals) { ended = .closed }
  }

  deinit {
    giveBack(keepingKeys: false)
    Glibc.close(descriptor)
  }

  /// Gives the terminal back now instead of at the end of the value's life.
  package consuming func close() {}

  /// Shows a frame: only what differs from the last one is sent.
  package mutating func show(_ frame: Frame) {
    lastFrame = frame
    send(painter.paint(frame))
  }

  /// Paints the last frame anew, whole: for Ctrl-L, after a stranger wrote on the screen.
  package mutating func repaint() {
    painter.forget()
    if let lastFrame { send(painter.paint(lastFrame)) }
  }

  /// Asks whether pictures can be shown in dots. The reply comes with the keys, if it comes; nobody waits for it.
  package mutating func askForDots() {
    guard !isAsked, environment.colours.hasPictures else { return }
    isAsked = true
    send(Array("\u{1B}[c".utf8))
  }

  /// The dots of a cell, where the terminal said that it shows sixel graphics and tells how large its cells are.
  package var dots: CellDots? {
    var width: Int32 = 0
    var height: Int32 = 0
    guard isAsked, parser.attributes.dropFirst().contains(4),
      cterminal_get_cell(descriptor, &width, &height) == 0
    else { return nil }
    return CellDots(width: Int(width), height: Int(height))
  }

  /// Rings the bell.
  package mutating func ring() { send([0x07]) }

  /// What happened, at the latest after `timeoutMilliseconds`: then, if nothing did, one `tick`.
  ///
  /// Never empty.
  package mutating func nextEvents(timeoutMilliseconds: Int) -> [TerminalEvent] {
    let end = Descriptor.now() + Int64(max(0, timeoutMilliseconds))
    var events: [TerminalEvent] = []
    while true {
      if let ended { return events + [.hangup(ended)] }
      let now = Descriptor.now()
      events += parser.flush(at: now)
      let until = min(end, parser.deadline ?? end)
      let patience = events.isEmpty ? Int32(clamping: max(0, until - now)) : 0
      let ready = Descriptor.wait(descriptor, signals: signals.descriptor, milliseconds: patience)
      if ready.contains(.signals) { heed(signals.take(), &events) }
      if ready.contains(.input) {
        takeInput(&events)
      } else if ready.contains(.closed), ended == nil {
        ended = .closed
      }
      // A burst is taken whole, but not without end: a stuck key must not keep the screen from being drawn.
      if !events.isEmpty, ended == nil, ready.isEmpty || events.count >= 1024 { return events }
      if events.isEmpty, ended == nil, Descriptor.now() >= end { return [.tick] }
    }
  }
}

extension Terminal {
  private mutating func takeInput(_ events: inout [TerminalEvent]) {
    switch Descriptor.read(descriptor) {
    case .bytes(let bytes):
      let attributes = parser.attributes
      events += parser.feed(bytes, at: Descriptor.now())
      // Something new is known of the terminal: the screen is drawn anew.
      if isAsked, parser.attributes != attributes { events.append(.tick) }
    case .nothing: break
    case .end: if ended == nil { ended = .closed }
    }
  }

  private mutating func heed(_ notes: SignalInbox.Notes, _ events: inout [TerminalEvent]) {
    if let number = notes.end {
      ended = .signal(number)
      return
    }
    if notes.suspend, !isKiosk {
      giveBack(keepingKeys: true)
      cterminal_stop_until_continued()
      comeBack(&events)
    } else if notes.continued {
      // After SIGSTOP, which can't be met: the shell has made the terminal its own meanwhile.
      comeBack(&events)
    }
    if notes.resized { heedSize(&events) }
  }

  private mutating func heedSize(_ events: inout [TerminalEvent]) {
    let now = Self.readSize(descriptor) ?? environment.fallbackSize
    guard now != size else {
      // The window may have been another for a moment, and have cut or moved what stood in it.
      repaint()
      return
    }
    size = now
    painter.forget()
    lastFrame = nil
    events.append(.resize(now))
  }

  private mutating func comeBack(_ events: inout [TerminalEvent]) {
    // In the background this stops here until the shell brings the program to the front.
    guard Self.takeOver(descriptor, savedModes) == nil else {
      ended = .closed
      return
    }
    send(Array(TerminalModes.enter.utf8))
    heedSize(&events)
  }

  private mutating func send(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, ended != .closed else { return }
    if !Descriptor.write(bytes, to: descriptor, signals: signals), !signals.isAskedToEnd { ended = .closed }
  }

  private func giveBack(keepingKeys: Bool) {
    // A line that has stalled must not keep the program from ending.
    _ = Descriptor.write(Array(TerminalModes.leave.utf8), to: descriptor, signals: signals, patience: 1_000)
    // Keys typed ahead are no commands for the shell.
    if !keepingKeys { tcflush(descriptor, TCIFLUSH) }
    // In the background the terminal is the shell's already, and setting its modes would only stop this process.
    let foreground = tcgetpgrp(descriptor)
    if foreground < 0 || foreground == getpgrp() {
      var modes = savedModes
      tcsetattr(descriptor, TCSANOW, &modes)
    }
    cterminal_guard_disarm()
  }

  /// Raw modes, with the guard armed first so that there is no moment without one.
  private static func takeOver(_ descriptor: Int32, _ saved: termios) -> TerminalError? {
    var saved = saved
    let leave = Array(TerminalModes.leave.utf8)
    cterminal_guard_disarm()
    guard cterminal_guard_arm(descriptor, &saved, leave, leave.count) == 0 else { return .alreadyOpen }
    // Without ISIG, Ctrl-C and Ctrl-Z are keys; without IXON, Ctrl-S is one too.
    var raw = saved
    cfmakeraw(&raw)
    guard tcsetattr(descriptor, TCSANOW, &raw) == 0 else {
      let error = errno
      cterminal_guard_disarm()
      return .cannotSetModes(error)
    }
    return nil
  }

  private static func readSize(_ descriptor: Int32) -> Size? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard cterminal_get_size(descriptor, &columns, &rows) == 0, columns > 0, rows > 0 else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  private static func open(_ device: Device) throws(TerminalError) -> Int32 {
    let path: String
    switch device {
    case .controlling: path = "/dev/tty"
    case .path(let given): path = given
    case .descriptor(let given):
      guard isatty(given) == 1, let name = ttyname(given) else { throw .notATerminal }
      path = String(cString: name)
    }
    let opened = Glibc.open(path, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw .cannotOpen(path: path, errno) }
    guard isatty(opened) == 1 else {
      Glibc.close(opened)
      throw .notATerminal
    }
    return opened
  }
}
