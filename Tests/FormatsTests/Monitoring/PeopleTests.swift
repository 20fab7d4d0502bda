import Datasets
import Diagnostics
import Expressions
import Formats
import Monitoring
import Testing
import Texts

@Suite("People of a register")
struct PeopleTests {
  private func read(_ text: String, _ pseudonyms: Pseudonyms? = Pseudonyms(names: [:])) -> RegisterReader.Reading {
    RegisterReader.read(Array(text.utf8), file: "r.csv", pseudonyms: pseudonyms)
  }

  private static let bare = "role,family_name,given_name,birth,class,from\n"
  private static let coded =
    "person,role,family_name,given_name,birth,class,from,to,extra_time,large_print,read_aloud\n"

  @Test("Whoever has no code gets one, by role, that nobody has or had")
  func made() throws {
    let pseudonyms = Pseudonyms(
      names: ["u-0007": PersonName(family: "Асанов", given: "Нур")], taken: ["u-0009", "m-1"])
    let reading = read(
      Self.bare + """
        pupil,Бакиров,Али,,4-а,2025-09-01
        pupil,Асанов,Нур,,4-а,2025-09-01
        teacher,Үсөнова,Гүл,,4-а,2025-09-01
        pupil,Ө,Ң,,4-б,2025-09-01

        """, pseudonyms)
    #expect(reading.findings.isEmpty, "\(reading.findings)")
    #expect(reading.register.people.map(\.id) == ["u-0010", "u-0007", "m-0002", "u-0011"])
  }

  @Test("The same file gives the same codes again, whatever its order, case and spaces")
  func stable() throws {
    let rows = [
      "pupil,Бакиров,Али,2015-03-04,4-а,2025-09-01", "pupil,Бакиров,Али,2015-07-01,4-б,2025-09-01",
      "pupil,Асанов,Нур,,4-а,2025-09-01",
    ]
    let first = read(Self.bare + rows.joined(separator: "\n")).register
    #expect(Set(first.people.map(\.id)).count == 3)
    let again = read(
      Self.bare + rows.reversed().joined(separator: "\n").replacing("Асанов,Нур", with: "АСАНОВ,  нур"),
      Pseudonyms(names: first.names)
    ).register
    func birthsById(_ register: Register) -> [Symbol: CalendarDate?] { register.names.mapValues(\.birth) }
    #expect(birthsById(first) == birthsById(again))
    #expect(Set(again.people.map(\.id)) == Set(first.people.map(\.id)))
    // A Latin letter that was mended, and ё for е.
    let mended = read(
      Self.bare + "pupil,Acанов,Нур,,4-а,2025-09-01\npupil,Семёнов,А,,4-а,2025-09-01\n"
    ).register
    let right = read(
      Self.bare + "pupil,Семенов,А,,4-а,2025-09-01\npupil,Асанов,Нур,,4-а,2025-09-01\n",
      Pseudonyms(names: mended.names)
    ).register
    #expect(right.people.map(\.id) == mended.people.map(\.id).reversed())
  }

  @Test("A day of birth that comes later is the same person; another day is another one")
  func births() throws {
    let known = Pseudonyms(names: ["u-0001": PersonName(family: "А", given: "Б")])
    let same = read(Self.bare + "pupil,А,Б,2015-03-04,4-а,2025-09-01\n", known).register
    #expect(same.people.map(\.id) == ["u-0001"])
    let other = read(Self.bare + "pupil,А,Б,2014-01-01,4-а,2025-09-01\n", Pseudonyms(names: same.names)).register
    #expect(other.people.map(\.id) == ["u-0002"])
  }

  @Test("Without somebody to make codes the column must be there, and a line needs a code or a name")
  func needed() {
    #expect(read(Self.bare + "pupil,А,Б,,4-а,2025-09-01\n", nil).findings.map(\.code) == ["E503"])
    #expect(read(Self.bare + "pupil,,,,4-а,2025-09-01\n").findings.map(\.code) == ["E532"])
  }

  @Test("What a person needs is read")
  func accommodations() throws {
    let reading = read(
      Self.coded + """
        u-1,pupil,А,Б,,4-а,2025-09-01,,25,yes,
        u-2,pupil,В,Г,,4-а,2025-09-01,,50 %,нет,ооба
        u-3,pupil,Д,Е,,4-а,2025-09-01,,,,

        """)
    #expect(reading.findings.isEmpty, "\(reading.findings)")
    #expect(
      reading.register.people.map(\.accommodations) == [
        Accommodations(extraTime: 25, largePrint: true), Accommodations(extraTime: 50, readAloud: true), .none,
      ])
  }

  @Test(
    "What is probably not as meant is found at its place",
    arguments: [
      ("u-1,pupil,А,Б,,4-а,2025-09-01,,9000,,", "E530", 1, 32), ("u-1,pupil,А,Б,,4-а,2025-09-01,,,big,", "E531", 1, 33),
      ("u-1,pupil,Acанов,Б,,4-а,2025-09-01,,,,", "W531", 1, 11), ("u-1,pupil,А,Б,,4-а,0205-09-01,,,,", "W532", 1, 20),
      ("u-1,pupil,А,Б,,4-а,2025-09-01,,,,\nu-2,pupil,А,Б,,4-а,2025-09-01,,,,", "W530", 2, 1),
      (
        "u-1,pupil,А,Б,2015-01-01,4-а,2025-09-01,,,,\nu-2,pupil,А,Б,2015-01-01,4-б,2025-09-01,,,,", "W530", 2, 1
      ),
    ] as [(String, String, Int, Int)])
  func findings(rows: String, code: String, line: Int, column: Int) throws {
    let findings = read(Self.coded + rows + "\n").findings
    let found = try #require(findings.first { $0.code == code }, "\(findings)")
    #expect(found.place?.line == line + 1 && found.place?.column == column, "\(String(describing: found.place))")
    #expect(findings.count == 1)
    if code == "W531" { #expect(found.suggestion == "Асанов") }
  }

  @Test("Namesakes with different days, or in different classes without any, are nothing to report")
  func namesakes() {
    for rows in [
      "u-1,pupil,А,Б,2015-01-01,4-а,2025-09-01,,,,\nu-2,pupil,А,Б,2015-01-02,4-а,2025-09-01,,,,\n",
      "u-1,pupil,А,Б,,4-а,2025-09-01,,,,\nu-2,pupil,А,Б,,4-б,2025-09-01,,,,\n",
    ] { #expect(read(Self.coded + rows).findings.isEmpty) }
  }

  @Test("A register that was written reads as it was")
  func written() throws {
    let text =
      Self.coded + """
        u-1,pupil,"А, мл.",Б,2015-01-01,4-а,2025-09-01,2026-01-01,25,yes,
        u-1,pupil,"А, мл.",Б,2015-01-01,4-б,2026-01-02,,25,yes,
        m-1,teacher,В,Г,,,2025-09-01,,,,yes

        """
    let register = read(text).register
    let again = RegisterReader.read(RegisterWriter.bytes(register), file: "w.csv")
    #expect(again.findings.isEmpty && again.register == register)
    #expect(register.people.count == 2)
  }
}
