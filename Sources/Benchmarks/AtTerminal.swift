import Foundation
import Glibc
import TerminalTesting

/// The real binary on a pseudo-terminal: how soon it is there, how soon it answers a key, what an answer costs beside a bare
/// write to the same disk, and what memory a session takes.
enum AtTerminal {
  static func figures() throws -> [Figure] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "synak-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let instrument = folder.appending(path: "numbers.xml").path
    try Data(numbers(count: 400)).write(to: URL(filePath: instrument))
    return try starts(folder.path) + session(instrument, folder.path)
  }

  private static func program(_ arguments: [String]) -> Program { Program.built("synak", arguments) }

  /// From the start of the process to its first frame, on a store that is there already.
  private static func starts(_ folder: String) throws -> [Figure] {
    var times: [Double] = []
    for round in 0..<60 {
      let person = String(format: "u-%04d", round % 25 + 1)
      let start = Clock.wall
      let terminal = try PseudoTerminal(
        program([
          "take", "math-4-diagnostic", "--person", person, "--store", folder, "--again", "--take-over", "-l", "en",
        ]))
      try terminal.waitFor("348")
      if round >= 10 { times.append((Clock.wall - start) * 1000) }
      terminal.kill(SIGKILL)
      try terminal.waitForExit()
    }
    return [
      Figure(
        name: "start of the binary to the first question, median", value: times.quantile(0.5), unit: "ms", limit: 20,
        anchor: "Textual 274 ms, dialog 5.5 ms"),
      Figure(name: "… the slowest of fifty", value: times.quantile(0.99), unit: "ms"),
    ]
  }

  private static func session(_ instrument: String, _ folder: String) throws -> [Figure] {
    let terminal = try PseudoTerminal(
      program(["take", instrument, "--person", "u-0001", "--store", folder, "-l", "en"]))
    try terminal.waitFor("number 1 ")
    var keys: [Double] = []
    var answers: [Double] = []
    var writes: [Double] = []
    let probe = open(folder + "/fdatasync.probe", O_WRONLY | O_CREAT, 0o600)
    defer { close(probe) }
    let block = [UInt8](repeating: 7, count: 4096)
    for number in 1..<400 {
      keys.append(respond(terminal, "7"))
      keys.append(respond(terminal, "\u{7F}"))
      keys.append(respond(terminal, "5"))
      answers.append(respond(terminal, "\r"))
      try terminal.waitFor("number \(number + 1) ")
      let start = Clock.wall
      guard pwrite(probe, block, block.count, off_t(number) * 4096) == block.count, fdatasync(probe) == 0 else {
        throw Unusable(what: "fdatasync")
      }
      writes.append((Clock.wall - start) * 1000)
    }
    let memory = proportionalKilobytes(of: terminal.process)
    terminal.kill(SIGKILL)
    try terminal.waitForExit()
    return [
      Figure(
        name: "a key that stores nothing to the screen, p99", value: keys.quantile(0.99), unit: "ms", limit: 2,
        anchor: "dialog 0.13 ms, Textual 23 ms"),
      Figure(name: "… median", value: keys.quantile(0.5), unit: "ms"),
      Figure(name: "a confirmed answer to the next screen, p99", value: answers.quantile(0.99), unit: "ms"),
      Figure(name: "… median", value: answers.quantile(0.5), unit: "ms"),
      Figure(name: "… a bare fdatasync of the same disk, p99", value: writes.quantile(0.99), unit: "ms"),
      Figure(name: "… median", value: writes.quantile(0.5), unit: "ms"),
      Figure(
        name: "memory of a session (PSS)", value: Double(memory) / 1024, unit: "MB", limit: 20,
        anchor: "Textual 35 MB (RSS)"),
    ]
  }

  /// Milliseconds from a key to the first byte of what it changed on the screen.
  private static func respond(_ terminal: PseudoTerminal, _ key: String) -> Double {
    while terminal.pump(milliseconds: 1) > 0 {}
    let start = Clock.wall
    terminal.send(key)
    while terminal.pump(milliseconds: 1000) == 0, Clock.wall - start < 5 {}
    return (Clock.wall - start) * 1000
  }

  private static func proportionalKilobytes(of process: Int32) -> Int {
    let text = (try? String(contentsOfFile: "/proc/\(process)/smaps_rollup", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("Pss:") }
    return line.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
  }

  private static func numbers(count: Int) -> [UInt8] {
    let items = (1...count).map {
      "<number id=\"n\($0)\" min=\"0\" max=\"99\" whole=\"yes\"><en>number \($0) of many</en></number>"
    }
    return Array(
      """
      <questionnaire xmlns="urn:synak:1" id="numbers" version="1" languages="en"><title><en>Numbers</en></title>
      <section id="s">\(items.joined(separator: "\n"))</section></questionnaire>
      """.utf8)
  }
}
