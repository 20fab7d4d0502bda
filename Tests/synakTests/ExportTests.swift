import Foundation
import Storage
import TerminalTesting
import Testing

/// `synak export`: what other programs get to read.
@Suite("synak export")
struct ExportTests {
  /// What a child may write and a spreadsheet may run.
  private static let dangerous = [
    "=1+1", "+7", "-2", "@x", "\tx", "=HYPERLINK(\"http://x\",\"y\")", "＝1+1", "a,b\"c", "Ңөү; «ө»", "-", "'=1",
  ]

  private static var instrument: String {
    let items = dangerous.indices.map { "<text id=\"t\($0)\"><ky>?</ky></text>" }.joined(separator: "\n    ")
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <questionnaire xmlns="urn:synak:1" id="free" version="1.0" languages="ky">
        <title><ky>Эркин</ky></title>
        <section id="all">
          \(items)
          <number id="below"><ky>?</ky></number>
          <text id="none"><ky>?</ky></text>
        </section>
      </questionnaire>
      """
  }

  private func answered() throws -> School {
    let school = try School()
    let file = try school.file("free.xml", Self.instrument)
    let lines = Self.dangerous.enumerated().map { "t\($0.offset) \($0.element)" } + ["below -2"]
    let answers = try school.file("answers.txt", lines.joined(separator: "\n"))
    let run = try school.run("take", file, "--person", "u-0007", "--answers", answers)
    #expect(run.code == 0, "\(run.said)")
    return school
  }

  @Test("No cell is a formula to a spreadsheet; numbers stay numbers, and what is missing says why")
  func csv() throws {
    let school = try answered()
    let path = school.folder + "/answers.csv"
    #expect(try school.run("export", "answers", "--output", path).code == 0)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "spreadsheets know UTF-8 by this")
    let table = Self.cells(String(decoding: bytes.dropFirst(3), as: UTF8.self))
    #expect(table.count == 2)
    let row = Dictionary(zip(table[0], table[1])) { first, _ in first }
    for (name, cell) in row where name != "below" {
      #expect(!["=", "+", "-", "@", "\t", "\r", "＝"].contains { cell.hasPrefix($0) }, "\(name): \(cell)")
    }
    #expect(row["t0"] == "'=1+1" && row["t1"] == "'+7" && row["t2"] == "'-2" && row["t3"] == "'@x")
    #expect(row["t7"] == "a,b\"c" && row["t8"] == "Ңөү; «ө»")
    #expect(row["below"] == "-2" && row["none"] == "?unanswered")
  }

  @Test("JSON has what was written, letter by letter")
  func json() throws {
    let school = try answered()
    let rows = try Self.objects(try school.run("export", "answers", "--format", "json"))
    let row = try #require(rows.first)
    for (index, text) in Self.dangerous.enumerated() where text != "\tx" {
      #expect(row["t\(index)"] as? String == text)
    }
    #expect(row["t4"] as? String == "x", "blanks around an answer are no part of it")
    #expect(row["below"] as? Int == -2)
  }

  @Test("Answers, scores and facts of a class are the same in both forms")
  func forms() throws {
    let school = try School()
    #expect(try school.run("demo").code == 0)
    for (subject, least) in [("answers", 25), ("scores", 25 * 10), ("facts", 25)] {
      let csv = Self.cells(try school.run("export", subject).output)
      let json = try Self.objects(try school.run("export", subject, "--format", "json"))
      #expect(csv.count == json.count + 1 && json.count == least, "\(subject): \(json.count)")
      for (cells, object) in zip(csv.dropFirst(), json) {
        for (name, cell) in zip(csv[0], cells) {
          switch object[name] {
          case let text as String: #expect(cell == text, "\(name)")
          case let list as [Any]: #expect(cell == list.map { "\($0)" }.joined(separator: " "), "\(name)")
          case let number as NSNumber: #expect(Double(cell) == number.doubleValue, "\(name)")
          case nil: #expect(cell.isEmpty, "\(name)")
          default: #expect(cell.hasPrefix("?"), "\(name): \(cell)")
          }
        }
      }
    }
  }

  @Test("A backup is a store of its own with everything in it")
  func backup() throws {
    let school = try School()
    #expect(try school.run("demo").code == 0)
    // One who hasn't finished, too.
    let open = try school.run(
      "take", "math-4-diagnostic", "--person", "u-0027", "--answers", "-", input: "m1 623\nm9 1")
    #expect(open.code == 1)
    let copy = school.folder + "/copy"
    let run = try school.run("export", "backup", "--output", copy, "-l", "ky")
    #expect(run.code == 0, "\(run.said)")
    #expect(run.output.contains("Көчүрмө даяр жана текшерилди: \(copy)"))

    func contents(_ path: String) throws -> [Journal] {
      try school.reading(path) { store in
        #expect(try store.verify().isSound)
        return try store.sessions().compactMap { try store.journal(of: $0.id) }
      }
    }
    #expect(try contents(copy) == contents(school.store))
    #expect(try contents(copy).count == 26)
    for command in [
      ["board"], ["export", "answers"], ["export", "scores"], ["export", "facts"], ["list", "people"],
    ] {
      let original = try Run(school.program(command))
      #expect(try Run(school.program(command + ["--store", copy])).output == original.output, "\(command)")
      #expect(!original.output.isEmpty)
    }
    // The unfinished session goes on in the copy.
    let rest = try school.run(
      "take", "math-4-diagnostic", "--person", "u-0027", "--answers", "-", "--store", copy, "-l", "en",
      input: "m2 c\nm3 60\nm4 a c\nm5 b a d c\nm6 23")
    #expect(rest.output.contains("8 / 8"))

    let again = try school.run("export", "backup", "--output", copy, "-l", "ru")
    #expect(again.code != 0 && again.error.contains("E816"), "nothing is written over")
  }

  @Test("A file that can't be written is a fault with its reason", arguments: ["ky", "ru", "en"])
  func cannotWrite(language: String) throws {
    let school = try School()
    for path in ["/nonexistent/answers.csv", school.folder] {
      let run = try school.run("export", "answers", "--output", path, "-l", language)
      #expect(run.code == 3)
      #expect(run.error.contains("E708") && run.error.contains(path))
    }
  }

  // MARK: Reading it back

  private static func objects(_ run: Run) throws -> [[String: Any]] {
    #expect(run.code == 0)
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
  }

  /// RFC 4180, as strictly as a reader may be.
  private static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        cell.append("\"")
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  @Test("How long each question took, rapid guesses among a class, and a session replayed step by step")
  func times() throws {
    let school = try School()
    #expect(try school.run("demo").code == 0)
    let out = try school.run("export", "times")
    let rows = out.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.count == 25 * 6 + 1, "\(out.said.prefix(400))")
    #expect(rows[0].last == "effort")
    #expect(
      rows.dropFirst().allSatisfy { $0.count == 11 && Double($0[5]) ?? 0 > 0 && ["yes", "no", ""].contains($0[9]) })
    let id = String(rows[1][0].prefix(10))
    let shown = try school.run("session", "show", id, "-l", "en")
    #expect(shown.code == 0 && shown.output.contains("handed in") && shown.output.contains("m1: "), "\(shown.said)")
    let wrong = try school.run("session", "show", "zz")
    #expect(wrong.code == 1 && wrong.error.contains("E750"))
    #expect(try school.run("session", "show", "").error.contains("E751"))
  }

  @Test("Answers of anonymous surveys come out without person, time or order, and only in batches")
  func ballots() throws {
    let school = try School()
    let answers = try school.file(
      "parents.txt", "grade 3\nmeals yes\nspend 150\ng_safe 4\ng_respect 4\ng_fair 3\ng_bully 1\n")
    for _ in 1...6 {
      let run = try school.run("take", "parents-2025", "--answers", answers, "-l", "ky")
      #expect(run.code == 0, "\(run.said)")
    }
    let out = try school.run("export", "ballots", "-l", "en")
    let lines = out.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 6, "\(out.said)")
    #expect(lines.first?.hasPrefix("ballot,class,about,") == true)
    #expect(out.error.contains("1 answer waits to be 5 together"))
    let all = try school.run("export", "ballots", "--release")
    #expect(all.output.split(whereSeparator: \.isNewline).count == 7 && all.error.isEmpty, "\(all.said)")
  }
}
