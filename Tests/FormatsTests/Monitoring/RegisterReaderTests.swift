import Diagnostics
import Expressions
import Formats
import Monitoring
import Testing
import Texts

@Suite("Reading registers of people")
struct RegisterReaderTests {
  private static let head = "person,role,family_name,given_name,sex,language,class,from,to\n"

  private func read(_ text: String) -> RegisterReader.Reading {
    RegisterReader.read(Array(text.utf8), file: "r.csv")
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var rows: String
    var code: String
    var line: Int
    var column: Int
    var suggestion: String?
    var testDescription: String { "\(code): \(rows)" }

    init(_ rows: String, _ code: String, _ line: Int, _ column: Int, _ suggestion: String? = nil) {
      self.rows = rows
      self.code = code
      self.line = line
      self.column = column
      self.suggestion = suggestion
    }
  }

  @Test(
    "Every mistake in a row is found at its place with what was meant",
    arguments: [
      Fault("u-1,pupil,А,Б,m,ky,4-а", "E506", 2, 1),
      Fault(",pupil,А,Б,m,ky,4-а,2025-09-01,", "E509", 2, 1),
      Fault("u 1,pupil,А,Б,m,ky,4-а,2025-09-01,", "E511", 2, 1),
      Fault("u-1,pupl,А,Б,m,ky,4-а,2025-09-01,", "E512", 2, 5, "pupil"),
      Fault("u-1,pupil,А,Б,м,ky,4-а,2025-09-01,", "E513", 2, 15, "m"),
      Fault("u-1,pupil,А,Б,m,kg,4-а,2025-09-01,", "E514", 2, 17, "ky"),
      Fault("u-1,pupil,А,Б,m,ky,4а,2025-09-01,", "E515", 2, 20, "4-а"),
      Fault("u-1,pupil,А,Б,m,ky,13-а,2025-09-01,", "E515", 2, 20),
      Fault("u-1,pupil,А,Б,m,ky,4-а,01.09.2025,", "E516", 2, 24, "2025-09-01"),
      Fault("u-1,pupil,А,Б,m,ky,4-а,2025-02-30,", "E516", 2, 24),
      Fault("u-1,pupil,А,Б,m,ky,4-а,2025-09-01,2025-08-01", "E517", 2, 35),
      Fault("u-1,pupil,А,Б,m,ky,,2025-09-01,", "E521", 2, 20),
      Fault("u-1,pupil,А,Б,m,ky,4-а,,", "E509", 2, 24),
      Fault("u-1,pupil,А,Б,m,ky,4-а,2025-09-01,\nu-1,pupil,А,Б,m,ky,4-а,2025-09-01,", "E510", 3, 1),
      Fault("u-1,pupil,А,Б,m,ky,4-а,2025-09-01,\nu-1,pupil,А,Б,m,ky,4-б,2025-10-01,", "E518", 3, 1),
      Fault("u-1,pupil,А,Б,m,ky,4-а,2025-09-01,\nu-1,pupil,В,Г,m,ky,4-а,2025-09-01,", "E519", 3, 1),
      Fault("u-1,pupil,\"А\"x,Б,m,ky,4-а,2025-09-01,", "E508", 2, 14),
      Fault("u-1,pupil,\"А,Б,m,ky,4-а,2025-09-01,", "E507", 2, 11),
      Fault("u-1,pupil,А\u{200B},Б,m,k\u{AD}y,4-а,2025-09-01,", "W503", 2, 18),
    ])
  func faults(fault: Fault) throws {
    let findings = read(Self.head + fault.rows).findings
    let found = try #require(findings.first { $0.code == fault.code }, "\(findings)")
    #expect(found.place?.line == fault.line)
    #expect(found.place?.column == fault.column)
    #expect(found.suggestion == fault.suggestion)
    for language in Language.spoken { #expect(!Rendering(language: language).text(of: found).contains("{")) }
  }

  @Test("All mistakes of a file are found in one run, and the good rows are read")
  func allAtOnce() {
    let reading = read(
      Self.head
        + "u-1,pupil,А,Б,x,ky,4-а,2025-09-01,\nu-2,pupl,А,Б,f,kg,4а,2025-13-01,\nu-3,pupil,В,Г,f,ky,4-а,2025-09-01,\n")
    #expect(reading.findings.map(\.code) == ["E513", "E512", "E514", "E515", "E516"])
    #expect(reading.register.people.map(\.id) == ["u-1", "u-3"])
  }

  @Test("The header is checked first")
  func header() {
    #expect(read("").findings.map(\.code) == ["E502"])
    #expect(read("person,role,class\nu,pupil,4-а\n").findings.map(\.code) == ["E503"])
    let unknown = read("person,rol,class,from\nu-1,pupil,4-а,2025-09-01\n").findings
    #expect(unknown.map(\.code) == ["E503", "E504"])
    #expect(unknown.last?.suggestion == "role")
    #expect(read("person,role,role,class,from\n").findings.map(\.code).contains("E505"))
    #expect(read(Self.head).findings.map(\.code) == ["W502"])
  }

  @Test("Columns may stand in any order, and only those are needed that place somebody")
  func anyOrder() throws {
    let reading = read("class,from,role,person\n4-а,2025-09-01,pupil,u-1\n")
    #expect(reading.findings.isEmpty)
    let person = try #require(reading.register["u-1"])
    #expect(person.sex == nil)
    #expect(person.enrolments.map(\.schoolClass.grade) == [4])
    #expect(reading.register.names.isEmpty)
  }

  @Test("Marks of office programs are read: a byte-order mark, CRLF, quotation marks, semicolons")
  func officeFiles() throws {
    let quoted = read(
      "\u{FEFF}" + Self.head.dropLast() + "\r\nu-1,pupil,\"Ус\"\"ен, уулу\",\"Б\",m,ky,4-а,2025-09-01,\r\n")
    #expect(quoted.findings.isEmpty)
    #expect(quoted.register.names["u-1"]?.family == "Ус\"ен, уулу")
    let semicolons = read(
      Self.head.replacing(",", with: ";") + "u-1;pupil;А;Б;m;ky;4-а;2025-09-01;\n")
    #expect(semicolons.findings.map(\.code) == ["W501"])
    #expect(semicolons.register.people.count == 1)
  }

  @Test("A value may hold a line end, and places behind it stay right")
  func lineEndInside() throws {
    let reading = read(Self.head + "u-1,pupil,\"А\nБ\",В,m,ky,4-а,2025-09-01,\nu-2,pupl,А,Б,m,ky,4-а,2025-09-01,\n")
    #expect(reading.findings.map(\.code) == ["E512"])
    #expect(reading.findings.first?.place?.line == 4)
  }

  @Test("Who moved to another class stands in two rows, and teachers in several classes at a time")
  func severalRows() throws {
    let reading = read(
      Self.head + """
        u-1,pupil,А,Б,m,ky,4-а,2025-09-01,2026-01-10
        u-1,pupil,А,Б,m,ky,4-б,2026-01-11,
        m-1,teacher,В,Г,f,ky,4-а,2025-09-01,
        m-1,teacher,В,Г,f,ky,5-а,2025-09-01,
        """)
    #expect(reading.findings.isEmpty)
    #expect(reading.register["u-1"]?.enrolments.count == 2)
    let day = try #require(CalendarDate("2026-02-01"))
    #expect(reading.register.people(in: "4-б", on: day).map(\.id) == ["u-1"])
    #expect(reading.register.people(in: "4-а", on: day).isEmpty)
    #expect(reading.register.people(in: "5-а", role: .teacher, on: day).map(\.id) == ["m-1"])
  }

  @Test("Bytes that are no text, and files that are too large, are refused at once")
  func bytes() {
    #expect(RegisterReader.read([0x70, 0xFF, 0x70], file: "r.csv").findings.map(\.code) == ["E501"])
    #expect(
      RegisterReader.read([UInt8](repeating: 0x61, count: RegisterReader.mostBytes + 1), file: "r.csv").findings.map(
        \.code)
        == ["E520"])
  }
}
