import ArgumentParser
import Diagnostics
import Documents
import Expressions
import Foundation
import Glibc
import Instruments
import Monitoring
import Screens
import Storage
import TerminalUI
import Texts

/// `synak proctor`: the live board of a room.
struct Proctor: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "proctor",
    abstract: "Watch over a room: who is where, how far, with how much time; and help.",
    discussion: """
      Shows every session of the open room (synak room) and lets you begin, stop, give time, move a session to another
      computer, close, open again, and declare void with a reason. Everything that you decide stands in the session's
      journal under your name. Without a terminal it prints the board once.

      Examples:
        synak proctor --as m-0003
        synak proctor --minutes minutes.html      (what happened, to be printed and signed)
      """)

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who you are, for the journal and the minutes.", valueName: "name"))
  var proctor: String = "proctor"

  @Option(help: ArgumentHelp("Write the minutes of the room, and don't show the board.", valueName: "file"))
  var minutes: String?

  @OptionGroup var terminal: TerminalOptions
  @OptionGroup var school: SchoolOptions
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    guard let line = RoomProctor(storeFolder: school.storeFolder),
      case .status(let status)? = line.ask(.status)
    else { throw Failure(StoreFault(.opening, .noRoom(school.storeFolder)), in: language) }
    if let minutes {
      guard case .minutes(let found)? = line.ask(.minutes) else {
        throw Failure(StoreFault(.reading, .noRoom(school.storeFolder)), in: language)
      }
      return try write(found, to: minutes)
    }
    var state = ProctorState(status, proctor: Symbol(proctor), language: language)
    let environment = terminal.environment
    guard environment.mode == .fullScreen else {
      _ = state.take(.resize(environment.fallbackSize))
      Output.print(state.frame(size: environment.fallbackSize, glyphs: environment.glyphs).text)
      return
    }
    try reportingFaults(in: language) {
      var device = try Terminal(.controlling, environment: environment)
      watch(&state, line, on: &device, environment.glyphs)
      device.close()
    }
  }

  private func write(_ found: RoomMinutes, to path: String) throws {
    let language = languages.language
    let name = try school.school(in: language).plan.school.name.plain(in: language)
    let day = school.day.text(.day, in: language)
    let document = MinutesDocument(found, school: name, day: day, language: language, hour: Self.hour).document
    let isODF = PaperFormat(ofFile: path) == .odt
    let bytes = isODF ? try FlatODFWriter(pictures: [:]).bytes(document) : HTMLWriter(pictures: [:]).bytes(document)
    try OutputFile.write(path, bytes, in: language)
  }

  /// Hours and minutes in the machine's time zone.
  private static func hour(_ wall: Int64) -> String {
    var seconds = time_t(wall / 1_000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }

  /// Milliseconds between two looks at the room.
  private static let interval: Int64 = 2_000

  private func watch(_ state: inout ProctorState, _ first: RoomProctor, on device: inout Terminal, _ glyphs: Glyphs) {
    var line: RoomProctor? = first
    var looked = Conduct.clock()
    _ = state.take(.resize(device.size))
    func look() {
      line = line ?? RoomProctor(storeFolder: school.storeFolder)
      if case .status(let status)? = line?.ask(.status) {
        state.show(status)
      } else {
        line = nil
        state.cut()
      }
      looked = Conduct.clock()
    }
    while !state.isDone {
      device.show(state.frame(size: device.size, glyphs: glyphs))
      let patience = max(1, Self.interval - (Conduct.clock() - looked))
      for event in device.nextEvents(timeoutMilliseconds: Int(patience)) {
        if case .key(.control("r")) = event { device.repaint() }
        guard let order = state.take(ScreenInput(event)) else { continue }
        if case .ordered(let outcome)? = line?.ask(.order(order)) { state.tell(outcome) } else { state.cut() }
        look()
      }
      if Conduct.clock() - looked >= Self.interval { look() }
    }
  }
}
