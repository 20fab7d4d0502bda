import Foundation
import TerminalTesting
import Testing

/// `synak check`: everything that is wrong with files, told at once, whatever they hold.
@Suite("synak check")
struct CheckTests {
  // MARK: What a methodist sees

  @Test("The shipped files are in order", arguments: ["ky", "ru", "en"])
  func shipped(language: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../instruments")
    let files = ["math-4-diagnostic", "parent-survey", "lesson-observation", "indicators", "plan-2026-2027"].map {
      folder.appending(path: $0 + ".xml").standardizedFileURL.path
    }
    let register = folder.appending(path: "sample-register.csv").standardizedFileURL.path
    let run = try Run(.built("synak", ["check", "-l", language] + files + [register]))
    #expect(run.code == 0, "\(run.said)")
    #expect(!run.output.contains(" E") && !run.output.contains(" W"))
    #expect(run.error.isEmpty)
  }

  @Test(
    "A mistake is told with file, line and column, in plain words, with what was probably meant",
    arguments: [
      ("ky", "14:43: ката E101: «meels» деген суроо же шкала жок.", "балким, «meals»?"),
      ("ru", "14:43: ошибка E101: Нет вопроса или шкалы с именем «meels».", "возможно, «meals»?"),
      ("en", "14:43: error E101: There is no question or scale called “meels”.", "did you mean “meals”?"),
    ])
  func oneMistake(language: String, words: String, suggestion: String) throws {
    let school = try School()
    let file = try school.file(
      "survey.xml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <questionnaire xmlns="urn:synak:1" id="s" version="1.0" languages="ky ru en">
        <title><ky>Сурамжылоо</ky><ru>Опрос</ru><en>Survey</en></title>
        <choice-list id="yesno">
          <option code="yes"><ky>Ооба</ky><ru>Да</ru><en>Yes</en></option>
          <option code="no"><ky>Жок</ky><ru>Нет</ru><en>No</en></option>
        </choice-list>
        <section id="all">
          <choose id="meals" choices="yesno">
            <ky>Балаңыз мектепте тамактанабы?</ky>
            <ru>Ваш ребёнок питается в школе?</ru>
            <en>Does your child eat at school?</en>
          </choose>
          <text id="why_not" lines="4" show-if="meels eq 'no'"><ky>Эмнеге?</ky><ru>Почему?</ru><en>Why?</en></text>
        </section>
      </questionnaire>
      """)
    let run = try school.run("check", file, "-l", language)
    #expect(run.code == 1)
    #expect(run.output.contains("\(file):\(words)"), "\(run.output)")
    #expect(run.output.contains(suggestion))
    // The line itself, with the piece underlined.
    let lines = run.output.split(separator: "\n").map(String.init)
    let shown = try #require(lines.firstIndex { $0.contains("14 │") })
    let piece = try #require(lines[shown].range(of: "meels"))
    let underline = try #require(lines[shown + 1].range(of: "^^^^^"))
    #expect(
      lines[shown].distance(from: lines[shown].startIndex, to: piece.lowerBound)
        == lines[shown + 1].distance(from: lines[shown + 1].startIndex, to: underline.lowerBound))
  }

  @Test(
    "A file with twenty mistakes is told the twenty, each at its place, and nothing else",
    arguments: ["ky", "ru", "en"])
  func twenty(language: String) throws {
    let school = try School()
    let file = try school.file("twenty.xml", Self.twentyMistakes)
    let run = try school.run("check", file, "-l", language)
    #expect(run.code == 1)
    let found = run.output.split(separator: "\n").filter { $0.hasPrefix(file + ":") }.map { line in
      let rest = line.dropFirst(file.count + 1)
      let code = rest.split(separator: " ").first { $0.wholeMatch(of: /[EW][0-9]{3}:/) != nil } ?? ""
      return rest.prefix { $0 != " " } + " " + code.dropLast()
    }
    #expect(
      found == [
        "2:83: E222", "2:95: E209", "6:19: E274", "9:29: E221", "10:17: E270", "11:17: E214", "12:6: E280",
        "13:6: E243", "14:57: E221", "15:29: E235", "16:30: E272", "17:33: E105", "18:29: E101", "20:54: E104",
        "21:6: E203", "22:6: E311", "23:43: E242", "25:38: E320", "26:26: E224", "27:56: E120",
      ])
    #expect(run.output.contains("20 "))
  }

  static let twentyMistakes = """
    <?xml version="1.0" encoding="UTF-8"?>
    <test xmlns="urn:synak:1" id="twenty" version="1.0" languages="ky ru" time-limit="40 minutes" subjekt="math">
      <title><ky>Жыйырма</ky><ru>Двадцать</ru></title>
      <choice-list id="yesno">
        <option code="yes"><ky>Ооба</ky><ru>Да</ru></option>
        <option code="yes"><ky>Жок</ky><ru>Нет</ru></option>
      </choice-list>
      <section id="a">
        <number id="q1" points="one"><ky>1</ky><ru>1</ru><key>1</key></number>
        <number id="q1" points="1"><ky>2</ky><ru>2</ru><key>2</key></number>
        <number id="3q" points="1"><ky>3</ky><ru>3</ru><key>3</key></number>
        <number id="q4" points="1" min="9" max="1"><ky>4</ky><ru>4</ru><key>4</key></number>
        <number id="q5" points="1"><ky>5</ky><key>5</key></number>
        <number id="q6" points="1"><ky>6</ky><ru>6</ru><key>six</key></number>
        <choose id="q7" points="1"><ky>7</ky><ru>7</ru><option code="a">1</option><option code="b">2</option></choose>
        <choose id="q8" choices="yesnoo"><ky>8</ky><ru>8</ru></choose>
        <text id="q9" show-if="q1 gt"><ky>9</ky><ru>9</ru></text>
        <text id="q10" show-if="meels eq 1"><ky>10</ky><ru>10</ru></text>
        <choose id="q11" choices="yesno"><ky>11</ky><ru>11</ru></choose>
        <choose id="q12" choices="yesno" show-if="q11 eq 'maybe'"><ky>12</ky><ru>12</ru></choose>
        <chose id="q13"><ky>13</ky><ru>13</ru><option code="a">1</option><option code="b">2</option></chose>
        <order id="q14" points="1"><ky>14</ky><ru>14</ru><option code="a" place="1">x</option><option code="b" place="1">y</option></order>
        <text id="q15"><ky>15</ky><ru>15</ru><uz>15</uz></text>
      </section>
      <scale id="s1" method="sum" of="q1 q99"><ky>s</ky><ru>s</ru></scale>
      <scale id="s2" method="average" of="q1"><ky>s</ky><ru>s</ru></scale>
      <feeds dataset="diag"><field id="level" value="score(s3)"/></feeds>
    </test>
    """

  @Test("An example of the instrument that comes to something else is told with what it came to")
  func example() throws {
    let school = try School()
    let source = Generated.numbers(2).replacing(
      "</test>",
      with: """
          <scale id="total" method="sum" of="n1 n2"><ky>Баары</ky><ru>Всё</ru><en>All</en></scale>
          <example name="both"><answers n1="1" n2="3"/><expect total="2"/></example>
        </test>
        """)
    let run = try school.run("check", try school.file("numbers.xml", source), "-l", "en")
    #expect(run.code == 1)
    #expect(run.output.contains("E362: The example “both” expects total to be 2, but it came to 1."))
  }

  @Test("Several files are checked in one run, and an instrument's feeds against the indicators beside it")
  func several() throws {
    let school = try School()
    let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../instruments")
    let indicators = try String(contentsOf: shipped.appending(path: "indicators.xml"), encoding: .utf8)
    let test = try String(contentsOf: shipped.appending(path: "math-4-diagnostic.xml"), encoding: .utf8)
    let file = try school.file("test.xml", test.replacing("dataset=\"diag\"", with: "dataset=\"dig\""))
    #expect(try school.run("check", file).code == 0, "where no indicators are known the far end stays unchecked")
    try school.file("indicators.xml", indicators)
    let run = try school.run("check", file, try school.file("two.xml", "<test"), "-l", "en")
    #expect(run.code == 1)
    #expect(run.output.contains("“dig”") && run.output.contains("did you mean “diag”?"))
    #expect(run.output.contains("two.xml:1:1: error"))
    #expect(run.output.contains("2 files: 2 mistakes"))
  }

  @Test(
    "A register in which a code is used twice is told at the second one",
    arguments: [("ky", "ката"), ("ru", "ошибка"), ("en", "error")])
  func register(language: String, word: String) throws {
    let school = try School()
    let file = try school.file(
      "register.csv",
      """
      person,role,family_name,given_name,sex,language,class,from,to
      u-0001,pupil,Абдыкеримов,Тилек,m,ky,4-а,2026-09-01,
      u-0001,pupil,Асанов,Нурбек,m,ky,4-а,2026-09-01,
      u-0003,pupil,Асанова,Айпери,x,ky,4-а,2026-13-01,
      """)
    let run = try school.run("check", file, "-l", language)
    #expect(run.code == 1)
    #expect(run.output.contains("\(file):3:1: \(word) E519"), "\(run.output)")
    #expect(run.output.contains("\(file):4:29: \(word)") && run.output.contains("\(file):4:38: \(word)"))
    // Nothing is taken from it either.
    let board = try school.run("board", "--register", file, "-l", language)
    #expect(board.code == 1 && board.error.contains("E519"))
    #expect(!FileManager.default.fileExists(atPath: school.store))
  }

  @Test("What can't be read at all is said plainly, and the other files are checked", arguments: ["ky", "ru", "en"])
  func unreadable(language: String) throws {
    let school = try School()
    let good = try school.file("good.xml", Generated.numbers(1))
    mkfifo(school.folder + "/pipe.xml", 0o600)
    let run = try school.run(
      "check", school.folder + "/nothing.xml", school.folder, school.folder + "/pipe.xml",
      try school.file("empty.xml", ""), "", good, "-l", language)
    #expect(run.code == 1)
    for code in ["E001", "E003"] { #expect(run.output.contains(code), "\(code) in \(run.output)") }
    #expect(run.output.contains("nothing.xml") && run.output.contains("pipe.xml") && run.output.contains("empty.xml"))
    #expect(run.output.contains(good + ": "))
  }

  @Test("A file that may not be read is said to be so", .enabled(if: getuid() != 0, "root may read everything"))
  func forbidden() throws {
    let school = try School()
    let file = try school.file("secret.xml", Generated.numbers(1))
    chmod(file, 0)
    let run = try school.run("check", file, "-l", "en")
    #expect(run.code == 1)
    #expect(run.output.contains("E002"))
  }

  // MARK: What an attacker sees

  private static let seconds = 2.0
  private static let kilobytes = 200 * 1024

  @Test(
    "Every hostile file gets its verdict: no crash, at most 2 s and 200 MB, no control character in any output",
    .enabled(if: !HostileFiles.all.isEmpty, "the hostile files aren't beside the project"))
  func hostile() throws {
    var costs: [(file: HostileFiles.File, run: Run)] = []
    for (index, file) in HostileFiles.all.enumerated() {
      // Every file in one language, some in all.
      for language in index.isMultiple(of: 8) ? ["ky", "ru", "en"] : ["ky"] {
        let run = try Run(.built("synak", ["check", file.path, "-l", language]))
        #expect(run.status == .exited(file.isRejected ? 1 : 0), "\(file.name), \(file.kind): \(run.said)")
        #expect(steeringCharacters(in: run.said).isEmpty, "\(file.name)")
        #expect(run.error.isEmpty, "\(file.name): findings are the output")
        #expect(run.processorSeconds <= Self.seconds, "\(file.name)")
        if run.peakKilobytes > Self.kilobytes {
          // A process begins with the peak of whoever started it: only what lies above that is its own.
          let inherited = try Run(Program("/bin/true")).peakKilobytes
          #expect(run.peakKilobytes <= inherited, "\(file.name)")
        }
        // A rejected file is told its place.
        if file.isRejected { #expect(run.output.contains(#/:[0-9]+:[0-9]+: /#), "\(file.name): \(run.output)") }
        costs.append((file, run))
      }
    }
    func table(_ head: String, _ key: (Run) -> Double, _ unit: String) {
      print("\(HostileFiles.all.count) hostile files, \(head):")
      for (file, run) in costs.sorted(by: { key($0.run) > key($1.run) }).prefix(5) {
        print("  \(file.name)  \((key(run) * 1000).rounded() / 1000) \(unit)")
      }
    }
    table("the most processor time", \.processorSeconds, "s")
    table("the most memory", { Double($0.peakKilobytes) / 1024 }, "MB")
  }

  /// Whether processes may be traced here.
  private static let canTrace =
    (try? Run(Program("/usr/bin/strace", ["-o", "/dev/null", "/bin/true"])))?.status == .exited(0)

  @Test(
    "A file that asks for other files or the network gets neither",
    .enabled(if: !HostileFiles.all.isEmpty, "the hostile files aren't beside the project"),
    .enabled(if: canTrace, "strace isn't here or may not trace"))
  func outside() throws {
    let folder = try TemporaryFolder()
    /// All paths that were asked for, and calls to the network.
    func trace(_ path: String) throws -> (paths: Set<String>, network: [Substring]) {
      let log = folder.path + "/trace"
      let synak = Program.built("synak")
      let run = try Run(
        Program(
          "/usr/bin/strace",
          ["-f", "-qq", "-s", "4096", "-e", "trace=open,openat,openat2,execve,%network", "-o", log, synak.path]
            + ["check", path]))
      #expect(run.code >= 0, "\(run.said)")
      let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
      let paths = lines.compactMap { $0.firstMatch(of: /(?:open|openat|openat2|execve)\([^"]*"([^"]*)"/)?.1 }
      let network = lines.filter { $0.contains(#/ (?:socket|connect|sendto|sendmsg|bind|socketpair)\(/#) }
      return (Set(paths.map(String.init)), network)
    }
    let honest = try #require(HostileFiles.all.first { $0.name == "f27-kyrgyz.xml" })
    let usual = try trace(honest.path)
    #expect(usual.paths.contains(honest.path), "the trace shows what is opened")
    let ordinary = usual.paths.subtracting([honest.path])
    // The program and its libraries, wherever the checkout is; the system's own files; the indicators beside the file.
    let program = URL(filePath: Program.built("synak").path).deletingLastPathComponent().path
    let neighbour = URL(filePath: honest.path).deletingLastPathComponent().appending(path: "indicators.xml").path
    let strange = ordinary.filter { path in
      !path.hasPrefix(program) && !path.contains(".so") && path != neighbour
        && !["/etc/", "/proc/", "/sys/", "/dev/", "/usr/"].contains { path.hasPrefix($0) }
    }
    #expect(strange == [])
    let curious = HostileFiles.all.filter { ["xxe", "xinclude"].contains($0.kind) || $0.name.hasPrefix("d") }
    #expect(curious.count >= 15)
    for file in curious {
      let traced = try trace(file.path)
      #expect(traced.paths.subtracting(ordinary) == [file.path], "\(file.name)")
      #expect(traced.network.isEmpty, "\(file.name)")
    }
  }
}

extension CheckTests {
  @Test("A picture must lie beside the instrument, and nowhere else")
  func pictures() throws {
    let school = try School()
    let file = try school.file(
      "test.xml",
      """
      <test xmlns="urn:synak:1" id="t" version="1" languages="en"><title><en>T</en></title><section id="s">
      <note><en><image src="figures/a.svg"><alt>a square</alt></image></en></note>
      <number id="a"><en>How long is its side?</en></number></section></test>
      """)
    let missing = try school.run("check", file)
    #expect(missing.code == 1 && missing.output.contains("test.xml:2:2: error E522"), "\(missing.said)")
    let figures = school.folder + "/figures"
    try FileManager.default.createDirectory(atPath: figures, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: figures + "/a.svg", withDestinationPath: "/etc/hostname")
    #expect(try school.run("check", file).output.contains("E523"))
    try FileManager.default.removeItem(atPath: figures + "/a.svg")
    try "<svg/>".write(toFile: figures + "/a.svg", atomically: true, encoding: .utf8)
    #expect(try school.run("check", file).code == 0)
    try String(repeating: " ", count: 600 << 10).write(toFile: figures + "/a.svg", atomically: true, encoding: .utf8)
    #expect(try school.run("check", file).output.contains("warning W504"))
  }
}

extension CheckTests {
  private static let slip = """
    <questionnaire xmlns="urn:synak:1" id="s" version="1" languages="en"><title><en>S</en></title><section id="a">
    <number id="meals"><en>Meals?</en></number><number id="b" show-if="meels eq 1"><en>B?</en></number></section></questionnaire>
    """

  @Test("Findings come as JSON, and as SARIF with the rule, the region and the fix")
  func machines() throws {
    let school = try School()
    let file = try school.file("s.xml", Self.slip)
    let json = try school.run("check", file, "--format", "json", "-l", "en")
    #expect(json.code == 1)
    let entries = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(entries.count == 1 && entries[0]["code"] as? String == "E101" && entries[0]["line"] as? Int == 2)
    #expect(entries[0]["suggestion"] as? String == "meals" && entries[0]["column"] as? Int == 68)

    let sarif = try school.run("check", file, "--format", "sarif", "-l", "ru")
    let log = try #require(JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "E101" && result["level"] as? String == "error")
    #expect(sarif.output.contains("\"startColumn\" : 68") && sarif.output.contains("\"endColumn\" : 73"))
    #expect(sarif.output.contains("\"insertedContent\""))
    let clean = try school.run(
      "check", try school.file("r.xml", Self.slip.replacing("meels", with: "meals")), "--format", "json")
    #expect(clean.code == 0 && clean.output.filter { !$0.isWhitespace } == "[]")
  }

  @Test("A code is explained; one that there isn't gets the nearest")
  func explain() throws {
    let school = try School()
    let told = try school.run("check", "--explain", "e101", "-l", "ru")
    #expect(told.code == 0 && told.output.hasPrefix("E101: ошибка") && told.output.contains("Нет вопроса"))
    let wrong = try school.run("check", "--explain", "E1010")
    #expect(wrong.code == 1 && wrong.error.contains("E742"), "\(wrong.said)")
    #expect(try school.run("check").code == 2)
  }
}

extension CheckTests {
  @Test("A watched file is checked again when it is saved, and Ctrl-C ends the watch")
  func watching() throws {
    let school = try School()
    let file = try school.file("s.xml", Self.slip)
    let terminal = try school.terminal(["check", file, "--watch", "-l", "en"])
    try terminal.waitFor("E101")
    try terminal.waitFor("Ctrl-C ends")
    _ = try school.file("s.xml", Self.slip.replacing("meels", with: "meals"))
    try terminal.waitFor("all is well")
    #expect(!terminal.shows("E101"))
    // Gone and back, as where a folder is moved; what isn't there is told, once.
    try FileManager.default.removeItem(atPath: file)
    try terminal.waitFor("E001")
    _ = try school.file("s.xml", Self.slip)
    try terminal.waitFor("E101")
    terminal.kill(SIGINT)
    #expect(try terminal.waitForExit() == .killed(signal: SIGINT))
  }

  @Test("A choice list of an input, of part of a question, of options under others or of a grid is used; another isn't")
  func choiceLists() throws {
    func list(_ id: String, of parent: String = "") -> String {
      "<choice-list id=\"\(id)\">"
        + ["a", "b"].map {
          "<option code=\"\($0)\"\(parent.isEmpty ? "" : " of=\"\($0)\"")><en>\(id) \($0)</en></option>"
        }
        .joined() + "</choice-list>"
    }
    let school = try School()
    let file = try school.file(
      "lists.xml",
      """
      <questionnaire xmlns="urn:synak:1" id="lists" version="1" languages="en"><title><en>L</en></title>
      \(list("ofinput"))\(list("ofpart"))\(list("under", of: "ofpart"))\(list("ofgrid"))
      \(list("ofnone"))
      <input id="sex" choices="ofinput"><en>Sex</en></input><section id="s">
      <choose id="q1" choices="ofpart" include="a b"><en>Q1?</en></choose>
      <choose id="q2" choices="under" filter-by="q1"><en>Q2?</en></choose>
      <grid id="g" choices="ofgrid"><en>G</en><row id="g1"><en>g1</en></row><row id="g2"><en>g2</en></row></grid>
      </section></questionnaire>
      """)
    let run = try school.run("check", file, "-l", "en")
    #expect(
      run.output.split(separator: "W270").count == 2 && run.output.contains("“ofnone” is not used"), "\(run.said)")
  }

  @Test("What a watched file leads to is watched too: the picture that it names, the indicators beside it")
  func watchingCompanions() throws {
    let school = try School()
    let file = try school.file(
      "s.xml",
      """
      <questionnaire xmlns="urn:synak:1" id="s" version="1" languages="en"><title><en>S</en></title><section id="a">
      <note><en><image src="a.svg"><alt>a square</alt></image></en></note>
      <number id="b"><en>B?</en></number></section><feeds dataset="meals"><field id="n" value="b"/></feeds></questionnaire>
      """)
    let terminal = try school.terminal(["check", file, "--watch", "-l", "en"])
    try terminal.waitFor("a.svg")
    try terminal.waitFor("Ctrl-C ends")
    _ = try school.file("a.svg", "<svg/>")
    try terminal.waitFor("all is well")
    // A data set of that name that lacks the field.
    _ = try school.file(
      "indicators.xml",
      """
      <indicators xmlns="urn:synak:1" id="i" version="1" languages="en"><title><en>I</en></title>
      <dataset id="meals" row="pupil" from="instrument"><title><en>M</en></title><field id="other" type="number"/></dataset></indicators>
      """)
    try terminal.waitFor("1 mistake")
    terminal.kill(SIGINT)
    #expect(try terminal.waitForExit() == .killed(signal: SIGINT))
  }
}
