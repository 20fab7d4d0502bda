import Datasets
import Expressions
import Foundation
import Instruments
import Testing

@testable import Storage

@Suite("Exports")
struct ExportTests {
  private func field(_ text: String) -> String {
    let table = ExportTable(columns: ["a"], rows: [[.text(text)]])
    let written = String(decoding: CSVWriter().bytes(table), as: UTF8.self)
    return String(written.unicodeScalars.dropFirst(3).dropLast(2))
  }

  @Test(
    "No text becomes a formula in a spreadsheet",
    arguments: [
      ("=1+1", "'=1+1"), ("+7 700", "'+7 700"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'=1"),
      ("\r=1", "'=1"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠a", "'＠a"), ("\u{0}=1", "'=1"),
      ("\u{200B}=1", "'=1"), ("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""), ("a=1", "a=1"),
      ("көчө", "көчө"), ("", ""),
    ])
  func formulas(text: String, expected: String) {
    #expect(field(text) == expected)
  }

  @Test(
    "Commas, quotes and line ends are quoted as RFC 4180 says; controls are left out",
    arguments: [
      ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\nb\""),
      ("\u{1B}[31mred\u{7}", "[31mred"), ("a\u{9B}b", "ab"), ("a\u{202E}b", "ab"), ("a;b", "a;b"),
    ])
  func quoting(text: String, expected: String) {
    #expect(field(text) == expected)
  }

  @Test("Numbers stay numbers, and missing is said, never empty and never zero")
  func values() {
    let values: [Value] = [
      .integer(-3), .decimal(Decimal64(mantissa: -250, scale: 2)), .decimal(Decimal64(mantissa: 5, scale: 3)),
      .unanswered, .missing(Missing(.dontKnow, code: "dk")), .codes(["a", "c"]), .boolean(true),
      .date(CalendarDate(days: 20_587)), .date(CalendarDate(days: -1)), .date(CalendarDate(days: 11_016)),
      .time(TimeOfDay(milliseconds: 30_600_000)), .time(TimeOfDay(milliseconds: 61_250)), .text("-5"),
      .duration(Duration64(microseconds: 90_500_000)),
    ]
    let table = ExportTable(
      columns: ["a", "b"], rows: [values.map { .value($0) } + [.none, .integer(0), .instant(0)]])
    let line = String(decoding: CSVWriter(hasByteOrderMark: true).bytes(table), as: UTF8.self)
    #expect(
      line
        == "\u{FEFF}a,b\r\n-3,-2.5,0.005,?unanswered,?dont-know:dk,a c,true,2026-05-14,1969-12-31,2000-02-29,08:30,00:01:01.250,'-5,90.5s,,0,1970-01-01T00:00:00Z\r\n"
    )
    let json = String(
      decoding: JSONWriter(.lines).bytes(ExportTable(columns: ["v", "w"], rows: values.map { [.value($0), .none] })),
      as: UTF8.self)
    #expect(
      json.split(separator: "\n").prefix(7).map(String.init) == [
        #"{"v":-3}"#, #"{"v":-2.5}"#, #"{"v":0.005}"#, #"{"v":{"missing":"unanswered"}}"#,
        #"{"v":{"missing":"dont-know","code":"dk"}}"#, #"{"v":["a","c"]}"#, #"{"v":true}"#,
      ])
  }

  @Test("JSON is valid whatever is in it, and has no byte that a terminal obeys")
  func hostileJSON() throws {
    let hostile =
      (0...0x2FF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).map(String.init).joined()
      + "\u{202E}\u{FEFF}\u{E0041}😀"
    let table = ExportTable(columns: ["a"], rows: [[.text(hostile)], [.value(.text(hostile))]])
    for form in [JSONWriter.Form.lines, .array] {
      let bytes = JSONWriter(form).bytes(table)
      #expect(!bytes.contains { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F })
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { SteeringCharacter.holds($0) })
      let objects: [[String: String]] =
        form == .array
        ? try JSONDecoder().decode([[String: String]].self, from: Data(bytes))
        : try text.split(separator: "\n").map { try JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
      #expect(objects.map { $0["a"] } == [hostile, hostile])
    }
    #expect(String(decoding: JSONWriter(.array).bytes(ExportTable(columns: [], rows: [])), as: UTF8.self) == "[\n]\n")
  }

  @Test("Answers are one row a session and one column a name; scores and facts are rows of their own")
  func tables() throws {
    let world = TestWorld()
    let store = try SQLiteStore.inMemory(world.environment)
    let hash = try store.publishTest()
    for person in ["u-1", "u-2"] as [Symbol] {
      let (session, lease, _) = try store.begin(.person(person), hash).opened()
      world.pass(milliseconds: 1000)
      guard case .sealed(let head) = try store.seal(lease, reason: "finished") else { return }
      var record = world.score(session.id, head: head, person: person)
      if person == "u-2" { record.answers = [NamedValue(name: "other", value: .text("=a"))] }
      #expect(try store.score(record) == .scored)
    }
    let scored = try store.scores()
    let answers = String(decoding: CSVWriter().bytes(Export.answers(scored)), as: UTF8.self)
    let lines = answers.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(
      lines.map { $0.dropFirst().joined(separator: ",") } == [
        "school,activity,class,person,about,instrument,attempt,opened,sealed,m1,m2,m3,other",
        "s-1,a-1,4-а,u-1,,\(hash.short),1,2025-10-09T08:53:20Z,2025-10-09T08:53:21Z,623,a c,?dont-know:dk,",
        "s-1,a-1,4-а,u-2,,\(hash.short),1,2025-10-09T08:53:21Z,2025-10-09T08:53:22Z,,,,'=a",
      ])
    let scores = Export.scores(scored)
    #expect(scores.rows.count == 4 && scores.rows.allSatisfy { $0.count == scores.columns.count })
    let facts = Export.facts(try store.facts(FactQuery(dataset: "results", fields: ["points"], namesPersons: true)))
    #expect(facts.rows.count == 2 && facts.rows.allSatisfy { $0.count == facts.columns.count })
    let ballot = Ballot(
      id: world.token(), schoolClass: nil, about: nil, answers: [NamedValue(name: "q", value: .integer(1))], lines: [])
    #expect(Export.answers([ballot]).columns == ["ballot", "class", "about", "q"])
  }
}
