import Foundation
import TerminalTesting
import Testing

/// `synak register`: a secretary's table comes in after a look at what it changes.
@Suite("synak register")
struct RegisterCommandTests {
  private static let head = "role,family_name,given_name,sex,class,from,extra_time\n"

  @Test("A table is shown, written on a yes, stays for the commands that follow, and can be taken back")
  func importing() throws {
    let school = try School()
    let first = try school.file(
      "people.csv",
      Self.head + """
        pupil,Үлгүбаев,Айбек,m,5-а,2026-09-01,25
        pupil,Асанова,Жылдыз,f,5-а,2026-09-01,
        pupil,Бакиров,Нур,m,5-б,2026-09-01,

        """)
    let look = try school.run("register", "import", first, "--dry-run", "-l", "en")
    #expect(look.code == 0 && look.output.contains("new: 3") && look.output.contains("left: 33"), "\(look.said)")
    #expect(look.output.contains("more than half would leave") && look.output.contains("Nothing was written"))
    #expect(try school.run("register", "list", "-l", "en").output.contains("4-а"))

    let unasked = try school.run("register", "import", first, "-l", "en", input: "")
    #expect(unasked.code == 1 && unasked.error.contains("--yes"))
    let written = try school.run("register", "import", first, "--yes", "-l", "ru")
    #expect(written.code == 0 && written.output.contains("В реестре 3 человека"), "\(written.said)")
    let list = try school.run("register", "list", "-l", "en").output
    #expect(list.contains("5-а") && !list.contains("4-а"))
    let show = try school.run("register", "show", "5-а", "-l", "en").output
    #expect(show.contains("Үлгүбаев Айбек") && show.contains("time +25 %") && show.contains("u-00"))
    let ids = show.split(separator: "\n").dropFirst().map { $0.prefix(6) }

    // The same people in another order, one moved, one renamed by hand and one gone.
    let second = try school.file(
      "people2.csv",
      Self.head + """
        pupil,Асанова,Жылдыз,f,5-б,2026-09-01,
        pupil,Үлгүбаев,Айбек,m,5-а,2026-09-01,25

        """)
    let change = try school.run("register", "import", second, "--yes", "-l", "ky")
    #expect(change.output.contains("класс алмашкан: 1") && change.output.contains("кеткен: 1"), "\(change.said)")
    let after = try school.run("register", "show", "5-а", "-l", "en").output
    #expect(after.contains(ids[0]) && !after.contains("Асанова"))

    let undone = try school.run("register", "undo", "--yes", "-l", "en")
    #expect(undone.code == 0 && undone.output.contains("new: 1") && undone.output.contains("moved: 1"))
    #expect(try school.run("register", "show", "5-б", "-l", "en").output.contains("Бакиров Нур"))
  }

  @Test("On a terminal it asks, and a no writes nothing")
  func asking() throws {
    let school = try School()
    let file = try school.file("people.csv", Self.head + "pupil,Үлгүбаев,Айбек,m,5-а,2026-09-01,\n")
    let terminal = try school.terminal(["register", "import", file, "-l", "ky"])
    try terminal.waitFor("Жазайынбы?")
    terminal.send("жок\r")
    try terminal.waitFor("мурдагыдай")
    #expect(try terminal.waitForExit() == .exited(1))
    #expect(try school.run("register", "list", "-l", "en").output.contains("4-а"))
  }

  @Test("A table with mistakes is not written, and all of them are told")
  func mistakes() throws {
    let school = try School()
    let file = try school.file(
      "people.csv", Self.head + "pupl,А,Б,m,5-а,2026-09-01,\npupil,Acанов,Б,m,5а,2026-09-01,999\n")
    let run = try school.run("register", "import", file, "--yes", "-l", "en")
    #expect(run.code == 1)
    for code in ["E512", "E515", "E530", "W531", "E704"] { #expect(run.error.contains(code), "\(code): \(run.said)") }
    #expect(try school.run("register", "list", "-l", "en").output.contains("4-а"))
    #expect(try school.run("register", "undo", "-l", "en").output == "There is no register before this one.\n")
  }
}
