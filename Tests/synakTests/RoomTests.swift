import Foundation
import Glibc
import TerminalTesting
import Testing

@testable import Storage

/// The room as its people use it: the real program in its three parts, each on a terminal of its own.
@Suite("A room of terminals", .serialized)
struct RoomTests {
  /// A room that is open; the school lives as long as its terminal.
  private func room(_ school: School, _ arguments: String...) throws -> PseudoTerminal {
    let room = try school.terminal(["room"] + arguments + ["--today", School.today, "-l", "en"], columns: 120)
    try room.waitFor("The room is open")
    return room
  }

  private func kiosk(_ school: School, _ name: String) throws -> PseudoTerminal {
    try school.terminal(["kiosk", "--name", name, "-l", "en"])
  }

  /// From the welcome to the first question: English, the name that begins so, yes, begin.
  private func sitDown(_ kiosk: PseudoTerminal, _ letters: String, confirms name: String) throws {
    try kiosk.waitFor("Welcome")
    kiosk.press(.enter)
    try kiosk.waitFor("choose your name")
    kiosk.send(letters)
    try kiosk.waitFor("▶ " + name)
    kiosk.press(.enter)
    try kiosk.waitFor("Is this you: " + name)
    kiosk.send("2\r")
    try kiosk.waitFor("Your answers are kept under your name")
    // A key that comes with the page doesn't agree to it.
    kiosk.press(.down, .up, .enter)
  }

  private func journal(_ school: School) throws -> [String] {
    try school.reading { store in
      try store.sessions().flatMap { try store.journal(of: $0.id)?.events.map(\.event.kind) ?? [] }
    }
  }

  @Test("Two pupils, a proctor: stopped, let go on, handed in; the terminals are ready for the next ones")
  func whole() throws {
    let school = try School()
    let room = try room(school, "math-4-diagnostic", "--class", "4-а", "--wait")
    let first = try kiosk(school, "pc1")
    let proctor = try school.terminal(["proctor", "--as", "m-0003", "-l", "en"], columns: 110, rows: 34)
    try proctor.waitFor("Not begun yet")
    try sitDown(first, "Асанов", confirms: "Асанов Нурбек")
    try first.waitFor("wait until the teacher begins")
    proctor.press(.list)
    try proctor.waitFor("1  Begin")
    proctor.press(.enter)
    try first.waitFor("348 + 275")
    first.send("623\r")
    try first.waitFor("2 / 6")
    try proctor.waitFor("working")
    proctor.press(.enter)
    try proctor.waitFor("1  Stop for a while")
    proctor.press(.enter)
    try first.waitFor("has stopped the work")
    first.send("4\r")
    proctor.press(.enter)
    try proctor.waitFor("1  Let go on")
    proctor.press(.enter)
    try first.waitFor("The work goes on")
    #expect(first.screen.joined().contains("( )") && !first.screen.joined().contains("(•)"), "a key while it stood")
    first.press(.handIn)
    try first.waitFor("Hand in")
    first.send("2\r")
    try first.waitFor("Handed in")
    first.press(.enter)
    try first.waitFor("Your answers were taken")
    first.press(.enter)
    try first.waitFor("Welcome")
    try proctor.waitFor("handed in")
    proctor.press(.controlC)
    #expect(try proctor.waitForExit() == .exited(0))
    let minutes = try school.run("proctor", "--minutes", school.folder + "/minutes.html", "-l", "en")
    #expect(minutes.code == 0, "\(minutes.said)")
    let paper = try String(contentsOfFile: school.folder + "/minutes.html", encoding: .utf8)
    #expect(paper.contains("Асанов Нурбек") && paper.contains("stopped") && paper.contains("m-0003"))
    room.kill(SIGTERM)
    #expect(try room.waitForExit() == .exited(0))
    #expect(try journal(school).filter { $0 != "moved" } == ["started", "answered", "paused", "continued", "sealed"])
    first.kill(SIGKILL)
  }

  @Test(
    "No key leads out of a kiosk; a process that is killed in the middle costs no answer, and leaves nothing to see")
  func kiosk() throws {
    let school = try School()
    let room = try room(school, "math-4-diagnostic", "--class", "4-а")
    let kiosk = try kiosk(school, "pc1")
    try kiosk.waitFor("Welcome")
    for key in ["\u{3}", "\u{1A}", "\u{1C}", "\u{4}", "\u{1B}", "q"] { kiosk.send(key) }
    try sitDown(kiosk, "Асанов", confirms: "Асанов Нурбек")
    try kiosk.waitFor("348 + 275")
    for key in ["\u{3}", "\u{1A}", "\u{1C}"] { kiosk.send(key) }
    kiosk.send("623\r")
    try kiosk.waitFor("2 / 6")
    let child = try #require(try children(of: kiosk.process).first)
    Glibc.kill(child, SIGKILL)
    try kiosk.waitFor("Welcome")
    #expect(!kiosk.screen.joined().contains("Асанов") && !kiosk.screen.joined().contains("2 / 6"))
    try sitDown(kiosk, "Асанов", confirms: "Асанов Нурбек")
    try kiosk.waitFor("2 / 6")
    room.kill(SIGTERM)
    _ = try room.waitForExit()
    #expect(try journal(school).filter { $0 == "answered" }.count == 1)
    kiosk.kill(SIGKILL)
  }

  @Test("While the room is away a terminal keeps what is typed and says so; when it is back the answer is taken")
  func away() throws {
    let school = try School()
    var room = try room(school, "math-4-diagnostic", "--class", "4-а")
    let kiosk = try kiosk(school, "pc1")
    try sitDown(kiosk, "Асанов", confirms: "Асанов Нурбек")
    try kiosk.waitFor("348 + 275")
    room.kill(SIGKILL)
    _ = try room.waitForExit()
    kiosk.send("623\r")
    try kiosk.waitFor("623")
    try kiosk.waitFor("could not be saved")
    room = try self.room(school, "math-4-diagnostic", "--class", "4-а")
    kiosk.press(.enter)
    try kiosk.waitFor("2 / 6")
    room.kill(SIGTERM)
    _ = try room.waitForExit()
    #expect(try journal(school).filter { $0 == "answered" }.count == 1)
    kiosk.kill(SIGKILL)
  }

  @Test("A terminal that is stopped keeps nobody waiting, and a second one at the same work is told where it is")
  func frozen() throws {
    let school = try School()
    let room = try room(school, "math-4-diagnostic", "--class", "4-а")
    let (first, second) = (try kiosk(school, "pc1"), try kiosk(school, "pc2"))
    try sitDown(first, "Асанов", confirms: "Асанов Нурбек")
    try first.waitFor("348 + 275")
    let child = try #require(try children(of: first.process).first)
    Glibc.kill(child, SIGSTOP)
    try sitDown(second, "Асанов", confirms: "Асанов Нурбек")
    try second.waitFor("open at another computer now (pc1)")
    second.press(.enter)
    try sitDown(second, "Асанова", confirms: "Асанова Айпери")
    try second.waitFor("348 + 275")
    second.send("623\r")
    try second.waitFor("2 / 6")
    Glibc.kill(child, SIGCONT)
    first.send("623\r")
    try first.waitFor("2 / 6")
    room.kill(SIGTERM)
    _ = try room.waitForExit()
    #expect(try journal(school).filter { $0 == "answered" }.count == 2)
    for kiosk in [first, second] { kiosk.kill(SIGKILL) }
  }

  private func children(of process: pid_t) throws -> [pid_t] {
    let path = "/proc/\(process)/task/\(process)/children"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: " ").compactMap { pid_t($0) }
  }
}
