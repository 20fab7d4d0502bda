import Foundation
import Glibc
import TerminalTesting

/// The real binary on a pseudo-terminal: how soon it is there, how soon it answers a key, what an answer costs beside a bare
/// write to the same disk, and what memory a session takes.
enum AtTerminal {
  static func figures() throws -> [Figure] {
    let owner = try Folder()
    let folder = owner.path
    let instrument = folder + "/long.xml"
    try Data(longTest(questions: 400)).write(to: URL(filePath: instrument))
    return try starts(folder) + session(instrument, folder) + memories(owner) + [size()] + Idle.figures()
  }

  private static func program(_ arguments: [String]) -> Program { Program.synak(arguments) }

  /// From the start of the process to its first frame, on a store that is there already. Each ends by SIGKILL, so the next
  /// also finds what a crash leaves.
  private static func starts(_ folder: String) throws -> [Figure] {
    var times: [Double] = []
    var work: [Double] = []
    for round in 0..<60 {
      let person = String(format: "u-%04d", round % 25 + 1)
      let start = Clock.wall
      let terminal = try PseudoTerminal(
        program([
          "take", "math-4-diagnostic", "--person", person, "--store", folder, "--again", "--take-over", "-l", "en",
        ]))
      // The first bytes only prepare the screen. What stands on it is looked at when the clock has stopped.
      while !terminal.transcript.ends(with: "348"), Clock.wall - start < 20 { terminal.pump(milliseconds: 1000) }
      if round >= 10 { times.append((Clock.wall - start) * 1000) }
      try terminal.waitFor("348")
      work.append(Processor.milliseconds(of: terminal.process))
      terminal.kill(SIGKILL)
      try terminal.waitForExit()
    }
    return [
      Figure(
        name: "start of the binary to the first question, median", value: times.quantile(0.5), unit: "ms", limit: 20,
        anchor: "dialog 5.5 ms, prompt_toolkit 134 ms, Textual 274 ms"),
      Figure(name: "… p99 (the slowest of fifty)", value: times.quantile(0.99), unit: "ms"),
      Figure(name: "… processor time of it, median", value: work.quantile(0.5), unit: "ms"),
    ]
  }

  /// A long session: the selection moved back and forth, an answer confirmed, a bare write to the same disk, and so on.
  private static func session(_ instrument: String, _ folder: String) throws -> [Figure] {
    let terminal = try PseudoTerminal(
      program(["take", instrument, "--person", "u-0001", "--store", folder, "-l", "en"]))
    try terminal.waitFor("question 1 ")
    var keys: [Double] = []
    var answers: [Double] = []
    var writes: [Double] = []
    var moves: [Int] = []
    let probe = open(folder + "/fdatasync.probe", O_WRONLY | O_CREAT, 0o600)
    defer { close(probe) }
    let block = [UInt8](repeating: 7, count: 4096)
    let before = Processor.milliseconds(of: terminal.process)
    for _ in 0..<200 { for key in ["\u{1B}[B", "\u{1B}[A"] { _ = respond(terminal, key) } }
    let work = (Processor.milliseconds(of: terminal.process) - before) / 400
    for number in 1..<400 {
      for key in ["\u{1B}[B", "\u{1B}[B", "\u{1B}[A"] {
        let before = terminal.transcript.count
        keys.append(respond(terminal, key))
        moves.append(terminal.transcript.count - before)
      }
      _ = respond(terminal, "2")
      answers.append(respond(terminal, "\r"))
      try terminal.waitFor("question \(number + 1) ")
      let start = Clock.wall
      guard pwrite(probe, block, block.count, off_t(number) * 4096) == block.count, fdatasync(probe) == 0 else {
        throw Unusable(what: "fdatasync")
      }
      writes.append((Clock.wall - start) * 1000)
    }
    let memory = Memory.proportionalKilobytes(of: terminal.process)
    terminal.kill(SIGKILL)
    try terminal.waitForExit()
    return [
      Figure(
        name: "a key that stores nothing to the screen, p99 of \(keys.count)", value: keys.quantile(0.99), unit: "ms",
        limit: 1, anchor: "dialog 0.13 ms, prompt_toolkit 18 ms, Textual 23 ms"),
      Figure(name: "… median", value: keys.quantile(0.5), unit: "ms", anchor: "dialog 0.07 ms, Textual 7.3 ms"),
      Figure(name: "… processor time of it", value: work, unit: "ms", anchor: "dialog 0.05 ms, Textual 4.6 ms"),
      Figure(
        name: "a confirmed answer to the next screen, p99 of \(answers.count)", value: answers.quantile(0.99),
        unit: "ms"),
      Figure(name: "… median", value: answers.quantile(0.5), unit: "ms"),
      Figure(name: "a bare fdatasync of the same disk meanwhile, p99", value: writes.quantile(0.99), unit: "ms"),
      Figure(name: "… median", value: writes.quantile(0.5), unit: "ms"),
      Figure(
        name: "bytes that moving the choice writes, at most", value: Double(moves.max() ?? 0), unit: "bytes",
        limit: 200,
        anchor: "dialog 160, prompt_toolkit 135, Textual 432"),
      Figure(name: "memory of a session of 400 questions at its end (PSS)", value: Double(memory) / 1024, unit: "MB"),
    ]
  }

  /// Of sessions in which much was looked at and some answers were given.
  private static func memories(_ folder: Folder) throws -> [Figure] {
    let (pageDown, pageUp) = ("\u{1B}[6~", "\u{1B}[5~")
    let shipped = Walk(
      arguments: ["take", "math-4-diagnostic", "--person", "u-0002", "-l", "en"], begins: "348",
      keys: ["6", "2", "3", "\r"] + [String](repeating: pageDown, count: 6) + [pageUp, pageUp])
    let generated = try Walk.generated(60, language: "ky", person: "u-0003", in: folder)
    return [
      Figure(
        name: "memory of a session of 60 questions in three languages (PSS)", value: try memory(generated, folder),
        unit: "MB", limit: 15, anchor: "Textual 36 MB, prompt_toolkit 33 MB (RSS)"),
      Figure(
        name: "… of the shipped test", value: try memory(shipped, folder), unit: "MB", limit: 15,
        anchor: "a bare runner 4 MB, dialog 1.2 MB"),
    ]
  }

  private static func memory(_ walk: Walk, _ folder: Folder) throws -> Double {
    let terminal = try PseudoTerminal(walk.program(in: folder))
    try terminal.waitFor(walk.begins)
    for key in walk.keys { _ = respond(terminal, key) }
    let memory = Memory.proportionalKilobytes(of: terminal.process)
    terminal.kill(SIGKILL)
    try terminal.waitForExit()
    return Double(memory) / 1024
  }

  /// Milliseconds from a key to the first byte of what it changed on the screen; a key that changes nothing waits in vain.
  private static func respond(_ terminal: PseudoTerminal, _ key: String) -> Double {
    while terminal.pump(milliseconds: 1) > 0 {}
    let start = Clock.wall
    terminal.send(key)
    while terminal.pump(milliseconds: 200) == 0, Clock.wall - start < 2 {}
    return (Clock.wall - start) * 1000
  }

  /// The program as `make install` leaves it: without the symbols that only a debugger reads.
  private static func size() throws -> Figure {
    let stripped = FileManager.default.temporaryDirectory.appending(path: "synak-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: stripped) }
    let strip = Process()
    strip.executableURL = URL(filePath: "/usr/bin/strip")
    strip.arguments = ["-o", stripped.path, program([]).path]
    try strip.run()
    strip.waitUntilExit()
    let attributes = try FileManager.default.attributesOfItem(atPath: stripped.path)
    let bytes = (attributes[.size] as? Int) ?? 0
    return Figure(name: "the installed program", value: Double(bytes) / 1_048_576, unit: "MB")
  }

  /// Choices of four, each called “question n of many”.
  static func longTest(questions: Int) -> [UInt8] {
    let options = ["a", "b", "c", "d"].map { "<option code=\"\($0)\"><en>answer \($0)</en></option>" }.joined()
    let items = (1...questions).map { "<choose id=\"q\($0)\"><en>question \($0) of many</en>\(options)</choose>" }
    return Array(
      """
      <questionnaire xmlns="urn:synak:1" id="long" version="1" languages="en"><title><en>A long one</en></title>
      <section id="s">\(items.joined(separator: "\n"))</section></questionnaire>
      """.utf8)
  }
}

extension [UInt8] {
  /// Whether these words stand in the last part that was written.
  fileprivate func ends(with words: String) -> Bool {
    String(decoding: suffix(4096), as: UTF8.self).contains(words)
  }
}
