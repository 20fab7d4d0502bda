import ArgumentParser
import Diagnostics
import Foundation
import Glibc
import Screens
import Storage
import TerminalUI
import Texts

/// `synak kiosk`: a terminal of a room, for one person after another.
struct Kiosk: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk",
    abstract: "A terminal of a room, for one person after another.",
    discussion: """
      Welcomes, asks who it is, tells what will be asked, lets the person answer and thanks; then the next one. No key leads
      out of it: it ends when its process is ended from outside (kill), or its line is cut. Each person has a process of
      its own, so that nothing of one is left for the next, and a crash costs nobody an answer that was taken.

      Needs an open room:  synak room math-4-diagnostic --class 4-а

      Examples:
        synak kiosk
        synak kiosk --door /run/synak      (where pupils may go, unlike the store's folder)
      """)

  @Option(help: ArgumentHelp("Where the room's door is (else the store's folder).", valueName: "folder"))
  var door: String?

  @Option(help: ArgumentHelp("What this terminal is called, in place of its device's name.", valueName: "name"))
  var name: String?

  @Flag(help: "For one person only.")
  var once = false

  @OptionGroup var terminal: TerminalOptions
  @OptionGroup var school: SchoolOptions
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    guard terminal.environment.mode == .fullScreen else {
      throw Failure(.noTerminal, in: languages.language, code: Status.usage)
    }
    if once { try serveOne() } else { KioskKeeper().keep() }
  }

  private func serveOne() throws {
    let environment = terminal.environment
    let room = RoomTerminal(folder: door ?? school.storeFolder, name: name ?? AtTerminal.name)
    try reportingFaults(in: languages.language) {
      var device = try Terminal(.controlling, environment: environment, isKiosk: true)
      KioskSitting(
        room: room, glyphs: environment.glyphs, language: languages.chosen, options: terminal
      ).serve(on: &device)
      device.close()
    }
  }
}
