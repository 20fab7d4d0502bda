import Foundation
import Glibc
import TerminalTesting

/// A room of terminals at once: each answers by a timetable of its own, whether the ones before it were taken or not.
///
/// An open loop: what is measured is the time from when an answer was due to when the next question is on the screen. A
/// program that falls behind so pays for all who wait, and can't make itself look good by being asked less.
struct Room {
  var terminals: Int
  /// Answers of each.
  var answers: Int
  /// Seconds from one answer of a terminal to its next.
  var pace: Double
  /// The program at a terminal, given from 0.
  var program: (Int) -> Program
  /// Brings a terminal to `question 1 of many`.
  var sitDown: (PseudoTerminal, Int) throws -> Void = { _, _ in }

  struct Outcome {
    /// Milliseconds of each answer, from when it was due.
    var waits: [Double]
    /// Milliseconds from the first start to the last first question.
    var opening: Double
    /// Proportional memory of all programs, in megabytes.
    var memory: Double
  }

  private struct Seat {
    /// The question on the screen, from 1.
    var question = 1
    /// When the answers that are on their way were due.
    var due: [Double] = []
  }

  func run() throws -> Outcome {
    let began = Clock.wall
    let room = try (0..<terminals).map { try PseudoTerminal(program($0)) }
    for (seat, terminal) in room.enumerated() { try sitDown(terminal, seat) }
    var open = Set(room.indices)
    while !open.isEmpty, Clock.wall - began < 60 {
      _ = PseudoTerminal.pump(anyOf: room, milliseconds: 100)
      open = open.filter { !Self.shows(1, room[$0]) }
    }
    guard open.isEmpty else {
      throw Unusable(what: "\(open.count) of \(terminals) terminals: \(room[open.min() ?? 0].screen)")
    }
    let opening = (Clock.wall - began) * 1000
    let waits = try answer(room)
    let memory = room.reduce(0) { $0 + Memory.proportionalKilobytes(ofGroup: $1.process) }
    for terminal in room {
      // A kiosk goes on until its line is cut.
      terminal.hangUp()
      terminal.kill(SIGTERM)
      try terminal.waitForExit()
    }
    return Outcome(waits: waits, opening: opening, memory: Double(memory) / 1024)
  }

  private func answer(_ room: [PseudoTerminal]) throws -> [Double] {
    var seats = room.map { _ in Seat() }
    // Terminals begin spread over one beat, as people do.
    let start = Clock.wall + 0.2
    var timetable = (0..<answers).flatMap { round in
      room.indices.map { (at: start + (Double(round) + Double($0) / Double(terminals)) * pace, seat: $0) }
    }
    timetable.sort { $0.at > $1.at }
    var waits: [Double] = []
    let end = start + Double(answers) * pace + 30
    while waits.count < answers * terminals {
      while let next = timetable.last, next.at <= Clock.wall {
        timetable.removeLast()
        seats[next.seat].due.append(next.at)
        room[next.seat].send("2\r")
      }
      guard Clock.wall < end else { throw Unusable(what: "\(waits.count) answers of \(answers * terminals) came") }
      let pause = timetable.last.map { max(0, min(50, ($0.at - Clock.wall) * 1000)) } ?? 50
      for index in PseudoTerminal.pump(anyOf: room, milliseconds: Int32(pause.rounded(.up))) {
        // What came is looked at when the clock has been read.
        let now = Clock.wall
        while let due = seats[index].due.first, Self.shows(seats[index].question + 1, room[index]) {
          waits.append((now - due) * 1000)
          seats[index].due.removeFirst()
          seats[index].question += 1
        }
      }
    }
    return waits
  }

  private static func shows(_ question: Int, _ terminal: PseudoTerminal) -> Bool {
    terminal.shows("question \(question) of many")
  }
}

/// Rooms as they are measured.
enum Rooms {
  static func figures() throws -> [Figure] { try separate() + together() }

  /// Thirty terminals, each with a store of its own: what the machine bears when nothing is shared.
  private static func separate() throws -> [Figure] {
    let folder = try Folder()
    let instrument = try instrument(in: folder)
    let room = Room(
      terminals: 30, answers: 12, pace: 2,
      program: { seat in
        Program.built(
          "synak",
          ["take", instrument, "--person", "u-0001", "--store", folder.path + "/store-\(seat)", "-l", "en"])
      })
    let outcome = try room.run()
    return [
      Figure(
        name: "30 terminals, a store each: an answer due to the next screen, p99 of \(outcome.waits.count)",
        value: outcome.waits.quantile(0.99), unit: "ms"),
      Figure(name: "… median", value: outcome.waits.quantile(0.5), unit: "ms"),
    ]
  }

  /// Thirty kiosks on one room, which owns the store.
  private static func together() throws -> [Figure] {
    let folder = try Folder()
    let instrument = try instrument(in: folder)
    let server = try PseudoTerminal(
      Program.built(
        "synak",
        ["room", instrument, "--entry", "open", "--any-day", "--store", folder.path + "/store", "-l", "en"]),
      columns: 120)
    try server.waitFor("The room is open")
    let room = Room(
      terminals: 30, answers: 12, pace: 2,
      program: { seat in
        Program.built("synak", ["kiosk", "--name", "pc\(seat)", "--store", folder.path + "/store", "-l", "en"])
      },
      sitDown: { terminal, _ in
        try terminal.waitFor("Welcome")
        terminal.send("\r")
        try terminal.waitFor("Not now")
        // Enter alone, held too long at the welcome, agrees to nothing.
        terminal.send("\u{1B}[B\u{1B}[A\r")
      })
    let outcome = try room.run()
    let memory = Memory.proportionalKilobytes(of: server.process)
    server.kill(SIGTERM)
    try server.waitForExit()
    return [
      Figure(
        name: "30 terminals on one room and store: an answer due to the next screen, p99 of \(outcome.waits.count)",
        value: outcome.waits.quantile(0.99), unit: "ms", limit: 50, anchor: "SQLite alone, 1,000 sessions: 9–17 ms"),
      Figure(name: "… median", value: outcome.waits.quantile(0.5), unit: "ms"),
      Figure(name: "… memory of one terminal's session and its keeper (PSS)", value: outcome.memory / 30, unit: "MB"),
      Figure(name: "… memory of the room's process (PSS)", value: Double(memory) / 1024, unit: "MB"),
    ]
  }

  private static func instrument(in folder: Folder) throws -> String {
    let path = folder.path + "/long.xml"
    try Data(AtTerminal.longTest(questions: 40)).write(to: URL(filePath: path))
    return path
  }
}
